import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/gather.ts'
import type { Ctx } from '../../kernel/operation.ts'

type Table = `publicity.${string}`
/** The digest under which an id is kept already. */
export const findDigest = async (tx: Tx, table: Table, id: string): Promise<Buffer | null> =>
  (
    await tx<
      { digest: Buffer }[]
    >`select digest from ${tx(table)} where county = (select kernel.app_county()) and id = ${id}`
  )[0]?.digest ?? null

/** What every fact of publicity keeps, whatever it says. */
export interface Fact {
  county: number
  id: string
  division: string
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}

/** First arrival wins; the answer tells for each row whether it is kept now, was there already, or its id is taken. */
export async function keepFacts(
  tx: Tx,
  table: Table,
  rows: ReadonlyArray<Fact & Record<string, unknown>>,
): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const kept = await tx<{ id: string }[]>`insert into ${tx(table)} ${tx(rows)} on conflict do nothing returning id`
  return judgeArrivals(tx, table, rows, new Set(kept.map(({ id }) => id)))
}

/** Held until the end of the transaction: whoever acts on the same thing next finds it as it is then. */
export const lockOne = async ({ tx, actor }: Ctx, what: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${what}, ${actor.county}))`
}

export const isIssued = async (tx: Tx, documentId: string): Promise<boolean> =>
  (
    await tx`select 1 from command.published_documents where county = (select kernel.app_county()) and document_id = ${documentId}`
  ).length > 0
