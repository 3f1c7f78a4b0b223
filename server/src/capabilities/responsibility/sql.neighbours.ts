import type { Tx } from '../../kernel/db.ts'

export function listAnswering(
  tx: Tx,
  householdIds: readonly string[],
  moment: Date,
): Promise<Array<{ householdId: string; postId: string }>> {
  const stands = tx`d.county = (select kernel.app_county()) and d.rank = 'household' and d.since <= ${moment}
    and (d.until is null or d.until > ${moment})`
  return tx<Array<{ householdId: string; postId: string }>>`
    with home as materialized (
      select id, division, compound_id, block from people.published_household
      where county = (select kernel.app_county()) and id = any (${householdIds as string[]}::uuid[]) and open)
    select h.id as "householdId", d.post_id as "postId" from home h join responsibility.duty_span d
      on ${stands} and d.household_id = h.id and d.division = h.division
    union
    select h.id, d.post_id from home h join responsibility.duty_span d
      on ${stands} and d.reach = 'block' and d.compound_id is not null and d.compound_id = h.compound_id and d.block = h.block
    union
    select h.id, d.post_id from home h join responsibility.duty_span d
      on ${stands} and d.reach = 'block' and d.compound_id is null and h.compound_id is null and d.division = h.division
        and d.block = h.block
    union
    select h.id, d.post_id from home h join responsibility.duty_span d
      on ${stands} and d.reach = 'compound' and d.compound_id = h.compound_id
    union
    select h.id, d.post_id from home h join responsibility.duty_span d
      on ${stands} and d.reach = 'division' and d.division = h.division`
}
