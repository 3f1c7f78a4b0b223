import { randomUUID } from 'node:crypto'
import type { Ctx, Role } from '../../kernel/operation.ts'
import { openName } from './sql.ts'

export interface SeatRow {
  id: string
  division: string
  role: Role
  placeId: string | null
  title: string
  openedAt: Date
  closedAt: Date | null
}
export interface OccupancyRow {
  occupancyId: string
  seatId: string
  accountId: string
  name: string | null
  beginsAt: Date
  endsAt: Date | null
}

const seatColumns = (ctx: Ctx) => ctx.tx`s.id, s.division, s.role, s.place_id as "placeId", s.title,
  s.opened_at as "openedAt", s.closed_at as "closedAt"`

export async function findSeat(ctx: Ctx, id: string): Promise<SeatRow | null> {
  const rows = await ctx.tx<SeatRow[]>`
    select ${seatColumns(ctx)} from access.seat s where s.county = ${ctx.actor.county} and s.id = ${id}`
  return rows[0] ?? null
}

export async function findSeats(ctx: Ctx, ids: readonly string[]): Promise<SeatRow[]> {
  return ctx.tx<SeatRow[]>`
    select ${seatColumns(ctx)} from access.seat s where s.county = ${ctx.actor.county} and s.id = any(${[...ids]}::uuid[])`
}

/** Held to commit, so that two people are not seated at the same time. */
export const lockSeat = (ctx: Ctx, id: string): Promise<unknown> =>
  ctx.tx`select 1 from access.seat where county = ${ctx.actor.county} and id = ${id} for update`.execute()

interface SeatFilter {
  division: string | null
  role: Role | null
  placeId: string | null
  open: boolean
  after: { division: string; role: string; id: string } | null
  limit: number
}
export async function listSeatRows(ctx: Ctx, filter: SeatFilter): Promise<SeatRow[]> {
  const { tx, actor } = ctx
  const { division, role, placeId, after } = filter
  return tx<SeatRow[]>`
    select ${seatColumns(ctx)} from access.seat s where s.county = ${actor.county}
      ${filter.open ? tx`and s.closed_at is null` : tx`and s.closed_at is not null`}
      ${division ? tx`and s.division >= ${division} and s.division < ${`${division}:`}` : tx``}
      ${role ? tx`and s.role = ${role}` : tx``}
      ${placeId ? tx`and s.place_id = ${placeId}` : tx``}
      ${after ? tx`and (s.division, s.role, s.id) > (${after.division}, ${after.role}, ${after.id}::uuid)` : tx``}
    order by s.division, s.role, s.id limit ${filter.limit}`
}

type NewSeatRow = Omit<SeatRow, 'openedAt' | 'closedAt'>
export async function keepSeat(ctx: Ctx, seat: NewSeatRow): Promise<boolean> {
  const { tx, actor, now } = ctx
  const rows = await tx`
    insert into access.seat (county, id, division, role, place_id, title, opened_at)
    values (${actor.county}, ${seat.id}, ${seat.division}, ${seat.role}, ${seat.placeId}, ${seat.title}, ${now})
    on conflict do nothing returning id`
  return rows.length === 1
}

export const closeSeatRow = (ctx: Ctx, id: string): Promise<unknown> =>
  ctx.tx`update access.seat set closed_at = ${ctx.now} where county = ${ctx.actor.county} and id = ${id} and closed_at is null`.execute()

/** Who sits, or will sit, on these seats after `since`; names only of accounts the caller may see. */
export async function listOccupants(ctx: Ctx, seatIds: readonly string[], since: Date): Promise<OccupancyRow[]> {
  const rows = await ctx.tx<Array<Omit<OccupancyRow, 'name'> & { county: number; nameSealed: Buffer | null }>>`
    select o.county, o.id as "occupancyId", o.seat_id as "seatId", o.account_id as "accountId",
      o.begins_at as "beginsAt", o.ends_at as "endsAt", a.name_sealed as "nameSealed"
    from access.occupancy o left join access.account a on a.county = o.county and a.id = o.account_id
    where o.county = ${ctx.actor.county} and o.seat_id = any(${[...seatIds]}::uuid[]) and (o.ends_at is null or o.ends_at > ${since})
    order by o.begins_at, o.id`
  return rows.map(({ county, nameSealed, ...row }) => ({
    ...row,
    name: nameSealed ? openName(county, row.accountId, nameSealed) : null,
  }))
}

interface NewOccupancy {
  seat: { id: string; division: string }
  accountId: string
  beginsAt: Date
  endsAt: Date | null
}
export function keepOccupancy(ctx: Ctx, { seat, accountId, beginsAt, endsAt }: NewOccupancy): Promise<unknown> {
  const { tx, actor, now } = ctx
  return tx`
    insert into access.occupancy (county, id, division, seat_id, account_id, begins_at, ends_at, recorded_by, recorded_at)
    values (${actor.county}, ${randomUUID()}, ${seat.division}, ${seat.id}, ${accountId}, ${beginsAt}, ${endsAt},
      ${actor.seatId}, ${now})`.execute()
}

/** Ends what runs at `at`; what has not begun by then is cut to nothing and never counts. */
export const endOccupancies = (ctx: Ctx, seatId: string, at: Date): Promise<unknown> =>
  ctx.tx`
    update access.occupancy set ends_at = greatest(begins_at, ${at})
    where county = ${ctx.actor.county} and seat_id = ${seatId} and (ends_at is null or ends_at > ${at})`.execute()

export async function findOccupancy(ctx: Ctx, id: string): Promise<{ seatId: string; accountId: string } | null> {
  const rows = await ctx.tx<{ seatId: string; accountId: string }[]>`
    select seat_id as "seatId", account_id as "accountId" from access.occupancy
    where county = ${ctx.actor.county} and id = ${id}`
  return rows[0] ?? null
}

export const endOccupancyRow = (ctx: Ctx, id: string, at: Date): Promise<unknown> =>
  ctx.tx`
    update access.occupancy set ends_at = greatest(begins_at, ${at})
    where county = ${ctx.actor.county} and id = ${id} and (ends_at is null or ends_at > ${at})`.execute()
