import type { Tx } from '../../kernel/db.ts'

/** Residents of the register by township; nobody's id leaves the count. */
export function countResidents(tx: Tx, division: string): Promise<Array<{ township: string; residents: number }>> {
  return tx<Array<{ township: string; residents: number }>>`
    select left(division, 9) as township, count(*)::integer as residents from people.published_member
    where county = (select kernel.app_county()) and division >= ${division} and division < ${`${division}:`}
    group by 1 order by 1`
}
