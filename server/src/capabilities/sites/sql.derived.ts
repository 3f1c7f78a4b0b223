import type { Tx } from '../../kernel/db.ts'
import type { Derivation } from '../../kernel/feed.ts'

/** Somebody is in a room until they move or leave, as long as their order holds, and no longer than until the next one comes. */
async function derive(tx: Tx, county: number): Promise<void> {
  await tx`
    with stay as (
      select l.id, l.division, l.site_id, l.room_id, l.id as lodging_id, l.order_id, l.beside is null as alone, l.at, l.received_at
      from sites.lodging l where l.county = ${county}
      union all
      select m.id, m.division, l.site_id, m.room_id, l.id, l.order_id, m.beside is null, m.at, m.received_at
      from sites.move m join sites.lodging l on l.county = m.county and l.id = m.lodging_id where m.county = ${county}),
    ended as materialized (
      select s.*, coalesce(lead(s.at) over (partition by s.lodging_id order by s.at, s.received_at, s.id), g.at) as closed_at,
        (select min(n.at) from stay n where n.room_id = s.room_id and n.alone and n.lodging_id <> s.lodging_id and n.at > s.at) as next_at
      from stay s left join sites.leaving g on g.county = ${county} and g.lodging_id = s.lodging_id),
    held as materialized (
      select order_id, ends_at from sites.orders(array(select distinct order_id from ended)))
    insert into sites.room_span (county, id, division, site_id, room_id, lodging_id, order_id, alone, during, closed)
    select ${county}, e.id, e.division, e.site_id, e.room_id, e.lodging_id, e.order_id, e.alone,
      tstzrange(e.at, greatest(e.at, least(h.ends_at, coalesce(e.closed_at, e.next_at)))), e.closed_at is not null
    from ended e join held h using (order_id)`
}

export const derivedRooms: Derivation = {
  tables: { 'sites.room_span': null },
  how: {
    zh: '入住、换房、离开与隔离命令:谁在哪间房、从何时到何时',
    en: 'lodgings, moves, leavings and orders: who is in which room from when to when',
  },
  // The end of an order moves the end of a stay when the room is next touched.
  catchUp: async (tx, county) => {
    await tx`select sites.settle_room(county, id) from sites.room where county = ${county} order by id`
  },
  derive,
}
