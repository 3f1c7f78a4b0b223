import type postgres from 'postgres'

/** Every table that holds what a county knows, with its number of rows and a hash over all of them. */
export async function snapshot(
  owner: postgres.Sql,
  county: number,
  schemas: readonly string[],
): Promise<Record<string, string>> {
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'county'
    where c.relkind = 'r' and n.nspname = any (${schemas as string[]}) order by 1`
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await owner.unsafe<{ count: string; hash: string }[]>(
      `select count(*) as count, coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as hash from ${name} t where county = $1`,
      [county],
    )
    found[name] = `${row?.count} ${row?.hash}`
  }
  return found
}

export const rowsOf = (taken: Record<string, string>, table: string): number => Number(taken[table]?.split(' ')[0])

/** The same numbers again for the same seed, so that a failure can be played back. */
export function dice(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const order = [...items]
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    const [one, two] = [order[at], order[other]] as [T, T]
    order[at] = two
    order[other] = one
  }
  return order
}
