import type { Tx } from '../../kernel/db.ts'
import { sealedFields } from './rules.ts'
import { opens } from './sealed.ts'
import { listSealed } from './sql.proving.ts'

const AT_ONCE = 2_000

/** How many sealed fields of the county the keys of this process open, each in its place, and how many they do not. Shows nobody. */
export async function proveSeals(tx: Tx, county: number): Promise<{ opened: number; broken: number }> {
  const proved = { opened: 0, broken: 0 }
  for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after; ) {
    const rows = await listSealed(tx, after, AT_ONCE)
    for (const row of rows) {
      for (const field of sealedFields) {
        const sealed = row[field]
        if (sealed) proved[opens(county, row.id, field, sealed) ? 'opened' : 'broken']++
      }
    }
    after = rows.length === AT_ONCE ? rows.at(-1)?.id : undefined
  }
  return proved
}
