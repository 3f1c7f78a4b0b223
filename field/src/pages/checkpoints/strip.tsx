import { useText } from '../../i18n/index.ts'
import { paths } from '../../ui/router.ts'
import type { Missing, ScreeningForm, UnderOrder } from './form.ts'

export interface Saved {
  seq: number
  text: string
  form: ScreeningForm
}

interface Props {
  form: ScreeningForm
  fever: boolean
  underOrder: UnderOrder
  missing: Missing | 'checkpoint' | null
  saved: Saved | null
  hasShift: boolean
  onSameVehicle(): void
  onStopCorrecting(): void
}

/** One line of fixed height that says the most urgent thing, so that no key ever moves under a thumb. */
export function Strip({ form, fever, underOrder, missing, saved, hasShift, onSameVehicle, onStopCorrecting }: Props) {
  const t = useText()
  if (missing) {
    return (
      <p class="strip stop" role="alert">
        {t(`screening.missing.${missing}`)}
      </p>
    )
  }
  if (fever) {
    return (
      <p class="strip stop" role="alert">
        {t('screening.feverNow')}
      </p>
    )
  }
  if (underOrder) {
    return (
      <p class="strip stop" role="alert">
        {t(`screening.underOrder.${underOrder}`)}
      </p>
    )
  }
  if (form.corrects) {
    return (
      <p class="strip">
        {t('screening.correcting')}
        <button type="button" onClick={onStopCorrecting}>
          {t('screening.stopCorrecting')}
        </button>
      </p>
    )
  }
  if (form.fromTallyId) return <p class="strip">{t('screening.fromTally')}</p>
  if (saved) {
    return (
      <div class="strip done" role="status" key={saved.seq}>
        <span>
          ✓ {t('screening.savedAs', { seq: saved.seq })} · {saved.text}
        </span>
        {saved.form.vehicleId && (
          <button type="button" onClick={onSameVehicle}>
            {t('screening.sameVehicle')}
          </button>
        )}
      </div>
    )
  }
  if (!hasShift) {
    return (
      <a class="strip" href={paths.shift}>
        {t('screening.openShiftFirst')} <b>{t('screening.openShift')}</b>
      </a>
    )
  }
  return <p class="strip quiet">{t('screening.ready')}</p>
}
