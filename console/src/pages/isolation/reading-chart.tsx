import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { Nothing } from '../../ui/page.tsx'
import { plotOf } from '../../ui/plot.ts'
import type { OrderReadings } from './readings-queries.ts'

interface Words {
  temperature: string
  fever(degrees: number): string
  slot(slot: string): string
}

const lineAt = (degrees: number, many: number, name: string, ink: ChartInk) => ({
  name,
  type: 'line',
  silent: true,
  symbol: 'none',
  lineStyle: { color: ink.alarm, width: 1, type: 'dashed' },
  data: new Array<number>(many).fill(degrees),
})

function draw({ checks, feverC }: OrderReadings, words: Words, ink: ChartInk): EChartsCoreOption {
  const values = checks.map(({ reading }) => reading?.temperatureC ?? null)
  const degrees = values.filter((one) => one !== null)
  return {
    ...plotOf(ink, {
      top: 16,
      x: {
        data: checks.map(({ day, slot }) => `${day.slice(5)} ${words.slot(slot)}`),
        axisLabel: { formatter: (label: string) => label.slice(0, 5) },
      },
      y: {
        min: Math.min(35.5, ...degrees),
        max: Math.max(38.5, ...degrees),
        axisLabel: { formatter: (value: number) => value.toFixed(1) },
      },
    }),
    series: [
      {
        name: words.temperature,
        type: 'line',
        connectNulls: false,
        symbolSize: 8,
        lineStyle: { color: ink.brand, width: 2 },
        data: checks.map(({ reading }) => {
          const hot = reading !== null && (reading.fever || reading.symptoms.length > 0)
          return { value: reading?.temperatureC ?? null, itemStyle: { color: hot ? ink.alarm : ink.brand } }
        }),
      },
      ...(feverC === null ? [] : [lineAt(feverC, checks.length, words.fever(feverC), ink)]),
    ],
  }
}

/** The course of the temperature, with the line from which the edition calls it a fever. */
export function ReadingChart({ order }: { order: OrderReadings }) {
  const { t } = useTranslation()
  const taken = order.checks.filter(({ reading }) => reading !== null).length
  const option = useCallback(
    (ink: ChartInk) =>
      draw(
        order,
        {
          temperature: t('readings.temperature'),
          fever: (degrees) => t('readings.feverLine', { degrees }),
          slot: (slot) => t(`readings.slot.${slot as 'day'}`),
        },
        ink,
      ),
    [order, t],
  )
  if (taken === 0) return <Nothing title={t('readings.noReadings')} />
  return <Chart label={t('readings.chartLabel', { taken, owed: order.checks.length })} height={240} option={option} />
}
