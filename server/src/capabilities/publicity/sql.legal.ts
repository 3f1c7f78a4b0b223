import type { Tx } from '../../kernel/db.ts'
import type { Measure } from './rules.pieces.ts'
import type { PieceContent } from './schema.ts'

export interface LegalRow {
  pieceId: string
  at: Date
  content: PieceContent
}
interface LegalQuery {
  measure: Measure | null
  moment: Date
  limit: number
}
/** As it stood at a moment: the county's own, in the edition that was out, unless it had been withdrawn. */
export const listLegalRows = (tx: Tx, { measure, moment, limit }: LegalQuery) => tx<LegalRow[]>`
  select * from (
    select distinct on (p.piece_id) p.piece_id as "pieceId", p.at, p.content from publicity.publication p
    where p.county = (select kernel.app_county()) and p.kind = 'legal-notice' and p.division = p.county::text and p.at <= ${moment}
      and not exists (select from publicity.withdrawal w where w.county = p.county and w.piece_id = p.piece_id and w.at <= ${moment})
    order by p.piece_id, p.nth desc) standing
  where ${measure}::text is null or coalesce(jsonb_array_length(content -> 'measures'), 0) = 0 or content -> 'measures' ? ${measure ?? ''}
  order by at desc, "pieceId" desc limit ${limit}`
