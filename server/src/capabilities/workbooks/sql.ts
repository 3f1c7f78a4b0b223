import type { Tx } from '../../kernel/db.ts'
import type { Statement } from '../../kernel/statement.ts'
import type { SheetKey } from './rules.sheets.ts'
import type { Counts, Finding, PartKind } from './rules.units.ts'

export type Pass = 'preview' | 'apply'

/** Where a transaction can come back to; what was written since is gone then, and its locks with it. */
export const markPoint = (tx: Tx): Promise<unknown> => tx.unsafe('savepoint workbook').execute()
/** What was written since stays, and a return goes to the point before. */
export const leavePoint = (tx: Tx): Promise<unknown> => tx.unsafe('release savepoint workbook').execute()
export const returnToPoint = (tx: Tx): Promise<unknown> =>
  tx.unsafe('rollback to savepoint workbook; release savepoint workbook').execute()

/** Two steps of one workbook wait for each other. */
export const lockWorkbook = (tx: Tx, county: number, id: string): Promise<unknown> =>
  tx`select pg_advisory_xact_lock(${county}, hashtext(${id}))`.execute()

export interface WorkbookRow {
  id: string
  division: string
  accountId: string | null
  seatId: string | null
  role: string
  bytes: number
  parts: number
  accounts: number
  receivedAt: Date
  expiresAt: Date
  digest: Buffer
}
interface Found extends WorkbookRow {
  previewed: number
  applied: number
  orderedAt: Date | null
  order: { accountId: string | null; seatId: string | null; role: string; division: string } | null
  hasPreview: boolean
  isApplied: boolean
  destroyedAt: Date | null
  ground: 'expired' | 'discarded' | null
}
export type FoundWorkbook = Found

export function keepWorkbook(tx: Tx, county: number, row: WorkbookRow): Promise<unknown> {
  const { accountId: account_id, seatId: seat_id, receivedAt: received_at, expiresAt: expires_at, ...rest } = row
  return tx`insert into workbooks.workbook ${tx({ county, ...rest, account_id, seat_id, received_at, expires_at })}`
}

export async function keepParts(
  tx: Tx,
  of: { county: number; workbook_id: string; division: string },
  parts: ReadonlyArray<{ nth: number; kind: PartKind; content: Buffer }>,
): Promise<void> {
  // A few megabytes a statement, however large the file.
  for (let at = 0; at < parts.length; at += 20) {
    await tx`insert into workbooks.part ${tx(parts.slice(at, at + 20).map((part) => ({ ...of, ...part })))}`
  }
}

export function keepSheets(
  tx: Tx,
  of: { county: number; workbook_id: string; division: string },
  sheets: ReadonlyMap<SheetKey, { read: number; blank: number }>,
): Promise<unknown> {
  return tx`insert into workbooks.sheet ${tx([...sheets].map(([sheet, counts]) => ({ ...of, sheet, ...counts })))}`
}

interface OfStep {
  county: number
  workbook_id: string
  division: string
  pass: Pass
  nth: number
  at: Date
}
export async function keepTallies(tx: Tx, of: OfStep, counts: ReadonlyMap<SheetKey, Counts>): Promise<void> {
  if (counts.size === 0) return
  await tx`insert into workbooks.tally ${tx([...counts].map(([sheet, own]) => ({ ...of, sheet, ...own })))}`
}

export async function keepFindings(
  tx: Tx,
  { county, workbook_id, division, pass, nth }: OfStep,
  findings: readonly Finding[],
): Promise<void> {
  for (let at = 0; at < findings.length; at += 1_000) {
    const rows = findings.slice(at, at + 1_000).map(({ column: col, ...one }, index) => ({
      ...one,
      col,
      // Unique within a row: part, then place in it.
      seq: nth * 100_000 + ((at + index) % 100_000),
    }))
    await tx`
      insert into workbooks.finding (county, workbook_id, pass, sheet, row, seq, division, outcome, col, zh, en)
      select ${county}, ${workbook_id}, ${pass}, sheet, row, seq, ${division}, outcome, col, zh, en
      from jsonb_to_recordset(${tx.json(rows)}) as one (sheet text, row integer, seq integer, outcome text, col text, zh text, en text)`
  }
}

