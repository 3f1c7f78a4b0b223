import type { Ctx } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { dayInChina } from '../places/rules.clock.ts'
import {
  beforeCount,
  lineTwice,
  lotExpired,
  lotRecalled,
  lotUnknown,
  nothingMoved,
  notThere,
  notWhole,
  packUnknown,
  whyNeeded,
} from './problems.ts'
import { emptyShelf, enter, isExpired, isSettled, leastSince, quantityOf, type Shelf, stockAt } from './rules.ts'
import type { Line } from './schema.movements.ts'
import { findItems, findLots, findPacks, type Item, type Lot, type Pack } from './sql.catalogue.ts'
import { type Asked, type KeptLine, readShelves, shelfKey } from './sql.ledger.ts'

/** What is known of the goods that some lines name. */
export interface Goods {
  items: Map<string, Item>
  lots: Map<string, Lot & { isRecalled: boolean }>
  packs: Map<string, Pack>
}
export async function findGoods({ tx }: Ctx, lines: readonly Line[]): Promise<Goods> {
  const [items, lots, packs] = await Promise.all([
    findItems(
      tx,
      lines.map(({ itemId }) => itemId),
    ),
    findLots(
      tx,
      lines.map(({ lotId }) => lotId),
    ),
    findPacks(
      tx,
      lines.flatMap(({ packId }) => packId ?? []),
    ),
  ])
  return { items, lots, packs }
}

/** Whole numbers of the base unit, or why a line does not come to one. */
export function linesOf(goods: Goods, lines: readonly Line[], at: Date, mayBeNothing: boolean): KeptLine[] | Problem {
  const kept: KeptLine[] = []
  for (const line of lines) {
    const one = lineOf(goods, line, at)
    if (one instanceof Problem) return one
    if (one.quantity === 0 && !mayBeNothing) return nothingMoved()
    if (kept.some(({ lot }) => lot === one.lot)) return lineTwice()
    kept.push(one)
  }
  return kept
}

function lineOf({ lots, packs }: Goods, { itemId, lotId, packId, amount }: Line, at: Date): KeptLine | Problem {
  if (lots.get(lotId)?.itemId !== itemId) return lotUnknown({ id: lotId })
  const pack = packId === null ? null : packs.get(packId)
  if (pack === undefined || (pack && (pack.itemId !== itemId || pack.from > dayInChina(at))))
    return packUnknown({ id: packId ?? '' })
  const quantity = quantityOf(amount, pack?.holds ?? 1)
  if (quantity === null) return notWhole({ amount })
  return { item: itemId, lot: lotId, quantity, ...(pack ? { pack: pack.id, amount } : {}) }
}

/** Goods that are expired or called back do not go to anybody; they may still be sent back, counted and written off. */
export function givingOutProblem({ lots }: Goods, lines: readonly KeptLine[], at: Date): Problem | null {
  for (const { lot } of lines) {
    const found = lots.get(lot)
    if (!found) return lotUnknown({ id: lot })
    if (found.isRecalled) return lotRecalled({ makerNo: found.makerNo ?? '—' })
    if (isExpired(found.expiresOn, at)) return lotExpired({ expiresOn: found.expiresOn ?? '' })
  }
  return null
}

export type Shelves = Map<string, Shelf>
export const openShelves = ({ tx }: Ctx, asked: readonly Asked[]): Promise<Shelves> => readShelves(tx, asked)
const shelfOf = (shelves: Shelves, storeId: string, lot: string): Shelf => {
  const key = shelfKey(storeId, lot)
  const found = shelves.get(key) ?? emptyShelf()
  shelves.set(key, found)
  return found
}

interface Change {
  storeId: string
  at: Date
  lines: ReadonlyArray<{ item: string; lot: string; quantity: number }>
}
/** Moves the goods on the shelves as they stand in memory, all or none, so that the next movement is judged after this one. */
export function move(
  shelves: Shelves,
  { items }: Pick<Goods, 'items'>,
  { storeId, at, lines }: Change,
): Problem | null {
  for (const { item, lot, quantity } of lines) {
    const shelf = shelfOf(shelves, storeId, lot)
    if (isSettled(shelf, at)) return beforeCount({ countedAt: shelf.countedAt?.toISOString() ?? '' })
    const least = leastSince(shelf, at)
    if (least + quantity < 0) return notThere({ item: items.get(item)?.name ?? item, there: least, wanted: -quantity })
  }
  for (const { lot, quantity } of lines) enter(shelfOf(shelves, storeId, lot), at, quantity)
  return null
}

/** A count: what was found against what should have been there; the difference is the movement, and it has a reason. */
export function count(
  shelves: Shelves,
  goods: Pick<Goods, 'items'>,
  { storeId, at, lines }: Change,
  why: string | null,
): KeptLine[] | Problem {
  const told = lines.map((line) => ({ ...line, book: stockAt(shelfOf(shelves, storeId, line.lot), at) }))
  if (why === null && told.some(({ quantity, book }) => quantity !== book)) return whyNeeded()
  const moved = told.map(({ book, ...line }) => ({ ...line, quantity: line.quantity - book }))
  const problem = move(shelves, goods, { storeId, at, lines: moved })
  if (problem) return problem
  for (const { lot } of lines) shelfOf(shelves, storeId, lot).countedAt = at
  return told
}
