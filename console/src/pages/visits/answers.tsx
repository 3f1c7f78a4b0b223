import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Question, type Questionnaire, said, type Visit } from './queries.ts'
import styles from './visits.module.css'

type Answers = Visit['sheets'][number]['answers']

export function answerText(t: TFunction, question: Question | undefined, answer: Answers[string] | undefined): string {
  if (answer === undefined) return '—'
  if (typeof answer === 'boolean') return t(answer ? 'homeVisits.yes' : 'homeVisits.no')
  const all = Array.isArray(answer) ? answer : [String(answer)]
  const nameOf = (code: string) => {
    const option = question?.options.find((one) => one.code === code)
    return option ? said(option) : code
  }
  return all.map(nameOf).join('、')
}

/** Of a question that opens something, an answer that would. */
function isPositive({ opens }: Question, answer: Answers[string]): boolean {
  const given = Array.isArray(answer) ? answer : [answer]
  return opens.some(({ operator, answer: wanted }) =>
    operator === '=' ? given.includes(wanted as string) : operator === '!=' ? !given.includes(wanted as string) : false,
  )
}

/** What was answered, in the order it was asked and in the words of the version that was asked. */
export function AnswerList({ questionnaire, answers }: { questionnaire: Questionnaire | undefined; answers: Answers }) {
  const { t } = useTranslation()
  const asked = (questionnaire?.questions ?? []).filter(({ linkId }) => answers[linkId] !== undefined)
  if (asked.length === 0) return <p className="small muted">{t('homeVisits.noAnswers')}</p>
  return (
    <dl>
      {asked.map((question) => {
        const answer = answers[question.linkId]
        return [
          <dt key={question.linkId}>
            {question.prefix} {said(question)}
          </dt>,
          <dd
            key={`${question.linkId}/answer`}
            data-positive={answer !== undefined && isPositive(question, answer) ? true : undefined}
          >
            {answerText(t, question, answer)}
          </dd>,
        ]
      })}
    </dl>
  )
}

export function Sheets({ visit, questionnaires }: { visit: Visit; questionnaires: readonly Questionnaire[] }) {
  const { t } = useTranslation()
  if (visit.sheets.length === 0) return null
  return (
    <div className={styles.sheets}>
      {visit.sheets.map(({ person, key, version, answers, unanswered }) => {
        const asked = questionnaires.find((one) => one.key === key && one.version === version)
        const nameOf = (linkId: string) => {
          const question = asked?.questions.find((one) => one.linkId === linkId)
          return question ? (question.prefix ?? said(question)) : linkId
        }
        return (
          <section key={person?.id ?? 'household'} className={styles.sheet}>
            <b>{person ? (person.name ?? t('doors.unnamed')) : t('homeVisits.wholeHousehold')}</b>{' '}
            <span className="small muted">{t('homeVisits.sheetOf', { version })}</span>
            <AnswerList questionnaire={asked} answers={answers} />
            {unanswered.length > 0 && (
              <p className="small muted">
                {t('homeVisits.unanswered', { questions: unanswered.map(nameOf).join('、') })}
              </p>
            )}
          </section>
        )
      })}
    </div>
  )
}
