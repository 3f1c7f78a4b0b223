import { useRef, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { dayOf } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { useText } from '../../i18n/index.ts'
import { keepEntry } from '../../outbox/store.ts'
import type { Reference } from '../../replica/reference.ts'
import type { RunningShift } from '../../shift.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { Chips, Measurement, type SheetName } from './details.tsx'
import {
  type Decision,
  emptyForm,
  hasFever,
  isWhoComplete,
  judgeWho,
  type Missing,
  missingFor,
  nextForm,
  type Reason,
  type ScreeningForm,
} from './form.ts'
import { gistOf, toPassage } from './passage.ts'
import { RecentRecords } from './recent-records.tsx'
import { ScreeningSheet } from './sheets.tsx'
import { type Saved, Strip } from './strip.tsx'
import { useFind } from './use-find.ts'
import { WhoField } from './who-field.tsx'

export const screeningDraft = (session: StoredSession): string => `screening:${session.accountId}`

export default function ScreeningPage(props: {
  session: StoredSession
  reference: Reference
  shift: RunningShift | null
}) {
  const { session, reference } = props
  const draft = screeningDraft(session)
  const [form, change, replace] = useDraft(draft, session.accountId, () => emptyForm(reference.site))
  return form ? <Screening {...props} draft={draft} form={form} change={change} replace={replace} /> : null
}

interface Props {
  session: StoredSession
  reference: Reference
  shift: RunningShift | null
  draft: string
  form: ScreeningForm
  change(part: Partial<ScreeningForm>): void
  replace(next: ScreeningForm): void
}
function Screening({ session, reference, shift, draft, form, change, replace }: Props) {
  const t = useText()
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const [missing, setMissing] = useState<Missing | 'checkpoint' | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const saving = useRef(false)
  const fever = hasFever(form, reference.fever)
  const found = useFind(form, session, (known) => change({ known }))

  async function decide(decision: Decision, reason: Reason | null) {
    const lacks = session.placeId ? missingFor(form, decision, dayOf()) : 'checkpoint'
    setMissing(lacks)
    setSheet(null)
    if (lacks || !session.placeId || saving.current) return
    saving.current = true
    const at = Date.now()
    const id = newId(at)
    const where = { checkpointId: session.placeId, shiftId: shift?.id ?? null }
    const content = toPassage(form, { id, decision, reason, at, ...where })
    try {
      const entry = await keepEntry({
        id,
        owner: session.accountId,
        kind: 'passage',
        recordedAt: content.recordedAt,
        gist: gistOf(form, decision, fever),
        content,
        draftKey: draft,
        ...(form.corrects ? { corrects: form.corrects } : {}),
      })
      storage.set({ trouble: null })
      navigator.vibrate?.([20, 40, 20])
      setSaved({ seq: entry.seq, text: t(`screening.decision.${decision}`), form })
      replace(nextForm(form, false))
    } catch (error) {
      // The form stays as it is: nothing was saved and nothing may look as if it had been.
      storage.set({ trouble: storageTrouble(error) })
      setSaved(null)
    } finally {
      saving.current = false
    }
  }

  /** Only what the vehicle shares is taken over: the next person's number may have been typed already. */
  function sameVehicle() {
    if (!saved) return
    const { vehicleId, plate, from, to, before } = nextForm(saved.form, true)
    change({ vehicleId, plate, from, to, before, ...(form.search === 'plate' ? { search: 'resident-id' } : {}) })
    setSaved(null)
  }

  const keys = useKeys(form, (part) => {
    setMissing(null)
    change(part)
  })
  const proceed = () => change({ active: 'temperature' })
  return (
    <main class="screening">
      <div class="scroll">
        <Strip
          form={form}
          fever={fever}
          underOrder={form.known?.underOrder ?? (found.is === 'none' ? found.underOrder : null)}
          missing={missing}
          saved={saved}
          hasShift={shift !== null}
          onSameVehicle={sameVehicle}
          onStopCorrecting={() => {
            change({ ...emptyForm(reference.site) })
            setSaved(null)
          }}
        />
        <WhoField form={form} found={found} change={change} onDone={proceed} />
        <Measurement form={form} fever={reference.fever} change={change} open={setSheet} />
        <Chips form={form} open={setSheet} />
        <RecentRecords session={session} />
      </div>
      <Keypad onDigit={keys.digit} onDelete={keys.erase} corner={keys.corner(t('screening.clear'))}>
        <button type="button" class="pass" disabled={fever} onClick={() => decide('pass', null)}>
          {t('screening.decision.pass')}
        </button>
        <button
          type="button"
          class={fever ? 'medical now' : 'medical'}
          onClick={() => decide('medical', fever ? 'fever' : form.symptoms.length > 0 ? 'symptoms' : null)}
        >
          {t('screening.decision.medical')}
        </button>
        <button type="button" class="back" onClick={() => setSheet('reason')}>
          {t('screening.turnBackOrRefused')}
        </button>
      </Keypad>
      {sheet && (
        <ScreeningSheet
          name={sheet}
          form={form}
          change={change}
          close={() => setSheet(null)}
          reference={reference}
          county={session.county}
          decide={decide}
        />
      )}
    </main>
  )
}

/** Digits go to the box in hand; a whole number or a whole temperature hands on by itself. */
function useKeys(form: ScreeningForm, change: (part: Partial<ScreeningForm>) => void) {
  const field =
    form.search === 'resident-id' ? 'id' : form.search === 'phone' ? 'phone' : form.search === 'other' ? 'other' : null
  const who = (typed: string) => {
    if (!field) return change({ active: 'temperature', temperature: typed.slice(-1) })
    const next = { ...form, [field]: typed.slice(0, field === 'id' ? 18 : field === 'phone' ? 11 : 20), known: null }
    const whole = isWhoComplete(next) && judgeWho(next, dayOf()).is === 'good'
    return change({ [field]: next[field], known: null, active: whole ? 'temperature' : 'who' })
  }
  const current = form.active === 'temperature' || !field ? form.temperature : form[field]
  return {
    digit(digit: string) {
      if (form.active === 'who') who(current + digit)
      // A third digit completes it; a fourth begins the next reading rather than being lost.
      else change({ temperature: form.temperature.length >= 3 ? digit : form.temperature + digit })
    },
    erase() {
      if (form.active === 'who') who(current.slice(0, -1))
      else change({ temperature: form.temperature.slice(0, -1) })
    },
    corner: (clear: string) =>
      form.active === 'who' && field === 'id'
        ? { text: 'X', press: () => who(`${current}X`) }
        : { text: clear, press: () => (form.active === 'who' ? who('') : change({ temperature: '' })) },
  }
}
