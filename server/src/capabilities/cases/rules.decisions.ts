import { type Decided, type Decision, firstMisstep, type Status, statusOf } from './rules.course.ts'
import type { Explanation } from './rules.evidence.ts'
import type { Exclusion, Missing } from './rules.samples.ts'

export type Ground = 'rule' | 'laboratory' | 'negatives' | 'clinical' | 'authorised' | 'judgement'

export interface Proposed {
  decision: Decision
  ground: Ground
  clinician: string | null
  document: string | null
  note: string | null
}
export interface Grounds {
  /** The decisions that stand without the one that is proposed, and without the one whose place it takes. */
  standing: readonly Decision[]
  /** What the edition says of this case at the moment of the decision; null where the edition has no such rule. */
  explanation: Explanation | null
  exclusion: Exclusion | null
  /** Results that say yes or no. */
  tested: boolean
  /** A day of onset stands. */
  ill: boolean
}
export type Objection =
  | { code: 'misstep'; from: Status; to: Decided }
  | { code: 'rule-not-met'; history: number; findings: number }
  | { code: 'not-confirmed' }
  | { code: 'ill' }
  | { code: 'premature'; missing: readonly Missing[] }
  | { code: 'tested' }
  | { code: 'unnamed' }
  | { code: 'ground'; status: Decided }

const allowedGrounds: Record<Decided, readonly Ground[]> = {
  suspected: ['rule', 'judgement'],
  confirmed: ['laboratory', 'clinical'],
  asymptomatic: ['laboratory'],
  excluded: ['negatives', 'clinical', 'authorised'],
}

/** What speaks against a decision, or null. */
export function objectionTo(proposed: Proposed, grounds: Grounds): Objection | null {
  const { decision, ground } = proposed
  const { status: to } = decision
  const wrong = firstMisstep([...grounds.standing, decision])
  if (wrong) return { code: 'misstep', ...wrong }
  if (!allowedGrounds[to].includes(ground)) return { code: 'ground', status: to }
  const from = statusOf(grounds.standing.filter((one) => one !== decision && one.at <= decision.at))
  if (to === 'suspected') return suspicion(proposed, grounds)
  if (to === 'excluded') return exclusion(proposed, grounds, from)
  return carrying(proposed, grounds)
}

const isNamed = ({ clinician, document, note }: Proposed): boolean =>
  clinician !== null && (document !== null || note !== null)

function suspicion(proposed: Proposed, { explanation }: Grounds): Objection | null {
  if (proposed.ground === 'judgement') return isNamed(proposed) ? null : { code: 'unnamed' }
  if (explanation?.suspected) return null
  const { history = 0, findings = 0 } = explanation?.counted ?? {}
  return { code: 'rule-not-met', history, findings }
}

/** Confirmed, and without symptoms: a laboratory has said so. Only where an edition names no test does a clinician confirm. */
function carrying(proposed: Proposed, { explanation, ill }: Grounds): Objection | null {
  if (proposed.decision.status === 'asymptomatic' && ill) return { code: 'ill' }
  if (explanation?.confirmed) return null
  const canBeClinical = explanation === null || explanation.confirming.length === 0
  if (proposed.ground === 'clinical' && canBeClinical) return isNamed(proposed) ? null : { code: 'unnamed' }
  return { code: 'not-confirmed' }
}

/**
 * A suspected case is excluded by the negatives of its edition; where nobody tested, by a clinician who answers for it by name and says
 * on what. A fever that never was suspected ends with what the hospital found.
 */
function exclusion(proposed: Proposed, grounds: Grounds, from: Status): Objection | null {
  const { ground } = proposed
  if (ground === 'negatives') {
    if (grounds.exclusion?.met) return null
    return { code: 'premature', missing: grounds.exclusion?.missing ?? [] }
  }
  if (grounds.explanation?.confirmed) return { code: 'premature', missing: [{ code: 'positive', have: 1, need: 0 }] }
  if (from === 'fever') return ground === 'clinical' || isNamed(proposed) ? null : { code: 'unnamed' }
  if (ground === 'clinical') return { code: 'ground', status: 'excluded' }
  if (grounds.tested && grounds.exclusion) return { code: 'tested' }
  return isNamed(proposed) ? null : { code: 'unnamed' }
}
