import type { Tx } from '../../kernel/db.ts'

interface Wanted {
  county: number
  division: string
  roundId: string
  householdIds: readonly string[]
  printedBy: string | null
  printedAt: Date
}

/** The numbers that households of a village have in a round. */
export async function findNumbers(tx: Tx, wanted: Pick<Wanted, 'division' | 'roundId' | 'householdIds'>) {
  const rows = await tx<{ householdId: string; number: number }[]>`
    select household_id as "householdId", number from visits.card
    where county = (select kernel.app_county()) and division = ${wanted.division} and round_id = ${wanted.roundId}
      and household_id = any (${wanted.householdIds as string[]}::uuid[])`
  return new Map(rows.map(({ householdId, number }) => [householdId, number]))
}

/** Numbers go on where the village's last card ended. Somebody who prints at the same moment may have taken some: then fewer are kept. */
export function keepNumbers(tx: Tx, { county, division, roundId, householdIds, printedBy, printedAt }: Wanted) {
  return tx`
    insert into visits.card (county, division, number, round_id, household_id, printed_by, printed_at)
    select ${county}, ${division}, last.number + nth, ${roundId}, household_id, ${printedBy}, ${printedAt}
    from unnest(${householdIds as string[]}::uuid[]) with ordinality as one (household_id, nth),
      (select coalesce(max(number), 0) as number from visits.card where county = ${county} and division = ${division}) last
    on conflict do nothing`
}

export async function findCard(
  tx: Tx,
  division: string,
  number: number,
): Promise<{ roundId: string; householdId: string } | null> {
  const [row] = await tx<{ roundId: string; householdId: string }[]>`
    select round_id as "roundId", household_id as "householdId" from visits.card
    where county = (select kernel.app_county()) and division = ${division} and number = ${number}`
  return row ?? null
}
