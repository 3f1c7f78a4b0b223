import type { Tx } from '../../kernel/db.ts'

export interface DecisionFigure {
  figure: string
  version: number
  area: string
  asOf: string
  value: number | null
}
export interface StoredDecision {
  id: string
  division: string
  post: string
  seatId: string | null
  decidedAt: Date
  receivedAt: Date
  decision: string
  grounds: string
  document: { id: string; number: string; title: string } | null
  figures: DecisionFigure[]
  corrects: string | null
  why: string | null
  correctedBy: string | null
}
const decisions = (tx: Tx) => tx`
  select d.id, d.division, d.post, d.seat_id as "seatId", d.decided_at as "decidedAt", d.received_at as "receivedAt", d.decision, d.grounds,
    d.corrects, d.why, l.id as "correctedBy", case when i.document_id is not null then
      jsonb_build_object('id', i.document_id, 'number', i.number, 'title', i.title) end as document, coalesce((
      select jsonb_agg(jsonb_build_object('figure', f.figure, 'version', f.version, 'area', f.area, 'asOf', f.as_of, 'value', f.value)
        order by f.nth)
      from command.decision_figure f where f.county = d.county and f.decision_id = d.id), '[]') as figures
  from command.decision d
  left join command.decision l on l.county = d.county and l.corrects = d.id
  left join command.issued i on i.county = d.county and i.document_id = d.document_id
  where d.county = (select kernel.app_county())`

export const findDecision = async (tx: Tx, id: string): Promise<StoredDecision | null> =>
  (await tx<StoredDecision[]>`${decisions(tx)} and d.id = ${id}`)[0] ?? null

export interface DecisionQuery {
  documentId: string | null
  corrected: boolean
  moment: Date
  after: { at: string; id: string } | null
  limit: number
}
export const listDecisionRows = (tx: Tx, { documentId, corrected, moment, after, limit }: DecisionQuery) => tx<
  StoredDecision[]
>`
  ${decisions(tx)} and d.decided_at <= ${moment} ${documentId ? tx`and d.document_id = ${documentId}` : tx``}
    ${corrected ? tx`` : tx`and l.id is null`}
    ${after ? tx`and (d.decided_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by d.decided_at desc, d.id desc limit ${limit}`

export const keepFigures = (tx: Tx, rows: ReadonlyArray<Record<string, unknown>>) =>
  tx`insert into command.decision_figure ${tx(rows)}`.execute()
