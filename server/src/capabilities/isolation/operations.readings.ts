import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, type Sender, type Verdict, within } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { type FoundFever, isFever, openFevers } from '../cases/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { collectingEnded } from '../retention/index.ts'
import { mayCorrect, mayRead } from './policy.readings.ts'
import {
  correctedBefore,
  readingOfOther,
  readingUnknown,
  symptomNotAsked,
  temperatureNeeded,
} from './problems.readings.ts'
import { orderUnknown } from './problems.ts'
import { isAbnormal, placeReading } from './rules.readings.ts'
import { Reading, ReadingReceipt } from './schema.readings.ts'
import { BATCH_MAX } from './schema.ts'
import { type EarlierReading, findEarlierReadings, keepReadings, type NewReading } from './sql.readings.ts'
import { findOrders, type StoredOrder } from './sql.ts'
import { checksPerDay, symptomsOf, type Watch, watchOf } from './watching.ts'

export const READ = 'reading'

interface Known {
  orders: ReadonlyMap<string, StoredOrder>
  earlier: ReadonlyMap<string, EarlierReading>
  watch: Watch
  ended: ReadonlyMap<string, (at: Date) => Problem | null>
}

async function knownTo(ctx: Ctx, items: readonly Reading[]): Promise<Known> {
  const [orders, earlier, watch] = await Promise.all([
    findOrders(
      ctx.tx,
      items.map(({ orderId }) => orderId),
    ),
    findEarlierReadings(
      ctx.tx,
      items.flatMap(({ corrects }) => corrects ?? []),
    ),
    watchOf(ctx),
  ])
  const diseases = new Set([...orders.values()].flatMap(({ profile }) => watch.profiles.get(profile)?.disease ?? []))
  const ended = await Promise.all([...diseases].map(async (one) => [one, await collectingEnded(ctx, one)] as const))
  return { orders, earlier, watch, ended: new Map(ended) }
}

function maySend(actor: Sender['actor'], { orders }: Known, item: Reading): boolean | Problem {
  const order = orders.get(item.orderId)
  // Found under a shared commit's wider scope, another area's order is still unknown to this sender.
  if (!order || !within(actor, order.division)) {
    return mayCorrect(actor, actor.division) && orderUnknown({ id: item.orderId })
  }
  // The system alone: somebody gives a reading by a link of their own.
  if (actor.kind === 'system') return item.way === 'self' && item.corrects === null
  return item.corrects === null ? mayRead(actor, order.division) : mayCorrect(actor, order.division)
}

function contentProblem(item: Reading, order: StoredOrder, { known, sender }: Judging): Problem | null {
  const { watch, earlier } = known
  if (!item.voided) {
    const profile = watch.profiles.get(order.profile)
    const asked = symptomsOf(profile)
    const strange = asked.length > 0 ? item.symptoms.find((code) => !asked.includes(code)) : undefined
    if (strange) return symptomNotAsked({ symptom: strange })
    if (item.temperatureC === null && profile?.body.fever) return temperatureNeeded()
  }
  if (item.corrects === null) return null
  const old = earlier.get(item.corrects)
  // In a shared commit more is seen than this sender may know of.
  if (!old || !within(sender.actor, old.division)) return readingUnknown({ id: item.corrects })
  if (old.orderId !== item.orderId) return readingOfOther()
  return old.correctedBy !== null && old.correctedBy !== item.id
    ? correctedBefore({ id: item.corrects, by: old.correctedBy })
    : null
}

interface Sound {
  at: number
  order: StoredOrder
  row: NewReading
}

/** A temperature and what somebody complains of: one, or a fortnight of a village's paper. The time alone never refuses one. */
export const recordReadings = batchOperation({
  name: 'isolation.reading.record',
  summary: { zh: '登记体温与症状', en: 'Record temperatures and symptoms' },
  kind: 'write',
  item: Reading,
  done: ReadingReceipt,
  max: BATCH_MAX,
  shares: () => true,
  load: knownTo,
  allow: maySend,
  async runMany(ctx, items, known, senders) {
    const verdicts: Array<Verdict<ReadingReceipt>> = new Array(items.length)
    const sound: Sound[] = []
    items.forEach((item, at) => {
      const order = known.orders.get(item.orderId)
      const sender = senders[at]
      if (!order || !sender) throw new Error('isolation: allowed without an order')
      const judging = { known, sender, now: ctx.now }
      const row = readingOf(item, order, judging)
      const problem = contentProblem(item, order, judging) ?? endedFor(known, order)?.(row.occurred_at) ?? null
      if (problem) verdicts[at] = { ok: false, problem }
      else sound.push({ at, order, row })
    })
    const arrivals = await keepReadings(
      ctx.tx,
      sound.map(({ row }) => row),
    )
    const kept = sound.filter((_, nth) => arrivals[nth] !== 'taken')
    const cases = await handOver(ctx, kept, known)
    sound.forEach(({ at, row }, nth) => {
      const arrival = arrivals[nth]
      if (!arrival || arrival === 'taken') verdicts[at] = { ok: false, problem: idTaken({ id: row.id }) }
      else verdicts[at] = { ok: true, arrival, value: receiptOf(row, arrival, cases.get(row.id) ?? null) }
    })
    tell(
      ctx,
      sound.filter((_, nth) => arrivals[nth] === 'new').map(({ row }) => row),
    )
    return verdicts
  },
  audit(items, verdicts) {
    const done = verdicts.flatMap((verdict) => (verdict.ok ? [verdict] : []))
    return {
      count: items.length,
      ...(items.length === 1 && items[0] ? { subject: items[0].orderId } : {}),
      note: {
        new: done.filter(({ arrival }) => arrival === 'new').length,
        again: done.filter(({ arrival }) => arrival === 'again').length,
        refused: verdicts.length - done.length,
        abnormal: done.filter(({ value }) => value.abnormal).length,
        first: items[0]?.id ?? null,
      },
    }
  },
})

