import type { Tx } from '../../kernel/db.ts'
import type { Kind } from './rules.ts'

export interface OrderedChangeover {
  id: string
  /** Codes of editions. */
  from: string
  to: string
  /** The first day of the new one, in China. */
  day: string
  documentNo: string
  authority: string
}
/** Editions by which those who are kept were ordered to be judged instead. */
export function listChangeovers(tx: Tx): Promise<OrderedChangeover[]> {
  return tx<OrderedChangeover[]>`
    select changeover_id as id, from_edition as "from", to_edition as "to", from_day::text as day, document_no as "documentNo", authority
    from cases.published_changeovers where county = (select kernel.app_county()) order by from_day, changeover_id`
}

export interface UnderEdition {
  id: string
  division: string
  kind: Kind
  profile: string
  anchorOn: string
  startsAt: Date
  endsAt: Date
}
/** Orders that stand and were given under one of these editions. */
export function listUnderEditions(tx: Tx, editions: readonly string[], now: Date): Promise<UnderEdition[]> {
  return tx<UnderEdition[]>`
    select o.id, o.division, o.kind, o.profile, o.anchor_on::text as "anchorOn", o.starts_at as "startsAt", o.ends_at as "endsAt"
    from isolation.span s
    join isolation.order_now o on o.county = s.county and o.id = s.order_id
    where s.county = (select kernel.app_county()) and not s.ended and upper(s.during) > ${now} and o.profile = any(${[...editions]}::text[])`
}

export interface Restrained {
  id: string
  division: string
  startsAt: Date
}
interface Excluded {
  personId: string
  caseId: string
  at: Date
  /** More than a fever: suspected, until now. */
  wasCase: boolean
}
/**
 * Who is kept for having met this person, or on account of this case, at a moment, and has met nobody else who is or may be ill.
 * Found by the ids under which the meetings were said.
 */
export function listKeptFor(tx: Tx, { personId, caseId, at, wasCase }: Excluded) {
  return tx<Restrained[]>`
    with spoken as (
      select ${personId}::uuid as id
      union select id from people.published_alias where county = (select kernel.app_county()) and now_id = ${personId}),
    met as (
      select distinct m.other_id as id from spoken join exposures.published_meetings m
        on m.county = (select kernel.app_county()) and m.said_of = spoken.id)
    select o.id, o.division, o.starts_at as "startsAt"
    from isolation.span s
    join isolation.order_now o on o.county = s.county and o.id = s.order_id
    where s.county = (select kernel.app_county()) and not s.ended and upper(s.during) > ${at} and o.person_id <> ${personId}
      and o.ground in ('close-contact', 'contact-of-contact')
      and (o.source_kind = 'case' and o.source_ref = ${caseId}
        or ${wasCase} and o.source_kind = 'exposure' and o.ground = 'close-contact' and s.person_id in (select id from met))
      and not exists (
        select from exposures.published_meetings other
        join cases.published_cases c on c.county = other.county and c.person_id = other.other_id
        where other.county = s.county and other.said_of = s.person_id and other.other_id <> ${personId}
          and c.status in ('suspected', 'confirmed', 'asymptomatic'))`
}

export interface KeptSpan {
  person: string
  orderId: string
  division: string
  kind: Kind
  startsAt: Date
  endsAt: Date
}
export const listKept = (tx: Tx, persons: readonly string[]) => tx<KeptSpan[]>`
  select person, order_id as "orderId", division, kind, starts_at as "startsAt", ends_at as "endsAt"
  from isolation.kept(${[...persons]}::uuid[])`

export const expectNotKept = (tx: Tx, persons: readonly string[], since: Date) =>
  tx`isolation.expect_free(${[...persons]}::uuid[], ${since})`

export const listPassed = (tx: Tx, orderId: string) => tx<
  Array<{ id: string; checkpoint: string; division: string; at: Date }>
>`
  select passage_id as id, checkpoint, division, at from isolation.passed(${orderId})`
