import type { Tx } from '../../kernel/db.ts'
import { type Arrival, type Fact, keepFact } from '../../kernel/facts.ts'
import type { Held } from './sql.posts.ts'

export interface PlanDoor {
  id: string
  unit: string | null
  compoundId: string | null
  block: string | null
  walkOrder: number
}
/** In the order of the walk, the doors of a stairwell or group kept together. */
export function listDoors(tx: Tx, village: string, limit: number): Promise<PlanDoor[]> {
  return tx<PlanDoor[]>`
    select id, compound_id as "compoundId", block, walk_order as "walkOrder", unit from (
      select id, compound_id, block, walk_order,
        case when compound_id is not null or block is not null then coalesce(compound_id::text, '') || '/' || coalesce(block, '') end
          as unit
      from people.published_household
      where county = (select kernel.app_county()) and division = ${village} and open) home
    order by min(walk_order) over (partition by coalesce(unit, id::text)), unit, walk_order, id limit ${limit}`
}

export interface PlanSeat extends Held {
  id: string
  title: string
}
/** Posts of a kind in a village that have somebody on them. Held to commit: one plan at a time. */
export function listSeats(tx: Tx, village: string, kind: string, moment: Date): Promise<PlanSeat[]> {
  return tx<PlanSeat[]>`
    select p.id, p.title, s.account_id as "accountId", s.person_id as "personId" from responsibility.post p
    left join responsibility.post_end e on e.county = p.county and e.post_id = p.id
    cross join lateral (
      select account_id, person_id from responsibility.seating s where s.county = p.county and s.post_id = p.id and s.at <= ${moment}
      order by s.at desc, s.received_at desc, s.id desc limit 1) s
    where p.county = (select kernel.app_county()) and p.division = ${village} and p.kind = ${kind} and p.rank = 'household'
      and p.opened_at <= ${moment} and (e.ended_at is null or e.ended_at > ${moment}) and num_nonnulls(s.account_id, s.person_id) = 1
    order by p.id`
}

export interface PlanDuty {
  id: string
  postId: string
  division: string
  reach: 'division' | 'compound' | 'block' | 'household'
  unit: string
  compoundId: string | null
  householdId: string | null
}
/** What posts of the kind answer for in the village now, those without anybody on them included. */
export function listPlanDuties(tx: Tx, village: string, kind: string, moment: Date): Promise<PlanDuty[]> {
  return tx<PlanDuty[]>`
    select d.id, d.post_id as "postId", d.division, d.reach, d.unit, d.compound_id as "compoundId", d.household_id as "householdId"
    from responsibility.duty_span d join responsibility.post p on p.county = d.county and p.id = d.post_id
    where d.county = (select kernel.app_county()) and d.division = ${village} and d.rank = 'household' and p.kind = ${kind}
      and d.since <= ${moment} and (d.until is null or d.until > ${moment})
    order by d.id`
}

/** Plans of one village wait for each other. */
export const lockVillage = (tx: Tx, village: string): Promise<unknown> =>
  tx`select pg_advisory_xact_lock(hashtextextended('responsibility.plan/' || ${village}, 0))`.execute()

export async function keepPlan(
  tx: Tx,
  row: Fact & {
    kind: string
    mode: string
    basis: string
    begun: number
    ended: number
    left_over: number
    applied_at: Date
  },
): Promise<Arrival> {
  return keepFact(tx, 'responsibility.plan', row)
}

export async function findPlan(tx: Tx, id: string) {
  const [row] = await tx<{ id: string; digest: Buffer; begun: number; ended: number; leftOver: number }[]>`
    select id, digest, begun, ended, left_over as "leftOver" from responsibility.plan
    where county = (select kernel.app_county()) and id = ${id}`
  return row ?? null
}
