import type { Tx } from '../../kernel/db.ts'
import type { Step } from './rules.documents.ts'
import type { Content, Form, Kind } from './schema.documents.ts'
import type { StoredFile, WholeFile } from './schema.files.ts'

export interface Series {
  id: string
  division: string
  code: string
  kind: Kind
  authority: string
  mark: string
  form: Form
  firstYear: number
  firstSerial: number
}
const series = (tx: Tx) => tx`
  select s.id, s.division, s.code, s.kind, s.authority, s.mark, s.form, s.first_year as "firstYear", s.first_serial as "firstSerial"
  from command.series s where s.county = (select kernel.app_county())`
export const findSeries = async (tx: Tx, id: string): Promise<Series | null> =>
  (await tx<Series[]>`${series(tx)} and s.id = ${id}`)[0] ?? null
export const isSeriesTaken = async (tx: Tx, code: string, kind: string): Promise<boolean> =>
  (await tx<{ id: string }[]>`${series(tx)} and s.code = ${code} and s.kind = ${kind}`).length > 0
export const listSeriesRows = (tx: Tx, after: string | null, limit: number) => tx<Series[]>`
  ${series(tx)} ${after ? tx`and s.id > ${after}` : tx``} order by s.id limit ${limit}`
export const listCodes = async (tx: Tx): Promise<string[]> =>
  (
    await tx<{ code: string }[]>`select distinct code from command.series where county = (select kernel.app_county())`
  ).map(({ code }) => code)

/** The last number given, of each of these series and years. */
export async function lastNumbers(tx: Tx, asked: ReadonlyArray<{ id: string; year: number }>) {
  const given = asked.map(({ id, year }) => ({ series_id: id, year }))
  const rows = await tx<{ id: string; serial: number; issuedAt: Date }[]>`
    select a.series_id as id, last.serial, last.issued_at as "issuedAt"
    from jsonb_to_recordset(${tx.json(given)}) as a (series_id uuid, year integer) cross join lateral (
      select i.serial, i.issued_at from command.issued i
      where i.county = (select kernel.app_county()) and i.series_id = a.series_id and i.year = a.year
      order by i.serial desc limit 1) last`
  return new Map(rows.map(({ id, ...last }) => [id, last]))
}

export interface Draft {
  id: string
  division: string
  seriesId: string
  receivedAt: Date
  versionId: string
  version: number
  content: Content
  writtenBy: string | null
  step: Step | null
  stepVersion: number | null
  steps: number
  post: string | null
}
const drafts = (tx: Tx) => tx`
  select d.id, d.division, d.series_id as "seriesId", d.received_at as "receivedAt", v.id as "versionId", v.nth as version, v.content,
    v.recorded_by as "writtenBy", s.step, s.version as "stepVersion", coalesce(s.nth, 0) as steps, s.post
  from command.document d cross join lateral (
    select id, nth, title, content, recorded_by from command.document_version v
    where v.county = d.county and v.document_id = d.id order by nth desc limit 1) v
  left join lateral (
    select t.step, t.nth, t.post, w.nth as version from command.document_step t
    join command.document_version w on w.county = t.county and w.id = t.version_id
    where t.county = d.county and t.document_id = d.id order by t.nth desc limit 1) s on true
  where d.county = (select kernel.app_county())`
export const findDraft = async (tx: Tx, id: string): Promise<Draft | null> =>
  (await tx<Draft[]>`${drafts(tx)} and d.id = ${id}`)[0] ?? null

/** Everybody who wrote a version of it. */
export const listWriters = async (tx: Tx, documentId: string): Promise<string[]> =>
  (
    await tx<{ by: string }[]>`
      select distinct recorded_by as by from command.document_version
      where county = (select kernel.app_county()) and document_id = ${documentId} and recorded_by is not null`
  ).map(({ by }) => by)

export interface IssuedRow {
  id: string
  division: string
  seriesId: string
  kind: Kind
  form: Form
  code: string
  authority: string
  mark: string
  title: string
  number: string
  serial: number
  content: Content
  sha256: Buffer
  signedPost: string
  issuedAt: Date
  receivedAt: Date
  how: 'withdrawn' | 'superseded' | null
  endedAt: Date | null
  why: string | null
  byDocument: string | null
}
const issued = (tx: Tx) => tx`
  select i.document_id as id, i.division, i.series_id as "seriesId", i.kind, i.form, i.code, i.authority, i.mark, i.title, i.number, i.serial,
    i.content, i.content_sha256 as sha256, i.signed_post as "signedPost", i.issued_at as "issuedAt", i.received_at as "receivedAt",
    e.how, e.at as "endedAt", e.why, e.by_document as "byDocument"
  from command.issued i left join command.document_end e on e.county = i.county and e.document_id = i.document_id
  where i.county = (select kernel.app_county())`
