import { useTranslation } from 'react-i18next'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import styles from '../../ui/moment-picker.module.css'

interface KnownPickerProps {
  /** Empty means by what is known now. */
  knownBy: string | undefined
  onPick(knownBy: string | undefined): void
}

/** The other moment: not what had happened, but what the county knew. */
export function KnownPicker({ knownBy, onPick }: KnownPickerProps) {
  const { t } = useTranslation()
  const now = new Date().toISOString()
  const pick = (moment: string) => onPick(moment < now ? moment : undefined)
  return (
    <fieldset className={styles.picker}>
      <legend className="visually-hidden">{t('figures.knownBy')}</legend>
      <span aria-hidden>{t('figures.knownBy')}</span>
      <input
        type="datetime-local"
        aria-label={t('figures.knownBy')}
        value={knownBy ? toLocalInput(knownBy) : ''}
        max={toLocalInput(now)}
        onChange={(event) => event.target.value && pick(new Date(fromLocalInput(event.target.value)).toISOString())}
      />
      <button type="button" onClick={() => onPick(undefined)} aria-pressed={!knownBy}>
        {t('figures.knownNow')}
      </button>
    </fieldset>
  )
}
