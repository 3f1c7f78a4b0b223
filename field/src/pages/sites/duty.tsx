import '../../ui/styles/tasks.css'
import { useEffect } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { readSite, refreshSite, type SiteDay } from '../../replica/site.ts'
import { Fetched } from '../../ui/fetched.tsx'
import { paths } from '../../ui/router.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import { type DutyForm, emptyForm, useKeeping } from './keeping.ts'
import { useSiteText } from './texts.ts'

const shown = (at: string): string => instant(Date.parse(at)).slice(5, 16).replace('T', ' ')

interface Part {
  session: StoredSession
  day: SiteDay
  form: DutyForm
  change(part: Partial<DutyForm>): void
}

/** What a shift at an isolation site does by hand: take over, disinfect, bring the meals, hand over. */
export default function DutyPage({ session }: PageProps) {
  const t = useSiteText()
  const day = useLive(() => readSite(session), [session.accountId, session.seatId])
  const [form, change] = useDraft<DutyForm>(`site:${session.accountId}`, session.accountId, emptyForm)
  useEffect(() => void refreshSite(session).catch(() => false), [session.token])
  if (!day || !form) return null
  const part = { session, day, form, change }
  return (
    <main class="page watch tasks">
      <header class="watch-head">
        <h1>{day.name || t('title')}</h1>
        <Fetched
          at={day.at}
          refresh={() => refreshSite(session)}
          say={(what) => t(what)}
          sayAt={(time) => t('asked', { time })}
        />
      </header>
      {day.at === null ? (
        <p class="empty">{t('never')}</p>
      ) : (
        <>
          <Before {...part} />
          <p>{t('readings', { count: day.readings })}</p>
          <a class="soft wide" href={paths.watch}>
            {t('toWatch')}
          </a>
          <Cleaning {...part} />
          <Meals {...part} />
          <Leaving {...part} />
        </>
      )}
    </main>
  )
}

function Before({ session, day: { left } }: Part) {
  const t = useSiteText()
  const { said, keepTaking } = useKeeping(session)
  if (!left) return said && <p class="verdict">{said}</p>
  return (
    <section class="acts">
      <h2>{left.own ? t('ownLeft') : t('left', { time: shown(left.at) })}</h2>
      <p>{left.note ?? t('noNote')}</p>
      {!left.own && (
        <button type="button" class="primary wide" onClick={() => void keepTaking(left.id)}>
          {t('take')}
        </button>
      )}
    </section>
  )
}

function Cleaning({ session, day, form, change }: Part) {
  const t = useSiteText()
  const { said, keepCleaning } = useKeeping(session)
  const places = [
    ...day.areas.map(({ area, dueAt, overdue }) => ({
      key: `area:${area}`,
      name: t(`area.${area}`),
      state: overdue ? t('overdue') : t('due', { time: shown(dueAt) }),
      overdue,
    })),
    ...day.rooms.map(({ id, label, overdue }) => ({
      key: `room:${id}`,
      name: t('room', { label }),
      state: overdue ? t('overdue') : '',
      overdue,
    })),
  ]
  const chosen = form.places.filter((key) => places.some((one) => one.key === key))
  const turn = (key: string) =>
    change({ places: chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key] })
  return (
    <section class="acts">
      <h2>{t('clean')}</h2>
      {places.length === 0 && <p class="sub">{t('cleanNone')}</p>}
      {places.map(({ key, name, state, overdue }) => (
        <button
          key={key}
          type="button"
          class={`wide ${overdue ? 'amber' : ''}`}
          aria-pressed={chosen.includes(key)}
          onClick={() => turn(key)}
        >
          {[chosen.includes(key) ? '✓' : '', name, state].filter(Boolean).join(' · ')}
        </button>
      ))}
      {places.length > 0 && (
        <>
          <label class="field">
            {t('agent')}
            <input
              name="agent"
              maxLength={40}
              placeholder={t('agentUsual')}
              autocomplete="off"
              value={form.agent}
              onInput={(event) => change({ agent: event.currentTarget.value })}
            />
          </label>
          <label class="field">
            {t('strength')}
            <input
              name="strength"
              inputMode="numeric"
              autocomplete="off"
              value={form.strength}
              onInput={(event) => change({ strength: event.currentTarget.value.replace(/\D/g, '').slice(0, 6) })}
            />
          </label>
          <button
            type="button"
            class="primary wide"
            onClick={() => void keepCleaning({ ...form, places: chosen }, change)}
          >
            {t('cleaned', { count: chosen.length })}
          </button>
        </>
      )}
      <p class="verdict" role="status">
        {said}
      </p>
    </section>
  )
}

function Meals({ session, day, form, change }: Part) {
  const t = useSiteText()
  const { said, keepMeal } = useKeeping(session)
  if (day.meals.length === 0 && !said) return null
  return (
    <section class="acts">
      <h2>{t('meals')}</h2>
      {day.meals.map(({ meal, persons }) => (
        <div key={meal} class="acts">
          <label class="field">
            {`${t(`meal.${meal}`)} · ${t('portions')}`}
            <input
              name={`portions-${meal}`}
              inputMode="numeric"
              autocomplete="off"
              placeholder={String(persons)}
              value={form.portions[meal] ?? ''}
              onInput={(event) =>
                change({
                  portions: { ...form.portions, [meal]: event.currentTarget.value.replace(/\D/g, '').slice(0, 4) },
                })
              }
            />
          </label>
          <button type="button" class="primary wide" onClick={() => void keepMeal(meal, form, change)}>
            {t('delivered', { meal: t(`meal.${meal}`) })}
          </button>
        </div>
      ))}
      <p class="verdict" role="status">
        {said}
      </p>
    </section>
  )
}

function Leaving({ session, form, change }: Part) {
  const t = useSiteText()
  const { said, keepLeaving } = useKeeping(session)
  return (
    <section class="acts">
      <h2>{t('leave')}</h2>
      <label class="field">
        {t('note')}
        <textarea
          name="note"
          maxLength={500}
          value={form.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
      </label>
      <button type="button" class="primary wide" onClick={() => void keepLeaving(form, change)}>
        {t('leaving')}
      </button>
      <p class="verdict" role="status">
        {said}
      </p>
    </section>
  )
}
