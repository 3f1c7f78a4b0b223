import type { Tx } from '../../kernel/db.ts'
import type { Counted, State } from './rules.ts'
import type { ListHomes } from './schema.lists.ts'

export interface CountedAt extends Omit<Counted, 'households'> {
  division: string
}
export function countVillages(tx: Tx, round: string, area: string, moment: Date): Promise<CountedAt[]> {
  return tx<CountedAt[]>`
    select division, met::integer, phone::integer, notice::integer, nobody::integer, sealed::integer, refused::integer
    from visits.counts_as_of(${round}, ${area}, ${moment})`.execute()
}

/** How many households each village had at a moment; one without any then is not among them. */
export function countHouseholds(
  tx: Tx,
  villages: readonly string[],
  moment: Date,
): Promise<Array<{ division: string; households: number }>> {
  return tx<Array<{ division: string; households: number }>>`
    select v.division, now.households from unnest(${villages as string[]}::text[]) as v (division)
    cross join lateral (
      select households from visits.homes_of_village h
      where h.county = (select kernel.app_county()) and h.division = v.division and h.at <= ${moment}
      order by h.at desc limit 1) now`.execute()
}

export interface BlockRow extends Counted {
  unit: string
  firstDoor: number
  compoundId: string | null
  block: string | null
}
export interface BlocksAsked {
  roundId: string
  village: string
  moment: Date
  after: { door: number; unit: string } | null
  limit: number
}
/** The blocks of a village at a moment, in the order in which the doors are passed. */
export function listBlockRows(tx: Tx, { roundId, village, moment, after, limit }: BlocksAsked): Promise<BlockRow[]> {
  const hour = tx`date_trunc('hour', ${moment}::timestamptz)`
  return tx<BlockRow[]>`
    with block as materialized (
      select * from (
        select distinct on (unit) unit, compound_id, block, first_door, households from visits.homes_of_block
        where county = (select kernel.app_county()) and division = ${village} and at <= ${moment} order by unit desc, at desc) standing
      where households > 0 ${after ? tx`and (first_door, unit) > (${after.door}::integer, ${after.unit})` : tx``}
      order by first_door, unit limit ${limit}
    ), recent as materialized (
      select unit, state, change from visits.step
      where county = (select kernel.app_county()) and round_id = ${roundId} and division = ${village} and at >= ${hour} and at <= ${moment})
    select b.unit, b.compound_id as "compoundId", b.block, b.first_door as "firstDoor", b.households, coalesce(f.met, 0)::integer as met,
      coalesce(f.phone, 0)::integer as phone, coalesce(f.notice, 0)::integer as notice, coalesce(f.nobody, 0)::integer as nobody,
      coalesce(f.sealed, 0)::integer as sealed, coalesce(f.refused, 0)::integer as refused
    from block b
    cross join lateral (
      select sum(met) as met, sum(phone) as phone, sum(notice) as notice, sum(nobody) as nobody, sum(sealed) as sealed,
        sum(refused) as refused
      from (
        select c.met, c.phone, c.notice, c.nobody, c.sealed, c.refused from visits.count_of_block c
        where c.county = (select kernel.app_county()) and c.round_id = ${roundId} and c.division = ${village} and c.unit = b.unit
          and c.at < ${hour}
        union all
        select change * (state = 'met')::integer, change * (state = 'phone')::integer, change * (state = 'notice')::integer,
          change * (state = 'nobody')::integer, change * (state = 'sealed')::integer, change * (state = 'refused')::integer
        from recent where recent.unit = b.unit) part) f
    order by b.first_door, b.unit`.execute()
}

/** How many households came to be done in each whole hour before a moment, less those that were so no longer. */
export function doneByHour(
  tx: Tx,
  round: string,
  area: string,
  till: Date,
): Promise<Array<{ hour: Date; done: number }>> {
  return tx<Array<{ hour: Date; done: number }>>`
    select at as hour, sum(met + phone + sealed)::integer as done from visits.count_of_village
    where county = (select kernel.app_county()) and round_id = ${round} and division >= ${area} and division < ${`${area}:`}
      and at < date_trunc('hour', ${till}::timestamptz)
    group by at order by at`.execute()
}

export interface HomeRow {
  householdId: string
  division: string
  compoundId: string | null
  block: string | null
  walkOrder: number
  state: State
  attempts: number
  lastAt: Date | null
}
const homeColumns = (tx: Tx) => tx`h.household_id as "householdId", h.division, h.compound_id as "compoundId", h.block,
  h.walk_order as "walkOrder", h.state, h.attempts, h.last_at as "lastAt"`

interface HomesAsked extends Pick<ListHomes, 'roundId' | 'state' | 'limit'> {
  area: string
  block?: string | null
  after: { division: string; walkOrder: number; id: string } | null
}
/** Door by door, in the order somebody walks past them. Two states are two walks that are joined again. */
export function listHomeRows(tx: Tx, { roundId, state, area, block, after, limit }: HomesAsked): Promise<HomeRow[]> {
  const walkOf = (only: ReturnType<Tx>) => tx`
    (select ${homeColumns(tx)} from visits.home_now h
    where h.county = (select kernel.app_county()) and h.round_id = ${roundId} ${only}
      and h.division >= ${area} and h.division < ${`${area}:`} ${block ? tx`and h.block = ${block}` : tx``}
      ${after ? tx`and (h.division, h.walk_order, h.household_id) > (${after.division}, ${after.walkOrder}::integer, ${after.id}::uuid)` : tx``}
    order by h.division, h.walk_order, h.household_id limit ${limit})`
  const rows =
    state === 'not-met'
      ? tx`${walkOf(tx`and h.state = 'notice'`)} union all ${walkOf(tx`and h.state = 'nobody'`)}`
      : state === 'done'
        ? tx`${walkOf(tx`and h.state = 'met'`)} union all ${walkOf(tx`and h.state = 'phone'`)}
          union all ${walkOf(tx`and h.state = 'sealed'`)}`
        : walkOf(state ? tx`and h.state = ${state}` : tx``)
  return tx<HomeRow[]>`
    select * from (${rows}) home order by division, "walkOrder", "householdId" limit ${limit}`.execute()
}

export async function findHomeRow(tx: Tx, roundId: string, householdId: string): Promise<HomeRow | null> {
  const [row] = await tx<HomeRow[]>`
    select ${homeColumns(tx)} from visits.home_now h
    where h.county = (select kernel.app_county()) and h.round_id = ${roundId} and h.household_id = ${householdId} limit 1`
  return row ?? null
}

export interface Standing {
  roundId: string
  title: string
  state: State
  attempts: number
  startedAt: Date
}
/** Where a household stands in each round that asks it, the latest first. */
export function listStandings(tx: Tx, householdId: string): Promise<Standing[]> {
  return tx<Standing[]>`
    select r.id as "roundId", r.title, h.state, h.attempts, r.started_at as "startedAt"
    from visits.home_now h join visits.round r on r.county = h.county and r.id = h.round_id
    where h.county = (select kernel.app_county()) and h.household_id = ${householdId}
    order by r.started_at desc, r.id`.execute()
}
