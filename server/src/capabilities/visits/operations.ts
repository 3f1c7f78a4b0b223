import { meanwhile } from '../../kernel/db.ts'
import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, type Sender, type Verdict, within } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { listMet } from '../people/index.ts'
import { dayInChina, isAhead } from '../places/rules.clock.ts'
import { collectingEnded } from '../retention/index.ts'
import { answersIn, type Judged, judgeSheets, rowsOf } from './answers.ts'
import { mayVisit } from './policy.ts'
import {
  correctedAlready,
  correctionOfOther,
  householdGone,
  householdUnknown,
  inFuture,
  outsideRound,
  roundNotBegun,
  roundOver,
  roundUnknown,
  visitUnknown,
} from './problems.ts'
import { findVersions } from './questionnaires.ts'
import { BATCH_MAX, Receipt, Visit } from './schema.ts'
import { FOLLOWED_UP, VISITED } from './sql.progress.ts'
import { findRounds, type StoredRound } from './sql.rounds.ts'
import {
  type Earlier,
  findEarlier,
  keepFollowUps,
  keepSheets,
  keepVisits,
  listOpenedBy,
  listStays,
  type NewVisit,
  type Stay,
} from './sql.ts'

interface Known {
  rounds: ReadonlyMap<string, StoredRound>
  stays: ReadonlyMap<string, Stay[]>
  earlier: ReadonlyMap<string, Earlier>
  met: ReadonlySet<string>
  questionnaires: Awaited<ReturnType<typeof findVersions>>
  /** What stands against recording at this moment: the response as a whole has ended. */
  ended: Awaited<ReturnType<typeof collectingEnded>>
}

async function knownTo(ctx: Ctx, items: readonly Visit[]): Promise<Known> {
  const { tx } = ctx
  const rounds = await findRounds(
    tx,
    items.map(({ roundId }) => roundId),
  )
  const asked = items.flatMap(({ roundId, version }) => {
    const round = rounds.get(roundId)
    return round ? [{ key: round.key, version: version ?? round.version }] : []
  })
  const persons = items.flatMap(({ sheets }) => sheets.flatMap(({ personId }) => personId ?? []))
  const unique = [...new Map(asked.map((one) => [`${one.key}/${one.version}`, one])).values()]
  const [stays, earlier, met, questionnaires, ended] = await Promise.all([
    listStays(
      tx,
      items.map(({ householdId }) => householdId),
    ),
    findEarlier(
      tx,
      items.flatMap(({ corrects }) => corrects ?? []),
    ),
    listMet(tx, persons),
    findVersions(tx, unique),
    collectingEnded(ctx, null),
  ])
  return { rounds, stays, earlier, met, questionnaires, ended }
}

/** Where the household lived that day; before its first day it is where it came first. */
function stayOn(stays: readonly Stay[], day: string): Stay | undefined {
  return (
    stays.findLast(({ since, until }) => since <= day && (until === null || day < until)) ??
    (stays[0] && day < stays[0].since ? stays[0] : undefined)
  )
}

/** In which village the knock was, as far as the sender may know of it. */
function placeFor(actor: Sender['actor'], stays: readonly Stay[] | undefined, item: Visit): Stay | Problem {
  const own = (stays ?? []).filter(({ division }) => within(actor, division))
  const last = own.at(-1)
  if (!last) return householdUnknown({ id: item.householdId })
  const stay = stayOn(own, dayInChina(new Date(item.recordedAt)))
  return stay ?? householdGone({ id: item.householdId, until: last.until ?? '' })
}

function mayRecord(actor: Sender['actor'], { rounds, stays }: Known, item: Visit): boolean | Problem {
  const round = rounds.get(item.roundId)
  const place = placeFor(actor, stays.get(item.householdId), item)
  if (place instanceof Error) return mayVisit(actor, actor.division) && place
  // A round that was called for somebody else's area is not known to this sender.
  const isRelated = round && (round.area.startsWith(actor.division) || actor.division.startsWith(round.area))
  if (!isRelated) return mayVisit(actor, place.division) && roundUnknown({ id: item.roundId })
  return mayVisit(actor, place.division)
}

function contentProblem(item: Visit, { round, stay, at }: Place, { known, sender, now }: Judging): Problem | null {
  if (!stay.division.startsWith(round.area)) return outsideRound({ area: stay.division })
  if (isAhead(at, now)) return inFuture({ at: at.toISOString(), now: now.toISOString() })
  const ended = known.ended(at)
  if (ended) return ended
  if (at < round.startedAt) return roundNotBegun({ startedAt: round.startedAt.toISOString() })
  if (round.endedAt && at > round.endedAt) return roundOver({ endedAt: round.endedAt.toISOString() })
  if (item.corrects === null) return null
  const old = known.earlier.get(item.corrects)
  // In a shared commit more is seen than this sender may know of.
  if (!old || !within(sender.actor, old.division)) return visitUnknown({ id: item.corrects })
  if (old.correctedBy !== null && old.correctedBy !== item.id)
    return correctedAlready({ id: item.corrects, by: old.correctedBy })
  return old.householdId === item.householdId && old.roundId === item.roundId ? null : correctionOfOther()
}

interface Judging {
  known: Known
  sender: Sender
  now: Date
}
interface Place {
  round: StoredRound
  stay: Stay
  at: Date
}
interface Sound extends Place, Judged {
  index: number
  item: Visit
  sender: Sender
}

