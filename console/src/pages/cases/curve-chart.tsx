import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, moveDay } from '../../ui/format.ts'
import { named, plotOf } from '../../ui/plot.ts'
import styles from './cases.module.css'
import type { Curve } from './queries.ts'

const classes = ['confirmed', 'asymptomatic', 'suspected'] as const

interface Day {
  day: string
  counts: Record<(typeof classes)[number], number>
}

/** Every day from the first onset to the last, those without anybody too: a gap is part of the picture. */
function wholeSpan(days: Curve['days']): Day[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  const whole: Day[] = []
  for (let day = first; day !== undefined && last !== undefined && day <= last; day = moveDay(day, 1)) {
    const counts = { confirmed: 0, asymptomatic: 0, suspected: 0 }
    for (const one of days) if (one.day === day) counts[one.status] += one.cases
    whole.push({ day, counts })
  }
  return whole
}

export function CurveChart({ curve }: { curve: Curve }) {
  const { t } = useTranslation()
  const days = wholeSpan(curve.days)
  const option = useCallback(
    (ink: ChartInk): EChartsCoreOption => {
      const span = wholeSpan(curve.days)
      const colours = { confirmed: ink.alarm, asymptomatic: ink.brand, suspected: ink.caution }
      return {
        ...plotOf(ink, {
          top: 72,
          right: 12,
          bottom: 28,
          bars: true,
          x: {
            ...named(t(curve.by === 'onset' ? 'epidemiology.onsetDay' : 'epidemiology.foundDay')),
            data: span.map(({ day }) => day.slice(5)),
            axisLabel: { hideOverlap: true },
          },
          y: { name: t('epidemiology.perDay'), minInterval: 1 },
        }),
        legend: { top: 0, left: 8, itemWidth: 12, itemHeight: 12, icon: 'roundRect', textStyle: { color: ink.ink2 } },
        series: classes.map((status) => ({
          type: 'bar',
          name: t(`cases.statuses.${status}`),
          stack: 'cases',
          // The bars of an epidemic curve touch: days follow each other.
          barCategoryGap: '4%',
          itemStyle: { color: colours[status] },
          data: span.map(({ counts }) => counts[status]),
        })),
      }
    },
    [curve.days, curve.by, t],
  )
  const cases = curve.days.reduce((sum, one) => sum + one.cases, 0)
  const columns: Column<Day>[] = [
    {
      key: 'day',
      title: t('epidemiology.day'),
      phone: 'heading',
      cell: ({ day }) => <span className="number">{day}</span>,
    },
    ...classes.map((status) => ({
      key: status,
      title: t(`cases.statuses.${status}`),
      cell: ({ counts }: Day) => <span className="number">{counts[status]}</span>,
    })),
  ]
  const what = curve.withoutOnset
    .map(({ status, cases: count }) => t('epidemiology.cases', { count, status: t(`cases.statuses.${status}`) }))
    .join(', ')
  return (
    <div className={styles.chart}>
      {days.length > 0 && (
        <Chart label={t('epidemiology.curvePicture', { days: days.length, cases })} height={300} option={option} />
      )}
      <p className={styles.note}>{t('epidemiology.curveAsOf', { at: dateTime(curve.asOf) })}</p>
      {what && <p className={styles.note}>{t('epidemiology.withoutOnset', { what })}</p>}
      {days.length > 0 && (
        <details className={styles.details}>
          <summary>{t('epidemiology.asTable')}</summary>
          <DataTable caption={t('epidemiology.curve')} columns={columns} rows={days} rowKey={({ day }) => day} />
        </details>
      )}
    </div>
  )
}
