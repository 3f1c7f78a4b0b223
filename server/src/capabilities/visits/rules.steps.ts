import { attemptsOf, isAttempt, type Outcome, type State, stateAfter } from './rules.ts'

/** A stretch of time in which a household lived in a block of the village; open when it still does. */
export interface Span {
  unit: string
  from: Date
  till: Date | null
}
export interface Knock {
  at: Date
  outcome: Outcome
}
/** A household comes into a state (+1) or leaves it (−1). Not visited yet is no state to be counted: it is what is left. */
export interface Step {
  at: Date
  unit: string
  state: Exclude<State, 'to-visit'>
  change: 1 | -1
}

/**
 * How one household's standing in a round changed over time, from its knocks in the order they happened. It counts where it
 * lived; what was found before it came, or after it left, counts from or to the edge.
 */
export function stepsOf(spans: readonly Span[], knocks: readonly Knock[]): Step[] {
  const states = knocks.reduce<Array<{ at: Date; state: State }>>((so, { at, outcome }) => {
    so.push({ at, state: stateAfter(so.at(-1)?.state ?? 'to-visit', outcome) })
    return so
  }, [])
  return spans.flatMap(({ unit, from, till }) => {
    const steps: Step[] = []
    let standing: State = 'to-visit'
    const become = (state: State, at: Date) => {
      if (state === standing) return
      if (standing !== 'to-visit') steps.push({ at, unit, state: standing, change: -1 })
      if (state !== 'to-visit') steps.push({ at, unit, state, change: 1 })
      standing = state
    }
    for (const { at, state } of states) if (till === null || at < till) become(state, at < from ? from : at)
    if (till !== null) become('to-visit', till)
    return steps
  })
}

export const standingOf = (knocks: readonly Knock[]) => {
  const found = knocks.map(({ outcome }) => outcome)
  return {
    state: found.reduce<State>(stateAfter, 'to-visit'),
    attempts: attemptsOf(found),
    lastAt: knocks.at(-1)?.at ?? null,
  }
}

/** Which attempt each knock was; null for one at which somebody was there. */
export function attemptNumbers(found: readonly Outcome[]): Array<number | null> {
  let nth = 0
  return found.map((outcome) => (isAttempt(outcome) ? ++nth : null))
}
