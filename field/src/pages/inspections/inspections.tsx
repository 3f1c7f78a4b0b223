import { shortMoment } from '../../device/clock.ts'
import '../../ui/styles/tasks.css'
import { useEffect, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { inspects, readInspections, refreshInspections, stateOf } from '../../replica/inspections.ts'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import FindingPage from './finding.tsx'
import RecordPage from './record.tsx'
import { useInspectionsText } from './texts.ts'

export default function InspectionsPage({ session, reference, id }: PageProps) {
  if (id === 'new') return <RecordPage session={session} reference={reference} />
  if (id) return <FindingPage key={id} session={session} findingId={id} />
  return <FindingList session={session} />
}

/** What is still wrong here, the soonest due first. */
function FindingList({ session }: { session: StoredSession }) {
  const t = useInspectionsText()
  const known = useLive(() => readInspections(session), [session.accountId, session.seatId])
  useEffect(() => void refreshInspections(session).catch(() => false), [session.token])
  if (!known) return null
  const rows = known.findings.map((one) => ({ one, state: stateOf(one, known.said) }))
  const left = rows.filter(({ state }) => state === 'open')
  return (
    <main class="page watch tasks">
      <header class="watch-head">
        <h1>{t('title')}</h1>
        <p>
          <b>{t('left', { count: left.length })}</b>
          {t('of', { count: rows.length })}
        </p>
        <Asked session={session} at={known.at} />
      </header>
      {inspects(session) && (
        <a class="primary wide" href={paths.finding('new')}>
          {t('record')}
        </a>
      )}
      {rows.length === 0 && <p class="empty">{t(known.at === null ? 'never' : 'none')}</p>}
      <ul class="doors">
        {rows.map(({ one, state }) => (
          <li key={one.id}>
            <a class={`door ${state === 'open' && one.overdue ? 'late' : 'received'}`} href={paths.finding(one.id)}>
              <span class="who">
                <b>{one.what}</b>
                <small>
                  {one.placeName} · {t(`severity.${one.severity}`)} · {t('due', { time: shortMoment(one.dueAt) })}
                </small>
              </span>
              <span class="state">{t(`state.${state}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}

function Asked({ session, at }: { session: StoredSession; at: number | null }) {
  const t = useInspectionsText()
  const [state, setState] = useState<'asked' | 'asking' | 'unanswered'>('asked')
  const ask = async () => {
    setState('asking')
    setState((await refreshInspections(session).catch(() => false)) ? 'asked' : 'unanswered')
  }
  return (
    <>
      <button type="button" class="soft" disabled={state === 'asking'} onClick={() => void ask()}>
        {state === 'asking' ? t('asking') : at === null ? t('ask') : t('asked', { time: shortMoment(at) })}
      </button>
      {state === 'unanswered' && (
        <p class="bad" role="alert">
          {t('unanswered')}
        </p>
      )}
    </>
  )
}
