import type { Tx } from '../../kernel/db.ts'
import type { Relation } from './rules.ts'

export interface CarriedHome {
  id: string
  dwellingId: string
  compoundId: string | null
  block: string | null
  walkOrder: number
  door: Buffer | null
  members: Array<{ personId: string; relation: Relation }>
}

type Which = { after: string | null; limit: number } | { ids: readonly string[] }

/** Households of a village that live there now, by their ids, with who lives behind each door, the head first. */
export function listCarriedHomes(tx: Tx, village: string, which: Which): Promise<CarriedHome[]> {
  const some =
    'ids' in which
      ? tx`and home.household_id = any (${[...which.ids]}::uuid[])`
      : tx`${which.after ? tx`and home.household_id > ${which.after}::uuid` : tx``}`
  return tx<CarriedHome[]>`
    select home.household_id as id, home.id as "dwellingId", home.compound_id as "compoundId", home.block,
      home.walk_order as "walkOrder", home.door, coalesce(who.members, '[]') as members
    from people.dwelling home
    left join people.dwelling_end gone on gone.county = home.county and gone.dwelling_id = home.id
    cross join lateral (
      select json_agg(json_build_object('personId', lives.person_id, 'relation', lives.relation)
        order by lives.head desc, lives.since, lives.id) as members
      from people.membership lives
      where lives.county = home.county and lives.household_id = home.household_id and not exists (
        select from people.membership_end left_it where left_it.county = lives.county and left_it.membership_id = lives.id)) who
    where home.county = (select kernel.app_county()) and home.division = ${village} and gone.dwelling_id is null ${some}
    order by home.household_id ${'limit' in which ? tx`limit ${which.limit}` : tx``}`.execute()
}

/** In which households of a village these ids of persons live now, merged ids too. */
export async function homesOfPersons(tx: Tx, village: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct lives.household_id as id from people.membership lives
    where lives.county = (select kernel.app_county()) and lives.division = ${village}
      and lives.person_id = any (${[...personIds]}::uuid[])`
  return rows.map(({ id }) => id)
}
