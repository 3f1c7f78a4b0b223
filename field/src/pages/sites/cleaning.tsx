import { shortMoment } from '../../device/clock.ts'
import { type Part, useKeeping } from './keeping.ts'
import { useSiteText } from './texts.ts'

/** What is due, tapped as it is done; one record for all that was tapped. */
export function Cleaning({ session, day, form, change }: Part) {
  const t = useSiteText()
  const { said, keepCleaning } = useKeeping(session)
  const places = [
    ...day.areas.map(({ area, dueAt, overdue }) => ({
      key: `area:${area}`,
      name: t(`area.${area}`),
      state: overdue ? t('overdue') : t('due', { time: shortMoment(dueAt) }),
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
