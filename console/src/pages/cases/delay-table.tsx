import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import styles from './cases.module.css'
import type { Delays, ThroughOthers } from './queries.ts'

type Estimate = Delays['estimates'][number]

const days = (value: number) => value.toFixed(2)

/** Every distribution that fits, the likeliest first. */
export function DelayTable({ title, delays }: { title: string; delays: Delays }) {
  const { t } = useTranslation()
  const end = (value: number | null) => (value === null ? t('epidemiology.unbounded') : days(value))
  const columns: Column<Estimate>[] = [
    {
      key: 'family',
      title: t('epidemiology.family'),
      phone: 'heading',
      cell: ({ family }) => t(`epidemiology.families.${family}`),
    },
    {
      key: 'mean',
      title: t('epidemiology.mean'),
      cell: ({ mean, low, high }) => (
        <span className="number">
          <b>{days(mean)}</b> ({end(low)}–{end(high)})
        </span>
      ),
    },
    {
      key: 'median',
      title: t('epidemiology.median'),
      cell: ({ median }) => <span className="number">{days(median)}</span>,
    },
    { key: 'p95', title: t('epidemiology.p95'), cell: ({ p95 }) => <span className="number">{days(p95)}</span> },
    { key: 'sd', title: t('epidemiology.sd'), cell: ({ sd }) => <span className="number">{days(sd)}</span> },
    { key: 'n', title: t('epidemiology.n'), cell: ({ n }) => <span className="number">{n}</span> },
    { key: 'aic', title: 'AIC', cell: ({ aic }) => <span className="number">{aic.toFixed(1)}</span> },
  ]
  if (delays.estimates.length === 0) {
    return (
      <p className={styles.note}>
        <b>{title}</b>: {t('epidemiology.tooFew', { n: delays.n, fewest: delays.fewest })}
      </p>
    )
  }
  return (
    <>
      <h3 className={styles.part}>{title}</h3>
      <DataTable caption={title} columns={columns} rows={delays.estimates} rowKey={({ family }) => family} />
    </>
  )
}

/** The same dates when links may be missing between a case and its source: each with what is assumed. */
export function ThroughOthersNote({ found }: { found: ThroughOthers }) {
  const { t } = useTranslation()
  if (found.length === 0) return null
  const end = (value: number | null) => (value === null ? t('epidemiology.unbounded') : days(value))
  return (
    <p className={styles.note}>
      {t('epidemiology.throughOthers')}{' '}
      {found.map(({ rate, mean, low, high }) => (
        <span key={rate} className="number">
          {t('epidemiology.throughOthersOne', {
            every: Math.round(1 / rate),
            mean: days(mean),
            low: end(low),
            high: end(high),
          })}{' '}
        </span>
      ))}
    </p>
  )
}
