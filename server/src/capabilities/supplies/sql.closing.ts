import type { Tx } from '../../kernel/db.ts'

interface InUse {
  /** Lots that are there. */
  lots: number
  underWay: number
  slips: number
  lastAt: Date | null
}
/** What still hangs on a store. */
export const findInUse = async (tx: Tx, storeId: string): Promise<InUse> => {
  const [found] = await tx<InUse[]>`
    select
      (select count(*)::integer from supplies.shelf s
        where s.county = (select kernel.app_county()) and s.store_id = ${storeId} and s.quantity > 0) as lots,
      (select count(*)::integer from supplies.consignment c
        where c.county = (select kernel.app_county()) and (c.store_id = ${storeId} or c.to_store_id = ${storeId})
          and c.ended_at is null) as "underWay",
      (select count(*)::integer from supplies.slip p where p.county = (select kernel.app_county()) and p.store_id = ${storeId}
        and not exists (select from supplies.movement m where m.county = p.county and m.slip_id = p.id)
        and not exists (select from supplies.slip_end e where e.county = p.county and e.slip_id = p.id)) as slips,
      (select max(at) from supplies.movement m where m.county = (select kernel.app_county()) and m.store_id = ${storeId}) as "lastAt"`
  return found ?? { lots: 0, underWay: 0, slips: 0, lastAt: null }
}
