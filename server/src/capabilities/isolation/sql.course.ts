import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'

type FactTable = 'extension' | 'shortening' | 'review' | 'appeal' | 'appeal_decision' | 'proposal' | 'proposal_answer'

export interface CourseFact {
  county: number
  id: string
  division: string
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}

/** Whether a fact is there already, before anything is asked about an order that it may have changed; null when it is not. */
export async function arrivedBefore(
  tx: Tx,
  table: FactTable | 'opening',
  { id, digest }: Pick<CourseFact, 'id' | 'digest'>,
): Promise<Exclude<Arrival, 'new'> | null> {
  const [kept] = await tx<{ digest: Buffer }[]>`
    select digest from ${tx(`isolation.${table}`)} where county = (select kernel.app_county()) and id = ${id}`
  if (!kept) return null
  return kept.digest.equals(digest) ? 'again' : 'taken'
}

export async function keepCourseFact(
  tx: Tx,
  table: FactTable,
  row: CourseFact & Record<string, unknown>,
): Promise<Arrival> {
  const kept = await tx<{ id: string }[]>`
    insert into ${tx(`isolation.${table}`)} ${tx(row)} on conflict (county, id) do nothing returning id`
  const [arrival] = await judgeArrivals(tx, `isolation.${table}`, [row], new Set(kept.map(({ id }) => id)))
  return arrival ?? 'taken'
}

export interface StoredAppeal {
  id: string
  orderId: string
  decided: boolean
}
export async function findAppeal(tx: Tx, id: string): Promise<StoredAppeal | null> {
  const [found] = await tx<StoredAppeal[]>`
    select a.id, a.order_id as "orderId", exists (
      select from isolation.appeal_decision d where d.county = a.county and d.appeal_id = a.id) as decided
    from isolation.appeal a where a.county = (select kernel.app_county()) and a.id = ${id}`
  return found ?? null
}
