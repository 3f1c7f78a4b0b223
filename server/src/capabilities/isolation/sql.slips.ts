import type { Tx } from '../../kernel/db.ts'

export interface NewSlip {
  county: number
  id: string
  division: string
  order_id: string
  contact: string
  code_hash: Buffer
  printed_by: string | null
  printed_at: Date
  expires_at: Date
}
/** False when the id is taken: a code is printed once. */
export async function keepSlip(tx: Tx, row: NewSlip): Promise<boolean> {
  const kept = await tx`insert into isolation.slip ${tx(row)} on conflict do nothing returning id`
  return kept.length > 0
}

export async function findSlip(
  tx: Tx,
  codeHash: Buffer,
  now: Date,
): Promise<{ id: string; orderId: string; contact: string } | null> {
  const [found] = await tx<{ id: string; orderId: string; contact: string }[]>`
    select id, order_id as "orderId", contact from isolation.slip
    where county = (select kernel.app_county()) and code_hash = ${codeHash} and expires_at > ${now}`
  return found ?? null
}
