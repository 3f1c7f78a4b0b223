export const KINDS = ['leaflet', 'broadcast', 'open-letter', 'appeal', 'notice', 'answer', 'legal-notice'] as const
export const STEPS = ['submitted', 'returned', 'approved', 'abandoned'] as const
export type Step = (typeof STEPS)[number]
export const STATES = ['drafting', 'submitted', 'approved', 'published', 'corrected', 'withdrawn', 'abandoned'] as const
export type State = (typeof STATES)[number]
export const AUDIENCES = ['everybody', 'returned', 'isolated', 'elderly', 'parents', 'businesses', 'staff'] as const

/** What is decided over people, of which a legal notice names the duties and the rights. */
export const MEASURES = ['isolation', 'closure', 'checkpoint', 'directive'] as const
export type Measure = (typeof MEASURES)[number]

export interface Said {
  /** How many times it went out. */
  editions: number
  /** The version that went out last. */
  lastOut: number
  withdrawn: boolean
  version: number
  step: Step | null
  stepVersion: number | null
}
/** Nothing keeps a status: it is read off what was done. A version after the one that went out is a draft of a correction. */
export function stateOf({ editions, lastOut, withdrawn, version, step, stepVersion }: Said): State {
  if (withdrawn) return 'withdrawn'
  if (editions > 0 && lastOut === version) return editions > 1 ? 'corrected' : 'published'
  if (step === 'abandoned') return editions > 0 ? (editions > 1 ? 'corrected' : 'published') : 'abandoned'
  if (step === null || stepVersion !== version) return 'drafting'
  switch (step) {
    case 'submitted':
      return 'submitted'
    case 'returned':
      return 'drafting'
    case 'approved':
      return 'approved'
    default:
      return step satisfies never
  }
}

export const ACTS = ['revised', ...STEPS, 'published', 'withdrawn'] as const
export type Act = (typeof ACTS)[number]
const FOLLOWS: Record<State, readonly Act[]> = {
  drafting: ['revised', 'submitted', 'abandoned'],
  submitted: ['approved', 'returned', 'revised', 'abandoned'],
  approved: ['published', 'returned', 'abandoned'],
  published: ['revised', 'withdrawn'],
  corrected: ['revised', 'withdrawn'],
  withdrawn: [],
  abandoned: [],
}
/** What stands may be withdrawn whatever is being drafted behind it; what never went out may not. */
export function mayFollow(state: State, act: Act, editions: number): boolean {
  if (act === 'withdrawn') return editions > 0 && state !== 'withdrawn'
  return FOLLOWS[state].includes(act)
}
export const nextOf = (state: State, editions: number): Act[] => ACTS.filter((act) => mayFollow(state, act, editions))

/** Nobody passes their own words. */
export const NEEDS_ANOTHER: ReadonlySet<string> = new Set(['approved'])

/**
 * Characters a minute. The national news broadcast was read at 180 in its early years and at 240 to 260 in the nineties; a listener
 * follows 240 with ease. A loudspeaker in a valley echoes, and many who listen are old.
 */
export const PACE = { radio: 240, television: 240, loudspeakers: 180 } as const
export type Spoken = keyof typeof PACE

/** A Han character, a digit or a word of letters is one that is spoken; punctuation is a breath inside the pace. */
export const spokenIn = (text: string): number =>
  [...text.matchAll(/\p{Script=Han}|\p{N}|[\p{Script=Latin}\p{Script=Cyrillic}]+/gu)].length
export const readingSeconds = (text: string, spoken: Spoken): number => Math.ceil((spokenIn(text) / PACE[spoken]) * 60)
