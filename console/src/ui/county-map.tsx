import type { ECharts, EChartsCoreOption } from 'echarts/core'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from './chart.tsx'
import styles from './county-map.module.css'
import { tooltipOf } from './plot.ts'

export interface MapPoint {
  id: string
  name: string
  kind: string
  longitude: number
  latitude: number
  /** A line under the name in the hint. */
  note: string
  size: number
  alarm: boolean
  quiet: boolean
}

/** A shape for every kind, so that the map is read without colours. */
export const kindSymbol: Record<string, string> = {
  'county-border': 'triangle',
  'expressway-exit': 'rect',
  'village-turn-back': 'circle',
  'compound-gate': 'diamond',
}

const place = (point: MapPoint, ink: ChartInk) => ({
  name: point.name,
  id: point.id,
  value: [point.longitude, point.latitude],
  note: point.note,
  symbol: kindSymbol[point.kind] ?? 'circle',
  symbolSize: point.size,
  itemStyle: {
    color: point.quiet ? ink.surface : point.alarm ? ink.alarm : ink.brand,
    borderColor: point.alarm ? ink.alarm : point.quiet ? ink.ink2 : ink.surface,
    borderWidth: point.quiet ? 1.6 : 1,
    opacity: 0.92,
  },
})

type Hinted = { data?: { name?: string; note?: string } }

/** A name near the edge is written towards the middle, or the edge would cut it off. */
function besides(point: MapPoint, [west = 0, , east = 0]: number[]): 'left' | 'right' | 'top' {
  const share = (point.longitude - west) / (east - west)
  return share > 0.7 ? 'left' : share < 0.3 ? 'right' : 'top'
}

function drawMap(
  name: string,
  bbox: number[],
  points: MapPoint[],
  chosen: [number, number] | undefined,
  ink: ChartInk,
) {
  return {
    animation: false,
    textStyle: { fontFamily: ink.font },
    tooltip: {
      ...tooltipOf(ink),
      formatter: ({ data }: Hinted) => (data?.name ? `${data.name}\n${data.note ?? ''}` : ''),
    },
    geo: {
      map: name,
      roam: true,
      // Tells one degree east–west from one degree north–south at 40.4° N.
      aspectScale: 0.76,
      left: 8,
      right: 8,
      top: 8,
      bottom: 8,
      preserveAspect: 'contain',
      scaleLimit: { min: 1, max: 12 },
      silent: true,
      itemStyle: { areaColor: ink.brandSoft, borderColor: ink.brand, borderWidth: 1 },
    },
    series: [
      { type: 'scatter', coordinateSystem: 'geo', data: points.filter((p) => !p.alarm).map((p) => place(p, ink)) },
      {
        type: 'effectScatter',
        coordinateSystem: 'geo',
        rippleEffect: { scale: 2.4, brushType: 'stroke' },
        data: points.filter((p) => p.alarm).map((p) => ({ ...place(p, ink), label: { position: besides(p, bbox) } })),
        label: { show: true, formatter: '{b}', color: ink.alarm, fontWeight: 600 },
      },
      {
        type: 'scatter',
        coordinateSystem: 'geo',
        symbol: 'pin',
        symbolSize: 38,
        silent: true,
        itemStyle: { color: ink.caution },
        data: chosen ? [{ value: chosen }] : [],
      },
    ],
  } satisfies EChartsCoreOption
}

interface CountyMapProps {
  county: number
  /** A GeoJSON feature that says how far it reaches. */
  outline: { bbox: number[] }
  points: MapPoint[]
  height: string
  label: string
  chosen?: [number, number] | undefined
  onChoose?(longitude: number, latitude: number): void
  onOpen?(id: string): void
}

export function CountyMap({ county, outline, points, height, label, chosen, onChoose, onOpen }: CountyMapProps) {
  const { t } = useTranslation()
  const map = `county-${county}`
  const chart = useRef<ECharts>(undefined)
  const handlers = useRef({ onChoose, onOpen })
  handlers.current = { onChoose, onOpen }
  const option = useCallback(
    (ink: ChartInk) => drawMap(map, outline.bbox, points, chosen, ink),
    [map, outline, points, chosen],
  )

  const attach = (made: ECharts) => {
    chart.current = made
    made.on('click', ({ data }) => {
      const id = (data as { id?: string } | undefined)?.id
      if (id) handlers.current.onOpen?.(id)
    })
    made.getZr().on('click', ({ offsetX, offsetY }) => {
      const found = made.convertFromPixel('geo', [offsetX, offsetY])
      if (Array.isArray(found)) handlers.current.onChoose?.(Number(found[0]), Number(found[1]))
    })
  }
  const zoom = (by: number) => {
    const { current: made } = chart
    if (made)
      made.dispatchAction({
        type: 'geoRoam',
        geoIndex: 0,
        componentType: 'geo',
        zoom: by,
        originX: made.getWidth() / 2,
        originY: made.getHeight() / 2,
      })
  }
  return (
    <div className={styles.map} data-choosing={Boolean(onChoose)}>
      <Chart
        label={label}
        height={height}
        option={option}
        map={{ name: map, geoJson: { type: 'FeatureCollection', features: [outline] } }}
        onReady={attach}
      />
      {points.length === 0 && !onChoose && <p className={styles.noPoints}>{t('map.noPoints')}</p>}
      <div className={styles.zoom}>
        <button type="button" onClick={() => zoom(1.4)} aria-label={t('map.closer')}>
          +
        </button>
        <button type="button" onClick={() => zoom(1 / 1.4)} aria-label={t('map.farther')}>
          −
        </button>
      </div>
    </div>
  )
}
