import type { Tx } from '../../kernel/db.ts'

export interface Order {
  orderId: string
  person: string
  startsAt: Date
  endsAt: Date
}
/** Orders of central isolation that the reader may know of, with those that follow them without a gap. */
export async function findOrders(tx: Tx, ids: readonly string[]): Promise<Map<string, Order>> {
  const rows = await tx<Order[]>`
    select o.order_id as "orderId", o.person, o.starts_at as "startsAt", o.ends_at as "endsAt"
    from sites.orders(${[...new Set(ids)]}::uuid[]) o
    where o.kind = 'central' and exists (
      select from isolation.published_orders p where p.county = (select kernel.app_county()) and p.order_id = o.order_id)`
  return new Map(rows.map((row) => [row.orderId, row]))
}

/** Who of them lives in a room of the county at their moment or later. */
export async function findLodged(tx: Tx, asked: ReadonlyArray<{ person: string; at: string }>): Promise<Set<string>> {
  const persons = asked.map(({ person }) => person)
  const rows = await tx<{ person: string }[]>`
    select person from sites.lodged(${persons}::uuid[], ${asked.map(({ at }) => at)}::timestamptz[]) person`
  return new Set(rows.map(({ person }) => person))
}

/** Which of these ids are there already. */
export async function findKept(tx: Tx, table: `sites.${string}`, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select id from ${tx(table)} where county = (select kernel.app_county()) and id = any (${ids as string[]}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}

export interface Lodging {
  id: string
  siteId: string
  personId: string | null
  orderId: string
  at: Date
  leftAt: Date | null
}
export async function findLodging(tx: Tx, id: string): Promise<Lodging | null> {
  const [found] = await tx<Lodging[]>`
    select l.id, l.site_id as "siteId", l.person_id as "personId", l.order_id as "orderId", l.at, gone.at as "leftAt"
    from sites.lodging l left join sites.leaving gone on gone.county = l.county and gone.lodging_id = l.id
    where l.county = (select kernel.app_county()) and l.id = ${id}`
  return found ?? null
}

export interface LodgerDetails {
  lodgingId: string
  orderId: string
  personId: string | null
  roomId: string
  room: string
  since: Date
  until: Date
  beside: string | null
  ground: string | null
  needs: string[]
  lastCounselledAt: Date | null
  counsellingDueOn: string | null
}
export interface LodgerQuery {
  siteId: string
  moment: Date
  after: string | null
  limit: number
}
/** Everybody who is in a room of the site at a moment. */
export const listLodgerRows = (tx: Tx, { siteId, moment, after, limit }: LodgerQuery) => tx<LodgerDetails[]>`
  select l.id as "lodgingId", l.order_id as "orderId", l.person_id as "personId", s.room_id as "roomId", r.label as room, l.at as since, s.until,
    m.beside, m.ground, coalesce(d.needs, '{}') as needs, c.at as "lastCounselledAt",
    to_char(c.due_on, 'YYYY-MM-DD') as "counsellingDueOn"
  from sites.spans(array[${siteId}::uuid]) s
  join sites.lodging l on l.county = (select kernel.app_county()) and l.id = s.lodging_id
  join sites.room r on r.county = l.county and r.id = s.room_id
  cross join lateral (
    select beside, ground from (
      select beside, ground, at from sites.move m where m.county = l.county and m.lodging_id = l.id and m.at <= ${moment}
      union all select l.beside, l.ground, l.at) placed
    order by placed.at desc limit 1) m
  left join lateral (
    select needs from sites.diet d where d.county = l.county and d.lodging_id = l.id and d.at <= ${moment}
    order by d.at desc, d.received_at desc, d.id desc limit 1) d on true
  left join lateral (
    select at, due_on from sites.counselling c where c.county = l.county and c.lodging_id = l.id and c.at <= ${moment}
    order by c.at desc, c.received_at desc, c.id desc limit 1) c on true
  where s.since <= ${moment} and s.until > ${moment} ${after ? tx`and l.id > ${after}` : tx``}
  order by l.id limit ${limit}`

/** What the reader may know of orders that somebody lives here under. */
export const listObserved = (tx: Tx, orderIds: readonly string[]) => tx<
  Array<{ orderId: string; profile: string; startsAt: Date; endsAt: Date }>
>`
  select order_id as "orderId", profile, starts_at as "startsAt", ends_at as "endsAt" from isolation.published_orders
  where county = (select kernel.app_county()) and order_id = any (${orderIds as string[]}::uuid[])`

export interface ExpectedRow {
  orderId: string
  personId: string
  village: string
  startsAt: Date
  endsAt: Date
}
export interface ExpectedQuery {
  moment: Date
  after: { at: string; id: string } | null
  limit: number
}
/** Under an order of central isolation at a moment, and in no room. */
export const listExpectedRows = (tx: Tx, { moment, after, limit }: ExpectedQuery) => tx<ExpectedRow[]>`
  select o.order_id as "orderId", o.person as "personId", o.village, o.starts_at as "startsAt", o.ends_at as "endsAt"
  from isolation.published_orders o
  where o.county = (select kernel.app_county()) and o.kind = 'central' and o.starts_at <= ${moment} and o.ends_at > ${moment}
    and not exists (select from sites.lodged(array[o.person], array[${moment}::timestamptz]))
    ${after ? tx`and (o.starts_at, o.order_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by o.starts_at desc, o.order_id desc limit ${limit}`
