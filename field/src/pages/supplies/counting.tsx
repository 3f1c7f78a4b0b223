import '../../ui/styles/tasks.css'
import { useEffect } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { readStores, refreshStores } from '../../replica/stores.ts'
import { Fetched } from '../../ui/fetched.tsx'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import CountPage from './count.tsx'
import { Scan } from './scan.tsx'
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
        <Fetched
          at={known.at}
          refresh={() => refreshStores(session)}
          say={(what) => t(what)}
          sayAt={(time) => t('asked', { time })}
        />
      </header>
      {known.stores.length === 0 && <p class="empty">{t(known.at === null ? 'never' : 'none')}</p>}
      {known.stores.length > 0 && <Scan stores={known.stores} />}
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
