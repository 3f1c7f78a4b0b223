import '../../ui/styles/tasks.css'
import { useEffect } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { readClosures, refreshClosures, stateOf } from '../../replica/closures.ts'
import { Fetched } from '../../ui/fetched.tsx'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import DoorPage from './door.tsx'
import { useClosuresText } from './texts.ts'

export default function ClosuresPage({ session, id }: PageProps) {
  if (id) return <DoorPage key={id} session={session} subjectId={id} />
  return <ClosedList session={session} />
}

const FIRST = ['breach', 'should-close']
/** What has to be shut here, what nobody has seen yet first. */
function ClosedList({ session }: { session: StoredSession }) {
  const t = useClosuresText()
  const known = useLive(() => readClosures(session), [session.accountId, session.seatId])
  useEffect(() => void refreshClosures(session).catch(() => false), [session.token])
  if (!known) return null
  const rows = known.subjects.map((one) => ({ one, state: stateOf(one, known.found) }))
  const open = rows.filter(({ state }) => FIRST.includes(state))
  const sorted = [...open, ...rows.filter(({ state }) => !FIRST.includes(state))]
  return (
    <main class="page watch tasks">
      <header class="watch-head">
        <h1>{t('title')}</h1>
        <p>
          <b>{t('left', { count: open.length })}</b>
          {t('of', { count: rows.length })}
        </p>
        <Fetched
          at={known.at}
          refresh={() => refreshClosures(session)}
          say={(what) => t(what)}
          sayAt={(time) => t('asked', { time })}
        />
      </header>
      {sorted.length === 0 && <p class="empty">{t(known.at === null ? 'never' : 'none')}</p>}
      <ul class="doors">
        {sorted.map(({ one, state }) => (
          <li key={one.id}>
            <a class={`door ${FIRST.includes(state) ? 'late' : 'received'}`} href={paths.closure(one.id)}>
              <span class="who">
                <b>{one.name}</b>
                <small>{one.division === session.division ? one.address : `${one.divisionName} ${one.address}`}</small>
              </span>
              <span class="state">{t(`state.${state}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}
