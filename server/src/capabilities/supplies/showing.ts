import type { KeptLine } from './sql.ledger.ts'

export const lineRows = (lines: readonly KeptLine[]) =>
  lines.map(({ item, lot, quantity, pack, amount, book }) => ({
    itemId: item,
    lotId: lot,
    quantity,
    packId: pack ?? null,
    amount: amount ?? null,
    book: book ?? null,
  }))
