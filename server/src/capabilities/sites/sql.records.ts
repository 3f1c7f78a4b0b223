import type { Tx } from '../../kernel/db.ts'
import type { RecordKind } from './schema.records.ts'
import { before, type Position } from './sql.work.ts'

export interface FoundRecord {
  siteId: string
  at: Date
}
export async function findRecord(tx: Tx, kind: RecordKind, id: string): Promise<FoundRecord | null> {
  const [found] = await tx<FoundRecord[]>`
    select site_id as "siteId", at from sites.record where county = (select kernel.app_county()) and kind = ${kind} and id = ${id}`
  return found ?? null
}

export async function isTakenBack(tx: Tx, kind: RecordKind, id: string): Promise<boolean> {
  const [found] = await tx`
    select from sites.taking_back where county = (select kernel.app_county()) and kind = ${kind} and record_id = ${id}`
  return found !== undefined
}

export interface RecordDetails {
  id: string
  kind: RecordKind
  at: Date
  what: string
  amount: number
  unit: string | null
  accountId: string | null
  backAt: Date | null
  backWhy: 'twice' | 'wrong-number' | 'wrong-time' | 'wrong-place' | 'never-happened' | null
  backBy: string | null
}
/** Neither counts once its ride is taken back; of an arrival whose vehicle was cleaned since, the cleaning has to go first. */
export async function isCleanedAfter(tx: Tx, arrivalId: string): Promise<boolean> {
  const [found] = await tx`
    select from sites.transfer_arrival a join sites.cleaning_now c on c.county = a.county and c.transfer_id = a.transfer_id
    where a.county = (select kernel.app_county()) and a.id = ${arrivalId}`
  return found !== undefined
}

/** Newest first; of each kind no more is read than a page holds. */
export function listRecordRows(tx: Tx, siteId: string, after: Position | null, limit: number) {
  const part = (columns: ReturnType<Tx>, table: string) => tx`(
    select f.id, ${columns}, f.at, f.recorded_by, null::uuid as ride_id from ${tx(table)} f
    where f.county = (select kernel.app_county()) and f.site_id = ${siteId} ${before(tx, after)}
    order by f.at desc, f.id desc limit ${limit})`
  const step = (columns: ReturnType<Tx>, table: string) => tx`(
    select f.id, ${columns}, f.at, f.recorded_by, f.transfer_id from ${tx(table)} f
    join sites.transfer r on r.county = f.county and r.id = f.transfer_id
    join sites.vehicle v on v.county = r.county and v.id = r.vehicle_id
    where f.county = (select kernel.app_county()) and r.site_id = ${siteId} ${before(tx, after)}
    order by f.at desc, f.id desc limit ${limit})`
  return tx<RecordDetails[]>`
    select distinct on (f.at, f.id) f.id, f.kind, f.at, f.what, f.amount::float8 as amount, f.unit, f.recorded_by as "accountId", t.at as "backAt",
      t.why as "backWhy", t.recorded_by as "backBy"
    from (
      ${part(tx`'meal' as kind, f.meal as what, f.portions::numeric as amount, null::text as unit`, 'sites.meal')}
      union all ${part(tx`'activity', f.title, f.persons, null`, 'sites.activity')}
      union all ${part(tx`'goods', f.item, f.quantity, f.unit`, 'sites.goods_use')}
      union all ${part(tx`'disinfection', f.agent, f.mg_per_litre, null`, 'sites.disinfection')}
      union all (
        select f.id, 'ride', v.label || ' → ' || f.to_place, cardinality(f.crew), null, f.at, f.recorded_by, null
        from sites.transfer f join sites.vehicle v on v.county = f.county and v.id = f.vehicle_id
        where f.county = (select kernel.app_county()) and f.site_id = ${siteId} ${before(tx, after)}
        order by f.at desc, f.id desc limit ${limit})
      union all ${step(tx`'arrival', v.label || ' → ' || r.to_place, cardinality(r.crew), null`, 'sites.transfer_arrival')}
      union all ${step(tx`'cleaning', v.label || ' · ' || f.agent, f.mg_per_litre, null`, 'sites.vehicle_cleaning')}) f
    left join sites.taking_back t on t.county = (select kernel.app_county())
      and (t.kind = f.kind and t.record_id = f.id or t.kind = 'ride' and t.record_id = f.ride_id)
    order by f.at desc, f.id desc, t.at limit ${limit}`.execute()
}
