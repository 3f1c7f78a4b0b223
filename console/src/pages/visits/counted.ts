import { visitRules } from '@qunfang/client/rules'
import type { Counted } from './queries.ts'

export const { doneOf, toVisitOf, neededOf, codeOf, placeOf, outcomes, outcomesOf } = visitRules
export const notMetOf = ({ notice, nobody }: Counted): number => notice + nobody

/** Rounded down: a share that is not whole yet is never shown as whole. */
export const percentOf = (part: number, all: number): number => (all === 0 ? 0 : Math.floor((part / all) * 1000) / 10)
