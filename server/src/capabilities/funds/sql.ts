import type { Tx } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import type { Account, EntryKind } from './rules.ts'
import { countsOfFiles, type FileCounts } from './sql.files.ts'

/** Held until the end of the transaction: whoever moves money of the same source next finds it as it is then. */
export const lockSource = async ({ tx, actor }: Ctx, id: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`funds.source/${id}`}, ${actor.county}))`
}
export const lockReceipts = async ({ tx, actor }: Ctx): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended('funds.receipt', ${actor.county}))`
}

export const isIssued = async (tx: Tx, documentId: string): Promise<boolean> =>
  (
    await tx`select 1 from command.published_documents d
      where d.county = (select kernel.app_county()) and d.document_id = ${documentId} and d.state <> 'withdrawn'`
  ).length > 0

export interface Purpose {
  id: string
  division: string
  title: string
}
const purposes = (tx: Tx) => tx`
  select p.id, p.division, p.title from funds.purpose p where p.county = (select kernel.app_county())`
export const findPurposes = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Purpose>> =>
  new Map(
    (await tx<Purpose[]>`${purposes(tx)} and p.id = any (${ids as string[]}::uuid[])`).map((one) => [one.id, one]),
  )
export const listPurposeRows = (tx: Tx, after: string | null, limit: number) => tx<Purpose[]>`
  ${purposes(tx)} ${after ? tx`and p.id > ${after}` : tx``} order by p.id limit ${limit}`

export interface Source {
  id: string
  division: string
  title: string
  earmark: string | null
  at: Date
}
export const findSource = async (tx: Tx, id: string): Promise<Source | null> =>
  (
    await tx<Source[]>`
      select s.id, s.division, s.title, s.earmark, s.at from funds.source s
      where s.county = (select kernel.app_county()) and s.id = ${id}`
  )[0] ?? null

export interface Pot {
  account: Account
  purposeId: string
  sourceId: string
  commitmentId: string | null
}
/** The least that stands on an account from a moment on. */
export const roomIn = async (tx: Tx, { account, purposeId, sourceId, commitmentId }: Pot, at: Date): Promise<number> =>
  (
    await tx<{ fen: number }[]>`
      select funds.room((select kernel.app_county()), ${account}, ${purposeId}, ${sourceId}, ${commitmentId}, ${at})::float8 as fen`
  )[0]?.fen ?? 0

export const paperColumns = (tx: Tx, of: string) =>
  tx.unsafe(
    ` ${of}.document_id as "documentId", ${of}.document_no as "documentNo", ${of}.authority, ${of}.document_on::text as "documentOn"`,
  )
export interface PaperOf {
  documentId: string | null
  documentNo: string | null
  authority: string | null
  documentOn: string | null
}

export interface Entry extends PaperOf {
  id: string
  division: string
  kind: EntryKind
  fromAccount: Account
  toAccount: Account
  purposeId: string
  purpose: string
  toPurposeId: string | null
  toPurpose: string | null
  sourceId: string
  source: string
  commitmentId: string | null
  commitment: string | null
  fen: number
  why: string | null
  at: Date
  reverses: string | null
  reversedBy: string | null
}
const entries = (tx: Tx) => tx`
  select e.id, e.division, e.kind, e.from_account as "fromAccount", e.to_account as "toAccount", e.purpose_id as "purposeId",
    p.title as purpose, e.to_purpose_id as "toPurposeId", q.title as "toPurpose", e.source_id as "sourceId", s.title as source,
    e.commitment_id as "commitmentId", c.title as commitment, e.fen::float8 as fen, e.why, ${paperColumns(tx, 'e')}, e.at, e.reverses,
    r.id as "reversedBy"
  from funds.entry e
  join funds.purpose p on p.county = e.county and p.id = e.purpose_id
  join funds.source s on s.county = e.county and s.id = e.source_id
  left join funds.purpose q on q.county = e.county and q.id = e.to_purpose_id
  left join funds.commitment c on c.county = e.county and c.id = e.commitment_id
  left join funds.entry r on r.county = e.county and r.reverses = e.id
  where e.county = (select kernel.app_county())`
