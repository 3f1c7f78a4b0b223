import { useRef, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { lang } from '../../i18n/index.ts'
import { keepEntry } from '../../outbox/store.ts'
import { type Checklist, readInspections } from '../../replica/inspections.ts'
import type { Reference } from '../../replica/reference.ts'
import { paths } from '../../ui/router.ts'
import { Segments } from '../../ui/segments.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import { useInspectionsText } from './texts.ts'

type Severity = 'minor' | 'serious' | 'grave'
interface Form {
  division: string
  /** Empty for the village itself. */
  venue: string
  answers: Record<string, boolean>
  what: string
  severity: Severity
  note: string
}
const emptyForm = (): Form => ({ division: '', venue: '', answers: {}, what: '', severity: 'minor', note: '' })
const SEVERITIES = ['minor', 'serious', 'grave'] as const
const HOURS: Record<Severity, number> = { minor: 48, serious: 24, grave: 12 }
const HOUR_MS = 3_600_000

/** Somebody goes somewhere and looks; what was wrong goes along, and all of it is safe on the phone before it is sent. */
export default function RecordPage({ session, reference }: { session: StoredSession; reference: Reference }) {
  const t = useInspectionsText()
  const known = useLive(() => readInspections(session), [session.accountId, session.seatId])
  const draft = `inspection:${session.accountId}`
  const [form, change] = useDraft<Form>(draft, session.accountId, emptyForm)
  const saving = useRef(false)
  const [said, setSaid] = useState<string | null>(null)
  if (!known || !form) return null
  const key = form.venue.trim() ? 'inspect-venue' : 'inspect-village'
  const checklist = known.checklists.find((one) => one.key === key) ?? null
  const villages = reference.divisions.filter(({ code }) => code.length === 12 && code.startsWith(session.division))
  async function save() {
    if (!form || saving.current) return
    if (!form.division) return setSaid(t('needPlace'))
    saving.current = true
    try {
      await keep(session, { form, checklist, draft })
      storage.set({ trouble: null })
      navigator.vibrate?.([20, 40, 20])
      change({ ...emptyForm(), division: form.division })
      setSaid(t('saved'))
    } catch (error) {
      // The form stays as it is: nothing was saved and nothing may look as if it had been.
      storage.set({ trouble: storageTrouble(error) })
    } finally {
      saving.current = false
    }
  }
  const changed = (part: Partial<Form>) => {
    setSaid(null)
    change(part)
  }
  return (
    <main class="page tasks">
      <a class="backlink" href={paths.inspections}>
        ← {t('back')}
      </a>
      <h1>{t('record')}</h1>
      <section class="acts">
        <label class="field">
          {t('village')}
          <select
            name="division"
            value={form.division}
            onChange={(event) => changed({ division: event.currentTarget.value })}
          >
            <option value="">—</option>
            {villages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Words
          name="venue"
          label={t('venue')}
          most={60}
          value={form.venue}
          onType={(venue) => changed({ venue, answers: {} })}
        />
        {checklist?.questions.map((question) => (
          <fieldset key={question.linkId} class="segments" aria-label={question.zh}>
            <legend>{lang() === 'en' ? (question.en ?? question.zh) : question.zh}</legend>
            {([true, false] as const).map((answer) => (
              <button
                key={String(answer)}
                type="button"
                aria-pressed={form.answers[question.linkId] === answer}
                onClick={() => changed({ answers: { ...form.answers, [question.linkId]: answer } })}
              >
                {t(answer ? 'yes' : 'no')}
              </button>
            ))}
          </fieldset>
        ))}
        <Words name="what" label={t('what')} most={300} value={form.what} onType={(what) => changed({ what })} />
        {form.what.trim() && (
          <Segments
            label={t('how')}
            options={SEVERITIES}
            value={form.severity}
            words={(severity) => t(`severity.${severity}`)}
            onChoose={(severity) => changed({ severity })}
          />
        )}
        <Words name="note" label={t('remark')} most={500} value={form.note} onType={(note) => changed({ note })} />
        <button type="button" class="primary wide" onClick={() => void save()}>
          {t('save')}
        </button>
        <p class="verdict" role="status">
          {said}
        </p>
      </section>
    </main>
  )
}

interface WordsProps {
  name: string
  label: string
  most: number
  value: string
  onType(value: string): void
}
const Words = ({ name, label, most, value, onType }: WordsProps) => (
  <label class="field">
    {label}
    <input
      name={name}
      maxLength={most}
      autocomplete="off"
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  </label>
)

interface Told {
  form: Form
  checklist: Checklist | null
  draft: string
}
async function keep(session: StoredSession, { form, checklist, draft }: Told): Promise<void> {
  const now = Date.now()
  const at = instant(now)
  const id = newId(now)
  const { division, severity, answers } = form
  const [venue, what] = [form.venue.trim(), form.what.trim()]
  const place = venue ? { placeKind: 'venue', placeName: venue } : { placeKind: 'village' }
  const asked = checklist ? { checklist: { key: checklist.key, version: checklist.version }, answers } : {}
  const dueAt = instant(now + HOURS[severity] * HOUR_MS)
  const findings = what ? [{ id: newId(now), severity, what, dueAt }] : []
  const said = { id, division, ...place, manner: 'unannounced', ...asked, findings, note: form.note.trim() || null }
  const gist = { outcome: what ? 'found' : 'right', screened: 0, turnedBack: 0, vehicles: 0, fever: false }
  const content = { ...said, recordedAt: at, way: 'app' }
  await keepEntry({ id, owner: session.accountId, kind: 'inspection', recordedAt: at, gist, content, draftKey: draft })
}