/** Counted from the tallies; the table refuses what does not add up. */
export function keepResult(tx: Tx, { county, workbook_id, division, pass, at }: Omit<OfStep, 'nth'>): Promise<unknown> {
  return tx`
    insert into workbooks.result (county, workbook_id, pass, sheet, division, at, read, "new", changed, same, conflict, rejected, blank)
    select s.county, s.workbook_id, ${pass}, s.sheet, ${division}, ${at}, s.read, coalesce(sum(t.new), 0), coalesce(sum(t.changed), 0),
      coalesce(sum(t.same), 0), coalesce(sum(t.conflict), 0), coalesce(sum(t.rejected), 0), s.blank
    from workbooks.sheet s
    left join workbooks.tally t on t.county = s.county and t.workbook_id = s.workbook_id and t.sheet = s.sheet and t.pass = ${pass}
    where s.county = ${county} and s.workbook_id = ${workbook_id}
    group by s.county, s.workbook_id, s.sheet, s.read, s.blank`.execute()
}

/** What was refused while reading is refused in both passes. */
export function carryRefused(tx: Tx, county: number, workbookId: string, at: Date): Promise<unknown> {
  return tx`
    insert into workbooks.tally (county, workbook_id, pass, nth, sheet, division, at, "new", changed, same, conflict, rejected)
    select county, workbook_id, 'apply', nth, sheet, division, ${at}, "new", changed, same, conflict, rejected
    from workbooks.tally where county = ${county} and workbook_id = ${workbookId} and pass = 'preview' and nth = 0
    on conflict do nothing`.execute()
}

