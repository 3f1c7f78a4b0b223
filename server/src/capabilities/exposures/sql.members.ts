import type { Tx } from '../../kernel/db.ts'
import type { FeedEntry } from '../../kernel/feed.ts'

/** A new fact, two records that are one person, another village that keeps the record. The function `exposures.waiting` has the same. */
const ofPersons = new Set(['exposure', 'person-merged', 'person-home'])

/** Works out anew whom a change concerns. Runs as the clerk; nobody else writes memberships. */
export async function keepMembers(tx: Tx, county: number, entries: readonly FeedEntry[]): Promise<void> {
  const persons = new Set(entries.filter(({ kind }) => ofPersons.has(kind)).flatMap(({ ids }) => ids))
  const everybody = entries.some(({ kind }) => kind === 'exposure-definition')
  if (everybody) await tx`select exposures.rejudge(${county}, null)`
  else if (persons.size > 0) await tx`select exposures.rejudge(${county}, ${[...persons]}::uuid[])`
}

export async function countMembers(tx: Tx, area: string, moment: Date): Promise<Map<string, number>> {
  const rows = await tx<{ category: string; members: number }[]>`
    select category, members::integer as members from exposures.counts_as_of(${area}, ${moment})`
  return new Map(rows.map(({ category, members }) => [category, members]))
}

export interface Member {
  personId: string
  division: string
  since: Date
  until: Date | null
}
export interface MemberQuery {
  category: string
  area: string
  moment: Date
  before: { at: string; id: string } | null
  limit: number
}
/** Newest first. */
export function listMembers(tx: Tx, { category, area, moment, before, limit }: MemberQuery): Promise<Member[]> {
  return tx<Member[]>`
    select person_id as "personId", division, since, until
    from exposures.members_as_of(${category}, ${area}, ${moment}, ${before?.at ?? null}, ${before?.id ?? null}, ${limit})`.execute()
}

/** Every category each of these persons is in at a moment. */
export async function categoriesOf(tx: Tx, personIds: readonly string[], moment: Date): Promise<Map<string, string[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx<{ personId: string; categories: string[] }[]>`
    with asked as (select ${[...personIds]}::uuid[] as ids), waiting as (select exposures.waiting() as ids),
    standing as (
      select m.person_id, m.category, c.place_in_list from asked, waiting, exposures.member m
      join exposures.category_now c on c.county = m.county and c.code = m.category
      where m.county = (select kernel.app_county()) and m.person_id = any (asked.ids) and waiting.ids is not null
        and m.person_id <> all (waiting.ids) and m.since <= ${moment} and (m.until is null or m.until > ${moment})
      union all
      select j.person_id, c.code, c.place_in_list from asked, waiting, exposures.category_now c
      cross join lateral exposures.judge(c.county, c.code, array(
        select id from unnest(asked.ids) one (id) where waiting.ids is null or one.id = any (waiting.ids))) j
      where c.county = (select kernel.app_county()) and waiting.ids is distinct from '{}'
        and j.since <= ${moment} and (j.until is null or j.until > ${moment})
    )
    select person_id as "personId", array_agg(category order by place_in_list, category) as categories from standing group by 1`
  return new Map(rows.map(({ personId, categories }) => [personId, categories]))
}

export interface JudgedRow {
  category: string
  since: Date
  until: Date | null
}
/** What each category says about one person, whatever the moment. */
export function judgePerson(tx: Tx, personId: string): Promise<JudgedRow[]> {
  return tx<JudgedRow[]>`
    select c.code as category, j.since, j.until from exposures.category_now c
    cross join lateral exposures.judge(c.county, c.code, array[${personId}::uuid]) j
    where c.county = (select kernel.app_county()) and j.person_id = ${personId}::uuid`.execute()
}

export interface GroundRow {
  clause: number
  fact: 'travel' | 'contact' | 'stay' | 'illness' | 'member'
  factId: string | null
  because: string | null
  at: Date
}
/** The facts on which one category's clauses rest for one person. */
export function listGrounds(tx: Tx, personId: string, category: string): Promise<GroundRow[]> {
  return tx<GroundRow[]>`
    select (clause.nth - 1)::integer as clause, h.fact, h.fact_id as "factId", h.because_id as because, h.at
    from exposures.category_now c cross join lateral jsonb_array_elements(c.condition -> 'any') with ordinality clause (said, nth)
    cross join lateral exposures.hits(c.county, clause.said, array[${personId}::uuid]) h
    where c.county = (select kernel.app_county()) and c.code = ${category} and h.person_id = ${personId}::uuid
    order by h.at, h.fact_id limit 100`.execute()
}

/** Whether a person's record is kept within the reader's scope. */
export async function findPersonDivision(tx: Tx, personId: string): Promise<string | null> {
  const [found] = await tx<{ division: string }[]>`
    select division from people.published_person where county = (select kernel.app_county()) and id = ${personId}`
  return found?.division ?? null
}
