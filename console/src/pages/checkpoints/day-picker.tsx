import { useTranslation } from 'react-i18next'
import { dayOf, moveDay } from '../../ui/format.ts'
import styles from './checkpoint.module.css'

interface DayPickerProps {
  day: string
  /** Today. What is recorded in a county of the past has the real time, so that day can be looked at there, too. */
  latest: string
  /** The moment at which a county of the past is looked at; the button leads to its day. */
  standsAt: string | null
  onPick(day: string): void
}

export function DayPicker({ day, latest, standsAt, onPick }: DayPickerProps) {
  const { t } = useTranslation()
  const today = standsAt ? dayOf(standsAt) : latest
  return (
    <div className={styles.dayPicker}>
      <button type="button" onClick={() => onPick(moveDay(day, -1))} aria-label={t('day.before')}>
        ‹
      </button>
      <input
        type="date"
        aria-label={t('day.pick')}
        value={day}
        max={latest}
        onChange={(event) => event.target.value && onPick(event.target.value)}
      />
      <button
        type="button"
        onClick={() => onPick(moveDay(day, 1))}
        disabled={day >= latest}
        aria-label={t('day.after')}
      >
        ›
      </button>
      <button type="button" onClick={() => onPick(today)} disabled={day === today}>
        {t(standsAt ? 'moment.ofCounty' : 'day.today')}
      </button>
    </div>
  )
}
