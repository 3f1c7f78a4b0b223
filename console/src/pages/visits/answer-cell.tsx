import { useTranslation } from 'react-i18next'
import { fromLocalInput } from '../../ui/format.ts'
import { type Question, said } from './queries.ts'
import styles from './re-entry.module.css'
import { chosenBy, typedOf, type Value } from './re-entry.ts'

interface CellProps {
  question: Question
  value: Value | undefined
  label: string
  onChange(value: Value | undefined): void
}

/** A list that a digit or a first letter chooses from, without the mouse. */
function ListCell({ question, value, label, onChange }: CellProps) {
  const { t } = useTranslation()
  const options: Array<[string, string, Value]> =
    question.kind === 'yes-no'
      ? [
          ['true', `Y ${t('homeVisits.yes')}`, true],
          ['false', `N ${t('homeVisits.no')}`, false],
        ]
      : question.options.map((one, place) => [one.code, `${place} ${said(one)}`, one.code])
  return (
    <select
      className={styles.cell}
      aria-label={label}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => onChange(options.find(([code]) => code === event.target.value)?.[2])}
    >
      <option value="">—</option>
      {options.map(([code, text]) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </select>
  )
}

function SeveralCell({ question, value, label, onChange }: CellProps) {
  const chosen = Array.isArray(value) ? value : []
  const names = question.options.map((one, place) => `${place} ${said(one)}`).join(' · ')
  return (
    <input
      className={styles.cell}
      inputMode="numeric"
      aria-label={`${label}:${names}`}
      title={names}
      placeholder={names}
      value={typedOf(question, chosen)}
      onChange={(event) => onChange(chosenBy(question, event.target.value))}
    />
  )
}

const typeOf: Partial<Record<Question['kind'], string>> = {
  day: 'date',
  moment: 'datetime-local',
  number: 'number',
  whole: 'number',
}

/** One answer of one sheet, by the kind of its question. */
export function AnswerCell(props: CellProps) {
  const { question, value, label, onChange } = props
  if (question.kind === 'yes-no' || (question.kind === 'choice' && !question.many)) return <ListCell {...props} />
  if (question.kind === 'choice') return <SeveralCell {...props} />
  const isNumber = question.kind === 'number' || question.kind === 'whole'
  const shown = question.kind === 'moment' && typeof value === 'string' ? value.slice(0, 16) : value
  const read = (typed: string): Value | undefined => {
    if (typed === '') return undefined
    if (isNumber) return Number(typed)
    return question.kind === 'moment' ? fromLocalInput(typed) : typed
  }
  return (
    <input
      className={styles.cell}
      type={typeOf[question.kind] ?? 'text'}
      {...(question.kind === 'whole' ? { step: 1 } : question.kind === 'number' ? { step: 0.1 } : { maxLength: 200 })}
      aria-label={label}
      value={shown === undefined ? '' : String(shown)}
      onChange={(event) => onChange(read(event.target.value))}
    />
  )
}
