import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { named, plotOf } from '../../ui/plot.ts'
import styles from './drills.module.css'
import type { Band } from './queries.ts'

interface Words {
  middle: string
  half: string
  most: string
  limit: string
  axis: string
  day: string
}

function draw(bands: readonly Band[], limit: number | null, words: Words, ink: ChartInk): EChartsCoreOption {
  const line = { type: 'line', symbol: 'none', animation: false }
  const unseen = { ...line, lineStyle: { opacity: 0 }, tooltip: { show: false } }
  const area = (name: string, opacity: number, of: (band: Band) => number) => ({
    ...unseen,
    name,
    stack: 'bands',
    itemStyle: { color: ink.caution, opacity: opacity + 0.1 },
    areaStyle: { color: ink.caution, opacity },
    data: bands.map(of),
  })
  return {
    ...plotOf(ink, {
      top: 66,
      right: 20,
      bottom: 28,
      x: {
        ...named(words.day),
        // Numbered and not dated: nothing here has a date.
        data: bands.map((_, nth) => String(nth + 1)),
        axisLabel: { hideOverlap: true },
      },
      y: { name: words.axis, min: 0, minInterval: 1 },
    }),
    legend: {
      top: 0,
      left: 8,
      itemWidth: 16,
      itemHeight: 8,
      data: [
        words.middle,
        { name: words.half, icon: 'roundRect' },
        { name: words.most, icon: 'roundRect' },
        ...(limit === null ? [] : [words.limit]),
      ],
      textStyle: { color: ink.ink2 },
    },
    series: [
      { ...unseen, name: 'least', stack: 'bands', data: bands.map(({ low90 }) => low90) },
      area('below', 0.14, ({ low90, low50 }) => low50 - low90),
      area(words.half, 0.34, ({ low50, high50 }) => high50 - low50),
      area(words.most, 0.14, ({ high50, high90 }) => high90 - high50),
      {
        ...line,
        name: words.middle,
        lineStyle: { color: ink.caution, width: 2, type: 'dashed' },
        itemStyle: { color: ink.caution },
        data: bands.map(({ middle }) => middle),
      },
      ...(limit === null
        ? []
        : [
            {
              ...line,
              name: words.limit,
              lineStyle: { color: ink.alarm, width: 1.5 },
              itemStyle: { color: ink.alarm },
              data: bands.map(() => limit),
            },
          ]),
    ],
  }
}

interface BandChartProps {
  title: string
  bands: readonly Band[]
  axis: string
  /** What the county has, where there is something to hold it against. */
  limit?: number | undefined
}

/** Hatched, and with the word across it: a picture of this must not pass for one of what happened. */
export function BandChart({ title, bands, axis, limit }: BandChartProps) {
  const { t } = useTranslation()
  const words = {
    middle: t('drills.middle'),
    half: t('drills.half'),
    most: t('drills.most'),
    limit: t('drills.limit', { count: limit ?? 0 }),
    axis,
    day: t('drills.day'),
  }
  const key = Object.values(words).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are one for each language
  const option = useCallback((ink: ChartInk) => draw(bands, limit ?? null, words, ink), [bands, limit, key])
  return (
    <figure className={styles.chart}>
      <figcaption>
        <b>{t('drills.mark')}</b> {title}
      </figcaption>
      <div className={styles.hatched}>
        <span className={styles.across} aria-hidden="true">
          {t('drills.across')}
        </span>
        <Chart label={t('drills.picture', { title, days: bands.length })} height={280} option={option} />
      </div>
    </figure>
  )
}
