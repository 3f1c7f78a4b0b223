import { answer, type Sent, type Session, sentBy } from './api.ts'
import { instant } from './events.ts'
import { namedId } from './random.ts'
import type { Writer } from './send-command.ts'
import type { Supplies } from './supplies.ts'
import { said } from './supplies-goods.ts'
import type { LinePlan, MovePlan } from './supplies-plan.ts'

type Add = (sent: Sent, label: string) => void
const LABEL = '物资 supplies'
const AT_ONCE = 1_000
const SECONDS = 5

const chunks = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, nth) => list.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE))

const linesOf = (lines: readonly LinePlan[]) =>
  lines.map(({ goods, lotId, quantity }) => ({ itemId: goods.id, lotId, ...said(goods, quantity) }))

/** By kind and not by day: everything that came in first, what was counted last, because a count settles what was before it. */
export async function sendSupplies(supplies: Supplies, desk: Session, secondOf: Writer, add: Add): Promise<void> {
  const { goods, stores, lots, moves, offset } = supplies
  if (stores.length === 0) return
  const told = await answer('items', () => desk.POST('/supplies/items/batch', { body: { items: goods } }))
  add(sentBy('item', told.verdicts), LABEL)
  const places = stores.map((store) => ({ ...store, openedAt: `2020-01-01T00:00:00${offset}` }))
  const opened = await answer('stores', () => desk.POST('/supplies/stores/batch', { body: { items: places } }))
  add(sentBy('store', opened.verdicts), LABEL)
  const named = await answer('lots', () => desk.POST('/supplies/lots/batch', { body: { items: lots } }))
  add(sentBy('lot', named.verdicts), LABEL)
  const of = (kind: MovePlan['kind']) => moves.filter((move) => move.kind === kind).toSorted((a, b) => a.ms - b.ms)
  for (const kind of ['received', 'sent', 'arrived'] as const) await sendMoves(desk, of(kind), offset, add)
  await sendIssues(desk, secondOf, of('issued'), offset, add)
  for (const kind of ['sold', 'counted'] as const) await sendMoves(desk, of(kind), offset, add)
}

function bodyOf(move: MovePlan, offset: string) {
  const { id, storeId, kind, lines, account, party, toStoreId, consignmentId, why } = move
  const base = { id, storeId, at: instant(move.ms, offset), lines: linesOf(lines) }
  if (kind === 'received') return { ...base, kind, account, party, documentNo: `入库单${id.slice(0, 6)}` }
  if (kind === 'sent') return { ...base, kind, toStoreId, documentNo: `调拨单${id.slice(0, 6)}` }
  if (kind === 'arrived') return { ...base, kind, consignmentId }
  return kind === 'counted' ? { ...base, kind, why } : { ...base, kind: 'sold' as const }
}

async function sendMoves(desk: Session, moves: readonly MovePlan[], offset: string, add: Add): Promise<void> {
  for (const part of chunks(moves)) {
    const items = part.map((move) => bodyOf(move, offset))
    const { verdicts } = await answer('movements', () => desk.POST('/supplies/movements/batch', { body: { items } }))
    add(sentBy('movement', verdicts), LABEL)
  }
}

/** The desk prepares, and somebody else of it confirms: nobody issues alone. */
async function sendIssues(
  desk: Session,
  secondOf: Writer,
  moves: readonly MovePlan[],
  offset: string,
  add: Add,
): Promise<void> {
  if (moves.length === 0) return
  let second: Session | null = null
  for (let nth = 0; !second && nth < SECONDS; nth += 1) second = await secondOf(nth)
  const by = second ?? desk
  for (const part of chunks(moves)) {
    const items = part.map(({ id, storeId, ms, lines, toKind, party }) => ({
      ...{ id: namedId(id, 'slip'), storeId, at: instant(ms, offset), lines: linesOf(lines) },
      ...{ to: { kind: toKind, party }, documentNo: `领料单${id.slice(0, 6)}` },
    }))
    const slips = await answer('slips', () => desk.POST('/supplies/slips/batch', { body: { items } }))
    add(sentBy('slip', slips.verdicts), LABEL)
    const confirmed = part.map(({ id, ms }) => ({ id, slipId: namedId(id, 'slip'), at: instant(ms, offset) }))
    const done = await answer('issues', () => by.POST('/supplies/confirmations/batch', { body: { items: confirmed } }))
    add(sentBy('issue', done.verdicts), LABEL)
  }
}
