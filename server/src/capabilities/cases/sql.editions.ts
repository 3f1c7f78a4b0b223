import type { Json, Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { ProfileBody } from './rules.ts'

export interface Decision {
  documentNo: string
  authority: string
  decider: string
  recordedAt: Date
}
export interface EditionRow {
  code: string
  disease: string
  zh: string
  en: string
  validFrom: string | null
  validTo: string | null
  body: ProfileBody
  basedOn: string | null
  /** Null for an edition the product came with. */
  draftId: string | null
  version: number | null
  decided: Decision | null
}

const dated = (tx: Tx) =>
  tx`to_char(e.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(e.valid_to, 'YYYY-MM-DD') as "validTo"`
const decision = (tx: Tx) => tx`document_no as "documentNo", authority, decider, received_at as "recordedAt"`

/** In force, ended, or with a day on which they will begin. */
export async function listFixed(tx: Tx): Promise<EditionRow[]> {
  const rows = await tx<Array<Omit<EditionRow, 'decided'> & Decision>>`
    select e.code, e.disease, e.zh, e.en, ${dated(tx)}, e.body, d.based_on as "basedOn", d.id as "draftId", s.version,
      s.document_no as "documentNo", s.authority, s.decider, s.received_at as "recordedAt"
    from cases.published_editions e
    left join cases.edition_start s on s.county = e.county and s.code = e.code
    left join cases.edition_draft d on d.county = s.county and d.id = s.draft_id
    where e.county = (select kernel.app_county()) order by e.disease, e.valid_from nulls first, e.code`
  return rows.map(({ documentNo, authority, decider, recordedAt, ...row }) => ({
    ...row,
    decided: row.draftId === null ? null : { documentNo, authority, decider, recordedAt },
  }))
}

/** What is still being written. */
export async function listDrafts(tx: Tx): Promise<EditionRow[]> {
  const rows = await tx<
    Array<Pick<EditionRow, 'code' | 'disease' | 'zh' | 'en' | 'body' | 'basedOn' | 'draftId' | 'version'>>
  >`
    select d.code, d.disease, said.zh, said.en, said.body, d.based_on as "basedOn", d.id as "draftId", said.version
    from cases.edition_draft d
    cross join lateral (select t.zh, t.en, t.body, t.version from cases.edition_text t
      where t.county = d.county and t.draft_id = d.id order by t.version desc limit 1) said
    where d.county = (select kernel.app_county())
      and not exists (select from cases.edition_drop gone where gone.county = d.county and gone.draft_id = d.id)
      and not exists (select from cases.edition_start begun where begun.county = d.county and begun.draft_id = d.id)
    order by d.received_at, d.code`
  return rows.map((row) => ({ ...row, validFrom: null, validTo: null, decided: null }))
}

export async function wasDropped(tx: Tx, code: string): Promise<boolean> {
  const rows = await tx`
    select from cases.edition_draft d join cases.edition_drop gone on gone.county = d.county and gone.draft_id = d.id
    where d.county = (select kernel.app_county()) and d.code = ${code}`
  return rows.count > 0
}

export interface Saved {
  version: number
  recordedBy: string | null
  recordedAt: Date
}
export const listVersions = (tx: Tx, draftId: string): Promise<Saved[]> =>
  tx<Saved[]>`
    select version, recorded_by as "recordedBy", received_at as "recordedAt" from cases.edition_text
    where county = (select kernel.app_county()) and draft_id = ${draftId} order by version desc`.execute()

/** Two who decide about editions at once do it one after the other. */
export const lockEditions = (tx: Tx): Promise<unknown> =>
  tx`select pg_advisory_xact_lock(kernel.app_county(), hashtext('cases.editions'))`.execute()

export type Table =
  | 'cases.edition_draft'
  | 'cases.edition_text'
  | 'cases.edition_drop'
  | 'cases.edition_start'
  | 'cases.changeover'

/** Whether this very thing was recorded before; null when the id is new. */
export async function arrivedBefore(tx: Tx, table: Table, id: string, digest: Buffer): Promise<Arrival | null> {
  const [row] = await tx<{ digest: Buffer }[]>`
    select digest from ${tx(table)} where county = (select kernel.app_county()) and id = ${id}`
  if (!row) return null
  return row.digest.equals(digest) ? 'again' : 'taken'
}

export interface Fact {
  county: number
  id: string
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}
export async function keepFact(tx: Tx, table: Table, row: Fact & Record<string, unknown>): Promise<Arrival> {
  const kept = await tx<{ id: string }[]>`
    insert into ${tx(table)} ${tx([row])} on conflict (county, id) do nothing returning id`
  const [arrival] = await judgeArrivals(tx, table, [row], new Set(kept.map(({ id }) => id)))
  return arrival ?? 'taken'
}
export const asDocument = (tx: Tx, body: ProfileBody) => tx.json(body as unknown as Json)

export interface ChangeoverRow extends Decision {
  id: string
  disease: string
  from: string
  to: string
  day: string
}
/** In the order in which they were given. */
export const listChangeoverRows = (tx: Tx): Promise<ChangeoverRow[]> =>
  tx<ChangeoverRow[]>`
    select id, disease, from_code as "from", to_code as "to", to_char(from_day, 'YYYY-MM-DD') as day, ${decision(tx)}
    from cases.changeover where county = (select kernel.app_county()) order by from_day, received_at, id`.execute()

export interface OpenOrders {
  edition: string
  startedOn: string
  open: number
}
/** Orders of isolation that stand, by the edition under which they were given and the day on which they began. */
export const countOpenOrders = (tx: Tx): Promise<OpenOrders[]> =>
  tx<OpenOrders[]>`
    select profile as edition, to_char(starts_on, 'YYYY-MM-DD') as "startedOn", count(*)::integer as open
    from isolation.published_orders where county = (select kernel.app_county()) and state = 'standing' group by 1, 2`.execute()
