import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { number } from '../../ui/format.ts'
import { plotOf } from '../../ui/plot.ts'
import type { CoverOfItem } from './requests-queries.ts'

/** Grams are drawn as kilograms, so that the numbers of the axis can be read. */
const SCALE: Record<string, [by: number, unit: string]> = { gram: [1000, 'kg'], millilitre: [1000, 'L'] }

interface Words {
  stock: string
  likely: string
  band: string
  axis: string
}

function draw({ before, ahead, inStore }: CoverOfItem, by: number, words: Words, ink: ChartInk): EChartsCoreOption {
  const days = [...before.map(({ day }) => day), ...ahead.map(({ day }) => day)]
  const blank = before.slice(1).map(() => null)
  const scaled = (value: number) => Math.round((value / by) * 100) / 100
  const start = before.length > 0 ? [scaled(inStore)] : []
  const line = { type: 'line', symbol: 'none' as const, animation: false }
  return {
    ...plotOf(ink, {
      top: 64,
      x: { data: days.map((day) => day.slice(5)), axisLabel: { hideOverlap: true } },
      y: { name: words.axis, min: 0, axisLabel: { formatter: (value: number) => number(value) } },
    }),
    legend: {
      top: 0,
      left: 0,
      itemWidth: 16,
      itemHeight: 8,
      data: [words.stock, words.likely, words.band],
      textStyle: { color: ink.ink2 },
    },
    series: [
      {
        ...line,
        name: words.stock,
        lineStyle: { color: ink.brand, width: 2 },
        itemStyle: { color: ink.brand },
        data: before.map(({ stock }) => scaled(stock)),
      },
      {
        ...line,
        name: words.likely,
        lineStyle: { color: ink.caution, width: 2, type: 'dashed' },
        itemStyle: { color: ink.caution },
        data: [...blank, ...start, ...ahead.map(({ likely }) => scaled(likely))],
      },
      {
        ...line,
        name: 'least',
        stack: 'band',
        lineStyle: { opacity: 0 },
        tooltip: { show: false },
        data: [...blank, ...start, ...ahead.map(({ least }) => scaled(least))],
      },
      {
        ...line,
        name: words.band,
        stack: 'band',
        lineStyle: { opacity: 0 },
        itemStyle: { color: ink.caution, opacity: 0.3 },
        areaStyle: { color: ink.caution, opacity: 0.18 },
        tooltip: { show: false },
        data: [...blank, ...start.map(() => 0), ...ahead.map(({ least, most }) => scaled(most - least))],
      },
    ],
  }
}

/** What was there day by day, and what would be, with a band around it. */
export function CoverChart({ cover }: { cover: CoverOfItem }) {
  const { t } = useTranslation()
  const [by, unit] = SCALE[cover.unit] ?? [1, t(`requests.unit.${cover.unit}`)]
  const words = {
    stock: t('requests.cover.stock'),
    likely: t('requests.cover.likely'),
    band: t('requests.cover.band'),
    axis: t('requests.cover.axis', { unit }),
  }
  const key = Object.values(words).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are one for each language
  const option = useCallback((ink: ChartInk) => draw(cover, by, words, ink), [cover, by, key])
  return <Chart label={t('requests.cover.chartLabel', { name: cover.name })} height={320} option={option} />
}
