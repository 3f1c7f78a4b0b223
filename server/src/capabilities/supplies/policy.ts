import { type Actor, type Role, within } from '../../kernel/operation.ts'

interface Store {
  id: string
  division: string
}
const reading: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer', 'supplies-keeper', 'auditor']
const keeping: readonly Role[] = ['county-desk', 'township-officer', 'supplies-keeper']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** A keeper whose seat is at one store answers for that one and no other. */
const isAt = (actor: Actor, store: Store): boolean =>
  within(actor, store.division) &&
  (actor.role !== 'supplies-keeper' || actor.placeId === null || actor.placeId === store.id)

export const onlyStoreOf = (actor: Actor): string | null => (actor.role === 'supplies-keeper' ? actor.placeId : null)

export const mayKeep = (actor: Actor, store: Store): boolean => has(actor, keeping) && isAt(actor, store)
export const mayReadStore = (actor: Actor, store: Store): boolean => has(actor, reading) && isAt(actor, store)
export const mayRead = (actor: Actor): boolean => has(actor, reading)

/** What is counted in which unit is one thing for the whole county. */
export const mayRunCatalogue = (actor: Actor): boolean =>
  actor.role === 'county-desk' && actor.division === String(actor.county)

/** A lot comes with the goods, wherever they arrive. */
export const mayAddLot = (actor: Actor): boolean => has(actor, keeping)

export const mayOpenStore = (actor: Actor, division: string): boolean =>
  has(actor, keeping) && actor.placeId === null && within(actor, division)

export const mayRecall = mayRunCatalogue