export async function findIssued(tx: Tx, ids: readonly string[]): Promise<Map<string, IssuedRow>> {
  const rows = await tx<IssuedRow[]>`${issued(tx)} and i.document_id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export const findNumbers = (tx: Tx, numbers: readonly string[]) => tx<IssuedRow[]>`
  ${issued(tx)} and i.number = any (${[...new Set(numbers)]}::text[])`

export interface ListedDocument {
  id: string
  division: string
  seriesId: string
  kind: Kind
  authority: string
  title: string
  number: string | null
  how: 'withdrawn' | 'superseded' | null
  issuedAt: Date | null
  endedAt: Date | null
  receivedAt: Date
  version: number
  step: Step | null
  stepVersion: number | null
  at: Date
}
export interface DocumentQuery {
  state: 'open' | 'standing' | 'over' | 'all'
  kind: string | null
  seriesId: string | null
  drafts: boolean
  after: { at: string; id: string } | null
  limit: number
}
/** Drafts of the reader's own office and whatever was issued, the latest first; each half is cut before they are put together. */
export const listDocumentRows = (tx: Tx, { state, kind, seriesId, drafts: shown, after, limit }: DocumentQuery) => tx<
  ListedDocument[]
>`
  select * from (
    (select i.document_id as id, i.division, i.series_id as "seriesId", i.kind, i.authority, i.title, i.number, e.how,
      i.issued_at as "issuedAt", e.at as "endedAt", i.received_at as "receivedAt", 1 as version, null as step, null::integer as "stepVersion",
      i.issued_at as at
    from command.issued i left join command.document_end e on e.county = i.county and e.document_id = i.document_id
    where i.county = (select kernel.app_county()) and ${state !== 'open'}
      ${state === 'standing' ? tx`and e.how is null` : state === 'over' ? tx`and e.how is not null` : tx``}
      ${kind ? tx`and i.kind = ${kind}` : tx``} ${seriesId ? tx`and i.series_id = ${seriesId}` : tx``}
      ${after ? tx`and (i.issued_at, i.document_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by i.issued_at desc, i.document_id desc limit ${limit})
    union all
    (select d.id, d.division, d.series_id, r.kind, r.authority, v.title, null, null, null, null, d.received_at, v.nth, s.step, s.version,
      d.received_at
    from command.document d join command.series r on r.county = d.county and r.id = d.series_id
    cross join lateral (select nth, title from command.document_version v
      where v.county = d.county and v.document_id = d.id order by nth desc limit 1) v
    left join lateral (select t.step, w.nth as version from command.document_step t
      join command.document_version w on w.county = t.county and w.id = t.version_id
      where t.county = d.county and t.document_id = d.id order by t.nth desc limit 1) s on true
    where d.county = (select kernel.app_county()) and ${shown && (state === 'open' || state === 'all')}
      and not exists (select 1 from command.issued i where i.county = d.county and i.document_id = d.id)
      ${kind ? tx`and r.kind = ${kind}` : tx``} ${seriesId ? tx`and d.series_id = ${seriesId}` : tx``}
      ${state === 'open' ? tx`and s.step is distinct from 'abandoned'` : tx``}
      ${after ? tx`and (d.received_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by d.received_at desc, d.id desc limit ${limit})) both_kinds
  order by at desc, id desc limit ${limit}`

export interface StoredStep {
  step: Step
  version: number
  post: string | null
  note: string | null
  at: Date
  by: string | null
}
export const listSteps = (tx: Tx, documentId: string) => tx<StoredStep[]>`
  select t.step, v.nth as version, t.post, t.note, t.received_at as at, t.recorded_by as by
  from command.document_step t join command.document_version v on v.county = t.county and v.id = t.version_id
  where t.county = (select kernel.app_county()) and t.document_id = ${documentId} order by t.nth`

const FILE = (
  tx: Tx,
) => tx`a.id, a.file_name as "fileName", a.type, a.size, a.sha256, x.received_at as "voidedAt", x.why as "voidWhy",
  x.recorded_by as "voidBy"`
const FILES = (tx: Tx) => tx`
  command.attachment a left join command.attachment_void x on x.county = a.county and x.attachment_id = a.id`
export const listFiles = (tx: Tx, documentId: string) => tx<StoredFile[]>`
  select ${FILE(tx)} from ${FILES(tx)}
  where a.county = (select kernel.app_county()) and a.document_id = ${documentId} order by a.received_at, a.id`
export const findFile = async (tx: Tx, id: string) =>
  (
    await tx<Array<WholeFile & { documentId: string }>>`
      select ${FILE(tx)}, a.division, a.document_id as "documentId", a.content from ${FILES(tx)}
      where a.county = (select kernel.app_county()) and a.id = ${id}`
  )[0] ?? null
