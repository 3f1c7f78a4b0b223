import { symptomRules } from '@qunfang/client/rules'
import { lang, useText } from '../../i18n/index.ts'
import type { DueCheck, WatchedPerson } from '../../replica/watched.ts'
import { showTemperature } from '../checkpoints/form.ts'
import type { ReadingForm, Site } from './form.ts'

export function Standing({ check }: { check: DueCheck }) {
  const t = useText()
  const { taken } = check
  return (
    <p class={`check ${check.standing} ${taken?.abnormal ? 'hot' : ''}`}>
      {t(`watch.slot.${check.slot}`)} · {t(`watch.standing.${check.standing}`)}
      {taken?.temperatureC != null && ` · ${taken.temperatureC.toFixed(1)} ℃`}
    </p>
  )
}

const SITES: readonly Site[] = ['axillary', 'forehead', 'ear', 'wrist']
export function Thermometer({
  form,
  hot,
  change,
}: {
  form: ReadingForm
  hot: boolean
  change(part: Partial<ReadingForm>): void
}) {
  const t = useText()
  const other = form.way === 'team' ? 'phone' : 'team'
  return (
    <div class="row measure">
      <label class={`box temperature active ${hot ? 'hot' : ''}`}>
        <span class="label">{t('screening.temperature')}</span>
        <input
          name="temperature"
          inputMode="none"
          autocomplete="off"
          value={showTemperature(form.temperature)}
          placeholder="––.–"
          onInput={(event) => change({ temperature: event.currentTarget.value.replace(/\D/g, '').slice(0, 3) })}
        />
        <span class="unit">℃</span>
      </label>
      <button
        type="button"
        class="chip"
        onClick={() => change({ site: SITES[(SITES.indexOf(form.site) + 1) % SITES.length] ?? 'axillary' })}
      >
        {t(`screening.site.${form.site}`)}
      </button>
      <button type="button" class="chip direction" onClick={() => change({ way: other })}>
        {t(`watch.way.${form.way}`)} ⇄
      </button>
    </div>
  )
}

export function Symptoms({
  person,
  form,
  change,
}: {
  person: WatchedPerson
  form: ReadingForm
  change(part: Partial<ReadingForm>): void
}) {
  const t = useText()
  const asked = symptomRules.symptoms.filter(
    ({ code }) => person.symptoms.length === 0 || person.symptoms.includes(code),
  )
  const turn = (code: string) => {
    const has = form.symptoms.includes(code)
    change({ symptoms: has ? form.symptoms.filter((one) => one !== code) : [...form.symptoms, code] })
  }
  return (
    <fieldset class="symptoms">
      <legend>
        {form.symptoms.length === 0 ? t('watch.noSymptoms') : t('watch.symptoms', { count: form.symptoms.length })}
      </legend>
      {asked.map(({ code, zh, en }) => (
        <button
          key={code}
          type="button"
          class={form.symptoms.includes(code) ? 'chip set hot' : 'chip'}
          aria-pressed={form.symptoms.includes(code)}
          onClick={() => turn(code)}
        >
          {lang() === 'en' ? en : zh}
        </button>
      ))}
    </fieldset>
  )
}
