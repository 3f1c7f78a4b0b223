import { randomUUID } from 'node:crypto'
import type { Tx } from '../../kernel/db.ts'
import type { ExportField, ExportKind } from './rules.exports.ts'
import type { LineListAsked } from './schema.exports.ts'

export type ExportEnd = 'downloaded' | 'cancelled' | 'refused' | 'expired'
export interface ExportRow {
  id: string
  kind: ExportKind
  division: string
  fields: ExportField[]
  purpose: string
  ground: string
  accountId: string
  seatId: string
  role: string
  area: string
  about: LineListAsked | null
  rows: number
  rowsBefore: number
  askedAt: Date
  expiresAt: Date
}
export interface FoundExport extends ExportRow {
  decision: 'approved' | 'refused' | null
  decidedBy: string | null
  decidedAt: Date | null
  rowsRead: number
  parts: number
  next: string | null
  /** No part is missing; the file itself may be. */
  isRead: boolean
  isWritten: boolean
  pieces: number | null
  bytes: number | null
  outcome: ExportEnd | null
  endedAt: Date | null
}

export async function countMembers(tx: Tx, division: string): Promise<number> {
  const [row] = await tx<{ rows: number }[]>`
    select count(*)::int as rows from people.published_member m where m.county = (select kernel.app_county())
      and m.division >= ${division} and m.division < ${`${division}:`}`
  return row?.rows ?? 0
}
export async function countHouseholds(tx: Tx, division: string): Promise<number> {
  const [row] = await tx<{ rows: number }[]>`
    select count(*)::int as rows from people.published_household h where h.county = (select kernel.app_county()) and h.open
      and h.division >= ${division} and h.division < ${`${division}:`}`
  return row?.rows ?? 0
}

/** How many rows an account has asked for since, in whatever files. */
export async function countAsked(tx: Tx, accountId: string, since: Date): Promise<number> {
  const [row] = await tx<{ rows: number }[]>`
    select coalesce(sum(e.rows), 0)::int as rows from workbooks.export e
    left join workbooks.export_end ended on ended.county = e.county and ended.export_id = e.id
    where e.county = (select kernel.app_county()) and e.account_id = ${accountId} and e.asked_at > ${since}
      and coalesce(ended.outcome, '') not in ('cancelled', 'refused')`
  return row?.rows ?? 0
}

export function keepExport(tx: Tx, county: number, one: ExportRow): Promise<unknown> {
  const { accountId, seatId, rowsBefore, askedAt, expiresAt, fields, ...rest } = one
  return tx`
    insert into workbooks.export (county, id, kind, about, division, fields, purpose, ground, account_id, seat_id, role, area, rows, rows_before,
      asked_at, expires_at)
    values (${county}, ${rest.id}, ${rest.kind}, ${tx.json(rest.about ?? {})}, ${rest.division}, ${fields}::text[], ${rest.purpose}, ${rest.ground}, ${accountId}, ${seatId},
      ${rest.role}, ${rest.area}, ${rest.rows}, ${rowsBefore}, ${askedAt}, ${expiresAt})`.execute()
}

const found = (tx: Tx) => tx<FoundExport[]>`
  select e.id, e.kind, nullif(e.about, '{}') as about, e.division, e.fields, e.purpose, e.ground, e.account_id as "accountId",
    e.seat_id as "seatId", e.role, e.area, e.rows, e.rows_before as "rowsBefore", e.asked_at as "askedAt",
    e.expires_at as "expiresAt", d.decision, d.account_id as "decidedBy", d.at as "decidedAt",
    coalesce(w.rows, p.rows, 0)::int as "rowsRead", coalesce(p.parts, 0)::int as parts, p.next,
    coalesce(p.whole, false) as "isRead", w.export_id is not null as "isWritten", w.pieces, w.bytes::float8 as bytes,
    ended.outcome, ended.at as "endedAt"
  from workbooks.export e
  left join workbooks.export_decision d on d.county = e.county and d.export_id = e.id
  left join workbooks.export_written w on w.county = e.county and w.export_id = e.id
  left join workbooks.export_end ended on ended.county = e.county and ended.export_id = e.id
  left join lateral (
    select sum(p.rows) as rows, count(*) as parts, (array_agg(p.next order by p.nth desc))[1] as next, bool_or(p.next is null) as whole
    from workbooks.export_part p where p.county = e.county and p.export_id = e.id) p on true
  where e.county = (select kernel.app_county())`

