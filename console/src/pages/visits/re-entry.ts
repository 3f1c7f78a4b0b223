import { visitRules } from '@qunfang/client/rules'
import type { FoundCard, Question } from './queries.ts'

export type Value = boolean | number | string | string[]
export type Answers = Record<string, Value>
/** By person; the household's own under an empty id. */
export type Filled = Record<string, Answers>
export const HOUSEHOLD = ''

/** What is to be filled in on one sheet, given what is filled in already. */
export const cellsOf = (questions: readonly Question[], asked: Question['asked'], answers: Answers): Question[] =>
  questions.filter(
    (one) => one.asked === asked && one.kind !== 'group' && one.kind !== 'note' && visitRules.isAsked(one, answers),
  )

/** Options are typed by their place on the card; the first is 0, which means no wherever there is one. */
export function chosenBy(question: Question, typed: string): string[] {
  const places = [...new Set([...typed].filter((sign) => /\d/.test(sign)).map(Number))].sort((a, b) => a - b)
  return places.flatMap((place) => question.options[place]?.code ?? [])
}
export const typedOf = (question: Question, chosen: readonly string[]): string =>
  chosen.map((code) => question.options.findIndex((one) => one.code === code)).join('')

/** What "all no" means to one question; nothing where no would be made up. */
function noOf({ kind, many, options }: Question): Value | undefined {
  if (kind === 'yes-no') return false
  if (kind !== 'choice' || !options[0]) return undefined
  return many ? [options[0].code] : options[0].code
}

/** Fills in no wherever nothing stands yet; what was answered stays. */
export function allNo({ questionnaire, members }: FoundCard, filled: Filled): Filled {
  const sheet = (asked: Question['asked'], answers: Answers): Answers => {
    const added = cellsOf(questionnaire.questions, asked, answers)
      .filter(({ linkId, required }) => required && answers[linkId] === undefined)
      .flatMap((question) => {
        const no = noOf(question)
        return no === undefined ? [] : [[question.linkId, no] as const]
      })
    return { ...answers, ...Object.fromEntries(added) }
  }
  return Object.fromEntries([
    [HOUSEHOLD, sheet('household', filled[HOUSEHOLD] ?? {})],
    ...members.map(({ person: { id } }) => [id, sheet('person', filled[id] ?? {})] as const),
  ])
}

/** Only what is still asked: an answer whose question fell away again is not sent. */
export function sheetsOf({ questionnaire, members }: FoundCard, filled: Filled) {
  const sheet = (id: string, asked: Question['asked']) => {
    const answers = filled[id] ?? {}
    const kept = cellsOf(questionnaire.questions, asked, answers).flatMap(({ linkId }) => {
      const value = answers[linkId]
      const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
      return isEmpty ? [] : [[linkId, value] as const]
    })
    return kept.length === 0 ? [] : [{ personId: id || null, answers: Object.fromEntries(kept) as Answers }]
  }
  return [...sheet(HOUSEHOLD, 'household'), ...members.flatMap(({ person }) => sheet(person.id, 'person'))]
}

/** `930`, `0930` and `9:30` are half past nine; null for what is no time. */
export function clockOf(typed: string): string | null {
  const digits = typed.replace(/\D/g, '').padStart(4, '0')
  const [hours, minutes] = [Number(digits.slice(0, -2)), Number(digits.slice(-2))]
  const isTime = /\d/.test(typed) && digits.length === 4 && hours < 24 && minutes < 60
  return isTime ? `${digits.slice(0, 2)}:${digits.slice(2)}` : null
}
