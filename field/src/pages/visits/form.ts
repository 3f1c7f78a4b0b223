import type { Body } from '@qunfang/client'
import { visitRules } from '@qunfang/client/rules'
import { instant } from '../../device/clock.ts'
import type { Question, Questionnaire } from '../../replica/rounds.ts'

export type Answers = Record<string, boolean | number | string | string[]>
/** Of a household: one sheet for itself, one for everybody who lives there. */
export const HOUSEHOLD = 'household'

export interface VisitForm {
  outcome: visitRules.Outcome | null
  /** By person id, and `household`. */
  sheets: Record<string, Answers>
  /** Which sheet is open. */
  at: string
  note: string
}
export const emptyVisit = (): VisitForm => ({ outcome: null, sheets: {}, at: HOUSEHOLD, note: '' })

export const isAsked = ({ outcome }: VisitForm): boolean => outcome !== null && visitRules.wasAsked(outcome)
/** Nobody opened: a word on how to find them helps the next one. */
export const takesNote = ({ outcome }: VisitForm): boolean => outcome !== null && !visitRules.wasAsked(outcome)

const of = (sheet: string) => (sheet === HOUSEHOLD ? 'household' : 'person')

/** What is asked on a sheet, as far as its own answers lead. */
export const questionsOn = ({ questions }: Questionnaire, sheet: string, answers: Answers): Question[] =>
  questions.filter((one) => one.asked === of(sheet) && visitRules.isAsked(one, answers))

export const missingOn = ({ questions }: Questionnaire, sheet: string, answers: Answers = {}): number =>
  visitRules.missingOf(questions, of(sheet), answers).length

/** "None" beside others would be nonsense: whichever was tapped last stands. */
const NONE = 'none'
export function choose(question: Question, answers: Answers, code: string): Answers {
  if (!question.many) return { ...answers, [question.linkId]: code }
  const before = answers[question.linkId]
  const chosen = Array.isArray(before) ? before : []
  const next = chosen.includes(code)
    ? chosen.filter((one) => one !== code)
    : [...chosen.filter((one) => (one === NONE) === (code === NONE)), code]
  return { ...answers, [question.linkId]: next }
}

/** Whoever travelled together says the same; free words are each person's own. */
export function copied({ questions }: Questionnaire, answers: Answers): Answers {
  const free = new Set(questions.filter(({ kind }) => kind === 'text').map(({ linkId }) => linkId))
  return Object.fromEntries(Object.entries(answers).filter(([linkId]) => !free.has(linkId)))
}

type Visit = Body<'/visits/batch'>['items'][number]
interface Where {
  id: string
  roundId: string
  householdId: string
  at: number
}
/** Answers to questions that the other answers have made pointless are left out: they were given before somebody changed their mind. */
export function toVisit(form: VisitForm, questionnaire: Questionnaire, { id, roundId, householdId, at }: Where): Visit {
  const sheets = Object.entries(isAsked(form) ? form.sheets : {}).flatMap(([sheet, answers]) => {
    const asked = new Set(questionsOn(questionnaire, sheet, answers).map(({ linkId }) => linkId))
    const kept = Object.entries(answers).filter(([linkId, answer]) => asked.has(linkId) && answer !== '')
    return kept.length === 0
      ? []
      : [{ personId: sheet === HOUSEHOLD ? null : sheet, answers: Object.fromEntries(kept) }]
  })
  return {
    id,
    roundId,
    householdId,
    recordedAt: instant(at),
    outcome: form.outcome ?? 'nobody',
    way: 'app',
    note: (takesNote(form) && form.note.trim()) || null,
    version: questionnaire.version,
    sheets,
  }
}
