import { useEffect, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { shortMoment } from '../../device/clock.ts'
import { refreshRounds } from '../../replica/rounds.ts'
import { refreshVillage } from '../../replica/village.ts'
import { Help } from '../../ui/help.tsx'
import { paths } from '../../ui/router.ts'
import { Segments } from '../../ui/segments.tsx'
import { CardFinder } from './card.tsx'
import { useVisitText } from './texts.ts'
import { chooseRound, chosenRound, type Door, doorName, FOLLOW_UPS, isDone, useWalk, type Walk } from './walk.ts'

type Shown = 'open' | 'own' | 'all'

/** The doors of a round in walking order: those where nobody has been seen yet first of all. */
export default function DoorsPage({ session }: { session: StoredSession }) {
  const t = useVisitText()
  const [chosen, setChosen] = useState(chosenRound)
  const [shown, setShown] = useState<Shown>('open')
  const [block, setBlock] = useState('')
  const walk = useWalk(session, chosen)
  useEffect(() => void refreshRounds(session).catch(() => false), [session.token])
  if (!walk) return null
  const { rounds, round, doors } = walk
  const own = new Set(rounds.own ?? [])
  const mine = rounds.own ? doors.filter(({ home }) => own.has(home.id)) : doors
  const wanted = shown === 'open' ? mine.filter((door) => !isDone(door)) : shown === 'own' ? mine : doors
  const blocks = [...new Set(doors.map(({ home }) => home.plain.block ?? ''))]
  const listed = wanted.filter(({ home }) => block === '' || (home.plain.block ?? '') === block)
  const choose = (id: string) => {
    chooseRound(id)
    setChosen(id)
  }
  return (
    <main class="page watch visits">
      <Help name="visits" title={t('help.title')} ok={t('help.ok')}>
        {[t('help.one'), t('help.two'), t('help.three')]}
      </Help>
      <header class="watch-head">
        <h1>{t('title')}</h1>
        <p>
          <b>{t('left', { count: mine.filter((door) => !isDone(door)).length })}</b>
          {t('of', { count: mine.length })}
        </p>
        <Asked session={session} at={rounds.at} />
      </header>
      {rounds.rounds.length > 1 && <RoundChoice walk={walk} choose={choose} />}
      {rounds.followUps.length > 0 && (
        <a class="callout" href={paths.visit(FOLLOW_UPS)}>
          {t('followUps', { count: openFollowUps(walk) })} →
        </a>
      )}
      <Segments
        label={t('show')}
        options={rounds.own ? ['open', 'own', 'all'] : ['open', 'all']}
        value={shown}
        words={(one) => t(one)}
        onChoose={(one) => setShown(one)}
      />
      {blocks.length > 1 && (
        <select
          class="wide"
          aria-label={t('block')}
          value={block}
          onChange={(event) => setBlock(event.currentTarget.value)}
        >
          <option value="">{t('everyBlock')}</option>
          {blocks.filter(Boolean).map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
      {round && <CardFinder session={session} />}
      {listed.length === 0 && (
        <p class="empty">{t(rounds.at === null ? 'never' : round === null ? 'noRound' : 'allDone')}</p>
      )}
      <DoorList doors={listed} />
    </main>
  )
}

const openFollowUps = ({ rounds: { followUps, closed } }: Walk): number =>
  followUps.filter(({ id }) => !closed.some(({ followUpId }) => followUpId === id)).length

function RoundChoice({ walk, choose }: { walk: Walk; choose(id: string): void }) {
  const t = useVisitText()
  return (
    <select
      class="wide"
      aria-label={t('round')}
      value={walk.round?.id}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {walk.rounds.rounds.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}

/** A village of two thousand doors is not drawn at once on a phone of 2 GB. */
const DRAWN_AT_ONCE = 60

function DoorList({ doors }: { doors: readonly Door[] }) {
  const t = useVisitText()
  const [drawn, setDrawn] = useState(DRAWN_AT_ONCE)
  const rest = doors.length - drawn
  return (
    <>
      <ul class="doors">
        {doors.slice(0, drawn).map((door, nth) => {
          const { home, standing } = door
          const block = home.plain.block
          return (
            <li key={home.id}>
              {block && block !== doors[nth - 1]?.home.plain.block && <h2>{block}</h2>}
              <a class={`door ${standing.state}`} href={paths.visit(home.id)}>
                <span class="who">
                  <b>{doorName(t, home)}</b>
                  <small>{headOf(door)}</small>
                </span>
                <span class="state">
                  {t(`state.${standing.state}`)}
                  {standing.attempts > 0 && !isDone(door) && (
                    <small>{t('attempts', { count: standing.attempts })}</small>
                  )}
                </span>
              </a>
            </li>
          )
        })}
      </ul>
      {rest > 0 && (
        <button type="button" class="wide" onClick={() => setDrawn(drawn + DRAWN_AT_ONCE)}>
          +{Math.min(rest, DRAWN_AT_ONCE)}
        </button>
      )}
    </>
  )
}

const headOf = ({ home: { plain, personal } }: Door): string => {
  const head = plain.members.findIndex(({ relation }) => relation === 'head')
  return personal?.names[Math.max(head, 0)] ?? ''
}

function Asked({ session, at }: { session: StoredSession; at: number | null }) {
  const t = useVisitText()
  const [state, setState] = useState<'asked' | 'asking' | 'unanswered'>('asked')
  const ask = async () => {
    setState('asking')
    const homes = await refreshVillage(session).catch(() => 'unanswered' as const)
    const came = homes === 'done' && (await refreshRounds(session).catch(() => false))
    setState(came ? 'asked' : 'unanswered')
  }
  const time = at === null ? '' : shortMoment(at)
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
