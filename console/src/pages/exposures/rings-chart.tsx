import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { tooltipOf } from '../../ui/plot.ts'
import styles from './exposures.module.css'
import { categoryNameOf, personName } from './names.ts'
import type { Category, RingsAnswer } from './queries.ts'
import { layOutRings } from './rings-layout.ts'

interface RingsChartProps {
  rings: RingsAnswer
  categories: readonly Category[] | undefined
}

/** The middle largest, each ring smaller; who is ill is red, whoever the case may be. */
export function RingsChart({ rings, categories }: RingsChartProps) {
  const { t } = useTranslation()
  const { nodes, edges } = rings
  const option = useCallback(
    (ink: ChartInk): EChartsCoreOption => {
      const ringNames = [t('rings.centre'), ...[1, 2, 3].map((count) => t('rings.ringNo', { count }))]
      const colours = [ink.brand, ink.caution, ink.ink2, ink.line2]
      const spots = layOutRings(
        nodes.map(({ person, ring }) => ({ id: person.id, ring })),
        edges,
        window.innerWidth < 700 ? 0.7 : 2,
      )
      const deepest = Math.max(0, ...nodes.map(({ ring }) => ring))
      return {
        aria: { enabled: false },
        // Names were typed by somebody: drawn as text, never read as markup.
        tooltip: {
          ...tooltipOf(ink),
        },
        legend: {
          data: ringNames.slice(0, deepest + 1),
          bottom: 0,
          textStyle: { color: ink.ink2, fontFamily: ink.font },
        },
        series: [
          {
            type: 'graph',
            layout: 'none',
            animation: false,
            top: 20,
            bottom: 48,
            left: 24,
            right: 24,
            preserveAspect: 'contain',
            roam: true,
            categories: ringNames.map((name, ring) => ({ name, itemStyle: { color: colours[ring] ?? ink.line2 } })),
            data: nodes.map(({ person, ring, illness, categories: codes }) => ({
              id: person.id,
              ...spots.get(person.id),
              name: personName(t, person),
              category: ring,
              symbolSize: ([18, 12, 10, 8][ring] ?? 8) * (nodes.length > 120 ? 0.55 : 1),
              ...(illness && illness !== 'excluded' ? { itemStyle: { color: ink.alarm } } : {}),
              label: { show: nodes.length <= 60, position: 'right', color: ink.ink, fontFamily: ink.font },
              tooltip: {
                formatter: [
                  personName(t, person),
                  ...codes.map((code) => categoryNameOf(categories, code)),
                  ...(illness ? [t(`exposureWords.state.${illness}`)] : []),
                ].join('\n'),
              },
            })),
            edges: edges.map(({ one, other, kind }) => ({
              source: one,
              target: other,
              lineStyle: {
                color: ink.ink2,
                opacity: 0.55,
                // Level lines of no height at all are drawn beside their ends.
                curveness: 0.02,
                width: kind === 'household' ? 2 : 1,
                type: kind === 'household' ? 'solid' : 'dashed',
              },
              tooltip: { formatter: t(`exposureWords.kind.${kind}`) },
            })),
            emphasis: { focus: 'adjacency' },
          },
        ],
      }
    },
    [nodes, edges, categories, t],
  )
  return (
    <div className={styles.chart}>
      <Chart
        label={t('rings.picture', { persons: nodes.length, meetings: edges.length })}
        height="min(62vh, 560px)"
        option={option}
      />
    </div>
  )
}
