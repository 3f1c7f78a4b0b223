import type { Tx } from '../../kernel/db.ts'
import type { FileRow, Subject, WholeFile } from './schema.files.ts'

const COLUMN = {
  sourceId: 'source_id',
  commitmentId: 'commitment_id',
  paymentId: 'payment_id',
  donationId: 'donation_id',
} as const
type Name = keyof typeof COLUMN

/** The one that is named. */
function namedIn(subject: Subject): { column: (typeof COLUMN)[Name]; id: string } {
  for (const [name, column] of Object.entries(COLUMN) as Array<[Name, (typeof COLUMN)[Name]]>) {
    const id = subject[name]
    if (id !== null) return { column, id }
  }
  throw new Error('funds: a file of nothing')
}

const FILE = (tx: Tx) => tx`f.id, f.file_name as "fileName", f.type, f.size, f.sha256`
export function listFileRows(tx: Tx, subject: Subject, after: string | null, limit: number) {
  const { column, id } = namedIn(subject)
  return tx<FileRow[]>`
    select ${FILE(tx)} from funds.file f where f.county = (select kernel.app_county()) and f.${tx(column)} = ${id}
      ${after ? tx`and f.id > ${after}` : tx``} order by f.id limit ${limit}`
}

export const findFundFile = async (tx: Tx, id: string) =>
  (
    await tx<WholeFile[]>`
      select ${FILE(tx)}, f.division, f.content from funds.file f where f.county = (select kernel.app_county()) and f.id = ${id}`
  )[0] ?? null

/** How many files stand beside a row of a list. */
export const countOfFiles = (tx: Tx, column: (typeof COLUMN)[Name], of: string) =>
  tx.unsafe(
    ` (select count(*)::integer from funds.file f where f.county = ${of}.county and f.${column} = ${of}.id) as files`,
  )
