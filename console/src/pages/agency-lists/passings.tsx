import { useTranslation } from 'react-i18next'
import { dateTime } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './agency-lists.module.css'
import type { Passing, WholeEntry } from './queries.ts'

function Found({ passing: { answer, answeredAt, answerNote } }: { passing: Passing }) {
  const { t } = useTranslation()
  if (answer === null) return null
  return (
    <p className="small">
      {t('listEntry.foundThere')} <b>{t(`listEntry.answers.${answer}`)}</b> {answerNote}{' '}
      {answeredAt && <time className="muted number">{dateTime(answeredAt)}</time>}
    </p>
  )
}

/** The way of an entry through the county, and what each village on it had found. */
export function Passings({ entry }: { entry: WholeEntry }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return (
    <Card title={t('listEntry.passings')}>
      <ol className={styles.passings}>
        {entry.passings.map((passing) => (
          <li key={passing.at + passing.from}>
            <p>
              <b>{t('listEntry.passed', { from: divisionName(passing.from), to: divisionName(passing.to) })}</b>{' '}
              <time className="muted small number">{dateTime(passing.at)}</time>
            </p>
            <p>{passing.note}</p>
            <Found passing={passing} />
          </li>
        ))}
      </ol>
      {entry.passedTo && <p className="muted small">{t('listEntry.over', { name: divisionName(entry.passedTo) })}</p>}
    </Card>
  )
}
