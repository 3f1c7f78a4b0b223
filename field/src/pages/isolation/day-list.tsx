import { useEffect, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { shortMoment } from '../../device/clock.ts'
import { useText } from '../../i18n/index.ts'
import { type Place, readReference } from '../../replica/reference.ts'
import {
  checkNow,
  checksToday,
  type DueCheck,
  isOver,
  readWatched,
  refreshWatched,
  type Watched,
  type WatchedPerson,
} from '../../replica/watched.ts'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'

const MINUTE_MS = 60_000

/** The moment, anew each minute: a check becomes due while the list is open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tick = setInterval(() => setNow(new Date()), MINUTE_MS)
    return () => clearInterval(tick)
  }, [])
  return now
}

const isOpen = (check: DueCheck | null): boolean => check?.standing === 'due' || check?.standing === 'missed'

/** Today's doors in walking order, those still to be measured on top of the page in numbers, every door as large as a thumb. */
export default function DayListPage({ session }: { session: StoredSession }) {
  const t = useText()
  const now = useNow()
  const [onlyOpen, setOnlyOpen] = useState(true)
  const watched = useLive(() => readWatched(session), [session.accountId, session.seatId])
  const places = useLive(() => readReference(session).then(({ divisions }) => divisions), [session.accountId])
  useEffect(() => void refreshWatched(session).catch(() => undefined), [session.token])
  if (!watched || !places) return null
  const people = watched.people.filter((one) => !isOver(one, now))
  const doors = people.map((person) => ({ person, check: checkNow(checksToday(watched, person, now)) }))
  const open = doors.filter(({ check }) => isOpen(check))
  const shown = onlyOpen ? open : doors
  return (
    <main class="page watch">
      <header class="watch-head">
        <h1>{t('watch.title')}</h1>
        <p>
          <b>{t('watch.left', { count: open.length })}</b>
          {t('watch.of', { count: doors.length })}
        </p>
        <Asked watched={watched} session={session} />
      </header>
      <fieldset class="segments" aria-label={t('watch.show')}>
        <button type="button" class={onlyOpen ? 'on' : ''} aria-pressed={onlyOpen} onClick={() => setOnlyOpen(true)}>
          {t('watch.open')}
        </button>
        <button type="button" class={onlyOpen ? '' : 'on'} aria-pressed={!onlyOpen} onClick={() => setOnlyOpen(false)}>
          {t('watch.all')}
        </button>
      </fieldset>
      {shown.length === 0 && (
        <p class="empty">
          {t(people.length === 0 ? (watched.at === null ? 'watch.never' : 'watch.nobody') : 'watch.allDone')}
        </p>
      )}
      <ul class="doors">
        {shown.map(({ person, check }, nth) => (
          <li key={person.orderId}>
            {startsGroup(shown[nth - 1]?.person, person) && (
              <h2>{[nameOf(places, person.division), person.block].filter(Boolean).join(' · ')}</h2>
            )}
            <Door person={person} check={check} checks={checksToday(watched, person, now)} />
          </li>
        ))}
      </ul>
    </main>
  )
}

const startsGroup = (before: WatchedPerson | undefined, now: WatchedPerson): boolean =>
  before?.division !== now.division || before.block !== now.block

const nameOf = (places: readonly Place[], code: string): string => places.find((one) => one.code === code)?.name ?? code

function Asked({ watched, session }: { watched: Watched; session: StoredSession }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    await refreshWatched(session).catch(() => undefined)
    setAsking(false)
  }
  const time = watched.at === null ? '' : shortMoment(watched.at)
  return (
    <button type="button" class="soft" disabled={asking} onClick={() => void ask()}>
      {watched.at === null ? t('watch.ask') : t('watch.asked', { time })}
    </button>
  )
}

function Door({ person, check, checks }: { person: WatchedPerson; check: DueCheck | null; checks: DueCheck[] }) {
  const t = useText()
  return (
    <a class={`door ${check?.standing ?? 'ahead'}`} href={paths.reading(person.orderId)}>
      <span class="who">
        <b>{person.name ?? t('watch.noName')}</b>
        <small>{person.door ?? t('watch.noDoor')}</small>
      </span>
      <span class="checks">
        {checks.map((one) => (
          <span key={one.slot} class={`check ${one.standing} ${one.taken?.abnormal ? 'hot' : ''}`}>
            <small>{t(`watch.slot.${one.slot}`)}</small>
            {one.taken?.temperatureC != null ? one.taken.temperatureC.toFixed(1) : t(`watch.standing.${one.standing}`)}
          </span>
        ))}
      </span>
    </a>
  )
}
