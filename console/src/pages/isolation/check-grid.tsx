import { useTranslation } from 'react-i18next'
import { dateTime } from '../../ui/format.ts'
import { byDay } from './entering.ts'
import styles from './readings.module.css'
import { type Check, type OrderReadings, type Reading, symptomWord } from './readings-queries.ts'

export type OnCorrect = ((reading: Reading) => void) | undefined

function Correct({ reading, onCorrect }: { reading: Reading; onCorrect: OnCorrect }) {
  const { t } = useTranslation()
  if (!onCorrect) return null
  const which = `${reading.day} ${t(`readings.slot.${reading.slot}`)}`
  return (
    <button
      type="button"
      className="plain-button small"
      aria-label={t('readings.correctOne', { which })}
      onClick={() => onCorrect(reading)}
    >
      {t('readings.correct')}
    </button>
  )
}

function Taken({ check, onCorrect }: { check: Check; onCorrect: OnCorrect }) {
  const { t } = useTranslation()
  const { reading, standing } = check
  if (!reading) return <span data-standing={standing}>{t(`readings.standing.${standing}`)}</span>
  const hot = reading.fever || reading.symptoms.length > 0
  return (
    <span data-standing={hot ? 'hot' : standing} title={dateTime(reading.occurredAt)}>
      <b className="number">{reading.temperatureC?.toFixed(1) ?? '—'}</b> {reading.symptoms.map(symptomWord).join('、')}
      <span className="small muted">
        {standing === 'late' && ` ${t('readings.standing.late')}`}
        {reading.way !== 'team' && ` ${t(`readings.ways.${reading.way}`)}`}
        {reading.doubt && ` ${t(`readings.doubts.${reading.doubt}`)}`}
        {reading.corrects && ` ${t('readings.corrected')}`}
      </span>{' '}
      <Correct reading={reading} onCorrect={onCorrect} />
    </span>
  )
}

/** A line for each day as on the sheet of paper. */
export function CheckGrid({ order, onCorrect }: { order: OrderReadings; onCorrect: OnCorrect }) {
  const { t } = useTranslation()
  const days = byDay(order.checks)
  const slots = [...new Set(order.checks.map(({ slot }) => slot))]
  return (
    <>
      <table className={styles.grid}>
        <caption className="visually-hidden">{t('readings.checks')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('readings.day')}</th>
            {slots.map((slot) => (
              <th key={slot} scope="col">
                {t(`readings.slot.${slot}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(([day, checks]) => (
            <tr key={day}>
              <th scope="row" className="number">
                {day.slice(5)}
              </th>
              {slots.map((slot) => {
                const check = checks.find((one) => one.slot === slot)
                return (
                  <td key={slot} data-label={t(`readings.slot.${slot}`)}>
                    {check ? <Taken check={check} onCorrect={onCorrect} /> : <span className="muted">—</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {order.others.length > 0 && (
        <ul className={styles.others} aria-label={t('readings.others')}>
          {order.others.map((one) => (
            <li key={one.id}>
              <span className="number">
                {dateTime(one.occurredAt)} {one.temperatureC?.toFixed(1)}
              </span>{' '}
              {one.doubt && t(`readings.doubts.${one.doubt}`)} <Correct reading={one} onCorrect={onCorrect} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
