import type { Tx } from '../../kernel/db.ts'
import type { ReportHours } from './rules.clocks.ts'
import type { Origin, Status } from './rules.course.ts'
import type { ContactKind } from './schema.entries.ts'

export interface NewEpisode {
  county: number
  id: string
  division: string
  person_id: string
  disease: string
  profile: string
  origin: Origin
  opened_at: Date
  recorded_by: string | null
  received_at: Date
}
export interface NewFever {
  county: number
  id: string
  division: string
  case_id: string
  origin: Origin
  origin_id: string
  at: Date
  temperature_c: number | null
  site: string | null
  symptoms: string[]
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}

/** Two fevers of one person found at one moment open one case. Always in one order, so that nobody waits in a circle. */
export async function lockPersons(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended('cases ' || one, (select kernel.app_county())) as key
      from unnest(${[...personIds]}::text[]) one order by key) keys`
}

export interface KnownFever {
  origin: Origin
  originId: string
  caseId: string
  digest: Buffer
}
export function listFeversByOrigin(tx: Tx, asked: ReadonlyArray<{ kind: Origin; id: string }>): Promise<KnownFever[]> {
  return tx<KnownFever[]>`
    select f.origin, f.origin_id as "originId", f.case_id as "caseId", f.digest
    from unnest(${asked.map(({ kind }) => kind)}::text[], ${asked.map(({ id }) => id)}::uuid[]) one (origin, origin_id)
    join cases.fever f on f.county = (select kernel.app_county()) and f.origin = one.origin and f.origin_id = one.origin_id`.execute()
}

/** The case that stands open for each of these persons, under whichever id they were known when it began. */
export function listOpenCases(
  tx: Tx,
  personIds: readonly string[],
): Promise<Array<{ personId: string; disease: string; caseId: string }>> {
  return tx<Array<{ personId: string; disease: string; caseId: string }>>`
    with asked as (
      select one as id, coalesce(alias.now_id, one) as now_id from unnest(${[...personIds]}::uuid[]) one
      left join people.published_alias alias on alias.county = (select kernel.app_county()) and alias.id = one
    ), spoken as (
      select id, now_id as said from asked union
      select asked.id, alias.id from asked
      join people.published_alias alias on alias.county = (select kernel.app_county()) and alias.now_id = asked.now_id)
    select distinct on (spoken.id, e.disease) spoken.id as "personId", e.disease, e.id as "caseId"
    from spoken
    join cases.episode known on known.county = (select kernel.app_county()) and known.person_id = spoken.said
    join cases.episode_now e on e.county = known.county and e.id = known.id
    where e.status <> 'excluded'
    order by spoken.id, e.disease, e.opened_at desc`.execute()
}

export async function keepEpisodes(tx: Tx, rows: readonly NewEpisode[]): Promise<void> {
  if (rows.length > 0) await tx`insert into cases.episode ${tx(rows)} on conflict do nothing`
}

export async function keepFevers(tx: Tx, rows: readonly NewFever[]): Promise<Set<string>> {
  const kept = await tx<{ id: string }[]>`insert into cases.fever ${tx(rows)} on conflict do nothing returning id`
  return new Set(kept.map(({ id }) => id))
}

export interface StoredCase {
  id: string
  division: string
  personId: string
  disease: string
  profile: string
  origin: Origin
  openedAt: Date
  status: Status
  since: Date
  onset: string | null
  overdue: number
}
/** Each edition's hours by its code: what the clocks run by. */
export type HoursByProfile = Record<string, ReportHours>
const caseColumns = (tx: Tx) => tx`c.id, c.division, c.person_id as "personId", c.disease, c.profile, c.origin,
  c.opened_at as "openedAt", c.status, c.since, to_char(c.onset, 'YYYY-MM-DD') as onset`

/**
 * How many clocks of a case wait beyond their hour. rules.clocks.ts says the same of one case; a test holds them together.
 */
const overdueOf = (tx: Tx, hours: HoursByProfile, now: Date) => tx`(
  with h as (select ${tx.json(hours)}::jsonb -> c.profile as hours),
  decided as (
    select n.id, n.code, n.at from cases.entry_now n
    where n.county = c.county and n.case_id = c.id and n.kind = 'decision'),
  began as (select min(at) as at from decided where code <> 'excluded')
  select (
    select count(*) from decided d, h where d.code <> 'excluded'
      and d.at + (h.hours ->> d.code)::numeric * interval '1 hour' < ${now}
      and not exists (select from cases.entry_now r where r.county = c.county and r.case_id = c.id and r.kind = 'report' and r.at >= d.at))
  + (
    select count(*) from began, h where began.at + (h.hours ->> 'investigation')::numeric * interval '1 hour' < ${now}
      and not exists (select from cases.entry_now i where i.county = c.county and i.case_id = c.id and i.kind = 'investigation' and i.at >= began.at)
      and not exists (select from decided x where x.code = 'excluded' and x.at >= began.at))
  + (
    select count(*) from cases.entry_now s, h
    where s.county = c.county and s.case_id = c.id and s.kind = 'sample'
      and coalesce((s.body ->> 'deliveredAt')::timestamptz, s.at) + (h.hours ->> 'laboratory')::numeric * interval '1 hour' < ${now}
      and not exists (
        select from cases.entry_now t where t.county = c.county and t.case_id = c.id and t.kind = 'result'
          and cases.sample_now(t.county, t.sample_id) = s.id)
      and not exists (
        select from decided x where x.code = 'excluded' and x.at >= coalesce((s.body ->> 'deliveredAt')::timestamptz, s.at))))::integer`

export interface CaseQuery {
  area: string
  status: Status | 'open' | null
  origin: Origin | null
  overdue: boolean
  hours: HoursByProfile
  now: Date
  before: { at: string; id: string } | null
  limit: number
}
/** With a limit, though beyond what any county has, the cases are taken in their order, and those behind the page keep their clocks unread. */
const AT_MOST = 10_000_000
const inOrder = (tx: Tx, { area, before }: CaseQuery) => tx`(
  select e.county, e.id, e.opened_at from cases.episode e
  where e.county = (select kernel.app_county()) and e.division >= ${area} and e.division < ${`${area}:`}
    ${before ? tx`and (e.opened_at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
  order by e.opened_at desc, e.id desc limit ${AT_MOST})`

/** Newest first. */
export function listCases(tx: Tx, query: CaseQuery): Promise<StoredCase[]> {
  const { area, status, origin, overdue, hours, now, before, limit } = query
  const walk = tx`${inOrder(tx, query)} walk
    cross join lateral (select * from cases.episode_now one where one.county = walk.county and one.id = walk.id offset 0) c`
  return tx<StoredCase[]>`
    select ${caseColumns(tx)}, clocks.overdue from ${overdue ? walk : tx`cases.episode_now c`}
    cross join lateral (select ${overdueOf(tx, hours, now)} as overdue offset 0) clocks
    where c.county = (select kernel.app_county()) and c.division >= ${area} and c.division < ${`${area}:`}
      ${status === 'open' ? tx`and c.status <> 'excluded'` : status ? tx`and c.status = ${status}` : tx``}
      ${overdue ? tx`and clocks.overdue > 0` : tx``} ${origin ? tx`and c.origin = ${origin}` : tx``}
      ${before ? tx`and (c.opened_at, c.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by ${overdue ? tx`walk.opened_at desc, walk.id` : tx`c.opened_at desc, c.id`} desc limit ${limit}`
}

export type FoundCase = Omit<StoredCase, 'overdue'>
export async function findCase(tx: Tx, id: string): Promise<FoundCase | null> {
  const [found] = await tx<FoundCase[]>`
    select ${caseColumns(tx)} from cases.episode_now c where c.county = (select kernel.app_county()) and c.id = ${id}`
  return found ?? null
}

export interface StoredFever {
  id: string
  origin: Origin
  originId: string
  at: Date
  temperatureC: number | null
  site: 'forehead' | 'axillary' | 'ear' | 'wrist' | null
  symptoms: string[]
}
export function listFevers(tx: Tx, caseId: string): Promise<StoredFever[]> {
  return tx<StoredFever[]>`
    select f.id, f.origin, f.origin_id as "originId", f.at, f.temperature_c::float8 as "temperatureC", f.site, f.symptoms
    from cases.fever f where f.county = (select kernel.app_county()) and f.case_id = ${caseId} order by f.at, f.id limit 200`
}

export interface StoredContact {
  personId: string
  kind: ContactKind
  firstAt: Date
  lastAt: Date
  isolated: boolean
  caseId: string | null
}
/** Whom somebody met by the tracing, the last meeting first; each person once, by the meeting that ended last. */
export function listContacts(tx: Tx, personId: string, limit: number): Promise<StoredContact[]> {
  return tx<StoredContact[]>`
    with spoken as (
      select ${personId}::uuid as id union
      select alias.id from people.published_alias alias
      where alias.county = (select kernel.app_county()) and alias.now_id = ${personId}),
    met as (
      select distinct on (m.other_id) m.other_id, m.kind, m.first_at, m.last_at from exposures.published_meetings m
      where m.county = (select kernel.app_county()) and m.said_of = any (array(select id from spoken))
      order by m.other_id, m.last_at desc)
    select met.other_id as "personId", met.kind, met.first_at as "firstAt", met.last_at as "lastAt", exists (
      select from isolation.published_orders o
      where o.county = (select kernel.app_county()) and o.person = met.other_id and o.state = 'standing') as isolated, (
      select e.id from cases.episode e where e.county = (select kernel.app_county()) and e.person_id = met.other_id
      order by e.opened_at desc limit 1) as "caseId"
    from met order by met.last_at desc, met.other_id limit ${limit}`.execute()
}
