import { type Arrival, type Fact, isAgain, keepFacts, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { findDivisions, nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { afterDivision, cursorByDivision } from '../places/rules.cursors.ts'
import { inChinese, tell } from './pieces.ts'
import { mayPlan, mayPlay, maySeePlays } from './policy.ts'
import {
  airingUnknown,
  divisionUnknown,
  loudspeakerUnknown,
  notStanding,
  outOfTime,
  slotTaken,
  timeAhead,
  tooLong,
  turnOutOfOrder,
} from './problems.ts'
import { type Airing, clashesWithin, clashOf, tooShort } from './rules.loudspeakers.ts'
import { readingSeconds } from './rules.pieces.ts'
import {
  AddLoudspeaker,
  AiringPage,
  EndAiring,
  KeptItem,
  ListAirings,
  ListLoudspeakers,
  LoudspeakerPage,
  MAX,
  PlanAiring,
  TurnLoudspeaker,
} from './schema.loudspeakers.ts'
import { Kept } from './schema.ts'
import {
  airingsOf,
  findAirings,
  findLoudspeakers,
  listAiringRows,
  listLoudspeakerRows,
  type StoredAiring,
} from './sql.loudspeakers.ts'
import { type Edition, lastEditions } from './sql.pieces.ts'
import { plainText } from './text.ts'

type Row = Fact & Record<string, unknown>
export type Sound = { at: number; row: Row }
/** What became of the sound items, beside what was refused before. */
export async function keepSound(
  ctx: Ctx,
  table: `publicity.${string}`,
  count: number,
  sound: readonly Sound[],
  refused: ReadonlyMap<number, Problem>,
): Promise<Array<Verdict<{ id: string; arrival: 'new' | 'again' }>>> {
  const arrivals: Arrival[] = await keepFacts(
    ctx.tx,
    table,
    sound.map(({ row }) => row),
  )
  const verdicts: Array<Verdict<{ id: string; arrival: 'new' | 'again' }>> = new Array(count)
  for (const [at, problem] of refused) verdicts[at] = { ok: false, problem }
  sound.forEach(({ at, row }, nth) => {
    const arrival = arrivals[nth] ?? 'taken'
    verdicts[at] =
      arrival === 'taken'
        ? { ok: false, problem: idTaken({ id: row.id }) }
        : { ok: true, arrival, value: { id: row.id, arrival } }
  })
  return verdicts
}
export const countsOf = (items: readonly unknown[], verdicts: ReadonlyArray<Verdict<unknown>>) => ({
  count: verdicts.filter((one) => one.ok && one.arrival === 'new').length,
  note: { sent: items.length, refused: verdicts.filter(({ ok }) => !ok).length },
})

export const addLoudspeakers = batchOperation({
  name: 'publicity.loudspeaker.add',
  summary: { zh: '登记大喇叭', en: 'Record loudspeakers' },
  kind: 'write',
  item: AddLoudspeaker,
  done: KeptItem,
  max: MAX,
  load: ({ tx }: Ctx, items) =>
    findDivisions(
      tx,
      items.map(({ division }) => division),
    ),
  allow: (actor, known, item) =>
    mayPlay(actor, item) && (known.has(item.division) || divisionUnknown({ division: item.division })),
  runMany(ctx, items) {
    const refused = new Map<number, Problem>()
    const sound: Sound[] = []
    items.forEach((item, at) => {
      if (isAhead(new Date(item.at), ctx.now)) refused.set(at, timeAhead({ at: item.at }))
      else sound.push({ at, row: { ...originOf(ctx, item, item), name: item.name, at: new Date(item.at) } })
    })
    return keepSound(ctx, 'publicity.loudspeaker', items.length, sound, refused)
  },
  audit: countsOf,
})

async function getLoudspeaker({ tx }: Ctx, { loudspeakerId }: { loudspeakerId: string }) {
  const found = (await findLoudspeakers(tx, [loudspeakerId])).get(loudspeakerId)
  if (!found) throw loudspeakerUnknown({ id: loudspeakerId })
  return found
}
const FOLLOWS = { broken: ['working'], repaired: ['broken'], removed: ['working', 'broken'] } as const

export const turnLoudspeaker = operation({
  name: 'publicity.loudspeaker.turn',
  summary: { zh: '登记大喇叭故障、修复或拆除', en: 'Say that a loudspeaker is broken, repaired or gone' },
  kind: 'write',
  input: TurnLoudspeaker,
  output: Kept,
  load: getLoudspeaker,
  allow: (actor, one) => mayPlay(actor, one),
  async run(ctx, input, { division }) {
    const { loudspeakerId, turn } = input
    const at = new Date(input.at)
    await lockOne(ctx, `publicity.loudspeaker/${loudspeakerId}`)
    if (await isAgain(ctx, 'publicity.loudspeaker_turn', input)) return { id: input.id, arrival: 'again' as const }
    const { state, turnedAt } = await getLoudspeaker(ctx, input)
    if (isAhead(at, ctx.now)) throw timeAhead({ at: input.at })
    if (!(FOLLOWS[turn] as readonly string[]).includes(state) || (turnedAt && at < turnedAt)) throw turnOutOfOrder()
    const said = { loudspeaker_id: loudspeakerId, turn, at }
    await keepNew(ctx, 'publicity.loudspeaker_turn', { ...originOf(ctx, { division }, input), ...said })
    tell(ctx, 'loudspeaker', division, loudspeakerId)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.loudspeakerId,
    division: loaded.division,
    note: { turn: input.turn, arrival: output.arrival },
  }),
})

export const listLoudspeakers = operation({
  name: 'publicity.loudspeaker.list',
  summary: { zh: '大喇叭', en: 'Loudspeakers' },
  kind: 'read',
  input: ListLoudspeakers,
  output: LoudspeakerPage,
  allow: (actor, _loaded, { division }) => maySeePlays(actor, division),
  async run({ tx, actor }, { division, after, limit }) {
    const rows = await listLoudspeakerRows(tx, {
      under: division ?? actor.division,
      after: afterDivision(after),
      limit,
    })
    return { items: rows.map(({ turnedAt: _, ...said }) => said), next: cursorByDivision(rows, limit, (row) => row) }
  },
  audit: () => null,
})

/** How long the piece takes when a village reads it out. */
const secondsOf = ({ content }: Pick<Edition, 'content'>): number =>
  readingSeconds(plainText(inChinese(content)), 'loudspeakers')

function airingProblem(item: PlanAiring, edition: Edition | undefined, others: readonly Airing[]): Problem | null {
  if (!edition || edition.withdrawnAt) return notStanding({ id: item.pieceId })
  const seconds = secondsOf(edition)
  const [short] = tooShort(item.times, seconds)
  if (short) return tooLong({ ...short, needs: Math.ceil(seconds / 60) })
  if (clashesWithin(item.times)) return slotTaken({ at: item.times[0]?.at ?? '' })
  const taken = clashOf(item, others)
  return taken ? slotTaken({ at: taken.at }) : null
}

/** What a village plays on which days at which times. The text has to fit, and two of them cannot be read at once. */
export const planAirings = batchOperation({
  name: 'publicity.airing.plan',
  summary: { zh: '安排大喇叭播放', en: 'Plan what loudspeakers play' },
  kind: 'write',
  item: PlanAiring,
  done: KeptItem,
  max: MAX,
  async load(ctx: Ctx, items) {
    const [divisions, editions] = await Promise.all([
      findDivisions(
        ctx.tx,
        items.map(({ division }) => division),
      ),
      lastEditions(
        ctx.tx,
        items.map(({ pieceId }) => pieceId),
      ),
    ])
    return { divisions, editions }
  },
  allow: (actor, { divisions }, item) =>
    mayPlan(actor, item) && (divisions.has(item.division) || divisionUnknown({ division: item.division })),
  async runMany(ctx, items, { editions }) {
    await lockOne(ctx, 'publicity.airing')
    const days = items.flatMap(({ fromOn, toOn }) => [fromOn, toOn]).sort()
    const divisions = items.map(({ division }) => division)
    const standing = await airingsOf(ctx.tx, divisions, days[0] ?? '', days.at(-1) ?? '')
    const byVillage = Map.groupBy<string, StoredAiring & { id: string }>(standing, ({ division }) => division)
    const refused = new Map<number, Problem>()
    const sound: Sound[] = []
    for (const [at, item] of items.entries()) {
      const { id, division, pieceId, fromOn, toOn, times } = item
      const here = byVillage.get(division) ?? []
      const others = here.filter((one) => one.id !== id)
      const problem = airingProblem(item, editions.get(pieceId), others)
      if (problem) {
        refused.set(at, problem)
        continue
      }
      byVillage.set(division, [...others, item])
      const said = { piece_id: pieceId, from_on: fromOn, to_on: toOn, times: ctx.tx.json(times) }
      sound.push({ at, row: { ...originOf(ctx, item, item), ...said } })
    }
    return keepSound(ctx, 'publicity.airing', items.length, sound, refused)
  },
  audit: countsOf,
})

async function getAiring({ tx }: Ctx, { airingId }: { airingId: string }): Promise<StoredAiring> {
  const found = (await findAirings(tx, [airingId])).get(airingId)
  if (!found) throw airingUnknown({ id: airingId })
  return found
}

export const endAiring = operation({
  name: 'publicity.airing.end',
  summary: { zh: '提前结束播放安排', en: 'End a plan to play earlier' },
  kind: 'write',
  input: EndAiring,
  output: Kept,
  load: getAiring,
  allow: (actor, airing) => mayPlan(actor, airing),
  async run(ctx, input, { division, toOn }) {
    await lockOne(ctx, 'publicity.airing')
    if (await isAgain(ctx, 'publicity.airing_end', input)) return { id: input.id, arrival: 'again' as const }
    if (input.toOn >= toOn) throw outOfTime({ at: input.toOn })
    const said = { airing_id: input.airingId, to_on: input.toOn }
    const [arrival] = await keepFacts(ctx.tx, 'publicity.airing_end', [
      { ...originOf(ctx, { division }, input), ...said },
    ])
    if (arrival !== 'new') throw turnOutOfOrder()
    tell(ctx, 'airing', division, input.airingId)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.airingId,
    division: loaded.division,
    note: { arrival: output.arrival },
  }),
})

export const listAirings = operation({
  name: 'publicity.airing.list',
  summary: { zh: '大喇叭播放安排', en: 'What loudspeakers are to play' },
  kind: 'read',
  input: ListAirings,
  output: AiringPage,
  allow: (actor, _loaded, { division }) => maySeePlays(actor, division),
  async run({ tx, actor }, { division, pieceId, day, after, limit }) {
    const asked = {
      under: division ?? actor.division,
      pieceId: pieceId ?? null,
      day: day ?? null,
      after: afterDivision(after),
      limit,
    }
    const [rows, names] = await Promise.all([listAiringRows(tx, asked), nameOfDivisions(tx)])
    const items = rows.map(({ content, ...said }) => ({
      ...said,
      divisionName: names.get(said.division) ?? said.division,
      seconds: secondsOf({ content }),
    }))
    return { items, next: cursorByDivision(rows, limit, (row) => row) }
  },
  audit: () => null,
})
