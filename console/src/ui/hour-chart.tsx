import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from './chart.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { number, startOfDay, timeOfDay } from './format.ts'
import styles from './hour-chart.module.css'
import { plotOf } from './plot.ts'

export interface HourCounts {
  hour: string
  counts: { screened: number; turnedBack: number; fevers: number }
}

const nothing = { screened: 0, turnedBack: 0, fevers: 0 }

/** All 24 hours: the server leaves out those in which nobody came. */
export function wholeDay(day: string, hours: HourCounts[]): HourCounts[] {
  const counted = new Map(hours.map(({ hour, counts }) => [Date.parse(hour), counts]))
  const midnight = Date.parse(startOfDay(day))
  return Array.from({ length: 24 }, (_, index) => {
    const at = midnight + index * 3_600_000
    return { hour: new Date(at).toISOString(), counts: counted.get(at) ?? nothing }
  })
}

const bar = (name: string, color: string, data: number[]) => ({
  name,
  type: 'bar',
  stack: 'people',
  barMaxWidth: 22,
  itemStyle: { color },
  data,
})

interface Words {
  through: string
  turnedBack: string
  fevers: string
  before: string
}

function drawHours(hours: HourCounts[], before: HourCounts[] | undefined, words: Words, ink: ChartInk) {
  return {
    ...plotOf(ink, {
      top: 40,
      right: 12,
      bars: true,
      x: { data: hours.map(({ hour }) => timeOfDay(hour)) },
      y: { minInterval: 1 },
    }),
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: 'roundRect', textStyle: { color: ink.ink2 } },
    series: [
      bar(
        words.through,
        ink.brand,
        hours.map(({ counts }) => counts.screened - counts.turnedBack),
      ),
      bar(
        words.turnedBack,
        ink.caution,
        hours.map(({ counts }) => counts.turnedBack),
      ),
      {
        name: words.fevers,
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 13,
        itemStyle: { color: ink.alarm, borderColor: ink.surface, borderWidth: 1 },
        data: hours.map(({ counts }) => (counts.fevers > 0 ? counts.screened : null)),
      },
      ...(before
        ? [
            {
              name: words.before,
              type: 'line',
              symbol: 'none',
              smooth: 0.2,
              lineStyle: { color: ink.ink2, width: 1.5, type: 'dashed', opacity: 0.8 },
              itemStyle: { color: ink.ink2 },
              data: before.map(({ counts }) => counts.screened),
            },
          ]
        : []),
    ],
  } satisfies EChartsCoreOption
}

interface HourChartProps {
  hours: HourCounts[]
  /** The day before, drawn as a thin line to compare with. */
  before?: HourCounts[] | undefined
  height: number
  label: string
}

/** People per hour; the same numbers can be read as a table. */
export function HourChart({ hours, before, height, label }: HourChartProps) {
  const { t } = useTranslation()
  const option = useCallback(
    (ink: ChartInk) => {
      const words = {
        through: t('hours.through'),
        turnedBack: t('overview.turnedBack'),
        fevers: t('hours.fever'),
        before: t('hours.before'),
      }
      return drawHours(hours, before, words, ink)
    },
    [hours, before, t],
  )
  const columns: Column<HourCounts>[] = [
    { key: 'hour', title: t('hours.hour'), phone: 'heading', cell: (row) => timeOfDay(row.hour) },
    { key: 'screened', title: t('overview.screened'), align: 'end', cell: (row) => number(row.counts.screened) },
    { key: 'turnedBack', title: t('overview.turnedBack'), align: 'end', cell: (row) => number(row.counts.turnedBack) },
    { key: 'fevers', title: t('hours.fever'), align: 'end', cell: (row) => number(row.counts.fevers) },
  ]
  return (
    <>
      <Chart label={label} height={height} option={option} />
      <details className={styles.asTable}>
        <summary>{t('hours.asTable')}</summary>
        <DataTable caption={label} columns={columns} rows={hours} rowKey={(row) => row.hour} height={300} />
      </details>
    </>
  )
}
