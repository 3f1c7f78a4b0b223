import type { Tx } from '../../kernel/db.ts'
import { type Arrival, type Fact, judgeArrivals } from '../../kernel/facts.ts'

/** Of something that ends: whose id it is stands in a column of its own. */
export type Ending = Omit<Fact, 'id' | 'digest'>

/** Rows as the database reads them from one JSON value, so that a statement has one form for any number of them. */
export const asJson = (rows: readonly object[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value instanceof Date ? value.toISOString() : value,
      ]),
    ),
  )

type Table = 'post' | 'seating' | 'duty' | 'team' | 'team_member'

/** Facts are rows of their table under the names of its columns, all of them. */
export async function keepFacts(tx: Tx, name: Table, rows: readonly Fact[]): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const table = `responsibility.${name}`
  const kept = await tx<{ id: string }[]>`
    insert into ${tx(table)}
    select * from jsonb_populate_recordset(null::${tx(table)}, ${tx.json(asJson(rows) as never)})
    on conflict do nothing returning id`
  return judgeArrivals(tx, table, rows, new Set(kept.map(({ id }) => id)))
}

/** How many had not ended before. */
export async function keepEnds(tx: Tx, name: `${Table}_end`, rows: ReadonlyArray<Ending & object>): Promise<number> {
  if (rows.length === 0) return 0
  const table = `responsibility.${name}`
  return (
    await tx`
      insert into ${tx(table)}
      select * from jsonb_populate_recordset(null::${tx(table)}, ${tx.json(asJson(rows) as never)})
      on conflict do nothing`
  ).count
}
