import type { Json, Tx } from '../../kernel/db.ts'
import { type Arrival, keepFact } from '../../kernel/facts.ts'
import type { Details, EntryKind } from './schema.entries.ts'

export interface NewEntry {
  county: number
  id: string
  division: string
  case_id: string
  kind: EntryKind
  at: Date
  code: string
  day: string | null
  sample_id: string | null
  source_case_id: string | null
  decider: string | null
  body: Json
  corrects: string | null
  why: string | null
  voided: boolean
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}

/** Entries of one case are judged one after the other, so that two decisions never follow from the same state unseen. */
export async function lockCase(tx: Tx, caseId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('case ' || ${caseId}::text, (select kernel.app_county())))`
}

export const keepEntry = (tx: Tx, row: NewEntry): Promise<Arrival> =>
  keepFact(tx, 'cases.entry', { ...row, body: tx.json(row.body) })

export async function findEntryDigest(tx: Tx, id: string): Promise<Buffer | null> {
  const [found] = await tx<{ digest: Buffer }[]>`
    select digest from cases.entry where county = (select kernel.app_county()) and id = ${id}`
  return found?.digest ?? null
}

export interface StoredEntry {
  id: string
  kind: EntryKind
  at: Date
  code: string
  day: string | null
  sampleId: string | null
  sourceCaseId: string | null
  decider: string | null
  body: Details
  corrects: string | null
  why: string | null
  voided: boolean
  recordedAt: Date
  receivedAt: Date
  standing: boolean
}
/** A case has tens of entries, of somebody long in hospital perhaps a hundred. */
const MOST = 2000
/** The whole course, in the order in which things were so. */
export function listEntries(tx: Tx, caseId: string): Promise<StoredEntry[]> {
  return tx<StoredEntry[]>`
    select e.id, e.kind, e.at, e.code, to_char(e.day, 'YYYY-MM-DD') as day, e.sample_id as "sampleId",
      e.source_case_id as "sourceCaseId", e.decider, e.body, e.corrects, e.why, e.voided, e.recorded_at as "recordedAt",
      e.received_at as "receivedAt", not e.voided and later.id is null as standing
    from cases.entry e
    left join cases.entry later on later.county = e.county and later.corrects = e.id
    where e.county = (select kernel.app_county()) and e.case_id = ${caseId}
    order by e.at, e.received_at, e.id limit ${MOST}`.execute()
}

/** From whom a case was caught, from whom they caught it, and so on, as far as it is known. */
export async function listSources(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    with recursive above as (
      select ${caseId}::uuid as id
      union
      select n.source_case_id from above
      join cases.entry_now n on n.county = (select kernel.app_county()) and n.case_id = above.id and n.kind = 'source'
      where n.source_case_id is not null)
    select id from above`
  return rows.map(({ id }) => id)
}
