import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { dateTime } from '../../ui/format.ts'
import { plotOf } from '../../ui/plot.ts'
import type { Figure, Trend } from './queries.ts'
import { nameOf, unitOf } from './words.ts'

/** A running total and a stock are lines; what was new on a day is a bar. A day without a number is a gap, not a zero. */
export function TrendChart({ figure, trend }: { figure: Figure; trend: Trend }) {
  const { t } = useTranslation()
  const option = useCallback(
    (ink: ChartInk): EChartsCoreOption => ({
      ...plotOf(ink, {
        top: 34,
        x: { data: trend.items.map(({ asOf }) => dateTime(asOf).slice(5, 10)) },
        y: { min: 0, ...(figure.per === 1 ? { minInterval: 1 } : {}), name: unitOf(figure) },
      }),
      series: [
        {
          type: figure.kind === 'increment' ? 'bar' : 'line',
          name: nameOf(figure),
          symbolSize: 6,
          connectNulls: false,
          itemStyle: { color: ink.brand },
          data: trend.items.map(({ value }) => (value === null ? null : value / figure.per)),
        },
      ],
    }),
    [figure, trend],
  )
  return (
    <Chart
      label={t('figures.trendOf', { name: nameOf(figure), days: trend.items.length })}
      height={260}
      option={option}
    />
  )
}
