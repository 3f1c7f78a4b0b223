import { meanwhile } from '../../kernel/db.ts'
import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, type Sender, type Verdict, within } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { isFever, type Profile, profilesInForce } from '../cases/index.ts'
import { enrolMany, expectMet, listMet } from '../people/index.ts'
import { type CheckpointStanding, recentCheckpoints } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { collectingEnded } from '../retention/index.ts'
import { mayScreenAt } from './policy.ts'
import {
  checkpointClosed,
  checkpointUnknown,
  inFuture,
  notThisCheckpoint,
  personUnknown,
  reasonNeeded,
  temperatureNeeded,
} from './problems.ts'
import { needsReason, occurredAt } from './rules.ts'
import { BATCH_MAX, Passage, PassageReceipt, type Receipt } from './schema.ts'
import { keepHandOvers, keepPassages, type NewPassage, type NewTally } from './sql.ts'
import { keepKept, keptAmong } from './under-order.ts'

/** What checkpoints are set up against. */
const DISEASE = 'covid-19'

type Stations = Map<string, CheckpointStanding>

/** Told apart from "not allowed", because an offline phone should try again when the checkpoint has reached the server. */
export function mayRecord(actor: Ctx['actor'], stations: Stations, checkpointId: string): boolean | Problem {
  const station = stations.get(checkpointId)
  // Found under a shared commit's wider scope, another area's checkpoint is still unknown to this sender.
  if (!station || !within(actor, station.division)) return checkpointUnknown({ id: checkpointId })
  return mayScreenAt(actor, station) || notThisCheckpoint({ id: checkpointId })
}

/** What makes the time of a record impossible, whoever sends it; the device's clock alone never does. */
export function timeProblem(station: CheckpointStanding, occurred: Date, now: Date): Problem | null {
  if (isAhead(occurred, now)) return inFuture({ occurredAt: occurred.toISOString(), now: now.toISOString() })
  if (station.closedAt && occurred > station.closedAt) {
    return checkpointClosed({ id: station.id, closedAt: station.closedAt.toISOString() })
  }
  return null
}

export const stationsOf = (ctx: Ctx, items: ReadonlyArray<{ checkpointId: string }>) =>
  recentCheckpoints(ctx, [...new Set(items.map(({ checkpointId }) => checkpointId))])

/** Nearly everybody who is named has been met, so that is taken for granted until the database says otherwise. */
function metAmong(ctx: Ctx, persons: readonly string[]): Promise<ReadonlySet<string>> | ReadonlySet<string> {
  if (ctx.contested) return listMet(ctx.tx, persons)
  expectMet(ctx, persons)
  return new Set(persons)
}

/** One person screened, or a thousand: the hot path of the whole product, so everything in it is set-based. */
export const recordPassages = batchOperation({
  name: 'checkpoints.passage.record',
  summary: { zh: '登记过卡人员', en: 'Record people screened at a checkpoint' },
  kind: 'write',
  item: Passage,
  done: PassageReceipt,
  max: BATCH_MAX,
  // A new identity is looked for and kept within its sender's own area, so it stands alone.
  shares: ({ traveller }) => traveller === null || 'personId' in traveller,
  async load(ctx, items) {
    const named = items.flatMap(({ traveller }) => (traveller && 'personId' in traveller ? [traveller.personId] : []))
    const [stations, profiles, met, ended] = await Promise.all([
      stationsOf(ctx, items),
      profilesInForce(ctx, DISEASE),
      metAmong(ctx, named),
      collectingEnded(ctx, DISEASE),
    ])
    return { stations, profiles, met, ended }
  },
  allow: (actor, { stations }, item) => mayRecord(actor, stations, item.checkpointId),
  async runMany(ctx, items, { stations, profiles, met, ended }, senders) {
    const verdicts: Array<Verdict<PassageReceipt>> = new Array(items.length)
    const sound: Sound[] = []
    items.forEach((item, at) => {
      const station = stations.get(item.checkpointId)
      if (!station) throw new Error('checkpoints: allowed without a station')
      const sender = senderOf(senders, at)
      const occurred = occurredAt(item.recordedAt, sender.clockOffsetMs)
      const problem = timeProblem(station, occurred, ctx.now) ?? ended(occurred) ?? contentProblem(item, met)
      if (problem) verdicts[at] = { ok: false, problem }
      else sound.push({ at, item, occurred, station, sender })
    })
    const persons = await enrolTravellers(ctx, sound, verdicts)
    const kept = sound.filter(({ at }) => !verdicts[at])
    const rows = kept.map((one) =>
      passageRow(one, { personId: persons.get(one.at) ?? null, profile: profiles(one.occurred) }),
    )
    // Before the rows go in: a statement that waits for an answer must not stand behind one that may fail with the commit.
    const underOrder = await keptAmong(ctx, rows)
    const arrivals = await keepPassages(ctx, rows)
    kept.forEach(({ at, item }, index) => {
      const row = rows[index]
      const arrival = arrivals[index]
      if (!row || !arrival || arrival === 'taken') verdicts[at] = { ok: false, problem: idTaken({ id: item.id }) }
      else
        verdicts[at] = {
          ok: true,
          arrival,
          value: receiptOf(ctx, row, { arrival, underOrder: underOrder.get(row.id)?.kind ?? null }),
        }
    })
    const fresh = rows.filter((_, index) => arrivals[index] === 'new')
    tell(ctx, 'passage', fresh)
    keepKept(ctx, fresh, underOrder)
    return verdicts
  },
  audit: auditBatch,
})

