/** What a knock came to, in the order of the keys that enter it. */
export const outcomes = ['met', 'phone', 'notice', 'nobody', 'sealed', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
export const states = ['to-visit', ...outcomes] as const
export type State = (typeof states)[number]

/**
 * Where a household stands after one more knock. Somebody who was seen stays seen; who answered by phone is lost again only by
 * a refusal or a seal; everything else is as the last knock found it.
 */
export function stateAfter(state: State, outcome: Outcome): State {
  switch (state) {
    case 'met':
      return 'met'
    case 'phone':
      return outcome === 'notice' || outcome === 'nobody' ? 'phone' : outcome
    case 'to-visit':
    case 'notice':
    case 'nobody':
    case 'sealed':
    case 'refused':
      return outcome
    default:
      return state satisfies never
  }
}

export const stateOf = (found: readonly Outcome[]): State => found.reduce<State>(stateAfter, 'to-visit')

/** Nobody came to the door, with a notice left or without. */
export const isAttempt = (outcome: Outcome): boolean => outcome === 'notice' || outcome === 'nobody'
/** How many times nobody was met, this one included. */
export const attemptsOf = (found: readonly Outcome[]): number => found.filter(isAttempt).length

/** Somebody answered, so somebody could be asked. */
export const wasAsked = (outcome: Outcome): boolean => outcome === 'met' || outcome === 'phone'

export interface Counted {
  households: number
  met: number
  phone: number
  notice: number
  nobody: number
  sealed: number
  refused: number
}
export const nothingCounted = (): Counted => ({
  households: 0,
  met: 0,
  phone: 0,
  notice: 0,
  nobody: 0,
  sealed: 0,
  refused: 0,
})
export function addCounted(one: Counted, other: Counted): Counted {
  return {
    households: one.households + other.households,
    met: one.met + other.met,
    phone: one.phone + other.phone,
    notice: one.notice + other.notice,
    nobody: one.nobody + other.nobody,
    sealed: one.sealed + other.sealed,
    refused: one.refused + other.refused,
  }
}
export const doneOf = ({ met, phone, sealed }: Counted): number => met + phone + sealed
export const toVisitOf = (c: Counted): number => c.households - doneOf(c) - c.notice - c.nobody - c.refused

/** How many households a target asks for: a share that does not come out even is rounded up. */
export const neededOf = (households: number, percent: number): number => Math.ceil((households * percent) / 100)

export const followUpKinds = ['travel', 'contact', 'fever', 'health', 'roster'] as const
export type FollowUpKind = (typeof followUpKinds)[number]
export const followUpOutcomes = ['recorded', 'excluded', 'suspected', 'confirmed', 'updated', 'unreachable'] as const
export type FollowUpOutcome = (typeof followUpOutcomes)[number]

/** Which ends a follow-up of each kind can have. */
export const outcomesOf: Record<FollowUpKind, readonly FollowUpOutcome[]> = {
  travel: ['recorded', 'excluded', 'unreachable'],
  contact: ['recorded', 'excluded', 'unreachable'],
  fever: ['excluded', 'suspected', 'confirmed', 'unreachable'],
  health: ['excluded', 'suspected', 'confirmed', 'unreachable'],
  roster: ['updated', 'excluded', 'unreachable'],
}
/** Whether somebody is ill is for the medical side to say, through the offices. */
export const isMedical = (kind: FollowUpKind): boolean => kind === 'fever' || kind === 'health'

/** Damm's quasigroup: one wrong digit, or two that changed places, never give the same check digit. */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]
export const checkDigit = (digits: string): string =>
  [...digits].reduce((interim, digit) => DAMM[Number(interim)]?.[Number(digit)] ?? '0', '0')

export interface CardPlace {
  /** Village, 12 digits. */
  division: string
  number: number
}
/** `100201-00013-4`: the village within its county, the card within its village, and a digit that notices a slip. */
export function codeOf({ division, number }: CardPlace): string {
  const village = division.slice(6)
  const nth = String(number).padStart(5, '0')
  return `${village}-${nth}-${checkDigit(village + nth)}`
}

/**
 * The place a typed code means; null when a digit is wrong. Whoever enters one village's cards types the number and its check
 * digit only, and the village is taken from the card before.
 */
export function placeOf(typed: string, county: string, village: string | null = null): CardPlace | null {
  const parts = typed.trim().split(/[\s./-]+/)
  const digits = parts.join('')
  if (!/^\d{2,13}$/.test(digits)) return null
  const isWhole = parts.length === 3 || digits.length > 6
  const under = isWhole ? digits.slice(0, 6) : (village?.slice(6) ?? '')
  const nth = digits.slice(isWhole ? 6 : 0, -1)
  if (under.length !== 6 || nth.length === 0 || nth.length > 5) return null
  const padded = String(Number(nth)).padStart(5, '0')
  return checkDigit(under + padded) === digits.at(-1) && Number(nth) > 0
    ? { division: `${county}${under}`, number: Number(nth) }
    : null
}

