import type { Tx } from '../../kernel/db.ts'
import type { Step } from './rules.pieces.ts'
import type { PieceContent, PieceKind } from './schema.ts'

export interface Draft {
  id: string
  division: string
  kind: PieceKind
  documentId: string | null
  topicId: string | null
  receivedAt: Date
  versionId: string
  version: number
  content: PieceContent
  step: Step | null
  stepVersion: number | null
  steps: number
}
export const findDraft = async (tx: Tx, id: string): Promise<Draft | null> =>
  (
    await tx<Draft[]>`
      select p.id, p.division, p.kind, p.document_id as "documentId", p.topic_id as "topicId", p.received_at as "receivedAt",
        v.id as "versionId", v.nth as version, v.content, s.step, s.version as "stepVersion", coalesce(s.nth, 0) as steps
      from publicity.piece p cross join lateral (
        select id, nth, content from publicity.piece_version v
        where v.county = p.county and v.piece_id = p.id order by nth desc limit 1) v
      left join lateral (
        select t.step, t.nth, w.nth as version from publicity.piece_step t
        join publicity.piece_version w on w.county = t.county and w.id = t.version_id
        where t.county = p.county and t.piece_id = p.id order by t.nth desc limit 1) s on true
      where p.county = (select kernel.app_county()) and p.id = ${id}`
  )[0] ?? null

/** Everybody who wrote a version of it. */
export const listWriters = async (tx: Tx, pieceId: string): Promise<string[]> =>
  (
    await tx<{ by: string }[]>`
      select distinct recorded_by as by from publicity.piece_version
      where county = (select kernel.app_county()) and piece_id = ${pieceId} and recorded_by is not null`
  ).map(({ by }) => by)

export interface Edition {
  id: string
  pieceId: string
  division: string
  kind: PieceKind
  nth: number
  version: number
  title: string
  content: PieceContent
  documentId: string | null
  topicId: string | null
  corrects: string | null
  why: string | null
  sha256: Buffer
  at: Date
  receivedAt: Date
  withdrawnAt: Date | null
  withdrawnWhy: string | null
}
const editions = (tx: Tx) => tx`
  select p.id, p.piece_id as "pieceId", p.division, p.kind, p.nth, coalesce(v.nth, 0) as version, p.title, p.content,
    p.document_id as "documentId", p.topic_id as "topicId", p.corrects, p.why, p.content_sha256 as sha256, p.at,
    p.received_at as "receivedAt", w.at as "withdrawnAt", w.why as "withdrawnWhy"
  from publicity.publication p
  left join publicity.piece_version v on v.county = p.county and v.id = p.version_id
  left join publicity.withdrawal w on w.county = p.county and w.piece_id = p.piece_id
  where p.county = (select kernel.app_county())`
/** What went out of a piece, the last first. */
export const listEditions = (tx: Tx, pieceId: string) => tx<Edition[]>`
  ${editions(tx)} and p.piece_id = ${pieceId} order by p.nth desc`
export const findEdition = async (tx: Tx, id: string): Promise<Edition | null> =>
  (await tx<Edition[]>`${editions(tx)} and p.id = ${id}`)[0] ?? null
/** How each piece went out last; by piece. */
export async function lastEditions(tx: Tx, pieceIds: readonly string[]): Promise<Map<string, Edition>> {
  const rows = await tx<Edition[]>`
    ${editions(tx)} and p.piece_id = any (${[...new Set(pieceIds)]}::uuid[]) order by p.nth`
  return new Map(rows.map((row) => [row.pieceId, row]))
}

export interface ListedPiece {
  id: string
  division: string
  kind: PieceKind
  title: string
  languages: string[]
  documentId: string | null
  topicId: string | null
  publishedAt: Date | null
  receivedAt: Date
  editions: number
  lastOut: number
  withdrawn: boolean
  version: number
  step: Step | null
  stepVersion: number | null
  at: Date
}
export interface PieceQuery {
  kind: string | null
  state: 'open' | 'standing' | 'withdrawn' | 'all'
  documentId: string | null
  topicId: string | null
  drafts: boolean
  after: { at: string; id: string } | null
  limit: number
}
/** What the reader may see of each piece, the latest first: those that went out, and the drafts of the own office. */
export const listPieceRows = (tx: Tx, { kind, state, documentId, topicId, drafts, after, limit }: PieceQuery) => tx<
  ListedPiece[]
