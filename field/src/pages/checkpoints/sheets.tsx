import { useState } from 'preact/hooks'
import { newId } from '../../device/ids.ts'
import { useText } from '../../i18n/index.ts'
import { recentPlaces, rememberPlace } from '../../replica/recent.ts'
import { findPlaces, type Place, type Reference } from '../../replica/reference.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useLive } from '../../ui/use-live.ts'
import type { SheetName } from './details.tsx'
import {
  type Decision,
  type Reason,
  refuseReasons,
  type ScreeningForm,
  sites,
  symptoms,
  turnBackReasons,
} from './form.ts'

const PROVINCES = [...'冀京津晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新']

interface Props {
  form: ScreeningForm
  change(part: Partial<ScreeningForm>): void
  close(): void
}

export function ScreeningSheet(
  props: Props & {
    name: SheetName
    reference: Reference
    county: number
    decide(decision: Decision, reason: Reason): void
  },
) {
  switch (props.name) {
    case 'site':
      return <SiteSheet {...props} />
    case 'vehicle':
      return <VehicleSheet {...props} />
    case 'from':
      return <PlaceSheet {...props} end="from" places={props.reference.counties} />
    case 'to':
      return <PlaceSheet {...props} end="to" places={props.reference.divisions} />
    case 'symptoms':
      return <SymptomSheet {...props} />
    case 'reason':
      return <ReasonSheet {...props} />
    default:
      return props.name satisfies never
  }
}

function SiteSheet({ form, change, close }: Props) {
  const t = useText()
  return (
    <Sheet title={t('screening.siteTitle')} onClose={close}>
      <div class="grid two">
        {sites.map((site) => (
          <button
            type="button"
            key={site}
            aria-pressed={form.site === site}
            onClick={() => {
              change({ site })
              close()
            }}
          >
            {t(`screening.site.${site}`)}
          </button>
        ))}
      </div>
    </Sheet>
  )
}

function VehicleSheet({ form, change, close }: Props) {
  const t = useText()
  const [choosing, setChoosing] = useState(false)
  const [province, setProvince] = useState(form.plate.slice(0, 1) || '冀')
  const [rest, setRest] = useState(form.plate.slice(1))
  const keep = (part: Partial<ScreeningForm>) => {
    change(part)
    close()
  }
  const withPlate = () => keep({ vehicleId: form.vehicleId ?? newId(), plate: rest ? province + rest : '' })
  return (
    <Sheet title={t('screening.vehicleTitle')} onClose={close}>
      <form
        class="row plate"
        onSubmit={(event) => {
          event.preventDefault()
          withPlate()
        }}
      >
        <button
          type="button"
          class="chip"
          aria-label={t('screening.plateProvince')}
          onClick={() => setChoosing(!choosing)}
        >
          {province} ▾
        </button>
        <label class="box active">
          <span class="sr">{t('who.plateLabel')}</span>
          <input
            name="plate"
            autocapitalize="characters"
            autocomplete="off"
            maxLength={8}
            value={rest}
            placeholder="H12345"
            onInput={(event) => setRest(event.currentTarget.value.toUpperCase())}
          />
        </label>
        <button type="submit" class="next">
          {t('screening.keepPlate')}
        </button>
      </form>
      {choosing && (
        <div class="grid six">
          {PROVINCES.map((one) => (
            <button
              type="button"
              key={one}
              aria-pressed={one === province}
              onClick={() => {
                setProvince(one)
                setChoosing(false)
              }}
            >
              {one}
            </button>
          ))}
        </div>
      )}
      <div class="grid two">
        <button type="button" onClick={() => keep({ vehicleId: form.vehicleId ?? newId(), plate: '' })}>
          {t('screening.withoutPlate')}
        </button>
        <button type="button" onClick={() => keep({ vehicleId: null, plate: '', before: 0 })}>
          {t('screening.walking')}
        </button>
      </div>
    </Sheet>
  )
}

function PlaceSheet({
  form,
  change,
  close,
  end,
  places,
  county,
}: Props & { end: 'from' | 'to'; places: Place[]; county: number }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const recent = useLive(() => recentPlaces(end), [end]) ?? []
  const keep = (place: { code: string; name: string } | null) => {
    change(end === 'from' ? { from: place } : { to: place })
    if (place) void rememberPlace(end, place)
    close()
  }
  const found = findPlaces(places, typed)
  return (
    <Sheet title={t(`screening.${end}`)} onClose={close}>
      <div class="grid two">
        <button type="button" onClick={() => keep({ code: String(county), name: t('screening.thisCounty') })}>
          {t('screening.thisCounty')}
        </button>
        <button type="button" onClick={() => keep(null)}>
          {t('screening.notAsked')}
        </button>
        {recent.map((place) => (
          <button type="button" key={place.code} onClick={() => keep(place)}>
            {place.name}
          </button>
        ))}
      </div>
      <label class="box">
        <span class="sr">{t('screening.search')}</span>
        <input
          name={end}
          autocomplete="off"
          value={typed}
          placeholder={t('screening.search')}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <ul class="places">
        {found.map((place) => (
          <li key={place.code}>
            <button
              type="button"
              onClick={() => keep({ code: place.code, name: place.name })}
              aria-pressed={form[end]?.code === place.code}
            >
              {place.name} <small>{place.within}</small>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function SymptomSheet({ form, change, close }: Props) {
  const t = useText()
  return (
    <Sheet title={t('screening.symptoms')} onClose={close}>
      <div class="grid three">
        {symptoms.map((symptom) => (
          <button
            type="button"
            key={symptom}
            aria-pressed={form.symptoms.includes(symptom)}
            onClick={() =>
              change({
                symptoms: form.symptoms.includes(symptom)
                  ? form.symptoms.filter((one) => one !== symptom)
                  : [...form.symptoms, symptom],
              })
            }
          >
            {t(`screening.symptom.${symptom}`)}
          </button>
        ))}
      </div>
      <button type="button" class="wide primary" onClick={close}>
        {t('screening.keepPlate')}
      </button>
    </Sheet>
  )
}

function ReasonSheet({ close, decide }: Props & { decide(decision: Decision, reason: Reason): void }) {
  const t = useText()
  return (
    <Sheet title={t('screening.reasonTitle')} onClose={close}>
      <h3>{t('screening.decision.turned-back')}</h3>
      <div class="grid two">
        {turnBackReasons.map((reason) => (
          <button type="button" key={reason} class="amber" onClick={() => decide('turned-back', reason)}>
            {t(`screening.reason.${reason}`)}
          </button>
        ))}
      </div>
      <h3>{t('screening.decision.refused')}</h3>
      <div class="grid two">
        {refuseReasons.map((reason) => (
          <button type="button" key={reason} class="amber" onClick={() => decide('refused', reason)}>
            {t(`screening.reason.${reason}`)}
          </button>
        ))}
      </div>
    </Sheet>
  )
}
