import type { Actor, Role } from '../../kernel/operation.ts'

const planning: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']

/** Whoever plans beds, teams and stock; each for the area of their seat. */
export const mayPlan = ({ role }: Actor): boolean => role !== null && planning.includes(role)
