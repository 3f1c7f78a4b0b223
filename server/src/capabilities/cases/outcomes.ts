import type { Ctx } from '../../kernel/operation.ts'
import type { Status } from './rules.course.ts'

/** Where a case stands from now on. */
export interface Outcome {
  caseId: string
  personId: string
  disease: string
  /** The edition's code. */
  profile: string
  from: Status
  to: Status
  /** When it was decided. */
  at: Date
  decisionId: string
  /** The edition lets the contacts of an excluded case go at once. */
  contactsGoHome: boolean
}
type Listener = (ctx: Ctx, outcome: Outcome) => Promise<void>

const listeners: Listener[] = []

/**
 * For neighbours whose measures rest on a case: called once, when the neighbour's index.ts is read. The listener runs in the transaction
 * of the decision and appends facts of its own; if it throws, nothing was decided.
 */
export const followOutcomes = (listener: Listener): void => {
  listeners.push(listener)
}

export async function tellOutcome(ctx: Ctx, outcome: Outcome): Promise<void> {
  if (outcome.from === outcome.to) return
  for (const listener of listeners) await listener(ctx, outcome)
}
