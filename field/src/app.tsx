import { useCallback, useEffect, useState } from 'preact/hooks'
import { link } from './api.ts'
import { database, type StoredSession } from './database.ts'
import { askToPersist } from './device/storage.ts'
import { useText } from './i18n/index.ts'
import SignInPage from './pages/access/sign-in.tsx'
import { MorePage } from './pages/more.tsx'
import { readReference, refreshReference } from './replica/reference.ts'
import { refreshVillage } from './replica/village.ts'
import { refreshWatched } from './replica/watched.ts'
import { unlocked } from './roster/lock.ts'
import { currentSession, refreshSession } from './session.ts'
import { findShift } from './shift.ts'
import { useCell } from './ui/cell.ts'
import { fetchRest } from './ui/later.tsx'
import { goTo, paths, type Route, type Tab, useRoute } from './ui/router.ts'
import { StatusBar } from './ui/status-bar.tsx'
import { useLive } from './ui/use-live.ts'
import { StorageWarning, Warnings } from './ui/warnings.tsx'
import { tabsOf, worksOf } from './works.ts'

export function App() {
  const route = useRoute()
  const { now } = useCell(unlocked)
  const session = useLive(currentSession, [now])
  const [signingIn, setSigningIn] = useState(false)
  const done = useCallback(() => {
    setSigningIn(false)
    // Never where the last person left off.
    goTo(paths.screening)
  }, [])
  if (session === undefined) return <TroubleOnly />
  const mine = now?.owner === session?.accountId ? session : null
  if (!mine || signingIn || route.page === 'enrol')
    return <SignInPage key={String(!mine)} route={route} locked={!mine} onDone={done} />
  return <Shell key={mine.accountId} session={mine} route={route} onSignIn={() => setSigningIn(true)} />
}

/** Nothing can be read: without storage there is no work here, and a white screen would not say why. */
function TroubleOnly() {
  return (
    <main>
      <StorageWarning />
    </main>
  )
}

function Shell({ session, route, onSignIn }: { session: StoredSession; route: Route; onSignIn(): void }) {
  const reference = useLive(() => readReference(session), [session.accountId, session.placeId])
  const shift = useLive(() => findShift(session), [session.placeId])
  useRefreshedReference(session)
  useEffect(() => void askToPersist(), [])
  useEffect(() => void fetchRest(), [])
  if (!reference || shift === undefined) return null
  const all = worksOf(session)
  const { front, behind } = tabsOf(session)
  const open = all.find(({ tab }) => tab === route.page) ?? (route.page === 'more' ? null : all[0])
  // What is not in the row of tabs stands behind its last one.
  const own = open?.within ?? open?.tab ?? 'more'
  const lit = behind.includes(own) ? 'more' : own
  return (
    <div class="shell">
      <StatusBar session={session} />
      <Tabs tabs={front} current={lit} />
      <Warnings session={session} compact={fullScreen.includes(route.page)} onSignIn={onSignIn} />
      {open ? (
        <open.Page
          key={open.tab}
          session={session}
          reference={reference}
          shift={shift}
          id={open.tab === route.page ? route.id : null}
        />
      ) : (
        <MorePage tabs={behind} />
      )}
    </div>
  )
}

/** Screens whose every pixel is a key. */
const fullScreen = ['screening', 'tally']

function Tabs({ tabs, current }: { tabs: readonly Tab[]; current: Tab }) {
  const t = useText()
  return (
    <nav class="tabs">
      {tabs.map((tab) => (
        <a key={tab} href={paths[tab]} aria-current={tab === current ? 'page' : undefined}>
          {t(`nav.${tab}`)}
        </a>
      ))}
    </nav>
  )
}

const LOOK_AGAIN_MS = 20_000

/** Whenever there is a network again, and once at the start. Failing changes nothing: what was read before still holds. */
function useRefreshedReference(session: StoredSession): void {
  useEffect(() => {
    let last: string | null = null
    const look = (network: string) => {
      if (network === 'online' && last !== 'online' && !session.ended) {
        void refreshSession(session).catch(() => undefined)
        void refreshReference(session).catch(() => undefined)
        void refreshVillage(session).catch(() => undefined)
        void refreshWatched(session).catch(() => undefined)
      }
      last = network
    }
    look(link.get().network)
    const stop = link.watch((now) => look(now.network))
    // Nothing else may be asking: somebody has to notice that the server is back.
    const again = setInterval(() => {
      if (link.get().network === 'unreachable') void refreshSession(session).catch(() => undefined)
    }, LOOK_AGAIN_MS)
    return () => {
      clearInterval(again)
      stop()
    }
  }, [session.token, session.placeId])
}

// A tab that holds the database open must not keep a newer version from starting.
database.on('versionchange', () => {
  database.close()
  location.reload()
})
