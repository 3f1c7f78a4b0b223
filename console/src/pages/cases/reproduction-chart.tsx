import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { named, plotOf } from '../../ui/plot.ts'
import type { Reproduction } from './queries.ts'

type Day = Reproduction['days'][number]
interface Words {
  settled: string
  unsettled: string
  band: string
  one: string
  axis: string
  day: string
}

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 100) / 100)

function draw(days: readonly Day[], unsettledFrom: string | null, words: Words, ink: ChartInk): EChartsCoreOption {
  const isSettled = ({ day }: Day) => unsettledFrom === null || day < unsettledFrom
  const line = { type: 'line', symbol: 'circle', symbolSize: 5, animation: false, connectNulls: false }
  const unseen = { ...line, symbol: 'none', tooltip: { show: false }, lineStyle: { opacity: 0 } }
  return {
    ...plotOf(ink, {
      top: 72,
      right: 20,
      bottom: 28,
      x: { ...named(words.day), data: days.map(({ day }) => day.slice(5)), axisLabel: { hideOverlap: true } },
      y: { name: words.axis, min: 0 },
    }),
    legend: {
      top: 0,
      left: 8,
      itemWidth: 16,
      itemHeight: 8,
      data: [words.settled, words.unsettled, { name: words.band, icon: 'roundRect' }, words.one],
      textStyle: { color: ink.ink2 },
    },
    series: [
      { ...unseen, name: 'low', stack: 'band', data: days.map(({ found }) => rounded(found?.low)) },
      {
        ...unseen,
        name: words.band,
        stack: 'band',
        itemStyle: { color: ink.brand, opacity: 0.3 },
        areaStyle: { color: ink.brand, opacity: 0.16 },
        data: days.map(({ found }) => (found ? rounded(found.high - found.low) : null)),
      },
      {
        ...line,
        name: words.settled,
        lineStyle: { color: ink.brand, width: 2 },
        itemStyle: { color: ink.brand },
        data: days.map((one) => (isSettled(one) ? rounded(one.found?.mean) : null)),
      },
      {
        ...line,
        name: words.unsettled,
        symbol: 'emptyCircle',
        lineStyle: { color: ink.ink2, width: 2, type: 'dashed' },
        itemStyle: { color: ink.ink2 },
        data: days.map((one) => (isSettled(one) ? null : rounded(one.found?.mean))),
      },
      {
        ...line,
        name: words.one,
        symbol: 'none',
        tooltip: { show: false },
        lineStyle: { color: ink.alarm, width: 1.5, type: 'dotted' },
        itemStyle: { color: ink.alarm },
        data: days.map(() => 1),
      },
    ],
  }
}

/** The mean with its interval; what is too recent to be known stands apart. */
export function ReproductionChart({ days, unsettledFrom }: { days: readonly Day[]; unsettledFrom: string | null }) {
  const { t } = useTranslation()
  const words = {
    settled: t('reproduction.mean'),
    unsettled: t('reproduction.unsettled'),
    band: t('reproduction.band'),
    one: t('reproduction.one'),
    axis: t('reproduction.axis'),
    day: t('reproduction.windowEnds'),
  }
  const key = Object.values(words).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are one for each language
  const option = useCallback((ink: ChartInk) => draw(days, unsettledFrom, words, ink), [days, unsettledFrom, key])
  return <Chart label={t('reproduction.picture', { days: days.length })} height={320} option={option} />
}
