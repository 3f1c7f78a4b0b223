import { perOf } from './catalogue/figure.ts'
import { figureNames, figures } from './catalogue/index.ts'

export const STEPS = ['submitted', 'returned', 'checked', 'issued', 'abandoned'] as const
export type Step = (typeof STEPS)[number]
export const STATES = ['drafting', 'submitted', 'checked', 'sealed', 'issued', 'abandoned'] as const
export type State = (typeof STATES)[number]

/** Where a report stands, by the last thing done to it; a version written after a step takes it back to its writer. */
export function stateOf(done: {
  step: Step | null
  stepVersion: string | null
  version: string
  sealed: boolean
}): State {
  const { step, stepVersion, version, sealed } = done
  if (step === 'issued' || step === 'abandoned') return step
  if (sealed) return 'sealed'
  if (step === null || step === 'returned' || stepVersion !== version) return 'drafting'
  return step
}

const AFTER: Record<Step, readonly State[]> = {
  submitted: ['drafting'],
  returned: ['submitted', 'checked'],
  checked: ['submitted'],
  issued: ['sealed'],
  abandoned: ['drafting', 'submitted', 'checked'],
}
export const mayFollow = (step: Step, state: State): boolean => AFTER[step].includes(state)

/** One figure as a report carries it. `parts` are the divisions one level below; a number that nobody reported is null. */
export interface CountedFigure {
  figure: string
  version: number
  value: number | null
  parts: Record<string, number | null>
  /** Where a report says what was known earlier: this number is as known when it was counted, because no other is kept. */
  knownNow?: true
}
export type Values = ReadonlyMap<string, CountedFigure>
export const valuesOf = (counted: readonly CountedFigure[]): Values => new Map(counted.map((one) => [one.figure, one]))

/**
 * `{screened}` is the figure, `{+screened}` what it grew by since the report before, `{screened@130822100}` the figure of a part, and
 * `{screened|person was|people were}` the number with the words that go with one, or with any other.
 */
const TOKEN = /\{(\+?)([a-z0-9.-]+)(?:@(\d{9}|\d{12}))?(?:\|([^{}|]*)\|([^{}|]*))?\}/g
export const tokensIn = (text: string) =>
  [...text.matchAll(TOKEN)].map(([said, grown, figure = '', part]) => ({ said, grown: grown === '+', figure, part }))

export const isKnownFigure = (name: string): boolean => (figureNames as readonly string[]).includes(name)

const MISSING = { zh: '（未报）', en: '(not reported)' }
const perUnit = new Map<string, number>(figures.map(({ name, unit }) => [name, perOf(unit)]))
function spelt(figure: string, value: number, lang: 'zh' | 'en'): string {
  const said = value / (perUnit.get(figure) ?? 1)
  return lang === 'zh' ? String(said) : said.toLocaleString('en', { maximumFractionDigits: 6 })
}

/** Words as they are, or a number with the figure it is and the division it is of; null for the area of the report. */
export interface Piece {
  said: string
  figure: string | null
  part: string | null
}
/** The text with its numbers in it. A figure nobody reported is said to be missing; it never becomes a zero. */
export function piecesOf(text: string, values: Values, before: Values | null, lang: 'zh' | 'en'): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(TOKEN)) {
    const [token, grown, figure = '', part = null, ofOne, ofOthers] = found
    const of = (counted: Values | null) =>
      (part ? counted?.get(figure)?.parts[part] : counted?.get(figure)?.value) ?? null
    const [now, then] = [of(values), grown ? of(before) : 0]
    const said = now === null || then === null ? MISSING[lang] : spelt(figure, now - then, lang)
    const words = ofOne === undefined ? '' : ` ${said === '1' ? ofOne : ofOthers}`
    pieces.push({ said: text.slice(from, found.index), figure: null, part: null }, { said, figure, part })
    pieces.push({ said: words, figure: null, part: null })
    from = found.index + token.length
  }
  return [...pieces, { said: text.slice(from), figure: null, part: null }].filter(({ said }) => said !== '')
}
export const fillIn = (text: string, values: Values, before: Values | null, lang: 'zh' | 'en'): string =>
  piecesOf(text, values, before, lang)
    .map(({ said }) => said)
    .join('')

export interface Difference {
  figure: string
  /** Null for the area itself. */
  part: string | null
  before: number | null
  after: number | null
}

/** What is another number in the one than in the other, figure by figure and part by part. */
export function differencesOf(before: Values, after: Values): Difference[] {
  return figures.flatMap(({ name: figure }) => {
    const [then, now] = [before.get(figure), after.get(figure)]
    if (!then || !now) return []
    const parts = [...new Set([...Object.keys(then.parts), ...Object.keys(now.parts)])].sort()
    const pairs = [
      { part: null, before: then.value, after: now.value },
      ...parts.map((part) => ({ part, before: then.parts[part] ?? null, after: now.parts[part] ?? null })),
    ]
    return pairs.flatMap((pair) => (pair.before === pair.after ? [] : [{ figure, ...pair }]))
  })
}
