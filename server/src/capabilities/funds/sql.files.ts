import type { Tx } from '../../kernel/db.ts'
import type { StoredFile, Subject, WholeFile } from './schema.files.ts'

const COLUMN = {
  source: 'source_id',
  commitment: 'commitment_id',
  payment: 'payment_id',
  donation: 'donation_id',
} as const
type Column = (typeof COLUMN)[Subject['of']]

/** The one column that says what a file belongs to. */
export const besideColumn = ({ of, subjectId }: Subject) => ({ ...NONE, [COLUMN[of]]: subjectId })
const NONE: Record<Column, string | null> = {
  source_id: null,
  commitment_id: null,
  payment_id: null,
  donation_id: null,
}

const FILE = (
  tx: Tx,
) => tx`f.id, f.file_name as "fileName", f.type, f.size, f.sha256, x.received_at as "voidedAt", x.why as "voidWhy",
  x.recorded_by as "voidBy"`
const FILES = (tx: Tx) => tx`funds.file f left join funds.file_void x on x.county = f.county and x.file_id = f.id`
export const listFileRows = (tx: Tx, { of, subjectId }: Subject, after: string | null, limit: number) =>
  tx<StoredFile[]>`
    select ${FILE(tx)} from ${FILES(tx)} where f.county = (select kernel.app_county()) and f.${tx(COLUMN[of])} = ${subjectId}
      ${after ? tx`and f.id > ${after}` : tx``} order by f.id limit ${limit}`

export const findFundFile = async (tx: Tx, id: string) =>
  (
    await tx<WholeFile[]>`
      select ${FILE(tx)}, f.division, f.content from ${FILES(tx)}
      where f.county = (select kernel.app_county()) and f.id = ${id}`
  )[0] ?? null

/** How many files stand beside a row of a list, and how many that are void. */
export interface FileCounts {
  files: number
  voidFiles: number
}
export const countsOfFiles = (tx: Tx, column: Column, of: string) => {
  const count = (voided: string) => `(select count(*)::integer from funds.file f
    left join funds.file_void x on x.county = f.county and x.file_id = f.id
    where f.county = ${of}.county and f.${column} = ${of}.id and x.id is ${voided})`
  return tx.unsafe(` ${count('null')} as files, ${count('not null')} as "voidFiles"`)
}
