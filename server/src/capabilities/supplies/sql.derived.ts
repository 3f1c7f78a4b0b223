import type { Tx } from '../../kernel/db.ts'
import type { Derivation } from '../../kernel/feed.ts'

async function derive(tx: Tx, county: number): Promise<void> {
  await tx`
    with counted as (
      select m.store_id, l.item as item_id, l.lot as lot_id, max(m.at) as at from supplies.movement m
      cross join lateral jsonb_to_recordset(m.lines) l (item uuid, lot uuid)
      where m.county = ${county} and m.kind = 'counted' group by 1, 2, 3),
    moved as (
      select store_id, item_id, lot_id, sum(quantity) as quantity from supplies.leg
      where county = ${county} and store_id is not null group by 1, 2, 3)
    insert into supplies.shelf (county, store_id, item_id, lot_id, division, quantity, counted_at)
    select s.county, s.id, item_id, lot_id, s.division, coalesce(m.quantity, 0), c.at
    from moved m full join counted c using (store_id, item_id, lot_id)
    join supplies.store s on s.county = ${county} and s.id = store_id`
  await tx`
    with undone as (
      select reverses_id as id, id as by_id, at from supplies.movement where county = ${county} and kind = 'reversed'),
    arrival as (
      select a.consignment_id, a.id, a.at, a.lines from supplies.movement a
      where a.county = ${county} and a.kind = 'arrived' and not exists (select from undone u where u.id = a.id))
    insert into supplies.consignment (county, id, division, to_division, store_id, to_store_id, sent_at, lines, document_no, end_id, ended_at,
      arrived)
    select m.county, m.id, m.division, s.division, m.store_id, m.to_store_id, m.at, m.lines, m.document_no, coalesce(a.id, u.by_id),
      coalesce(a.at, u.at), a.lines
    from supplies.movement m
    join supplies.store s on s.county = m.county and s.id = m.to_store_id
    left join arrival a on a.consignment_id = m.id
    left join undone u on u.id = m.id
    where m.county = ${county} and m.kind = 'sent'`
}

export const derivedStock: Derivation = {
  tables: { 'supplies.shelf': null, 'supplies.consignment': null },
  how: {
    zh: '出入库流水:每个货架现有多少,哪批货在途',
    en: 'the ledger of movements: what is on each shelf, and what is under way',
  },
  derive,
}
