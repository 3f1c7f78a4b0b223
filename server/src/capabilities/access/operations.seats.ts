import { z } from 'zod'
import { type Ctx, operation, ROLES, within } from '../../kernel/operation.ts'
import { DivisionCode } from '../places/schema.ts'
import { mayListSeats, maySeat } from './policy.ts'
import { accountUnknown, lastAdministrator, occupancyUnknown, seatUnknown } from './problems.ts'
import { ById, Done, EndOccupancy, ListSeats, NewSeat, Occupy, Seat, SeatPage } from './schema.ts'
import { makeSeat, seatPerson } from './seating.ts'
import { requireFreshFactor } from './sessions.ts'
import {
  closeSeatRow,
  endOccupancies,
  endOccupancyRow,
  findOccupancy,
  findSeat,
  listOccupants,
  listSeatRows,
  lockSeat,
  type SeatRow,
} from './sql.seats.ts'
import { asAccess, countOtherAdministrators, findAccount } from './sql.ts'

async function showSeats(ctx: Ctx, rows: readonly SeatRow[]): Promise<Seat[]> {
  const occupants = await listOccupants(
    ctx,
    rows.map(({ id }) => id),
    ctx.now,
  )
  return rows.map((row) => ({
    ...row,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    occupants: occupants
      .filter((one) => one.seatId === row.id)
      .map(({ occupancyId, accountId, name, beginsAt, endsAt }) => ({
        occupancyId,
        accountId,
        name,
        beginsAt: beginsAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
      })),
  }))
}

async function showOne(ctx: Ctx, id: string): Promise<Seat> {
  const row = await findSeat(ctx, id)
  const [seat] = row ? await showSeats(ctx, [row]) : []
  if (!seat) throw seatUnknown({ id })
  return seat
}

async function loadSeat(ctx: Ctx, { id }: { id: string }): Promise<SeatRow> {
  const seat = await findSeat(ctx, id)
  if (!seat) throw seatUnknown({ id })
  return seat
}

const cursorOf = ({ division, role, id }: SeatRow): string => `${division}.${role}.${id}`
const SeatCursor = z.tuple([DivisionCode, z.enum(ROLES), z.guid()])
function readCursor(cursor: string | undefined) {
  const [division, role, id] = SeatCursor.safeParse(cursor?.split('.')).data ?? []
  return division && role && id ? { division, role, id } : null
}

export const listSeats = operation({
  name: 'access.seat.list',
  summary: { zh: '岗位和任岗人员', en: 'Seats and who sits on them' },
  kind: 'read',
  input: ListSeats,
  output: SeatPage,
  allow: (actor, _, { division }) => mayListSeats(actor, division),
  run: async (ctx, { division, role, placeId, open, after, limit }) => {
    const filter = { division: division ?? null, role: role ?? null, placeId: placeId ?? null, open: open === 'true' }
    const rows = await listSeatRows(ctx, { ...filter, after: readCursor(after), limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { items: await showSeats(ctx, shown), next: rows.length > limit && last ? cursorOf(last) : null }
  },
  audit: ({ output }) => ({ count: output.items.length }),
})

export const openSeat = operation({
  name: 'access.seat.make',
  summary: { zh: '设立岗位', en: 'Make a seat' },
  kind: 'write',
  input: NewSeat,
  output: Seat,
  allow: (actor, _, input) => maySeat(actor, input),
  run: async (ctx, input) => {
    await requireFreshFactor(ctx)
    const [seat] = await showSeats(ctx, [await makeSeat(ctx, input)])
    if (!seat) throw seatUnknown({ id: input.id ?? '' })
    return seat
  },
  audit: ({ output }) => ({ division: output.division, note: { seat: output.id, role: output.role } }),
})

export const occupySeat = operation({
  name: 'access.seat.occupy',
  summary: {
    zh: '安排人员到岗(原任岗人员自动离岗,工作随岗位走)',
    en: 'Seat a person; whoever sat there gets up, the work stays',
  },
  kind: 'write',
  input: Occupy,
  output: Seat,
  load: async (ctx, { id, accountId }) => {
    const seat = await loadSeat(ctx, { id })
    const account = await asAccess(ctx, () => findAccount(ctx, accountId))
    if (!account || account.closedAt || !within(ctx.actor, account.division)) throw accountUnknown({ id: accountId })
    return { seat, account }
  },
  allow: (actor, { seat }) => maySeat(actor, seat),
  run: async (ctx, { id, accountId, from, until }, { seat }) => {
    await requireFreshFactor(ctx)
    await seatPerson(ctx, seat, accountId, from ? new Date(from) : ctx.now, until ? new Date(until) : null)
    return showOne(ctx, id)
  },
  audit: ({ input, loaded }) => ({
    subject: input.accountId,
    division: loaded.seat.division,
    note: { seat: input.id, role: loaded.seat.role },
  }),
})

/** An administrator's seat may only be left when another administrator remains. */
async function keepAnAdministrator(ctx: Ctx, seat: SeatRow): Promise<void> {
  if (seat.role !== 'administrator') return
  const others = await asAccess(ctx, () => countOtherAdministrators(ctx, { seatId: seat.id }))
  if (others === 0) throw lastAdministrator()
}

export const endOccupancy = operation({
  name: 'access.occupancy.end',
  summary: { zh: '人员离岗', en: 'Let the person leave the seat' },
  kind: 'write',
  input: EndOccupancy,
  output: Seat,
  load: async (ctx, { id }) => {
    const occupancy = await findOccupancy(ctx, id)
    if (!occupancy) throw occupancyUnknown({ id })
    return { occupancy, seat: await loadSeat(ctx, { id: occupancy.seatId }) }
  },
  allow: (actor, { seat }) => maySeat(actor, seat),
  run: async (ctx, { id, at }, { seat }) => {
    await requireFreshFactor(ctx)
    await keepAnAdministrator(ctx, seat)
    await lockSeat(ctx, seat.id)
    await endOccupancyRow(ctx, id, at ? new Date(at) : ctx.now)
    return showOne(ctx, seat.id)
  },
  audit: ({ loaded: { occupancy, seat } }) => ({
    subject: occupancy.accountId,
    division: seat.division,
    note: { seat: seat.id, role: seat.role },
  }),
})

export const closeSeat = operation({
  name: 'access.seat.close',
  summary: { zh: '撤销岗位', en: 'Close a seat' },
  kind: 'write',
  input: ById,
  output: Done,
  load: loadSeat,
  allow: (actor, seat) => maySeat(actor, seat),
  run: async (ctx, { id }, seat) => {
    await requireFreshFactor(ctx)
    await keepAnAdministrator(ctx, seat)
    await lockSeat(ctx, id)
    await endOccupancies(ctx, id, ctx.now)
    await closeSeatRow(ctx, id)
    return { done: true as const }
  },
  audit: ({ input, loaded }) => ({ division: loaded.division, note: { seat: input.id, role: loaded.role } }),
})