/** A knock at a door, or a day of them from a phone or a pile of paper. */
export const recordVisits = batchOperation({
  name: 'visits.visit.record',
  summary: { zh: '登记入户', en: 'Record visits' },
  kind: 'write',
  item: Visit,
  done: Receipt,
  max: BATCH_MAX,
  shares: () => true,
  load: knownTo,
  allow: mayRecord,
  async runMany(ctx, items, known, senders) {
    const verdicts: Array<Verdict<Receipt>> = new Array(items.length)
    const sound = items.flatMap((item, index) => {
      const judged = soundOf(item, index, { ctx, known, senders })
      if (!(judged instanceof Error)) return [judged]
      verdicts[index] = { ok: false, problem: judged }
      return []
    })
    const rows = sound.map((one) => visitRow(ctx.now, one))
    const arrivals = await keepVisits(ctx.tx, rows)
    const kept = sound.filter((_, nth) => arrivals[nth] === 'new')
    const followUps = await keepAnswers(ctx, kept)
    await addKeptBefore(
      ctx,
      followUps,
      sound.filter((_, nth) => arrivals[nth] === 'again').map(({ item }) => item.id),
    )
    sound.forEach(({ index, item, unanswered }, nth) => {
      const arrival = arrivals[nth]
      if (!arrival || arrival === 'taken') verdicts[index] = { ok: false, problem: idTaken({ id: item.id }) }
      else {
        const value = {
          id: item.id,
          arrival,
          receivedAt: ctx.now.toISOString(),
          followUps: (followUps.get(item.id) ?? []).map(({ id, kind }) => ({ id, kind })),
          unanswered,
        }
        verdicts[index] = { ok: true, arrival, value }
      }
    })
    tell(ctx, kept)
    return verdicts
  },
  audit(items, verdicts) {
    const done = verdicts.flatMap((verdict) => (verdict.ok ? [verdict] : []))
    return {
      count: items.length,
      ...(items.length === 1 && items[0] ? { subject: items[0].householdId } : {}),
      note: {
        new: done.filter(({ arrival }) => arrival === 'new').length,
        again: done.filter(({ arrival }) => arrival === 'again').length,
        refused: verdicts.length - done.length,
        followUps: done.reduce((sum, { value }) => sum + value.followUps.length, 0),
        first: items[0]?.id ?? null,
        round: items[0]?.roundId ?? null,
      },
    }
  },
})

interface Around {
  ctx: Ctx
  known: Known
  senders: readonly Sender[]
}
function soundOf(item: Visit, index: number, { ctx, known, senders }: Around): Sound | Problem {
  const sender = senders[index]
  const round = known.rounds.get(item.roundId)
  const stay = sender && placeFor(sender.actor, known.stays.get(item.householdId), item)
  if (!sender || !round || !stay || stay instanceof Error) throw new Error('visits: allowed without a place')
  const at = new Date(Date.parse(item.recordedAt) + (item.way === 'paper' ? 0 : sender.clockOffsetMs))
  const place = { round, stay, at }
  const problem = contentProblem(item, place, { known, sender, now: ctx.now })
  if (problem) return problem
  const judged = judgeSheets(item, round, known)
  return judged instanceof Error ? judged : { ...place, ...judged, index, item, sender }
}

function visitRow(now: Date, { item, round, stay, at, sender: { actor } }: Sound): NewVisit {
  const { id, householdId, outcome, way, note, corrects, why, voided, deviceSeq } = item
  return {
    county: actor.county,
    id,
    division: stay.division,
    round_id: round.id,
    household_id: householdId,
    outcome,
    way,
    note,
    corrects,
    why,
    voided,
    device_id: actor.deviceId,
    device_seq: actor.deviceId ? deviceSeq : null,
    recorded_by: actor.accountId,
    // Keyed, because the answers are somebody's health and whereabouts.
    digest: digestOf(item),
    recorded_at: new Date(item.recordedAt),
    occurred_at: at,
    received_at: now,
  }
}

type Opened = Map<string, Array<{ id: string; kind: Receipt['followUps'][number]['kind'] }>>

async function keepAnswers(ctx: Ctx, kept: readonly Sound[]): Promise<Opened> {
  const { sheets, followUps } = rowsOf(
    kept.map(({ item, stay, at, sender, questionnaire }) => ({
      ...answersIn(item, questionnaire),
      item,
      at,
      county: sender.actor.county,
      division: stay.division,
      questionnaire,
    })),
  )
  if (sheets.length > 0) meanwhile(ctx, keepSheets(ctx.tx, sheets))
  if (followUps.length > 0) meanwhile(ctx, keepFollowUps(ctx.tx, followUps))
  announce(ctx, inDivisions(FOLLOWED_UP, followUps))
  return Map.groupBy(followUps, ({ visit_id }) => visit_id) as Opened
}

async function addKeptBefore(ctx: Ctx, opened: Opened, again: readonly string[]): Promise<void> {
  if (again.length === 0) return
  const before = Map.groupBy(await listOpenedBy(ctx.tx, again), ({ visitId }) => visitId)
  for (const [visitId, rows] of before) opened.set(visitId, rows)
}

const inDivisions = (kind: string, rows: ReadonlyArray<{ id: string; division: string }>) =>
  [...Map.groupBy(rows, ({ division }) => division)].map(([division, own]) => ({
    kind,
    division,
    ids: own.map(({ id }) => id),
  }))

/** One announcement per village however many knocks; what a corrected visit had opened is looked at again. */
function tell(ctx: Ctx, kept: readonly Sound[]): void {
  announce(
    ctx,
    inDivisions(
      VISITED,
      kept.map(({ item: { id }, stay: { division } }) => ({ id, division })),
    ),
  )
}