export const questionKinds = ['yes-no', 'choice', 'text', 'number', 'whole', 'day', 'moment', 'note', 'group'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const operators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const
export type Operator = (typeof operators)[number]

export type Answer = boolean | number | string | readonly string[]
export type Answers = Readonly<Record<string, Answer>>
export interface Condition {
  question: string
  operator: Operator
  answer: boolean | number | string
}
/** What a positive answer opens; `fills` says which other questions fill in the draft of the fact to be recorded. */
export interface FollowUpRule {
  operator: Operator
  answer: boolean | number | string
  kind: FollowUpKind
  fills: Partial<Record<DraftField, string>>
}
export const draftFields = ['from', 'arrivedOn', 'means'] as const
export type DraftField = (typeof draftFields)[number]

export interface Question {
  linkId: string
  within: string | null
  kind: QuestionKind
  asked: 'person' | 'household' | 'place'
  many: boolean
  required: boolean
  options: ReadonlyArray<{ code: string }>
  when: readonly Condition[]
  every: boolean
  opens: readonly FollowUpRule[]
}

const isGiven = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer !== '' && !(Array.isArray(answer) && answer.length === 0)

/** Of several chosen one is enough to be equal, and none may be for "is not"; what was not answered is neither. */
export function holds(operator: Operator, given: Answer | undefined, wanted: boolean | number | string): boolean {
  if (operator === 'exists') return isGiven(given) === wanted
  if (!isGiven(given)) return false
  const all: ReadonlyArray<boolean | number | string> =
    typeof given === 'object' ? (given as readonly string[]) : [given]
  switch (operator) {
    case '=':
      return all.includes(wanted)
    case '!=':
      return !all.includes(wanted)
    case '>':
      return all.some((one) => one > wanted)
    case '<':
      return all.some((one) => one < wanted)
    case '>=':
      return all.some((one) => one >= wanted)
    case '<=':
      return all.some((one) => one <= wanted)
    default:
      return operator satisfies never
  }
}

export function isAsked(question: Pick<Question, 'when' | 'every'>, answers: Answers): boolean {
  const held = ({ question: other, operator, answer }: Condition) => holds(operator, answers[other], answer)
  if (question.when.length === 0) return true
  return question.every ? question.when.every(held) : question.when.some(held)
}

const DAY = /^\d{4}-\d\d-\d\d$/
/** February has no 30th, whatever a parser makes of it. */
const isDay = (said: string): boolean =>
  DAY.test(said) && !Number.isNaN(Date.parse(said)) && new Date(said).toISOString().startsWith(said)
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

function fits({ kind, many, options }: Question, answer: Answer): boolean {
  const codes = new Set(options.map(({ code }) => code))
  switch (kind) {
    case 'yes-no':
      return typeof answer === 'boolean'
    case 'choice':
      if (typeof answer === 'string') return !many && codes.has(answer)
      return many && Array.isArray(answer) && answer.every((code) => codes.has(code))
    case 'text':
      return typeof answer === 'string' && answer.length <= 500
    case 'number':
      return typeof answer === 'number'
    case 'whole':
      return Number.isSafeInteger(answer)
    case 'day':
      return typeof answer === 'string' && isDay(answer)
    case 'moment':
      return (
        typeof answer === 'string' &&
        MOMENT.test(answer) &&
        isDay(answer.slice(0, 10)) &&
        !Number.isNaN(Date.parse(answer))
      )
    case 'note':
    case 'group':
      return false
    default:
      return kind satisfies never
  }
}

/** The first answer that does not belong to the questionnaire: unknown, asked of somebody else, or of another kind. */
export function wrongAnswer(questions: readonly Question[], asked: Question['asked'], answers: Answers): string | null {
  const known = new Map(questions.filter((one) => one.asked === asked).map((one) => [one.linkId, one]))
  const wrong = Object.entries(answers).find(([linkId, answer]) => {
    const question = known.get(linkId)
    return !question || !fits(question, answer)
  })
  return wrong?.[0] ?? null
}

/** What should have been asked on such a sheet and was not answered. */
export const missingOf = (questions: readonly Question[], asked: Question['asked'], answers: Answers): string[] =>
  questions
    .filter((one) => one.asked === asked && one.required && one.kind !== 'note' && one.kind !== 'group')
    .filter((one) => isAsked(one, answers) && !isGiven(answers[one.linkId]))
    .map(({ linkId }) => linkId)

export interface Opened {
  linkId: string
  kind: FollowUpKind
  draft: Partial<Record<DraftField, string>>
}
/** What the answers of one sheet open, each kind once. */
export function openedBy(questions: readonly Question[], asked: Question['asked'], answers: Answers): Opened[] {
  const opened = new Map<FollowUpKind, Opened>()
  for (const { linkId, opens, asked: of } of questions) {
    for (const { operator, answer, kind, fills } of of === asked ? opens : []) {
      if (opened.has(kind) || !holds(operator, answers[linkId], answer)) continue
      const said = draftFields.flatMap((field) => {
        const from = fills[field]
        const value = from === undefined ? undefined : answers[from]
        return typeof value === 'string' && value !== '' ? [[field, value] as const] : []
      })
      opened.set(kind, { linkId, kind, draft: Object.fromEntries(said) })
    }
  }
  return [...opened.values()]
}
