import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { dateTime } from '../../ui/format.ts'
import type { Figure, Trend } from './queries.ts'
import { nameOf, unitOf } from './words.ts'

/** A running total and a stock are lines; what was new on a day is a bar. A day without a number is a gap, not a zero. */
export function TrendChart({ figure, trend }: { figure: Figure; trend: Trend }) {
  const { t } = useTranslation()
  const option = useCallback(
    (ink: ChartInk): EChartsCoreOption => ({
      animation: false,
      aria: { enabled: false },
      textStyle: { fontFamily: ink.font, color: ink.ink2 },
      grid: { left: 8, right: 16, top: 34, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        backgroundColor: ink.surface,
        borderColor: ink.line2,
        textStyle: { color: ink.ink },
      },
      xAxis: {
        type: 'category',
        data: trend.items.map(({ asOf }) => dateTime(asOf).slice(5, 10)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.line2 } },
        axisLabel: { color: ink.ink2 },
      },
      yAxis: {
        type: 'value',
        min: 0,
        ...(figure.per === 1 ? { minInterval: 1 } : {}),
        name: unitOf(figure),
        nameTextStyle: { color: ink.ink2, align: 'left' },
        splitLine: { lineStyle: { color: ink.line } },
        axisLabel: { color: ink.ink2 },
      },
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