export const findEntry = async (tx: Tx, id: string): Promise<Entry | null> =>
  (await tx<Entry[]>`${entries(tx)} and e.id = ${id}`)[0] ?? null
interface Sought {
  moment: Date
  purposeId: string | null
  after: { at: string; id: string } | null
  limit: number
}
export const listEntryRows = (tx: Tx, { moment, purposeId, after, limit }: Sought) => tx<Entry[]>`
  ${entries(tx)} and e.at <= ${moment}
  ${purposeId ? tx`and (e.purpose_id = ${purposeId} or e.to_purpose_id = ${purposeId})` : tx``}
  ${after ? tx`and (e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by e.at desc, e.id desc limit ${limit}`

export interface PotRow extends PaperOf, FileCounts {
  purposeId: string
  purpose: string
  sourceId: string
  source: string
  sourceKind: 'appropriation' | 'donation'
  level: string | null
  earmarked: boolean
  receivedFen: number
  availableFen: number
  committedFen: number
  paidFen: number
}
const heldAt = (tx: Tx, moment: Date) => tx`
  select l.purpose_id, l.source_id,
    coalesce(sum(l.fen) filter (where l.account = 'available'), 0) as available,
    coalesce(sum(l.fen) filter (where l.account = 'committed'), 0) as committed,
    coalesce(sum(l.fen) filter (where l.account = 'paid'), 0) as paid
  from funds.leg l where l.county = (select kernel.app_county()) and l.at <= ${moment} group by l.purpose_id, l.source_id`

/** What has come in, by purpose and source, and where it stands as of a moment. */
export const listPots = (tx: Tx, moment: Date, after: { purposeId: string; sourceId: string } | null, limit: number) =>
  tx<PotRow[]>`
  select p.id as "purposeId", p.title as purpose, s.id as "sourceId", s.title as source, s.kind as "sourceKind", s.level,
    s.earmark is not null as earmarked, ${paperColumns(tx, 's')},
    (h.available + h.committed + h.paid)::float8 as "receivedFen", h.available::float8 as "availableFen",
    h.committed::float8 as "committedFen", h.paid::float8 as "paidFen", ${countsOfFiles(tx, 'source_id', 's')}
  from (${heldAt(tx, moment)}) h
  join funds.purpose p on p.county = (select kernel.app_county()) and p.id = h.purpose_id
  join funds.source s on s.county = (select kernel.app_county()) and s.id = h.source_id
  ${after ? tx`where (p.id, s.id) > (${after.purposeId}::uuid, ${after.sourceId}::uuid)` : tx``}
  order by p.id, s.id limit ${limit}`

export interface HeldRow {
  purposeId: string
  purpose: string
  donatedFen: number
  receivedFen: number
  availableFen: number
  committedFen: number
  paidFen: number
}
export const listHeld = (tx: Tx, moment: Date) => tx<HeldRow[]>`
  select p.id as "purposeId", p.title as purpose,
    coalesce(sum(h.available + h.committed + h.paid) filter (where s.kind = 'donation'), 0)::float8 as "donatedFen",
    sum(h.available + h.committed + h.paid)::float8 as "receivedFen", sum(h.available)::float8 as "availableFen",
    sum(h.committed)::float8 as "committedFen", sum(h.paid)::float8 as "paidFen"
  from (${heldAt(tx, moment)}) h
  join funds.purpose p on p.county = (select kernel.app_county()) and p.id = h.purpose_id
  join funds.source s on s.county = (select kernel.app_county()) and s.id = h.source_id
  group by p.id, p.title order by p.id`

export const ruleAt = async (tx: Tx, moment: Date): Promise<number | null> =>
  (
    await tx<{ fen: number }[]>`
      select r.above_fen::float8 as fen from funds.two_person_rule r
      where r.county = (select kernel.app_county()) and r.at <= ${moment} order by r.at desc, r.id desc limit 1`
  )[0]?.fen ?? null
