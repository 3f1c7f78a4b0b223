import type { Json, Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals, keepFact } from '../../kernel/facts.ts'
import type { Dated, Doubt, ReadingPlan, Slot } from './rules.readings.ts'
import type { ReadingRow } from './schema.readings.ts'

export interface NewReading {
  county: number
  id: string
  division: string
  order_id: string
  day: string
  slot: Slot
  temperature_c: number | null
  site: string | null
  symptoms: readonly string[]
  fever: boolean
  way: string
  doubt: Doubt | null
  corrects: string | null
  why: string | null
  voided: boolean
  device_id: string | null
  device_seq: number | null
  recorded_by: string | null
  recorded_at: Date
  occurred_at: Date
  received_at: Date
  digest: Buffer
}

/** One statement of one form for any number of rows. */
export async function keepReadings(tx: Tx, rows: readonly NewReading[]): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const kept = await tx<{ id: string }[]>`
    insert into isolation.reading (county, id, division, order_id, day, slot, temperature_c, site, symptoms, fever, way, doubt, corrects,
      why, voided, device_id, device_seq, recorded_by, recorded_at, occurred_at, received_at, digest)
    select county, id, division, order_id, day, slot, temperature_c, site, symptoms, fever, way, doubt, corrects, why, voided, device_id,
      device_seq, recorded_by, recorded_at, occurred_at, received_at, decode(digest, 'hex')
    from jsonb_to_recordset(${tx.json(rows.map(asJson))}) as sent (county integer, id uuid, division text, order_id uuid, day date,
      slot text, temperature_c numeric, site text, symptoms text[], fever boolean, way text, doubt text, corrects uuid, why text,
      voided boolean, device_id uuid, device_seq integer, recorded_by uuid, recorded_at timestamptz, occurred_at timestamptz,
      received_at timestamptz, digest text)
    on conflict do nothing returning id`
  return judgeArrivals(tx, 'isolation.reading', rows, new Set(kept.map(({ id }) => id)))
}

const asJson = ({ digest, ...same }: NewReading) => ({ ...same, digest: digest.toString('hex') })

export interface EarlierReading {
  id: string
  division: string
  orderId: string
  correctedBy: string | null
}
export async function findEarlierReadings(tx: Tx, ids: readonly string[]): Promise<Map<string, EarlierReading>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<EarlierReading[]>`
    select r.id, r.division, r.order_id as "orderId", later.id as "correctedBy" from isolation.reading r
    left join isolation.reading later on later.county = r.county and later.corrects = r.id
    where r.county = (select kernel.app_county()) and r.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

type Moments = 'occurredAt' | 'recordedAt' | 'receivedAt'
export type StoredReading = Omit<ReadingRow, Moments> & Record<Moments, Date> & { orderId: string }

const columns = (tx: Tx) => tx`r.id, r.order_id as "orderId", to_char(r.day, 'YYYY-MM-DD') as day, r.slot,
  r.temperature_c::float8 as "temperatureC", r.site, r.symptoms, r.fever, r.way, r.doubt, r.corrects, r.occurred_at as "occurredAt",
  r.recorded_at as "recordedAt", r.received_at as "receivedAt"`

/** Of these orders in these days (of all days without them), in the order they were taken. */
export function listReadings(tx: Tx, orderIds: readonly string[], days: { from: string; to: string } | null) {
  return tx<StoredReading[]>`
    select ${columns(tx)} from unnest(${[...orderIds]}::uuid[]) as wanted (id)
    cross join lateral (
      select * from isolation.reading_now n where n.county = (select kernel.app_county()) and n.order_id = wanted.id
        ${days ? tx`and n.day between ${days.from}::date and ${days.to}::date` : tx``}) r
    order by r.occurred_at, r.id`.execute()
}

interface Page {
  area: string
  before: { at: string; id: string } | null
  limit: number
}
export type DoubtfulRow = StoredReading & { division: string; kind: 'home' | 'central'; personId: string }
/** Newest first. */
export function listDoubtfulRows(tx: Tx, { area, before, limit }: Page): Promise<DoubtfulRow[]> {
  return tx<DoubtfulRow[]>`
    select ${columns(tx)}, r.division, o.kind, o.person_id as "personId" from isolation.reading_now r
    join isolation.opening o on o.county = r.county and o.id = r.order_id
    where r.county = (select kernel.app_county()) and r.doubt is not null and r.division >= ${area} and r.division < ${`${area}:`}
      ${before ? tx`and (r.received_at, r.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by r.received_at desc, r.id desc limit ${limit}`.execute()
}

export interface WatchedOrder {
  id: string
  division: string
  kind: 'home' | 'central'
  personId: string
  profile: string
  anchorOn: string
  startsAt: Date
  endsAt: Date
}
export async function findWatched(tx: Tx, orderId: string): Promise<WatchedOrder | null> {
  const [found] = await tx<WatchedOrder[]>`
    select o.id, o.division, o.kind, o.person_id as "personId", o.profile, to_char(o.anchor_on, 'YYYY-MM-DD') as "anchorOn",
      o.starts_at as "startsAt", coalesce(upper(s.during), o.starts_at) as "endsAt"
    from isolation.opening o join isolation.span s on s.county = o.county and s.order_id = o.id
    where o.county = (select kernel.app_county()) and o.id = ${orderId}`
  return found ?? null
}

/** The county's own, in the order they were made: a later one of the same day wins. */
export function listPlanRows(tx: Tx): Promise<Dated[]> {
  return tx<Dated[]>`
    select to_char(since, 'YYYY-MM-DD') as since, body from isolation.reading_plan
    where county = (select kernel.app_county()) order by since, received_at, id`.execute()
}

export interface NewPlan {
  county: number
  id: string
  since: string
  body: ReadingPlan
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}
export const keepPlan = (tx: Tx, row: NewPlan): Promise<Arrival> =>
  keepFact(tx, 'isolation.reading_plan', { ...row, body: tx.json(row.body as unknown as Json) })
