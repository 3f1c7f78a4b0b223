import type { Tx } from '../../kernel/db.ts'

/** Asked under the usual role, before the desk's own begins. */
export const findAnswer = async (tx: Tx, pieceId: string, topicId: string): Promise<{ publishedAt: Date } | null> =>
  (
    await tx<{ publishedAt: Date }[]>`
      select published_at as "publishedAt" from publicity.published_pieces
      where county = (select kernel.app_county()) and piece_id = ${pieceId} and kind = 'answer' and topic_id = ${topicId}
        and withdrawn_at is null`
  )[0] ?? null
