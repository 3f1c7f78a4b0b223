import '../../ui/styles/tasks.css'
import { useEffect } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { readPlan, refreshPlan, type Slot, slotsOf, stateOf } from '../../replica/plays.ts'
import { Fetched } from '../../ui/fetched.tsx'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import { usePlaysText } from './texts.ts'

export const slotPath = ({ id }: Slot): string => `${paths['reading-out']}/${id}`

/** What the village’s loudspeaker has to play today, and what nobody has spoken of yet in the two days before. */
export function Plays({ session }: { session: StoredSession }) {
  const t = usePlaysText()
  const plan = useLive(() => readPlan(session), [session.accountId, session.seatId])
  useEffect(() => void refreshPlan(session).catch(() => false), [session.token])
  if (!plan) return null
  const now = Date.now()
  const today = instant(now).slice(0, 10)
  const rows = slotsOf(plan, now)
    .map((slot) => ({ slot, state: stateOf(plan, slot, now) }))
    .filter(({ slot, state }) => state === 'open' || slot.dueOn === today)
  const open = rows.filter(({ state }) => state === 'open')
  return (
    <section class="tasks plan">
      <h2>{t('title')}</h2>
      <div>
        <b>{t('left', { count: open.length })}</b>{' '}
        <Fetched
          at={plan.at}
          refresh={() => refreshPlan(session)}
          say={(what) => t(what)}
          sayAt={(time) => t('asked', { time })}
        />
      </div>
      {rows.length === 0 && <p class="sub">{t(plan.at === null ? 'never' : 'none')}</p>}
      <ul class="doors">
        {rows.map(({ slot, state }) => (
          <li key={slot.id}>
            <SlotLine slot={slot} state={state} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const TONES = { ahead: '', open: 'late', played: 'received', missed: 'returned' } as const
function SlotLine({ slot, state }: { slot: Slot; state: keyof typeof TONES }) {
  const t = usePlaysText()
  const words = (
    <>
      <span class="who">
        <b>{`${slot.dueOn.slice(5)} ${slot.dueAt}`}</b>
        <small>{slot.title}</small>
      </span>
      <span class="state">{t(`state.${state}`)}</span>
    </>
  )
  if (state === 'ahead') return <span class="door">{words}</span>
  return (
    <a class={`door ${TONES[state]}`} href={slotPath(slot)}>
      {words}
    </a>
  )
}
