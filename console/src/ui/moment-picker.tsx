import { useTranslation } from 'react-i18next'
import { dayOf, fromLocalInput, moveDay, moveHours, startOfDay, toLocalInput } from './format.ts'
import styles from './moment-picker.module.css'

interface MomentPickerProps {
  /** Empty means now, or the moment at which the page stands by itself. */
  asOf: string | undefined
  /** That moment, where a county of the past is looked at; its button then says so. */
  standsAt?: string | null
  onPick(asOf: string | undefined): void
}

/** The county reports at eight in the morning, so that moment of today and of yesterday is one press away. */
const eightOn = (day: string) => moveHours(startOfDay(day), 8)

export function MomentPicker({ asOf, standsAt = null, onPick }: MomentPickerProps) {
  const { t } = useTranslation()
  const now = new Date().toISOString()
  const latest = standsAt ?? now
  const shown = asOf ?? latest
  const pick = (moment: string) => onPick(moment < latest ? moment : undefined)
  return (
    <fieldset className={styles.picker}>
      <legend className="visually-hidden">{t('moment.legend')}</legend>
      <button type="button" onClick={() => pick(moveHours(shown, -1))} aria-label={t('moment.hourBack')}>
        ‹
      </button>
      <input
        type="datetime-local"
        aria-label={t('moment.legend')}
        value={toLocalInput(shown)}
        max={toLocalInput(latest)}
        onChange={(event) => event.target.value && pick(new Date(fromLocalInput(event.target.value)).toISOString())}
      />
      <button type="button" onClick={() => pick(moveHours(shown, 1))} disabled={!asOf} aria-label={t('moment.hourOn')}>
        ›
      </button>
      <span className={styles.quick}>
        <button type="button" onClick={() => pick(eightOn(dayOf(shown)))}>
          {t('moment.eight')}
        </button>
        <button type="button" onClick={() => pick(eightOn(moveDay(dayOf(shown), -1)))}>
          {t('moment.eightBefore')}
        </button>
        <button type="button" onClick={() => onPick(undefined)} aria-pressed={!asOf}>
          {t(standsAt === null ? 'moment.now' : 'moment.ofCounty')}
        </button>
      </span>
    </fieldset>
  )
}
