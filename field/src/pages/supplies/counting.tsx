import '../../ui/styles/tasks.css'
import { useEffect, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { readStores, refreshStores } from '../../replica/stores.ts'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import CountPage from './count.tsx'
import { useSuppliesText } from './texts.ts'

export default function CountingPage({ session, id }: PageProps) {
  if (id) return <CountPage key={id} session={session} storeId={id} />
  return <StoreList session={session} />
}

/** The stores of the seat, with how many lots should be in each. */
function StoreList({ session }: { session: StoredSession }) {
  const t = useSuppliesText()
  const known = useLive(() => readStores(session), [session.accountId, session.seatId])
  useEffect(() => void refreshStores(session).catch(() => false), [session.token])
  if (!known) return null
  return (
    <main class="page watch tasks">
      <header class="watch-head">
        <h1>{t('title')}</h1>
        <Asked session={session} at={known.at} />
      </header>
      {known.stores.length === 0 && <p class="empty">{t(known.at === null ? 'never' : 'none')}</p>}
      <ul class="doors">
        {known.stores.map(({ id, name, lots }) => (
          <li key={id}>
            <a class="door received" href={paths.store(id)}>
              <span class="who">
                <b>{name}</b>
              </span>
              <span class="state">{t('lots', { count: lots.length })}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}

function Asked({ session, at }: { session: StoredSession; at: number | null }) {
  const t = useSuppliesText()
  const [state, setState] = useState<'asked' | 'asking' | 'unanswered'>('asked')
  const ask = async () => {
    setState('asking')
    setState((await refreshStores(session).catch(() => false)) ? 'asked' : 'unanswered')
  }
  const time = at === null ? '' : instant(at).slice(5, 16).replace('T', ' ')
  return (
    <>
      <button type="button" class="soft" disabled={state === 'asking'} onClick={() => void ask()}>
        {state === 'asking' ? t('asking') : at === null ? t('ask') : t('asked', { time })}
      </button>
      {state === 'unanswered' && (
        <p class="bad" role="alert">
          {t('unanswered')}
        </p>
      )}
    </>
  )
}
