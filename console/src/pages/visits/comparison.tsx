import { useTranslation } from 'react-i18next'
import { answerOf } from './editing.ts'
import { type Question, said } from './queries.ts'

const operators = ['=', '!=', '>', '>=', '<', '<='] as const

export type Said = string | number | boolean

/** An operator and an answer to one question, by what the question takes. */
export function Comparison(props: {
  of: Question | undefined
  operator: string
  answer: Said
  onChange(operator: (typeof operators)[number], answer: Said): void
}) {
  const { t } = useTranslation()
  const { of, operator, answer, onChange } = props
  const known = operators.find((one) => one === operator) ?? '='
  const options =
    of?.kind === 'yes-no'
      ? [
          ['true', t('homeVisits.yes')],
          ['false', t('homeVisits.no')],
        ]
      : (of?.options ?? []).map((option) => [option.code, said(option)])
  const take = (typed: string) => onChange(known, of ? answerOf(of, typed) : typed)
  return (
    <>
      <select
        aria-label={t('questionnaires.ruleIf')}
        value={known}
        onChange={(event) => onChange(operators.find((one) => one === event.target.value) ?? '=', answer)}
      >
        {operators.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      {options.length > 0 ? (
        <select
          aria-label={t('questionnaires.answer')}
          value={String(answer)}
          onChange={(event) => take(event.target.value)}
        >
          {options.map(([code, text]) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          aria-label={t('questionnaires.answer')}
          value={String(answer)}
          onChange={(event) => take(event.target.value)}
        />
      )}
    </>
  )
}

export const firstAnswer = (question: Question): Said =>
  question.kind === 'yes-no' ? true : (question.options[0]?.code ?? '')
