import { useEffect, useState } from 'preact/hooks'
import { link } from '../api.ts'
import type { StoredSession } from '../database.ts'
import { sayAge, useText } from '../i18n/index.ts'
import { courier } from '../outbox/courier.ts'
import { standing } from '../outbox/standing.ts'
import { useCell } from './cell.ts'
import { paths } from './router.ts'
import { useLive } from './use-live.ts'

/** Network, what is still here, and since when: on every screen, always in the same place. */
export function StatusBar({ session }: { session: StoredSession }) {
  const t = useText()
  const { network, clock } = useCell(link)
  const { busy } = useCell(courier)
  const now = useNow(20_000)
  const here = useLive(() => standing(session.accountId), [session.accountId])
  const unsent = here?.unsent ?? 0
  const refused = here?.refused ?? 0
  const signIn = session.ended || (here?.signIn ?? 0) > 0
  const alarm = refused > 0 || signIn
  const state = busy && network === 'online' ? 'sending' : network
  return (
    <a class={`status ${alarm ? 'alarm' : unsent > 0 ? 'waiting' : 'calm'}`} href={paths.outbox}>
      <span class={`net ${network}`}>
        <i aria-hidden="true" />
        {t(`status.${state}`)}
      </span>
      {unsent > 0 && <span class="unsent">{t('status.unsent', { count: unsent })}</span>}
      {here && unsent === 0 && refused === 0 && <span class="unsent">{t('status.allDelivered')}</span>}
      {refused > 0 && <b class="refused">{t('status.refused', { count: refused })}</b>}
      {signIn && <b class="refused">{t('status.signIn')}</b>}
      {clock?.worthSaying && (
        <b>
          {t('settings.clock')}
          {clock.ms > 0 ? '+' : '−'}
          {sayAge(t, Math.abs(clock.ms))}
        </b>
      )}
      {here?.oldest != null && <span class="oldest">{t('status.oldest', { age: sayAge(t, now - here.oldest) })}</span>}
    </a>
  )
}

export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  // A record made a moment ago must not look older than the last tick.
  return Math.max(now, Date.now())
}
