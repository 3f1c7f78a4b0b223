import type { ECharts, EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { useShade } from '../theme.ts'
import { Skeleton } from './page.tsx'

export interface ChartInk {
  ink: string
  ink2: string
  line: string
  line2: string
  surface: string
  brand: string
  brandSoft: string
  alarm: string
  caution: string
  font: string
}

function inkNow(): ChartInk {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: of('--ink'),
    ink2: of('--ink-2'),
    line: of('--line'),
    line2: of('--line-2'),
    surface: of('--surface'),
    brand: of('--brand'),
    brandSoft: of('--brand-soft'),
    alarm: of('--alarm'),
    caution: of('--caution'),
    font: of('--font'),
  }
}

interface ChartProps {
  /** What the picture shows, in words. */
  label: string
  /** Pixels, or a length of CSS where it should follow the width. */
  height: number | string
  option(ink: ChartInk): EChartsCoreOption
  /** A county outline to draw on, by the name the option uses. */
  map?: { name: string; geoJson: unknown }
  onReady?(chart: ECharts): void
}

/** ECharts comes in its own file, fetched when the first chart is drawn. */
export function Chart({ label, height, option, map, onReady }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const [ready, setReady] = useState(false)
  const shade = useShade()
  const latest = useRef({ map, onReady })
  latest.current = { map, onReady }

  useEffect(() => {
    let gone = false
    let watcher: ResizeObserver | undefined
    void import('./chart-engine.ts').then(({ init, registerMap }) => {
      const { current: element } = box
      if (gone || !element) return
      const given = latest.current.map
      if (given) registerMap(given.name, given.geoJson as Parameters<typeof registerMap>[1])
      chart.current = init(element)
      watcher = new ResizeObserver(() => chart.current?.resize())
      watcher.observe(element)
      setReady(true)
    })
    return () => {
      gone = true
      watcher?.disconnect()
      chart.current?.dispose()
      chart.current = undefined
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new shade means new colours behind the same names
  useEffect(() => {
    if (!ready || !chart.current) return
    chart.current.setOption(option(inkNow()), { replaceMerge: ['series'] })
  }, [ready, option, shade])

  useEffect(() => {
    if (ready && chart.current) latest.current.onReady?.(chart.current)
  }, [ready])

  return (
    <div style={{ position: 'relative', height }}>
      {!ready && <Skeleton lines={5} />}
      <div ref={box} role="img" aria-label={label} style={{ position: 'absolute', inset: 0 }} />
    </div>
  )
}
