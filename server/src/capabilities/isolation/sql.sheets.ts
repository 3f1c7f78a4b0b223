import type { Tx } from '../../kernel/db.ts'
import type { Kind } from './rules.ts'
import type { NewSlip } from './sql.slips.ts'
import { orderColumns, type StoredOrder } from './sql.ts'

/** By the last twelve digits of its id, at most two: the second says that the first is not alone. */
export function findOrdersByTail(tx: Tx, tail: string): Promise<Array<{ id: string; division: string }>> {
  return tx<Array<{ id: string; division: string }>>`
    select id, division from isolation.opening where county = (select kernel.app_county()) and right(id::text, 12) = ${tail} limit 2`
}

interface Together {
  area: string
  kinds: readonly Kind[]
  documentNo: string | null
  moment: Date
  limit: number
}
/** Who stands under one document, or in one area, at a moment. */
export function listTogether(tx: Tx, { area, kinds, documentNo, moment, limit }: Together): Promise<StoredOrder[]> {
  return tx<StoredOrder[]>`
    select ${orderColumns(tx)} from isolation.span s
    join isolation.order_now o on o.county = s.county and o.id = s.order_id
    where s.county = (select kernel.app_county()) and lower(s.during) <= ${moment} and upper(s.during) > ${moment}
      and s.kind = any(${[...kinds]}::text[]) and s.division >= ${area} and s.division < ${`${area}:`}
      ${documentNo === null ? tx`` : tx`and o.document_no = ${documentNo}`}
    order by s.division, s.order_id limit ${limit}`
}

/** How many were kept: each code is printed once. */
export async function keepSlips(tx: Tx, rows: readonly NewSlip[]): Promise<number> {
  const kept = await tx`insert into isolation.slip ${tx([...rows] as never[])} on conflict do nothing returning id`
  return kept.length
}
