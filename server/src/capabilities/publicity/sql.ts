import type { Tx } from '../../kernel/db.ts'

export const isIssued = async (tx: Tx, documentId: string): Promise<boolean> =>
  (
    await tx`select 1 from command.published_documents where county = (select kernel.app_county()) and document_id = ${documentId}`
  ).length > 0
