import type { Tx } from '../../kernel/db.ts'
import type { Field, Outcome } from './rules.ts'
import type { EntryState } from './schema.ts'

export interface NewList {
  county: number
  id: string
  division: string
  sender: string
  basis: string
  purpose: string
  expires_on: string
  format: string
  headings: string[]
  fields: string[]
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}
/** False when the id belongs to a list already. */
export async function keepList(tx: Tx, row: NewList): Promise<boolean> {
  return (await tx`insert into agency_lists.list ${tx(row)} on conflict do nothing`).count === 1
}

export interface FileRow {
  county: number
  digest: Buffer
  division: string
  list_id: string
  sha256: Buffer
  bytes: number
}
export async function keepFile(tx: Tx, row: FileRow): Promise<boolean> {
  return (await tx`insert into agency_lists.file ${tx(row)} on conflict do nothing`).count === 1
}
export async function findListOfFile(tx: Tx, digest: Buffer): Promise<string | null> {
  const [found] = await tx<{ id: string }[]>`
    select list_id as id from agency_lists.file where county = (select kernel.app_county()) and digest = ${digest}`
  return found?.id ?? null
}

/** What was confirmed for each heading of this sender, the newest last. */
export async function listConfirmed(tx: Tx, sender: string): Promise<Map<string, Field>> {
  const rows = await tx<{ headings: string[]; fields: Field[] }[]>`
    select headings, fields from agency_lists.list where county = (select kernel.app_county()) and sender = ${sender}
    order by received_at desc limit 5`
  return new Map(
    rows.reverse().flatMap(({ headings, fields }) => headings.map((one, at) => [one, fields[at] ?? 'other'])),
  )
}

export interface NewEntry {
  id: string
  division: string
  nth: number
  outcome: Outcome
  personId: string | null
  reasons: readonly string[]
  cells: Buffer
  digest: Buffer
  candidates: ReadonlyArray<{ personId: string; reasons: readonly string[] }>
}

export async function keepEntries(tx: Tx, county: number, listId: string, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.map(({ candidates: _, cells, digest, ...same }) => ({
    ...same,
    cells: cells.toString('hex'),
    digest: digest.toString('hex'),
  }))
  const candidates = entries.flatMap((entry) =>
    entry.candidates.map((one, at) => ({ ...one, entryId: entry.id, division: entry.division, nth: at + 1 })),
  )
  await Promise.all([
    tx`
      insert into agency_lists.entry (county, id, division, list_id, nth, outcome, person_id, reasons, cells, digest)
      select ${county}, id, division, ${listId}, nth, outcome, "personId", reasons, decode(cells, 'hex'), decode(digest, 'hex')
      from jsonb_to_recordset(${tx.json(rows)}) as one (id uuid, division text, nth integer, outcome text, "personId" uuid,
        reasons text[], cells text, digest text)`.execute(),
    candidates.length > 0 &&
      tx`
      insert into agency_lists.candidate (county, entry_id, nth, division, person_id, reasons)
      select ${county}, "entryId", nth, division, "personId", reasons
      from jsonb_to_recordset(${tx.json(candidates)}) as one ("entryId" uuid, nth integer, division text, "personId" uuid, reasons text[])`.execute(),
  ])
}

/** Counted from the rows that were kept; the table refuses a receipt that does not add up. */
export async function keepReading(tx: Tx, listId: string, division: string, reader: { read: number; blank: number }) {
  await tx`
    insert into agency_lists.reading (county, list_id, division, read, created, matched, conflict, rejected, blank)
    select (select kernel.app_county()), ${listId}, ${division}, ${reader.read},
      count(*) filter (where outcome = 'created'), count(*) filter (where outcome = 'matched'),
      count(*) filter (where outcome = 'conflict'), count(*) filter (where outcome = 'rejected'), ${reader.blank}
    from agency_lists.entry where county = (select kernel.app_county()) and list_id = ${listId}`
}

export interface EntryFound {
  id: string
  /** What its cells are sealed for: itself, or the entry it was before it was passed on. */
  origin: string
  listId: string
  division: string
  nth: number
  outcome: Outcome
  reasons: string[]
  cells: Buffer
  personId: string | null
  undecided: boolean
  answer: 'seen' | 'away' | 'unknown' | 'not-found' | null
  answeredAt: Date | null
  note: Buffer | null
  answerId: string | null
  /** Where it was passed on to. */
  passedTo: string | null
  sender: string
  basis: string
  purpose: string
  expiresOn: string
  headings: string[]
  fields: Field[]
}

const entryColumns = (tx: Tx) => tx`n.id, n.list_id as "listId", n.division, n.nth, n.outcome, n.reasons, n.cells,
  n.person_id as "personId", n.undecided, n.answer, n.answered_at as "answeredAt", n.note, n.answer_id as "answerId",
  n.origin, n.passed_to as "passedTo", l.sender, l.basis, l.purpose, l.expires_on::text as "expiresOn", l.headings, l.fields`
const entries = (tx: Tx) =>
  tx`agency_lists.entry_now n join agency_lists.list l on l.county = n.county and l.id = n.list_id`

export interface EntryQuery {
  listId: string | null
  state: EntryState
  outcome: Outcome | null
  division: string
  after: { listId: string; nth: number; id: string } | null
  limit: number
}

/** In the order of the lists and their rows; what was passed on stands where it went, and is asked for by itself. */
export function listEntryRows(
  tx: Tx,
  { listId, state, outcome, division, after, limit }: EntryQuery,
): Promise<EntryFound[]> {
  const states = {
    all: tx``,
    passed: tx``,
    undecided: tx`and n.undecided and n.answer is null`,
    open: tx`and n.outcome <> 'rejected' and n.answer is null`,
    answered: tx`and n.answer is not null`,
    rejected: tx`and n.outcome = 'rejected'`,
  }
  const standing = state === 'passed' ? tx`is not null` : tx`is null`
  return tx<EntryFound[]>`
    select ${entryColumns(tx)} from ${entries(tx)}
    where n.county = (select kernel.app_county()) and n.division >= ${division} and n.division < ${`${division}:`}
      ${listId ? tx`and n.list_id = ${listId}` : tx``} ${states[state]} and n.passed_to ${standing}
      ${outcome ? tx`and n.outcome = ${outcome}` : tx``}
      ${after ? tx`and (n.list_id, n.nth, n.id) > (${after.listId}::uuid, ${after.nth}::integer, ${after.id}::uuid)` : tx``}
    order by n.list_id, n.nth, n.id limit ${limit}`
}

export async function findEntries(tx: Tx, ids: readonly string[]): Promise<Map<string, EntryFound>> {
  const rows = await tx<EntryFound[]>`
    select ${entryColumns(tx)} from unnest(${[...new Set(ids)]}::uuid[]) as wanted (id)
    join agency_lists.entry_now n on n.county = (select kernel.app_county()) and n.id = wanted.id
    join agency_lists.list l on l.county = n.county and l.id = n.list_id`
  return new Map(rows.map((row) => [row.id, row]))
}

export function listCandidates(tx: Tx, entryId: string): Promise<Array<{ personId: string; reasons: string[] }>> {
  return tx<Array<{ personId: string; reasons: string[] }>>`
    select person_id as "personId", reasons from agency_lists.candidate
    where county = (select kernel.app_county()) and entry_id = ${entryId} order by nth`
}
