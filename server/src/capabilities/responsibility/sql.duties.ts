import type { Tx } from '../../kernel/db.ts'
import type { Arrival, Fact } from '../../kernel/facts.ts'
import type { Rank } from './rules.ts'
import type { DutyRow } from './schema.ts'
import { type Ending, keepEnds, keepFacts } from './sql.facts.ts'

export interface NewDuty extends Fact {
  post_id: string
  rank: Rank
  reach: string
  compound_id: string | null
  block: string | null
  household_id: string | null
  begins_at: Date
  plan_id: string | null
}
export const keepDuties = (tx: Tx, rows: readonly NewDuty[]): Promise<Arrival[]> => keepFacts(tx, 'duty', rows)

export type NewDutyEnd = Ending & { duty_id: string; ended_at: Date; plan_id: string | null }
/** How many had not ended before. */
export const keepDutyEnds = (tx: Tx, rows: readonly NewDutyEnd[]): Promise<number> => keepEnds(tx, 'duty_end', rows)

export interface DutyStanding {
  id: string
  division: string
  postId: string
  beginsAt: Date
}
export async function findDuty(tx: Tx, id: string): Promise<DutyStanding | null> {
  const [row] = await tx<DutyStanding[]>`
    select id, division, post_id as "postId", begins_at as "beginsAt" from responsibility.duty
    where county = (select kernel.app_county()) and id = ${id}`
  return row ?? null
}

/** Where households live now; one that is unknown, gone, or outside the caller's scope is not in the map. */
export async function findHomes(tx: Tx, ids: readonly string[]): Promise<Map<string, HomeRow>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<HomeRow[]>`
    select id, division, compound_id as "compoundId", block, walk_order as "walkOrder" from people.published_household
    where county = (select kernel.app_county()) and id = any (${[...new Set(ids)]}::uuid[]) and open`
  return new Map(rows.map((row) => [row.id, row]))
}
export interface HomeRow {
  id: string
  division: string
  compoundId: string | null
  block: string | null
  walkOrder: number
}

export type StoredDuty = Omit<DutyRow, 'beginsAt'> & { beginsAt: Date }
export async function listDutyRows(tx: Tx, postId: string, moment: Date, limit: number): Promise<StoredDuty[]> {
  return tx<StoredDuty[]>`
    select id, division, reach, compound_id as "compoundId", block, household_id as "householdId", since as "beginsAt"
    from responsibility.duty_span
    where county = (select kernel.app_county()) and post_id = ${postId} and since <= ${moment} and (until is null or until > ${moment})
    order by division, compound_id, block, id limit ${limit}`
}

export async function countDuties(tx: Tx, postId: string, moment: Date): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::integer as count from responsibility.duty_span
    where county = (select kernel.app_county()) and post_id = ${postId} and since <= ${moment} and (until is null or until > ${moment})`
  return row?.count ?? 0
}

interface HomesAsked {
  moment: Date
  after: { division: string; walkOrder: number; id: string } | null
  limit: number
}
/** What a post answers for now, door by door, each once. Every branch stops at the page, however far the post reaches. */
export function listPostHomes(tx: Tx, postId: string, { moment, after, limit }: HomesAsked): Promise<HomeRow[]> {
  const homes = (where: ReturnType<Tx>) => tx`
    select h.id, h.division, h.compound_id, h.block, h.walk_order from people.published_household h
    where h.county = (select kernel.app_county()) and h.open and ${where}
      ${after ? tx`and (h.division, h.walk_order, h.id) > (${after.division}, ${after.walkOrder}, ${after.id}::uuid)` : tx``}
    order by h.division, h.walk_order, h.id limit ${limit}`
  return tx<HomeRow[]>`
    with duty as materialized (
      select division, reach, compound_id, unit, household_id from responsibility.duty_span
      where county = (select kernel.app_county()) and post_id = ${postId} and since <= ${moment}
        and (until is null or until > ${moment}))
    select id, division, compound_id as "compoundId", block, walk_order as "walkOrder" from (
      (${homes(tx`(h.id, h.division) in (select household_id, division from duty where reach = 'household')`)})
      union
      select found.* from duty d cross join lateral (${homes(tx`h.division = d.division
        and case d.reach when 'compound' then h.compound_id = d.compound_id
          else coalesce(h.compound_id::text, '') || '/' || coalesce(h.block, '') = d.unit end`)}) found
      where d.reach in ('compound', 'block')
      union
      select found.* from duty d cross join lateral (
        ${homes(tx`h.division >= d.division and h.division < d.division || ':'`)}) found
      where d.reach = 'division') every
    order by division, walk_order, id limit ${limit}`
}