export async function findExport(tx: Tx, id: string): Promise<FoundExport | null> {
  const [row] = await tx<FoundExport[]>`${found(tx)} and e.id = ${id}`
  return row ?? null
}

export const listExportRows = (
  tx: Tx,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<FoundExport[]> =>
  tx<FoundExport[]>`${found(tx)}
    ${before ? tx`and (e.asked_at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by e.asked_at desc, e.id desc limit ${limit}`.execute()

export const keepDecision = (
  tx: Tx,
  row: {
    county: number
    export_id: string
    division: string
    decision: string
    account_id: string
    seat_id: string
    at: Date
  },
): Promise<unknown> => tx`insert into workbooks.export_decision ${tx(row)} on conflict do nothing`.execute()

export const keepExportPart = (
  tx: Tx,
  row: {
    county: number
    export_id: string
    nth: number
    division: string
    rows: number
    next: string | null
    content: Buffer
  },
): Promise<unknown> => tx`insert into workbooks.export_part ${tx(row)}`.execute()

export async function findExportPart(tx: Tx, exportId: string, nth: number): Promise<Buffer> {
  const [row] = await tx<{ content: Buffer }[]>`
    select content from workbooks.export_part
    where county = (select kernel.app_county()) and export_id = ${exportId} and nth = ${nth}`
  if (!row) throw new Error('workbooks: a part of an export is missing')
  return row.content
}

export const keepExportPiece = (
  tx: Tx,
  row: { county: number; export_id: string; nth: number; division: string; content: Buffer },
): Promise<unknown> => tx`insert into workbooks.export_piece ${tx(row)}`.execute()

export const keepExportWritten = (
  tx: Tx,
  row: {
    county: number
    export_id: string
    division: string
    rows: number
    pieces: number
    bytes: number
    at: Date
  },
): Promise<unknown> => tx`insert into workbooks.export_written ${tx(row)}`.execute()

export async function findExportPiece(tx: Tx, exportId: string, nth: number): Promise<Buffer | null> {
  const [row] = await tx<{ content: Buffer }[]>`
    select content from workbooks.export_piece
    where county = (select kernel.app_county()) and export_id = ${exportId} and nth = ${nth}`
  return row?.content ?? null
}

/** False when it had ended before: of two downloads one gets the file. */
export async function keepExportEnd(
  tx: Tx,
  row: { county: number; export_id: string; division: string; outcome: ExportEnd; at: Date },
): Promise<boolean> {
  const made = await tx`insert into workbooks.export_end ${tx(row)} on conflict do nothing`
  return made.count > 0
}

export const listExpiredExports = (tx: Tx, now: Date): Promise<Array<{ id: string; division: string }>> =>
  tx<Array<{ id: string; division: string }>>`
    select e.id, e.division from workbooks.export e
    where e.county = (select kernel.app_county()) and e.expires_at <= ${now}
      and not exists (select from workbooks.export_end d where d.county = e.county and d.export_id = e.id)`.execute()

/** What is left of files that were handed over or that nobody will take. */
export const forgetFiles = (tx: Tx, county: number, now: Date): Promise<unknown> =>
  tx`
  insert into workbooks.sweep (county, id, at) select ${county}::integer, ${randomUUID()}::uuid, ${now}::timestamptz
  where exists (
    select from workbooks.export_end e where e.county = (select kernel.app_county())
      and (e.outcome <> 'downloaded' or e.at <= ${now}::timestamptz - interval '10 minutes')
      and (exists (select from workbooks.export_piece p where p.county = e.county and p.export_id = e.export_id)
        or exists (select from workbooks.export_part p where p.county = e.county and p.export_id = e.export_id)))`.execute()