const endedFor = ({ ended, watch }: Known, { profile }: StoredOrder) =>
  ended.get(watch.profiles.get(profile)?.disease ?? '')

interface Judging {
  known: Known
  sender: Sender
  now: Date
}
function readingOf(item: Reading, order: StoredOrder, { known, sender, now }: Judging): NewReading {
  const { watch } = known
  const profile = watch.profiles.get(order.profile)
  const { at, day, slot, doubt } = placeReading(
    { recordedAt: item.recordedAt, day: item.day, slot: item.slot, onPaper: item.way === 'paper' },
    {
      plan: watch.planOn(item.day ?? dayInChina(now)),
      checksPerDay: checksPerDay(profile),
      span: { from: order.startsAt, till: order.endsAt },
      clockOffsetMs: sender.clockOffsetMs,
      receivedAt: now,
    },
  )
  const { temperatureC, site } = item
  return {
    county: sender.actor.county,
    id: item.id,
    division: order.division,
    order_id: order.id,
    day,
    slot,
    temperature_c: temperatureC,
    site: temperatureC === null ? null : site,
    symptoms: item.symptoms,
    fever: temperatureC !== null && profile !== undefined && isFever(profile, { temperatureC, site }),
    way: item.way,
    doubt,
    corrects: item.corrects,
    why: item.why,
    voided: item.voided,
    device_id: sender.actor.deviceId,
    device_seq: sender.actor.deviceId ? item.deviceSeq : null,
    recorded_by: sender.actor.accountId,
    recorded_at: new Date(item.recordedAt),
    occurred_at: at,
    received_at: now,
    // Keyed, because a temperature of somebody could be tried out.
    digest: digestOf(item),
  }
}

const isHandedOver = (row: NewReading): boolean => !row.voided && isAbnormal(row)

/** In the transaction of the reading: what is abnormal reaches the designated hospital, or the reading is not kept either. */
async function handOver(ctx: Ctx, kept: readonly Sound[], { watch }: Known): Promise<Map<string, string>> {
  const abnormal = kept.filter(({ row }) => isHandedOver(row))
  const opened = await openFevers(
    ctx,
    abnormal.map(
      ({ row, order }): FoundFever => ({
        origin: { kind: 'reading', id: row.id },
        personId: order.personId,
        division: order.division,
        at: row.occurred_at,
        temperatureC: row.temperature_c,
        site: row.site as 'axillary' | null,
        symptoms: row.symptoms,
        disease: watch.profiles.get(order.profile)?.disease ?? 'covid-19',
      }),
    ),
  ).catch((error) => {
    // Refused for one of many, it must not be refused for all: then each is tried by itself.
    throw kept.length > 1 ? new Error('isolation: a hand-over was refused', { cause: error }) : error
  })
  return new Map(abnormal.map(({ row }, nth) => [row.id, opened[nth]?.caseId ?? '']))
}

const receiptOf = (row: NewReading, arrival: 'new' | 'again', caseId: string | null): ReadingReceipt => ({
  id: row.id,
  arrival,
  receivedAt: row.received_at.toISOString(),
  day: row.day,
  slot: row.slot,
  abnormal: isHandedOver(row),
  doubt: row.doubt,
  caseId,
})

/** One announcement per village however many readings. */
function tell(ctx: Ctx, rows: readonly NewReading[]): void {
  const byDivision = Map.groupBy(rows, ({ division }) => division)
  announce(
    ctx,
    [...byDivision].map(([division, own]) => ({ kind: READ, division, ids: own.map(({ id }) => id) })),
  )
}
