import type { Tx } from '../../kernel/db.ts'
import type { SealedField } from './rules.ts'

export type SealedStatement = { id: string } & Record<SealedField, Buffer | null>

/** Statements of identity in the order of their ids, as they are sealed. */
export function listSealed(tx: Tx, after: string, limit: number): Promise<SealedStatement[]> {
  return tx<SealedStatement[]>`
    select id, name, document, phone, address, plate from people.identity
    where county = (select kernel.app_county()) and id > ${after}::uuid order by id limit ${limit}`.execute()
}
