import { shortMoment } from '../../device/clock.ts'
import '../../ui/styles/tasks.css'
import { useEffect } from 'preact/hooks'
import { readSite, refreshSite } from '../../replica/site.ts'
import { Fetched } from '../../ui/fetched.tsx'
import { paths } from '../../ui/router.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import { Cleaning } from './cleaning.tsx'
import { type DutyForm, emptyForm, type Part, useKeeping } from './keeping.ts'
import { useSiteText } from './texts.ts'

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
          <a class="wide button" href={paths.watch}>
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
      <h2>{left.own ? t('ownLeft') : t('left', { time: shortMoment(left.at) })}</h2>
      <p>{left.note ?? t('noNote')}</p>
      {!left.own && (
        <button type="button" class="primary wide" onClick={() => void keepTaking(left.id)}>
          {t('take')}
        </button>
      )}
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
