import { type Actor, type Role, within } from '../../kernel/operation.ts'

const hearing: readonly Role[] = ['county-desk', 'publicity-editor', 'township-officer', 'village-cadre']
const working: readonly Role[] = ['county-desk', 'publicity-editor']
const reading: readonly Role[] = [...working, 'auditor']

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)
const isOfCounty = ({ division, county }: Actor): boolean => division === String(county)

/** Whoever hears something tells it for where it was heard; nobody but the desk reads it. */
export const mayTell = (actor: Actor, division: string): boolean => has(actor, hearing) && within(actor, division)

/** A township's part of a topic is small; so topics are the county's, and read by seats of the whole county. */
export const mayWork = (actor: Actor): boolean => has(actor, working) && isOfCounty(actor)
export const mayRead = (actor: Actor): boolean => has(actor, reading) && isOfCounty(actor)

/** How grave is grave, who keeps watch and what an authority is told is the county's word. */
export const mayRule = (actor: Actor): boolean => has(actor, ['county-desk']) && isOfCounty(actor)
