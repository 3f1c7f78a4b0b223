import type { EChartsCoreOption } from 'echarts/core'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Nothing } from '../../ui/page.tsx'
import { plotOf } from '../../ui/plot.ts'
import { doneOf, neededOf } from './counted.ts'
import type { Progress } from './queries.ts'

const HOUR = 3_600_000
/** Longer rounds are drawn by their last hours; the targets lie within the first days. */
const HOURS_MAX = 96

interface Point {
  at: string
  done: number
}
/** The end of every hour from the beginning to the last in which something changed, or the last target. */
function pointsOf({ round, hours, targets, asOf, total }: Progress): Point[] {
  const from = Math.floor(Date.parse(round.startedAt) / HOUR) * HOUR
  const last = [Date.parse(hours.at(-1)?.hour ?? round.startedAt) + HOUR, ...targets.map(({ at }) => Date.parse(at))]
  const till = Math.min(Math.max(...last), Date.parse(asOf))
  const doneIn = new Map(hours.map(({ hour, done }) => [Date.parse(hour), done]))
  const points: Point[] = [{ at: new Date(from).toISOString(), done: 0 }]
  let done = 0
  for (let at = from; at + HOUR <= till; at += HOUR) {
    done = doneIn.get(at) ?? done
    points.push({ at: new Date(at + HOUR).toISOString(), done })
  }
  // The hour that the moment cuts in two.
  if (doneOf(total) !== done) points.push({ at: asOf, done: doneOf(total) })
  return points.slice(-HOURS_MAX)
}

function draw(points: Point[], targets: Point[], words: { done: string; needed: string }, ink: ChartInk) {
  const pair = ({ at, done }: Point) => [Date.parse(at), done]
  return {
    ...plotOf(ink, {
      top: 36,
      x: {
        data: points.map(({ at }) => dateTime(at).slice(5)),
        axisLabel: { formatter: (label: string) => label.slice(6) },
      },
      y: { minInterval: 1 },
    }),
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: 'roundRect', textStyle: { color: ink.ink2 } },
    useUTC: false,
    series: [
      {
        name: words.done,
        type: 'bar',
        barMaxWidth: 22,
        itemStyle: { color: ink.brand },
        data: points.map(({ done }) => done),
      },
      {
        name: words.needed,
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 14,
        itemStyle: { color: ink.alarm, borderColor: ink.surface, borderWidth: 1 },
        data: targets.map(pair).map(([at, needed]) => [dateTime(new Date(at ?? 0)).slice(5), needed]),
      },
    ],
  } satisfies EChartsCoreOption
}

/** Households done by the end of each hour, and where the targets stand; the same can be read as a table. */
export function DoneChart({ progress }: { progress: Progress }) {
  const { t } = useTranslation()
  const points = useMemo(() => pointsOf(progress), [progress])
  const targets = useMemo(
    () => progress.targets.map(({ at, percent, households }) => ({ at, done: neededOf(households, percent) })),
    [progress],
  )
  const option = useCallback(
    (ink: ChartInk) => draw(points, targets, { done: t('visits.doneSoFar'), needed: t('visits.needed') }, ink),
    [points, targets, t],
  )
  const label = t('visits.hoursLabel', { count: points.at(-1)?.done ?? 0 })
  const columns: Column<Point>[] = [
    { key: 'hour', title: t('visits.hour'), phone: 'heading', cell: ({ at }) => dateTime(at) },
    { key: 'done', title: t('visits.doneSoFar'), align: 'end', cell: ({ done }) => number(done) },
  ]
  if (points.at(-1)?.done === 0) return <Nothing title={t('visits.quiet')} />
  return (
    <>
      <Chart label={label} height={230} option={option} />
      <details>
        <summary className="small muted">{t('visits.asTable')}</summary>
        <DataTable caption={label} columns={columns} rows={points} rowKey={({ at }) => at} height={260} />
      </details>
    </>
  )
}
