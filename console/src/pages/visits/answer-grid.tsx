import { useTranslation } from 'react-i18next'
import { AnswerCell } from './answer-cell.tsx'
import { type FoundCard, type Question, titleIn } from './queries.ts'
import styles from './re-entry.module.css'
import { type Answers, cellsOf, type Filled, HOUSEHOLD, type Value } from './re-entry.ts'

interface AnswerGridProps {
  card: FoundCard
  filled: Filled
  onFill(filled: Filled): void
}

/** A line for everybody on the card, a column for everything that is always asked; what depends on an answer comes below it. */
export function AnswerGrid({ card, filled, onFill }: AnswerGridProps) {
  const { t } = useTranslation()
  const { questions } = card.questionnaire
  const always = cellsOf(questions, 'person', {})
  const title = titleIn(questions)
  const set = (id: string) => (linkId: string, value: Value | undefined) => {
    const { [linkId]: _, ...others } = filled[id] ?? {}
    onFill({ ...filled, [id]: value === undefined ? others : { ...others, [linkId]: value } })
  }
  const household = filled[HOUSEHOLD] ?? {}
  return (
    <>
      {cellsOf(questions, 'household', household).length > 0 && (
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="small muted">{t('reEntry.household')}</legend>
          <More
            who={t('reEntry.household')}
            title={title}
            questions={cellsOf(questions, 'household', household)}
            answers={household}
            onSet={set(HOUSEHOLD)}
          />
        </fieldset>
      )}
      <table className={styles.grid}>
        <caption className="visually-hidden">{t('reEntry.answers')}</caption>
        <thead>
          <tr>
            <td />
            {always.map((question) => (
              <th key={question.linkId} scope="col">
                {title(question)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.members.map(({ person }) => {
            const answers = filled[person.id] ?? {}
            const name = person.name ?? t('doors.unnamed')
            const further = cellsOf(questions, 'person', answers).filter((one) => !always.includes(one))
            return (
              <tr key={person.id}>
                <th scope="row">{name}</th>
                {always.map((question, nth) => (
                  <td key={question.linkId} data-label={title(question)}>
                    <AnswerCell
                      question={question}
                      label={`${name}:${title(question)}`}
                      value={answers[question.linkId]}
                      onChange={(value) => set(person.id)(question.linkId, value)}
                    />
                    {nth === always.length - 1 && further.length > 0 && (
                      <More who={name} title={title} questions={further} answers={answers} onSet={set(person.id)} />
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

interface MoreProps {
  who: string
  title(question: Question): string
  questions: readonly Question[]
  answers: Answers
  onSet(linkId: string, value: Value | undefined): void
}
function More({ who, title, questions, answers, onSet }: MoreProps) {
  return (
    <div className={styles.more}>
      {questions.map((question) => (
        <div key={question.linkId}>
          {title(question)}
          <AnswerCell
            question={question}
            label={`${who}:${title(question)}`}
            value={answers[question.linkId]}
            onChange={(value) => onSet(question.linkId, value)}
          />
        </div>
      ))}
    </div>
  )
}
