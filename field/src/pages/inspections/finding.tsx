import { useRef, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { keepEntry } from '../../outbox/store.ts'
import { type Finding, inspects, noteSaid, readInspections, type Said, stateOf } from '../../replica/inspections.ts'
import { paths } from '../../ui/router.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import { useInspectionsText } from './texts.ts'

interface Form {
  note: string
  counted: string
}
const DAY_MS = 24 * 3_600_000

export default function FindingPage({ session, findingId }: { session: StoredSession; findingId: string }) {
  const t = useInspectionsText()
  const known = useLive(() => readInspections(session), [session.accountId, session.seatId])
  if (!known) return null
  const one = known.findings.find(({ id }) => id === findingId)
  return (
    <main class="page tasks">
      <a class="backlink" href={paths.inspections}>
        ← {t('back')}
      </a>
      {one ? <Steps session={session} one={one} state={stateOf(one, known.said)} /> : <p>{t('gone')}</p>}
    </main>
  )
}

/** What was done about it, or seen when somebody looked again; saved whether or not there is a network. */
function Steps({ session, one, state }: { session: StoredSession; one: Finding; state: Finding['state'] }) {
  const t = useInspectionsText()
  const draft = `finding:${session.accountId}:${one.id}`
  const [form, change] = useDraft<Form>(draft, session.accountId, () => ({ note: '', counted: '' }))
  const saving = useRef(false)
  const [said, setSaid] = useState<string | null>(null)
  if (!form) return null
  async function save(step: Said['step']) {
    if (!form || saving.current) return
    if (step !== 'passed' && !form.note.trim()) return setSaid(t('needNote'))
    saving.current = true
    try {
      await keep(session, { one, step, form, draft })
      storage.set({ trouble: null })
      navigator.vibrate?.([20, 40, 20])
      change({ note: '', counted: '' })
      setSaid(t('saved'))
    } catch (error) {
      // The form stays as it is: nothing was saved and nothing may look as if it had been.
      storage.set({ trouble: storageTrouble(error) })
    } finally {
      saving.current = false
    }
  }
  const isOver = state === 'passed' || state === 'withdrawn'
  // An office as high as the one that found it looks again.
  const looksAgain = inspects(session) && one.byDivision.startsWith(session.division)
  return (
    <>
      <h1>{one.what}</h1>
      <p class="sub">
        {[one.placeName, one.divisionName, t(`severity.${one.severity}`), t(`state.${state}`)].join(' · ')}
      </p>
      <section class="acts">
        {!isOver && (
          <>
            <label class="field">
              {t('note')}
              <textarea
                name="note"
                maxLength={500}
                value={form.note}
                onInput={(event) => change({ note: event.currentTarget.value })}
              />
            </label>
            {state === 'open' && (
              <label class="field">
                {t('counted')}
                <input
                  name="counted"
                  inputMode="numeric"
                  autocomplete="off"
                  value={form.counted}
                  onInput={(event) => change({ counted: event.currentTarget.value.replace(/\D/g, '').slice(0, 6) })}
                />
              </label>
            )}
            {state === 'open' && (
              <button type="button" class="primary wide" onClick={() => void save('rectified')}>
                {t('say.rectified')}
              </button>
            )}
            {looksAgain && (
              <>
                <button type="button" class="soft wide" onClick={() => void save('passed')}>
                  {t('say.passed')}
                </button>
                <button type="button" class="soft wide" onClick={() => void save('failed')}>
                  {t('say.failed')}
                </button>
              </>
            )}
          </>
        )}
        <p class="verdict" role="status">
          {said}
        </p>
      </section>
    </>
  )
}

interface Told {
  one: Finding
  step: Said['step']
  form: Form
  draft: string
}
async function keep(session: StoredSession, { one, step, form, draft }: Told): Promise<void> {
  const now = Date.now()
  const at = instant(now)
  const id = newId(now)
  const counted = step === 'rectified' && form.counted ? Number(form.counted) : null
  const dueAt = step === 'failed' ? instant(now + DAY_MS) : null
  const content = {
    id,
    findingId: one.id,
    step,
    note: form.note.trim() || null,
    counted,
    dueAt,
    recordedAt: at,
    way: 'app',
  }
  const gist = { outcome: step, screened: 0, turnedBack: 0, vehicles: 0, fever: false }
  const entry = { id, owner: session.accountId, kind: 'finding-step' as const, recordedAt: at, gist, content }
  await keepEntry({ ...entry, draftKey: draft })
  await noteSaid(session, { id, findingId: one.id, step })
}
