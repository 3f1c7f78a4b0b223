import { useText } from '../../i18n/index.ts'
import type { Reference } from '../../replica/reference.ts'
import { Sheet } from '../../ui/sheet.tsx'
import type { SheetName } from './details.tsx'
import { type Decision, type Reason, refuseReasons, sites, symptoms, turnBackReasons } from './form.ts'
import { PlaceSheet } from './place-sheet.tsx'
import { Rights } from './rights.tsx'
import type { SheetProps } from './sheet-props.ts'
import { VehicleSheet } from './vehicle-sheet.tsx'

export function ScreeningSheet(
  props: SheetProps & {
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

function SiteSheet({ form, change, close }: SheetProps) {
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

function SymptomSheet({ form, change, close }: SheetProps) {
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

interface Deciding {
  county: number
  decide(decision: Decision, reason: Reason): void
}
function ReasonSheet({ close, county, decide }: SheetProps & Deciding) {
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
      <Rights county={county} />
    </Sheet>
  )
}
