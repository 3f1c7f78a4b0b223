import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import styles from './cases.module.css'
import { type Reproduction, reproductionQuery } from './queries.ts'
import { ReproductionChart } from './reproduction-chart.tsx'

type Day = Reproduction['days'][number]
const two = (value: number) => value.toFixed(2)

/** How many others one case infects at a time, or why nothing is said. */
export function ReproductionCard({ area, suspected }: { area: string | undefined; suspected: boolean }) {
  const { t } = useTranslation()
  const query = useQuery(reproductionQuery(area, suspected))
  return (
    <Card title={t('reproduction.title')} flush>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={28} />}
        empty={{
          when: ({ cases, interval }) => cases === 0 || interval === null,
          show: <Nothing title={t('reproduction.none')}>{t('reproduction.noneWhy')}</Nothing>,
        }}
      >
        {(found) => <Found found={found} />}
      </Loaded>
    </Card>
  )
}

function Found({ found }: { found: Reproduction }) {
  const { t } = useTranslation()
  const { days, unsettledFrom, fewest, windowDays } = found
  // Days before the first number and after the last one are in the table, not in the picture.
  const drawn = useMemo(
    () =>
      days.slice(
        Math.max(
          0,
          days.findIndex(({ found }) => found !== null),
        ),
      ),
    [days],
  )
  const isKnown = days.some(({ found: one }) => one !== null)
  return (
    <div className={styles.chart}>
      <p className={styles.note}>
        <Latest found={found} />
      </p>
      {isKnown && <ReproductionChart days={drawn} unsettledFrom={unsettledFrom} />}
      <p className={styles.note}>
        {t('reproduction.asOf', { at: dateTime(found.asOf) })} <Basis found={found} />{' '}
        {t('reproduction.rule', { windowDays, fewest })} <Lateness found={found} />
      </p>
      <details className={styles.details}>
        <summary>{t('epidemiology.asTable')}</summary>
        <DataTable caption={t('reproduction.title')} columns={useColumns()} rows={days} rowKey={({ day }) => day} />
      </details>
    </div>
  )
}

function Latest({ found: { days, unsettledFrom, fewest } }: { found: Reproduction }) {
  const { t } = useTranslation()
  const settled = days.filter(({ day }) => unsettledFrom === null || day < unsettledFrom)
  const last = settled.findLast(({ found }) => found !== null)
  if (!last?.found) return t('reproduction.tooFew', { most: Math.max(0, ...days.map((one) => one.inWindow)), fewest })
  const { mean, low, high } = last.found
  const direction = low > 1 ? 'growing' : high < 1 ? 'shrinking' : 'unsure'
  return (
    <>
      <b className="number">
        {t('reproduction.last', { day: last.day, mean: two(mean), low: two(low), high: two(high) })}
      </b>{' '}
      {t(`reproduction.${direction}`)}
    </>
  )
}

function Basis({ found: { interval, pairs, fewestPairs, cases, imported, withoutOnset } }: { found: Reproduction }) {
  const { t } = useTranslation()
  if (!interval) return null
  const said = { mean: two(interval.meanDays), sd: two(interval.sdDays), pairs, fewest: fewestPairs }
  return (
    <>
      {t(`reproduction.from.${interval.from}`, said)} {t('reproduction.counted', { cases, imported })}{' '}
      {withoutOnset > 0 && t('reproduction.withoutOnset', { count: withoutOnset })}
    </>
  )
}

function Lateness({ found: { delayDays, unsettledFrom } }: { found: Reproduction }) {
  const { t } = useTranslation()
  if (delayDays === null || unsettledFrom === null) return t('reproduction.delayUnknown')
  return t('reproduction.delay', { days: delayDays, from: unsettledFrom })
}

function useColumns(): Column<Day>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'day',
      title: t('reproduction.windowEnds'),
      phone: 'heading',
      cell: ({ day }) => <span className="number">{day}</span>,
    },
    {
      key: 'r',
      title: t('reproduction.axis'),
      phone: 'wide',
      cell: ({ found, why, inWindow }) =>
        found ? (
          <span className="number">
            <b>{two(found.mean)}</b> ({two(found.low)}–{two(found.high)})
          </span>
        ) : (
          <span className="muted">{t(`reproduction.why.${why ?? 'too-few'}`, { count: inWindow })}</span>
        ),
    },
    { key: 'local', title: t('reproduction.local'), cell: ({ local }) => <span className="number">{local}</span> },
    {
      key: 'imported',
      title: t('reproduction.imported'),
      cell: ({ imported }) => <span className="number">{imported}</span>,
    },
  ]
}
