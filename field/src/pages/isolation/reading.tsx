import { readingRules } from '@qunfang/client/rules'
import { useRef, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { newId } from '../../device/ids.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { useText } from '../../i18n/index.ts'
import { keepEntry } from '../../outbox/store.ts'
import type { Reference } from '../../replica/reference.ts'
import {
  checkNow,
  checksToday,
  type DueCheck,
  isOver,
  noteTaken,
  readWatched,
  type Watched,
  type WatchedPerson,
} from '../../replica/watched.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { goTo, paths } from '../../ui/router.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import { useNow } from './day-list.tsx'
import { degreesOf, emptyReading, isHot, isWithin, type ReadingForm, toReading } from './form.ts'
import { Standing, Symptoms, Thermometer } from './measuring.tsx'

interface Props {
  session: StoredSession
  reference: Reference
  orderId: string
}

export default function ReadingPage(props: Props) {
  const { session, orderId } = props
  const t = useText()
  const watched = useLive(() => readWatched(session), [session.accountId, session.seatId])
  const draft = `reading:${session.accountId}:${orderId}`
  const [form, change] = useDraft(draft, session.accountId, () => emptyReading('axillary'))
  const person = watched?.people.find((one) => one.orderId === orderId)
  if (!watched || !form) return null
  if (!person) {
    return (
      <main class="page">
        <a class="backlink" href={paths.watch}>
          ← {t('watch.title')}
        </a>
        <p>{t('watch.gone')}</p>
      </main>
    )
  }
  return <Measuring {...props} key={orderId} {...{ watched, person, draft, form, change }} />
}

interface MeasuringProps extends Props {
  watched: Watched
  person: WatchedPerson
  draft: string
  form: ReadingForm
  change(part: Partial<ReadingForm>): void
}
function Measuring({ session, reference, watched, person, draft, form, change }: MeasuringProps) {
  const t = useText()
  const now = useNow()
  const saving = useRef(false)
  const [missing, setMissing] = useState<'temperature' | 'temperature-range' | null>(null)
  const check = checkNow(checksToday(watched, person, now))
  const hot = isHot(form, reference.fever)
  const next = nextDoor(watched, person, now)

  async function save(onward: boolean) {
    const degrees = degreesOf(form)
    const lacks = degrees === null ? 'temperature' : isWithin(degrees) ? null : 'temperature-range'
    setMissing(lacks)
    if (lacks || saving.current) return
    saving.current = true
    try {
      await keep(session, { form, person, check, draft, abnormal: hot || form.symptoms.length > 0, watched })
      storage.set({ trouble: null })
      navigator.vibrate?.([20, 40, 20])
      goTo(onward && next ? paths.reading(next.orderId) : paths.watch)
    } catch (error) {
      // The form stays as it is: nothing was saved and nothing may look as if it had been.
      storage.set({ trouble: storageTrouble(error) })
    } finally {
      saving.current = false
    }
  }
  const typed = (temperature: string) => {
    setMissing(null)
    change({ temperature })
  }
  return (
    <main class="screening reading">
      <div class="scroll">
        <a class="backlink" href={paths.watch}>
          ← {t('watch.title')}
        </a>
        <section class="person">
          <h1>{person.name ?? t('watch.noName')}</h1>
          <p>{[person.block, person.door].filter(Boolean).join(' · ') || t('watch.noDoor')}</p>
          {check && <Standing check={check} />}
        </section>
        <p class={`verdict ${hot || missing ? 'bad' : ''}`} aria-live="polite">
          {missing ? t(`screening.missing.${missing}`) : hot ? t('watch.feverNow') : t('watch.ready')}
        </p>
        <Thermometer
          form={form}
          hot={hot}
          change={(part) => (part.temperature === undefined ? change(part) : typed(part.temperature))}
        />
        <Symptoms person={person} form={form} change={change} />
      </div>
      <Keypad
        onDigit={(digit) => typed(form.temperature.length >= 3 ? digit : form.temperature + digit)}
        onDelete={() => typed(form.temperature.slice(0, -1))}
        corner={{ text: t('screening.clear'), press: () => typed('') }}
      >
        <button type="button" class={hot ? 'medical now' : 'pass'} onClick={() => void save(true)}>
          {next ? t('watch.saveNext') : t('watch.save')}
        </button>
        {next && (
          <button type="button" class="back" onClick={() => void save(false)}>
            {t('watch.save')}
          </button>
        )}
      </Keypad>
    </main>
  )
}

interface Kept {
  form: ReadingForm
  person: WatchedPerson
  check: DueCheck | null
  draft: string
  abnormal: boolean
  watched: Watched
}
async function keep(session: StoredSession, { form, person, check, draft, abnormal, watched }: Kept): Promise<void> {
  const at = Date.now()
  const content = toReading(form, { id: newId(at), orderId: person.orderId, at, check })
  const { day, slot } =
    content.day && content.slot ? { day: content.day, slot: content.slot } : placed(watched, person, at)
  await keepEntry({
    id: content.id,
    owner: session.accountId,
    kind: 'reading',
    recordedAt: content.recordedAt,
    gist: { outcome: abnormal ? 'abnormal' : 'normal', screened: 0, turnedBack: 0, vehicles: 0, fever: false },
    content,
    draftKey: draft,
  })
  await noteTaken(session, {
    orderId: person.orderId,
    day,
    slot,
    at: content.recordedAt,
    temperatureC: content.temperatureC,
    abnormal,
  })
}

const placed = ({ plan }: Watched, { checksPerDay }: WatchedPerson, at: number) =>
  readingRules.slotAt(plan, checksPerDay, new Date(at))

/** The next door of the walk at which somebody is still to be measured. */
function nextDoor(watched: Watched, person: WatchedPerson, now: Date): WatchedPerson | null {
  const walk = watched.people.filter((one) => !isOver(one, now))
  const here = walk.findIndex(({ orderId }) => orderId === person.orderId)
  const after = [...walk.slice(here + 1), ...walk.slice(0, Math.max(here, 0))]
  return (
    after.find((one) => ['due', 'missed'].includes(checkNow(checksToday(watched, one, now))?.standing ?? '')) ?? null
  )
}
