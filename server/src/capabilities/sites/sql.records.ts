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
/** Newest first; of each kind no more is read than a page holds. */
export function listRecordRows(tx: Tx, siteId: string, after: Position | null, limit: number) {
  const part = (columns: ReturnType<Tx>, table: string) => tx`(
    select f.id, ${columns}, f.at, f.recorded_by from ${tx(table)} f
    where f.county = (select kernel.app_county()) and f.site_id = ${siteId} ${before(tx, after)}
    order by f.at desc, f.id desc limit ${limit})`
  return tx<RecordDetails[]>`
    select f.id, f.kind, f.at, f.what, f.amount::float8 as amount, f.unit, f.recorded_by as "accountId", t.at as "backAt",
      t.why as "backWhy", t.recorded_by as "backBy"
    from (
      ${part(tx`'meal' as kind, f.meal as what, f.portions::numeric as amount, null::text as unit`, 'sites.meal')}
      union all ${part(tx`'activity', f.title, f.persons, null`, 'sites.activity')}
      union all ${part(tx`'goods', f.item, f.quantity, f.unit`, 'sites.goods_use')}
      union all ${part(tx`'disinfection', f.agent, f.mg_per_litre, null`, 'sites.disinfection')}) f
    left join sites.taking_back t on t.county = (select kernel.app_county()) and t.kind = f.kind and t.record_id = f.id
    order by f.at desc, f.id desc limit ${limit}`.execute()
}