export async function findLoaded(tx: Tx, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await tx<{ id: string; digest: Buffer }[]>`
    select distinct on (id) id, digest from workbooks.loaded
    where county = (select kernel.app_county()) and id = any (${[...ids]}::uuid[]) order by id, at desc`
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

export function keepLoaded(
  tx: Tx,
  { county, workbook_id, at }: Pick<OfStep, 'county' | 'workbook_id' | 'at'>,
  loaded: ReadonlyArray<{ id: string; division: string; digest: Buffer }>,
): Promise<unknown> {
  const rows = loaded.map(({ id, division, digest }) => ({ id, division, digest: digest.toString('hex') }))
  return tx`
    insert into workbooks.loaded (county, id, workbook_id, division, at, digest)
    select ${county}, id, ${workbook_id}, division, ${at}, decode(digest, 'hex')
    from jsonb_to_recordset(${tx.json(rows)}) as one (id uuid, division text, digest text)
    on conflict do nothing`.execute()
}

const found = (tx: Tx): Statement<Found[]> => tx<Found[]>`
  select w.id, w.division, w.account_id as "accountId", w.seat_id as "seatId", w.role, w.bytes, w.parts, w.accounts,
    w.received_at as "receivedAt", w.expires_at as "expiresAt", w.digest,
    coalesce((select max(t.nth) from workbooks.tally t
      where t.county = w.county and t.workbook_id = w.id and t.pass = 'preview'), 0) as previewed,
    coalesce((select max(t.nth) from workbooks.tally t
      where t.county = w.county and t.workbook_id = w.id and t.pass = 'apply'), 0) as applied,
    o.at as "orderedAt", case when o.at is null then null else jsonb_build_object('accountId', o.account_id, 'seatId', o.seat_id,
      'role', o.role, 'division', o.division) end as "order",
    exists (select from workbooks.result r where r.county = w.county and r.workbook_id = w.id and r.pass = 'preview') as "hasPreview",
    exists (select from workbooks.result r where r.county = w.county and r.workbook_id = w.id and r.pass = 'apply') as "isApplied",
    d.at as "destroyedAt", d.ground
  from workbooks.workbook w
  left join workbooks.ordering o on o.county = w.county and o.workbook_id = w.id
  left join workbooks.destruction d on d.county = w.county and d.workbook_id = w.id
  where w.county = (select kernel.app_county())`

export async function findWorkbook(tx: Tx, id: string): Promise<FoundWorkbook | null> {
  const [row] = await tx<Found[]>`${found(tx)} and w.id = ${id}`
  return row ?? null
}

export const listWorkbookRows = (
  tx: Tx,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<FoundWorkbook[]> =>
  tx<Found[]>`${found(tx)}
    ${before ? tx`and (w.received_at, w.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by w.received_at desc, w.id desc limit ${limit}`.execute()

export async function findPart(
  tx: Tx,
  workbookId: string,
  nth: number,
): Promise<{ nth: number; kind: PartKind; content: Buffer } | null> {
  const [row] = await tx<{ nth: number; kind: PartKind; content: Buffer }[]>`
    select nth, kind, content from workbooks.part
    where county = (select kernel.app_county()) and workbook_id = ${workbookId} and nth = ${nth}`
  return row ?? null
}

export interface ResultRow {
  workbookId: string
  pass: Pass
  sheet: SheetKey
  read: number
  new: number
  changed: number
  same: number
  conflict: number
  rejected: number
  blank: number
}
export const listResults = (tx: Tx, workbookIds: readonly string[]): Promise<ResultRow[]> =>
  tx<ResultRow[]>`
    select workbook_id as "workbookId", pass, sheet, read, "new", changed, same, conflict, rejected, blank from workbooks.result
    where county = (select kernel.app_county()) and workbook_id = any (${[...workbookIds]}::uuid[])`.execute()

export interface FindingRow extends Omit<Finding, 'column'> {
  seq: number
  column: string
}
export const listFindingRows = (
  tx: Tx,
  asked: { workbookId: string; pass: Pass; after: [sheet: string, row: number, seq: number] | null; limit: number },
): Promise<FindingRow[]> =>
  tx<FindingRow[]>`
    select sheet, row, seq, outcome, col as column, zh, en from workbooks.finding
    where county = (select kernel.app_county()) and workbook_id = ${asked.workbookId} and pass = ${asked.pass}
      ${asked.after ? tx`and (sheet, row, seq) > (${asked.after[0]}, ${asked.after[1]}::integer, ${asked.after[2]}::integer)` : tx``}
    order by sheet, row, seq limit ${asked.limit}`.execute()

export function keepOrdering(
  tx: Tx,
  row: {
    county: number
    workbook_id: string
    division: string
    account_id: string | null
    seat_id: string | null
    role: string
    at: Date
  },
): Promise<unknown> {
  return tx`insert into workbooks.ordering ${tx(row)} on conflict do nothing`.execute()
}

export function keepDestruction(
  tx: Tx,
  row: { county: number; workbook_id: string; division: string; ground: 'expired' | 'discarded'; at: Date },
): Promise<unknown> {
  return tx`insert into workbooks.destruction ${tx(row)} on conflict do nothing`.execute()
}

export const listDue = (tx: Tx, now: Date): Promise<Array<{ id: string; division: string }>> =>
  tx<Array<{ id: string; division: string }>>`
    select w.id, w.division from workbooks.workbook w
    where w.county = (select kernel.app_county()) and w.expires_at <= ${now}
      and not exists (select from workbooks.destruction d where d.county = w.county and d.workbook_id = w.id)`.execute()

export async function countOpen(tx: Tx, accountId: string | null): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from workbooks.workbook w
    where w.county = (select kernel.app_county()) and w.account_id = ${accountId}
      and not exists (select from workbooks.destruction d where d.county = w.county and d.workbook_id = w.id)`
  return row?.count ?? 0
}
