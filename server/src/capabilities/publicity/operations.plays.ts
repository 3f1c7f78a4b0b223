import { originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, cursorOf, operation, positionOf, type Sender } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { listUnits, nameOfDivisions } from '../places/index.ts'
import { addDays, dayInChina, isAhead } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { countsOf, keepSound, type Sound } from './operations.loudspeakers.ts'
import { tell } from './pieces.ts'
import { mayPlay, maySeePlays } from './policy.ts'
import { loudspeakerUnknown, pieceUnknown, playNotPlanned, timeAhead } from './problems.ts'
import { quietBecause } from './rules.loudspeakers.ts'
import {
  AskCoverage,
  Coverage,
  KeptItem,
  ListPlays,
  MAX,
  type NOT_PLAYED,
  PlayPage,
  RecordPlay,
} from './schema.loudspeakers.ts'
import {
  findAirings,
  findLoudspeakers,
  type Loudspeaker,
  listHeard,
  listPlayRows,
  type StoredAiring,
} from './sql.loudspeakers.ts'
import { type Edition, lastEditions } from './sql.pieces.ts'

interface Known {
  editions: ReadonlyMap<string, Edition>
  airings: ReadonlyMap<string, StoredAiring>
  loudspeakers: ReadonlyMap<string, Loudspeaker>
}
function playProblem(item: RecordPlay, { editions, airings, loudspeakers }: Known): Problem | null {
  if (!editions.has(item.pieceId)) return pieceUnknown({ id: item.pieceId })
  const loudspeaker = item.loudspeakerId ? loudspeakers.get(item.loudspeakerId) : null
  if (item.loudspeakerId && loudspeaker?.division !== item.division)
    return loudspeakerUnknown({ id: item.loudspeakerId })
  if (!item.airingId) return null
  const plan = airings.get(item.airingId)
  const fits =
    plan?.division === item.division &&
    plan.pieceId === item.pieceId &&
    plan.fromOn <= item.dueOn &&
    item.dueOn <= plan.toOn &&
    plan.times.some(({ at }) => at === item.dueAt)
  return fits ? null : playNotPlanned()
}

/** What was played, or was not and why, as whoever was there says; by hundreds when a phone was without a network. */
export const recordPlays = batchOperation({
  name: 'publicity.play.record',
  summary: { zh: '登记大喇叭播放情况', en: 'Say what a loudspeaker played' },
  kind: 'write',
  item: RecordPlay,
  done: KeptItem,
  max: MAX,
  shares: () => true,
  async load(ctx: Ctx, items): Promise<Known> {
    const [editions, airings, loudspeakers] = await Promise.all([
      lastEditions(
        ctx.tx,
        items.map(({ pieceId }) => pieceId),
      ),
      findAirings(
        ctx.tx,
        items.flatMap(({ airingId }) => airingId ?? []),
      ),
      findLoudspeakers(
        ctx.tx,
        items.flatMap(({ loudspeakerId }) => loudspeakerId ?? []),
      ),
    ])
    return { editions, airings, loudspeakers }
  },
  allow: (actor, _known, item) => mayPlay(actor, item),
  async runMany(ctx, items, known, senders) {
    const refused = new Map<number, Problem>()
    const sound: Sound[] = []
    items.forEach((item, at) => {
      const row = rowOf(ctx, item, senders[at])
      const problem = isAhead(row.at, ctx.now) ? timeAhead({ at: item.at }) : playProblem(item, known)
      if (problem) refused.set(at, problem)
      else sound.push({ at, row })
    })
    const verdicts = await keepSound(ctx, 'publicity.play', items.length, sound, refused)
    const fresh = sound.filter(({ at }) => {
      const verdict = verdicts[at]
      return verdict?.ok === true && verdict.arrival === 'new'
    })
    for (const [division, rows] of Map.groupBy(fresh, ({ row }) => row.division))
      tell(ctx, 'play', division, rows[0]?.row.id ?? '')
    return verdicts
  },
  audit: countsOf,
})

function rowOf(ctx: Ctx, item: RecordPlay, sender: Sender | undefined) {
  const { actor, clockOffsetMs } = sender ?? ctx
  // What the phone's own clock said is put right by as much as it was wrong.
  const byClock = (said: string) => new Date(Date.parse(said) + clockOffsetMs)
  return {
    ...originOf({ ...ctx, actor }, item, item),
    airing_id: item.airingId,
    piece_id: item.pieceId,
    loudspeaker_id: item.loudspeakerId,
    due_on: item.dueOn,
    due_at: item.dueAt,
    played: item.played,
    minutes: item.minutes,
    hindrance: item.reason,
    note: item.note ?? null,
    at: byClock(item.at),
    recorded_at: byClock(item.recordedAt ?? item.at),
  }
}

export const listPlays = operation({
  name: 'publicity.play.list',
  summary: { zh: '大喇叭播放记录', en: 'What loudspeakers played' },
  kind: 'read',
  input: ListPlays,
  output: PlayPage,
  allow: (actor, _loaded, { division }) => maySeePlays(actor, division),
  async run({ tx, actor }, { division, pieceId, after, limit }) {
    const asked = { under: division ?? actor.division, pieceId: pieceId ?? null, after: positionOf(after), limit }
    const [rows, names] = await Promise.all([listPlayRows(tx, asked), nameOfDivisions(tx)])
    const items = rows.map((one) => ({
      ...one,
      divisionName: names.get(one.division) ?? one.division,
      reason: one.reason as (typeof NOT_PLAYED)[number] | null,
      at: one.at.toISOString(),
      receivedAt: one.receivedAt.toISOString(),
    }))
    return { items, next: cursorOf(rows, limit, ({ at, id }) => ({ at, id })) }
  },
  audit: () => null,
})

const USUAL_DAYS = 6
const NOTHING = { loudspeakers: 0, working: 0, planned: 0, played: 0, missed: 0, minutes: 0, lastAt: null }

/** Every village, also those nobody heard anything in: why not is said of each. */
export const readCoverage = operation({
  name: 'publicity.coverage.read',
  summary: { zh: '大喇叭覆盖情况', en: 'In which villages something was heard' },
  kind: 'read',
  input: AskCoverage,
  output: Coverage,
  allow: (actor) => maySeePlays(actor),
  async run(ctx, asked) {
    const { tx, actor } = ctx
    const until = asked.until ?? dayInChina(await countyMoment(ctx))
    const since = asked.since ?? addDays(until, -USUAL_DAYS)
    const [units, heard, names] = await Promise.all([
      listUnits(tx),
      listHeard(tx, { since, until, pieceId: asked.pieceId ?? null }),
      nameOfDivisions(tx),
    ])
    const byVillage = new Map(heard.map((one) => [one.division, one]))
    const items = units
      .filter(({ code, level }) => level === 'village' && code.startsWith(actor.division))
      .map(({ code }) => {
        const counted = byVillage.get(code) ?? NOTHING
        return {
          ...counted,
          division: code,
          name: names.get(code) ?? code,
          township: names.get(code.slice(0, 9)) ?? '',
          lastAt: counted.lastAt?.toISOString() ?? null,
          quiet: quietBecause(counted),
        }
      })
    const silent = items.filter(({ quiet }) => quiet !== null).length
    return { since, until, villages: items.length, heard: items.length - silent, silent, items }
  },
  audit: () => null,
})
