import type { Tx } from '../../kernel/db.ts'
import type { Counts, Field } from './rules.ts'

export interface ListFound extends Counts {
  id: string
  division: string
  sender: string
  basis: string
  purpose: string
  receivedAt: Date
  expiresOn: string
  format: 'xlsx' | 'csv'
  headings: string[]
  fields: Field[]
  /** The receipt is for those who see the whole list. */
  whole: boolean
  entries: number
  undecided: number
  open: number
  turnedDown: number
  seen: number
  away: number
  unknown: number
  notFound: number
  passed: number
  destroyedAt: Date | null
}

/** Lists with their progress in the reader's area; a list nobody of which is there is not shown, unless the reader sees the county. */
export function listListRows(
  tx: Tx,
  wanted: { listId: string } | { before: { at: string; id: string } | null; limit: number },
): Promise<ListFound[]> {
  const one = 'listId' in wanted
  return tx<ListFound[]>`
    select l.id, l.division, l.sender, l.basis, l.purpose, l.received_at as "receivedAt", l.expires_on::text as "expiresOn",
      l.format, l.headings, l.fields, r.list_id is not null as whole, r.read, r.created, r.matched, r.conflict, r.rejected, r.blank,
      p.entries, p.undecided, p.open, p."turnedDown", p.seen, p.away, p.unknown, p."notFound", p.passed, d.at as "destroyedAt"
    from agency_lists.list l
    left join agency_lists.reading r on r.county = l.county and r.list_id = l.id
    left join agency_lists.destruction d on d.county = l.county and d.list_id = l.id
    cross join lateral (
      select (count(*) filter (where s.stands))::integer as entries, (count(*) filter (where not s.stands))::integer as passed,
        (count(*) filter (where s.stands and n.undecided and n.answer is null))::integer as undecided,
        (count(*) filter (where s.stands and n.outcome <> 'rejected' and n.answer is null))::integer as open,
        (count(*) filter (where n.outcome = 'rejected'))::integer as "turnedDown",
        (count(*) filter (where s.stands and n.answer = 'seen'))::integer as seen,
        (count(*) filter (where s.stands and n.answer = 'away'))::integer as away,
        (count(*) filter (where s.stands and n.answer = 'unknown'))::integer as unknown,
        (count(*) filter (where s.stands and n.answer = 'not-found'))::integer as "notFound"
      from agency_lists.entry_now n cross join lateral (select n.passed_to is null as stands) s
      where n.county = l.county and n.list_id = l.id) p
    where l.county = (select kernel.app_county()) and (r.list_id is not null or exists (
        select from agency_lists.entry e where e.county = l.county and e.list_id = l.id))
      ${one ? tx`and l.id = ${wanted.listId}` : tx``}
      ${!one && wanted.before ? tx`and (l.received_at, l.id) < (${wanted.before.at}::timestamptz, ${wanted.before.id}::uuid)` : tx``}
    order by l.received_at desc, l.id desc limit ${one ? 1 : wanted.limit}`
}

export interface CertificateFound {
  destroyedAt: Date
  ground: string
  atExpiry: boolean
  entries: number
  candidates: number
  identifications: number
  answers: number
  seen: number
  away: number
  unknown: number
  notFound: number
  unanswered: number
  fileSha256: string
  entriesSha256: string
}

export async function findCertificate(tx: Tx, listId: string): Promise<CertificateFound | null> {
  const [found] = await tx<CertificateFound[]>`
    select c.destroyed_at as "destroyedAt", d.ground, d.ordered_by is null as "atExpiry", c.entries, c.candidates, c.identifications,
      c.answers, c.seen, c.away, c.unknown, c.not_found as "notFound", c.unanswered, encode(c.file_sha256, 'hex') as "fileSha256",
      encode(c.entries_sha256, 'hex') as "entriesSha256"
    from agency_lists.certificate c
    join agency_lists.destruction d on d.county = c.county and d.list_id = c.list_id
    where c.county = (select kernel.app_county()) and c.list_id = ${listId}`
  return found ?? null
}

export interface NewDestruction {
  county: number
  list_id: string
  division: string
  ground: string
  ordered_by: string | null
  at: Date
}
/** The rows are gone when this returns; the database writes the certificate itself. False when they were gone before. */
export async function keepDestruction(tx: Tx, row: NewDestruction): Promise<boolean> {
  return (await tx`insert into agency_lists.destruction ${tx(row)} on conflict do nothing`).count === 1
}

export interface NewConsent {
  county: number
  id: string
  division: string
  list_id: string
  account_id: string
  at: Date
}
/** False when the id is there already. */
export async function keepConsent(tx: Tx, row: NewConsent): Promise<boolean> {
  return (await tx`insert into agency_lists.return_consent ${tx(row)} on conflict do nothing`).count === 1
}

/** The newest of somebody else's, and of one's own. */
export async function findConsents(tx: Tx, listId: string, accountId: string | null, since: Date) {
  const [found] = await tx<{ others: Date | null; mine: Date | null }[]>`
    select max(at) filter (where account_id is distinct from ${accountId}::uuid) as others,
      max(at) filter (where account_id = ${accountId}::uuid) as mine
    from agency_lists.return_consent
    where county = (select kernel.app_county()) and list_id = ${listId} and at >= ${since}`
  return found ?? { others: null, mine: null }
}

export function listExpired(tx: Tx, today: string): Promise<Array<{ id: string; division: string }>> {
  return tx<Array<{ id: string; division: string }>>`
    select l.id, l.division from agency_lists.list l
    where l.county = (select kernel.app_county()) and l.expires_on < ${today}::date and not exists (
      select from agency_lists.destruction d where d.county = l.county and d.list_id = l.id)
    order by l.expires_on, l.id`
}