>`
  select * from (
    (select p.piece_id as id, p.division, p.kind, p.title,
      array(select t ->> 'lang' from jsonb_array_elements(p.content -> 'texts') t) as languages,
      p.document_id as "documentId", p.topic_id as "topicId", p.at as "publishedAt", p.received_at as "receivedAt", p.nth as editions,
      coalesce(o.nth, 1) as "lastOut", w.id is not null as withdrawn, coalesce(d.nth, o.nth, 1) as version, s.step,
      s.version as "stepVersion", p.at
    from publicity.publication p
    left join publicity.piece_version o on o.county = p.county and o.id = p.version_id
    left join publicity.withdrawal w on w.county = p.county and w.piece_id = p.piece_id
    left join lateral (select nth from publicity.piece_version d
      where d.county = p.county and d.piece_id = p.piece_id order by nth desc limit 1) d on true
    left join lateral (select t.step, v.nth as version from publicity.piece_step t
      join publicity.piece_version v on v.county = t.county and v.id = t.version_id
      where t.county = p.county and t.piece_id = p.piece_id order by t.nth desc limit 1) s on true
    where p.county = (select kernel.app_county())
      and not exists (select from publicity.publication later
        where later.county = p.county and later.piece_id = p.piece_id and later.nth > p.nth)
      and ${state !== 'open'}
      ${state === 'standing' ? tx`and w.id is null` : state === 'withdrawn' ? tx`and w.id is not null` : tx``}
      ${kind ? tx`and p.kind = ${kind}` : tx``} ${documentId ? tx`and p.document_id = ${documentId}` : tx``}
      ${topicId ? tx`and p.topic_id = ${topicId}` : tx``}
      ${after ? tx`and (p.at, p.piece_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by p.at desc, p.piece_id desc limit ${limit})
    union all
    (select p.id, p.division, p.kind, v.title, array(select t ->> 'lang' from jsonb_array_elements(v.content -> 'texts') t),
      p.document_id, p.topic_id, null, p.received_at, 0, 0, false, v.nth, s.step, s.version, p.received_at
    from publicity.piece p
    cross join lateral (select nth, title, content from publicity.piece_version v
      where v.county = p.county and v.piece_id = p.id order by nth desc limit 1) v
    left join lateral (select t.step, w.nth as version from publicity.piece_step t
      join publicity.piece_version w on w.county = t.county and w.id = t.version_id
      where t.county = p.county and t.piece_id = p.id order by t.nth desc limit 1) s on true
    where p.county = (select kernel.app_county()) and ${drafts && (state === 'open' || state === 'all')}
      and not exists (select from publicity.publication o where o.county = p.county and o.piece_id = p.id)
      ${state === 'open' ? tx`and s.step is distinct from 'abandoned'` : tx``}
      ${kind ? tx`and p.kind = ${kind}` : tx``} ${documentId ? tx`and p.document_id = ${documentId}` : tx``}
      ${topicId ? tx`and p.topic_id = ${topicId}` : tx``}
      ${after ? tx`and (p.received_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by p.received_at desc, p.id desc limit ${limit})) both_halves
  order by at desc, id desc limit ${limit}`

export interface StoredStep {
  step: Step
  version: number
  note: string | null
  at: Date
  by: string | null
}
export const listSteps = (tx: Tx, pieceId: string) => tx<StoredStep[]>`
  select t.step, v.nth as version, t.note, t.received_at as at, t.recorded_by as by
  from publicity.piece_step t join publicity.piece_version v on v.county = t.county and v.id = t.version_id
  where t.county = (select kernel.app_county()) and t.piece_id = ${pieceId} order by t.nth`