export function auditBatch(
  items: ReadonlyArray<{ id: string; checkpointId: string }>,
  verdicts: ReadonlyArray<Verdict<Receipt>>,
) {
  const done = verdicts.filter((verdict) => verdict.ok)
  const only = items.length === 1 ? items[0] : undefined
  return {
    count: items.length,
    ...(only ? { subject: only.id } : {}),
    note: {
      new: done.filter((verdict) => verdict.arrival === 'new').length,
      again: done.filter((verdict) => verdict.arrival === 'again').length,
      refused: verdicts.length - done.length,
      first: items[0]?.id ?? null,
      checkpoint: items[0]?.checkpointId ?? null,
    },
  }
}

function contentProblem(item: Passage, met: ReadonlySet<string>): Problem | null {
  const { traveller } = item
  if (traveller && 'personId' in traveller && !met.has(traveller.personId))
    return personUnknown({ id: traveller.personId })
  if (needsReason(item.decision) && item.reason === null) return reasonNeeded()
  if (item.decision === 'pass' && item.temperatureC === null) return temperatureNeeded()
  return null
}

/**
 * Never the passage's own id: a person would go on being known by it, and tell where they passed long after that was forgotten.
 * Keyed, so that one cannot be worked out from the other.
 */
const travellerId = (passageId: string): string => idFrom('checkpoints.traveller', digestOf(passageId).toString('hex'))

/** The person behind each passage; a traveller whose identity cannot be right is refused, with the reason, and only that passage. */
async function enrolTravellers(
  ctx: Ctx,
  sound: readonly Sound[],
  verdicts: Array<Verdict<PassageReceipt>>,
): Promise<Map<number, string>> {
  const persons = new Map<number, string>()
  const strangers = sound.flatMap(({ at, item, occurred, station }) => {
    const { traveller, plate } = item
    if (traveller && 'personId' in traveller) persons.set(at, traveller.personId)
    else if (traveller && (traveller.name || traveller.document || traveller.phone)) {
      const id = travellerId(item.id)
      return [{ at, id, division: station.division, recordedAt: occurred, ...traveller, plate }]
    }
    return []
  })
  if (strangers.length === 0) return persons
  const enrolled = await enrolMany(
    ctx,
    strangers.map(({ at: _, ...traveller }) => traveller),
  )
  strangers.forEach(({ at }, index) => {
    const verdict = enrolled[index]
    if (verdict?.ok) persons.set(at, verdict.value.personId)
    else if (verdict) verdicts[at] = verdict
  })
  return persons
}

/** A passage that can have happened. */
interface Sound {
  at: number
  item: Passage
  occurred: Date
  station: CheckpointStanding
  sender: Sender
}

export function senderOf(senders: readonly Sender[], at: number): Sender {
  const sender = senders[at]
  if (!sender) throw new Error('checkpoints: an item without a sender')
  return sender
}

function passageRow(
  { item, occurred, station, sender: { actor } }: Sound,
  { personId, profile }: { personId: string | null; profile: Profile },
): NewPassage {
  return {
    county: actor.county,
    id: item.id,
    division: station.division,
    checkpoint_id: item.checkpointId,
    shift_id: item.shiftId,
    device_id: actor.deviceId,
    device_seq: actor.deviceId ? item.deviceSeq : null,
    recorded_by: actor.accountId,
    // Keyed, because the item holds an identity number: a plain hash of it could be tried out.
    digest: digestOf(item),
    recorded_at: new Date(item.recordedAt),
    occurred_at: occurred,
    direction: item.direction,
    person_id: personId,
    vehicle_id: item.vehicleId,
    temperature_c: item.temperatureC,
    site: item.site,
    symptoms: item.symptoms,
    from_code: item.fromCode,
    to_division: item.toDivision,
    decision: item.decision,
    reason: item.reason,
    from_tally_id: item.fromTallyId,
    profile: profile.code,
    fever: item.temperatureC !== null && isFever(profile, { temperatureC: item.temperatureC, site: item.site }),
  }
}

function receiptOf(
  { now }: Ctx,
  row: NewPassage,
  said: Pick<PassageReceipt, 'arrival' | 'underOrder'>,
): PassageReceipt {
  return { id: row.id, receivedAt: now.toISOString(), fever: row.fever, handOverId: row.fever ? row.id : null, ...said }
}

/** One announcement per division however many facts; every new fever opens a hand-over in the same transaction. */
export function tell(ctx: Ctx, kind: string, rows: ReadonlyArray<NewPassage | NewTally>): void {
  const ids = new Map<string, string[]>()
  for (const { division, id } of rows) {
    const so = ids.get(division)
    if (so) so.push(id)
    else ids.set(division, [id])
  }
  announce(
    ctx,
    [...ids].map(([division, all]) => ({ kind, division, ids: all })),
  )
  const fevers = rows.filter((row) => 'fever' in row && row.fever)
  if (fevers.length === 0) return
  const opened = fevers.map(({ county, id, division, checkpoint_id, occurred_at }) => ({
    county,
    id,
    division,
    checkpoint_id,
    opened_at: occurred_at,
  }))
  meanwhile(ctx, keepHandOvers(ctx.tx, opened))
  announce(
    ctx,
    fevers.map(({ id, division }) => ({ kind: 'hand-over', division, ids: [id] })),
  )
}
