import { useEffect, useState } from 'preact/hooks'
import { link } from '../../api.ts'
import type { StoredSession } from '../../database.ts'
import { shortMoment } from '../../device/clock.ts'
import { prefer, preferences } from '../../device/preferences.ts'
import { askToPersist, lookAtStorage, storage, storageTrouble } from '../../device/storage.ts'
import { update } from '../../device/update.ts'
import { lang, sayAge, setLang, useText } from '../../i18n/index.ts'
import { standing } from '../../outbox/standing.ts'
import { findLease } from '../../replica/lease.ts'
import { hasVillage, villageStanding } from '../../replica/village.ts'
import { findDevice } from '../../roster/device.ts'
import { lock } from '../../roster/lock.ts'
import { signOut, switchSeat } from '../../session.ts'
import { useCell } from '../../ui/cell.ts'
import { Segments } from '../../ui/segments.tsx'
import { useLive } from '../../ui/use-live.ts'

declare const APP_VERSION: string

const megabytes = (bytes: number | null): string => (bytes === null ? '?' : `${Math.round(bytes / 1e5) / 10} MB`)

export default function SettingsPage({ session }: { session: StoredSession }) {
  const t = useText()
  const { theme, hand } = useCell(preferences)
  const { clock } = useCell(link)
  const { offlineReady } = useCell(update)
  const device = useLive(findDevice, [])
  return (
    <main class="page settings">
      <Choice
        label={t('settings.language')}
        options={{ zh: '中文', en: 'English' }}
        value={lang()}
        onChoose={(next) => setLang(next === 'en' ? 'en' : 'zh')}
      />
      <Choice
        label={t('settings.theme')}
        options={{
          auto: t('settings.themes.auto'),
          light: t('settings.themes.light'),
          dark: t('settings.themes.dark'),
          sun: t('settings.themes.sun'),
        }}
        value={theme}
        onChoose={(next) => prefer({ theme: next as typeof theme })}
      />
      <Choice
        label={t('settings.hand')}
        options={{ left: t('settings.hands.left'), right: t('settings.hands.right') }}
        value={hand}
        onChoose={(next) => prefer({ hand: next as typeof hand })}
      />
      <SeatCard session={session} />
      {hasVillage(session) && <VillageCard session={session} />}
      <StorageCard />
      <section class="card">
        <dl class="facts">
          <dt>{t('settings.clock')}</dt>
          <dd>
            {clock === null && t('settings.clockUnknown')}
            {clock?.ms === 0 && t('settings.clockRight')}
            {clock !== null && clock.ms !== 0 && t('settings.clockOff', { by: sayOffset(t, clock.ms) })}
          </dd>
          <dt>{t('settings.serviceWorker')}</dt>
          <dd>{t(offlineReady ? 'settings.offlineReady' : 'settings.offlineNotReady')}</dd>
          <dt>{t('settings.device')}</dt>
          <dd>{device?.label ?? t('settings.notEnrolled')}</dd>
          <dt>{t('settings.version')}</dt>
          <dd>{APP_VERSION}</dd>
        </dl>
      </section>
      <SignOutCard session={session} />
    </main>
  )
}

const sayOffset = (t: ReturnType<typeof useText>, ms: number): string =>
  `${ms > 0 ? '+' : '−'}${Math.abs(ms) < 60_000 ? `${Math.round(Math.abs(ms) / 1000)} s` : sayAge(t, Math.abs(ms))}`

function Choice<K extends string>(props: {
  label: string
  options: Record<K, string>
  value: K
  onChoose(value: K): void
}) {
  return (
    <section class="card choice">
      <h2>{props.label}</h2>
      <Segments
        label={props.label}
        options={Object.keys(props.options) as K[]}
        value={props.value}
        words={(one) => props.options[one]}
        onChoose={props.onChoose}
      />
    </section>
  )
}

/** Only for people with more than one seat; the checkpoint comes with it. */
function SeatCard({ session }: { session: StoredSession }) {
  const t = useText()
  if (session.otherSeats.length === 0) return null
  return (
    <section class="card">
      <h2>{t('settings.seat')}</h2>
      <p>{session.seatTitle}</p>
      {session.otherSeats.map((seat) => (
        <button type="button" class="wide" key={seat.id} onClick={() => void switchSeat(session, seat.id)}>
          {seat.title}
        </button>
      ))}
    </section>
  )
}

/** What is carried of the village, and how long its names may still be read. */
function VillageCard({ session }: { session: StoredSession }) {
  const t = useText()
  const standing = useLive(() => villageStanding(session.accountId), [session.accountId])
  const until = useLive(() => findLease(session.accountId), [session.accountId])
  if (!standing) return null
  const named = standing.named > 0 && until ? shortMoment(until) : null
  return (
    <section class="card">
      <h2>{t('settings.village')}</h2>
      <p>{t('settings.households', { count: standing.households })}</p>
      <p class="small">{named ? t('settings.namesUntil', { time: named }) : t('settings.namesOver')}</p>
    </section>
  )
}

function StorageCard() {
  const t = useText()
  const { persistent, usedBytes, quotaBytes } = useCell(storage)
  useEffect(() => void lookAtStorage(), [])
  return (
    <section class="card">
      <h2>{t('settings.storage')}</h2>
      <p class={persistent ? 'good' : 'bad'}>{t(persistent ? 'settings.persistent' : 'settings.notPersistent')}</p>
      <p>{t('settings.used', { used: megabytes(usedBytes), quota: megabytes(quotaBytes) })}</p>
      {!persistent && (
        <>
          <p class="small">{t('warn.notPersistent')}</p>
          <button type="button" class="wide" onClick={() => void askToPersist()}>
            {t('settings.askPersist')}
          </button>
        </>
      )}
    </section>
  )
}

function SignOutCard({ session }: { session: StoredSession }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const here = useLive(() => standing(session.accountId), [session.accountId])
  const leave = () => signOut(session).catch((error: unknown) => storage.set({ trouble: storageTrouble(error) }))
  return (
    <section class="card">
      <h2>{t('settings.account')}</h2>
      <p>
        {session.displayName} · {session.seatTitle || session.account}
      </p>
      {asking && here && here.unsent > 0 && <p class="firm">{t('settings.signOutUnsent', { count: here.unsent })}</p>}
      {asking && here && here.refused > 0 && (
        <p class="firm">{t('settings.signOutRefused', { count: here.refused })}</p>
      )}
      {asking ? (
        <div class="grid two">
          <button type="button" class="primary" onClick={() => void leave()}>
            {t('settings.signOut')}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {t('shift.no')}
          </button>
        </div>
      ) : (
        <>
          <button type="button" class="wide" onClick={lock}>
            {t('settings.lock')}
          </button>
          <button type="button" class="wide" onClick={() => setAsking(true)}>
            {t('settings.signOut')}
          </button>
        </>
      )}
    </section>
  )
}
