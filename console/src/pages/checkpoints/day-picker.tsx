import { useTranslation } from 'react-i18next'
import styles from './checkpoint.module.css'

interface DayPickerProps {
  day: string
  today: string
  onPick(day: string): void
  onMove(by: number): void
}

export function DayPicker({ day, today, onPick, onMove }: DayPickerProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.dayPicker}>
      <button type="button" onClick={() => onMove(-1)} aria-label={t('day.before')}>
        ‹
      </button>
      <input
        type="date"
        aria-label={t('day.pick')}
        value={day}
        max={today}
        onChange={(event) => event.target.value && onPick(event.target.value)}
      />
      <button type="button" onClick={() => onMove(1)} disabled={day >= today} aria-label={t('day.after')}>
        ›
      </button>
      <button type="button" onClick={() => onPick(today)} disabled={day === today}>
        {t('day.today')}
      </button>
    </div>
  )
}
