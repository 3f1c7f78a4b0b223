import { useEffect, useState } from 'preact/hooks'
import { answerOf, api, as } from '../../api.ts'
import type { StoredSession } from '../../database.ts'
import { instant, timeOf } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { useText } from '../../i18n/index.ts'
import type { Gist, Kind } from '../../outbox/entry.ts'
import { keepEntry } from '../../outbox/store.ts'
import type { Reference } from '../../replica/reference.ts'
import { type RunningShift, rememberShift } from '../../shift.ts'
import { useLive } from '../../ui/use-live.ts'
import { countToday } from './today.ts'

interface WireShift {
  id: string
  startedAt: string
  closedAt: string | null
  members: number
  openFevers: number
}

const NOBODY: Gist = { outcome: '', screened: 0, turnedBack: 0, vehicles: 0, fever: false }

export default function ShiftPage(props: { session: StoredSession; reference: Reference; shift: RunningShift | null }) {
  const { session, reference, shift } = props
  const t = useText()
  const last = useLastShift(session, shift)
  const [members, setMembers] = useState(4)
  const [note, setNote] = useState('')
  const [asking, setAsking] = useState(false)

  async function keep(
    kind: Kind,
    content: Record<string, unknown> & { recordedAt: string },
    next: RunningShift | null,
  ) {
    try {
      const gist = { ...NOBODY, outcome: kind }
      await keepEntry({ id: newId(), owner: session.accountId, kind, recordedAt: content.recordedAt, gist, content })
      await rememberShift(session, next)
      storage.set({ trouble: null })
      setNote('')
      setAsking(false)
    } catch (error) {
      storage.set({ trouble: storageTrouble(error) })
    }
  }
  const saidNote = () => note.trim() || null
  const open = (handedOverFrom: string | null) => {
    const id = newId()
    const recordedAt = instant()
    const content = { id, checkpointId: session.placeId, recordedAt, members, handedOverFrom, note: saidNote() }
    return keep('shift-open', content, { id, startedAt: recordedAt, members })
  }
  const close = (running: RunningShift) =>
    keep('shift-close', { shiftId: running.id, recordedAt: instant(), note: saidNote() }, null)

  return (
    <main class="page">
      <h1>{reference.checkpointName ?? (session.placeId ? t('shift.checkpoint') : t('shift.noCheckpoint'))}</h1>
      <p class="sub">
        {session.seatTitle} · {session.displayName}
      </p>
      <TodayCard session={session} />
      <section class="card">
        <p class="state">
          {shift ? t('shift.running', { time: timeOf(shift.startedAt) }) : t('shift.none')}
          {last && last.openFevers > 0 && <b class="hot"> {t('shift.openFevers', { count: last.openFevers })}</b>}
        </p>
        {!shift && last && !last.closedAt && (
          <p>{t('shift.runningElsewhere', { time: timeOf(last.startedAt), count: last.members })}</p>
        )}
        {!shift && <Stepper label={t('shift.members')} value={members} onChange={setMembers} />}
        <label class="field">
          {t('shift.note')}
          <textarea rows={2} maxLength={500} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
        {!shift && !(last && !last.closedAt) && (
          <button type="button" class="wide primary" disabled={!session.placeId} onClick={() => void open(null)}>
            {t('shift.open')}
          </button>
        )}
        {!shift && last && !last.closedAt && (
          <button type="button" class="wide primary" disabled={!session.placeId} onClick={() => void open(last.id)}>
            {t('shift.takeOver')}
          </button>
        )}
        {shift && !asking && (
          <button type="button" class="wide" onClick={() => setAsking(true)}>
            {t('shift.close')}
          </button>
        )}
        {shift && asking && (
          <div role="alertdialog" aria-label={t('shift.close')}>
            <p>{t('shift.closeSure')}</p>
            <div class="grid two">
              <button type="button" class="primary" onClick={() => void close(shift)}>
                {t('shift.yes')}
              </button>
              <button type="button" onClick={() => setAsking(false)}>
                {t('shift.no')}
              </button>
            </div>
          </div>
        )}
      </section>
    </main>
  )
}

function TodayCard({ session }: { session: StoredSession }) {
  const t = useText()
  const today = useLive(() => countToday(session.accountId), [session.accountId])
  if (!today) return null
  return (
    <section class="card today">
      <h2>{t('shift.today')}</h2>
      <dl>
        {(['saved', 'fevers', 'turnedBack', 'vehicles'] as const).map((figure) => (
          <div key={figure} class={figure === 'fevers' && today.fevers > 0 ? 'hot' : ''}>
            <dt>{t(figure === 'saved' ? 'shift.screened' : `shift.${figure}`)}</dt>
            <dd>{today[figure]}</dd>
          </div>
        ))}
      </dl>
      <p>{t('shift.deliveredOf', { delivered: today.delivered, saved: today.saved })}</p>
    </section>
  )
}

function Stepper({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) {
  return (
    <div class="stepper">
      <span>{label}</span>
      <button type="button" aria-label={`${label} −1`} disabled={value <= 1} onClick={() => onChange(value - 1)}>
        −
      </button>
      <output aria-label={label}>{value}</output>
      <button type="button" aria-label={`${label} +1`} disabled={value >= 50} onClick={() => onChange(value + 1)}>
        +
      </button>
    </div>
  )
}

/** The shift before this one, which may run on another phone; unknown without a network, and then simply not handed over. */
function useLastShift(session: StoredSession, shift: RunningShift | null): WireShift | null {
  const [last, setLast] = useState<WireShift | null>(null)
  useEffect(() => {
    const checkpointId = session.placeId
    if (!checkpointId) return
    const asked = api.GET('/checkpoints/{checkpointId}/shifts', {
      params: { path: { checkpointId } },
      ...as(session.token),
    })
    void answerOf<{ items: WireShift[] }>(asked).then((answer) => {
      if (answer.is === 'ok') setLast(answer.value.items.find((one) => one.id !== shift?.id) ?? null)
    })
  }, [session.placeId, session.token, shift?.id])
  return last
}
