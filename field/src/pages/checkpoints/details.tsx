import { useText } from '../../i18n/index.ts'
import type { FeverRule } from '../../replica/reference.ts'
import { hasFever, type ScreeningForm, showTemperature } from './form.ts'

export type SheetName = 'site' | 'vehicle' | 'from' | 'to' | 'symptoms' | 'reason'
interface Props {
  form: ScreeningForm
  fever: FeverRule | null
  change(part: Partial<ScreeningForm>): void
  open(sheet: SheetName): void
}

/** The temperature as large as the screen allows, and where it was taken. */
export function Measurement({ form, fever, change, open }: Props) {
  const t = useText()
  const hot = hasFever(form, fever)
  return (
    <div class="row measure">
      <label class={`box temperature ${form.active === 'temperature' ? 'active' : ''} ${hot ? 'hot' : ''}`}>
        <span class="label">{t('screening.temperature')}</span>
        <input
          name="temperature"
          inputMode="none"
          autocomplete="off"
          value={showTemperature(form.temperature)}
          placeholder="––.–"
          onFocus={() => change({ active: 'temperature' })}
          onInput={(event) => change({ temperature: event.currentTarget.value.replace(/\D/g, '').slice(0, 3) })}
        />
        <span class="unit">℃</span>
      </label>
      <button type="button" class="chip" onClick={() => open('site')}>
        {t(`screening.site.${form.site}`)}
      </button>
      <button
        type="button"
        class="chip direction"
        onClick={() => change({ direction: form.direction === 'in' ? 'out' : 'in' })}
      >
        {t(`screening.direction.${form.direction}`)} ⇄
      </button>
    </div>
  )
}

/** Vehicle, journey, symptoms: one tap each, and already right for the next person in the same vehicle. */
export function Chips({ form, open }: Pick<Props, 'form' | 'open'>) {
  const t = useText()
  const vehicle = form.vehicleId === null ? t('screening.noVehicle') : form.plate || t('screening.vehicleNoPlate')
  const some = form.symptoms.map((symptom) => t(`screening.symptom.${symptom}`)).join(' ')
  return (
    <div class="row chips">
      <button type="button" class={form.vehicleId ? 'chip set' : 'chip'} onClick={() => open('vehicle')}>
        <small>{form.before > 0 ? t('screening.inVehicle', { count: form.before + 1 }) : t('screening.vehicle')}</small>
        {vehicle}
      </button>
      <button type="button" class={form.from ? 'chip set' : 'chip'} onClick={() => open('from')}>
        <small>{t('screening.from')}</small>
        {form.from?.name ?? t('screening.notAsked')}
      </button>
      <button type="button" class={form.to ? 'chip set' : 'chip'} onClick={() => open('to')}>
        <small>{t('screening.to')}</small>
        {form.to?.name ?? t('screening.notAsked')}
      </button>
      <button type="button" class={form.symptoms.length > 0 ? 'chip set hot' : 'chip'} onClick={() => open('symptoms')}>
        <small>{t('screening.symptoms')}</small>
        {some || t('screening.noSymptoms')}
      </button>
    </div>
  )
}
