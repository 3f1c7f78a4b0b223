import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../kernel/operation.ts'
import { endsBeforeItBegins, seatAtWrongLevel, seatClosed, seatTaken } from './problems.ts'
import { sitsAt } from './rules.ts'
import { endOccupancies, keepOccupancy, keepSeat, listOccupants, lockSeat, type SeatRow } from './sql.seats.ts'

type Given = Omit<SeatRow, 'id' | 'openedAt' | 'closedAt'> & { id?: string | undefined }

export async function makeSeat(ctx: Ctx, given: Given): Promise<SeatRow> {
  const { role, division, placeId, title } = given
  if (!sitsAt(role, division)) throw seatAtWrongLevel({ role, division })
  const seat = { id: given.id ?? randomUUID(), role, division, placeId, title }
  if (!(await keepSeat(ctx, seat))) throw seatTaken({ from: ctx.now.toISOString() })
  return { ...seat, openedAt: ctx.now, closedAt: null }
}

/**
 * Seats a person from a moment on. Whoever sits there gets up at that moment; the work belongs to the seat and stays. Sending
 * it twice changes nothing. A later arrangement that was already made is never overwritten.
 */
export async function seatPerson(
  ctx: Ctx,
  seat: SeatRow,
  accountId: string,
  from: Date,
  until: Date | null,
): Promise<void> {
  await lockSeat(ctx, seat.id)
  if (until && until <= from) throw endsBeforeItBegins()
  if (seat.closedAt) throw seatClosed({ id: seat.id })
  const sitting = await listOccupants(ctx, [seat.id], from)
  const planned = sitting.find((one) => one.beginsAt > from)
  if (planned) throw seatTaken({ from: planned.beginsAt.toISOString() })
  const same = sitting.find((one) => one.accountId === accountId)
  if (same && same.endsAt?.getTime() === until?.getTime()) return
  await endOccupancies(ctx, seat.id, from)
  await keepOccupancy(ctx, { seat, accountId, beginsAt: from, endsAt: until })
}
