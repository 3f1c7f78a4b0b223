import { useNavigate } from '@tanstack/react-router'
import type { EChartsCoreOption } from 'echarts/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Chart, type ChartInk } from '../../ui/chart.tsx'
import { tooltipOf } from '../../ui/plot.ts'
import { useDivisionName } from '../places/queries.ts'
import styles from './cases.module.css'
import type { Tree } from './queries.ts'
import { linesOf } from './tree-layout.ts'
import { TreeTable } from './tree-table.tsx'
import { settingName } from './words.ts'

const LINE_HEIGHT = 26

/** Along the days of onset, one line a case: an arrow that leads backwards in time shows at once. */
export function TreeChart({ tree }: { tree: Tree }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const navigate = useNavigate()
  const { cases, links, more } = tree
  const option = useCallback(
    (ink: ChartInk): EChartsCoreOption => {
      const lines = linesOf({ cases, links })
      const colours = {
        confirmed: ink.alarm,
        asymptomatic: ink.brand,
        suspected: ink.caution,
        fever: ink.line2,
        excluded: ink.line2,
      }
      return {
        animation: false,
        aria: { enabled: false },
        textStyle: { fontFamily: ink.font, color: ink.ink2 },
        grid: { left: 12, right: 24, top: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        tooltip: {
          ...tooltipOf(ink),
        },
        xAxis: {
          type: 'time',
          minInterval: 86_400_000,
          splitLine: { show: true, lineStyle: { color: ink.line } },
          axisLine: { onZero: false, lineStyle: { color: ink.line2 } },
          axisLabel: { color: ink.ink2, formatter: '{MM}-{dd}', hideOverlap: true },
        },
        yAxis: { type: 'value', inverse: true, min: -0.7, max: cases.length - 0.3, show: false },
        series: [
          {
            type: 'graph',
            coordinateSystem: 'cartesian2d',
            edgeSymbol: ['none', 'arrow'],
            edgeSymbolSize: 8,
            cursor: 'pointer',
            data: cases.map(({ id, day, status, onset, division, setting }) => ({
              id,
              name: id,
              value: [day, lines.get(id) ?? 0],
              symbol: onset ? 'circle' : 'diamond',
              symbolSize: 13,
              itemStyle: { color: colours[status] },
              tooltip: {
                formatter: [
                  `${day} ${t(`cases.statuses.${status}`)}`,
                  divisionName(division),
                  ...(setting ? [settingName(t, setting)] : []),
                ].join('\n'),
              },
            })),
            edges: links.map(({ source, target, setting, certainty, days }) => ({
              source,
              target,
              lineStyle: {
                color: ink.ink2,
                width: certainty === 'high' ? 2 : 1,
                type: certainty === 'low' ? 'dotted' : certainty === 'moderate' ? 'dashed' : 'solid',
                curveness: 0.1,
                opacity: 0.8,
              },
              tooltip: {
                formatter: [
                  settingName(t, setting),
                  ...(days === null ? [] : [t('epidemiology.apart', { days })]),
                ].join('\n'),
              },
            })),
          },
        ],
      }
    },
    [cases, links, t, divisionName],
  )
  return (
    <div className={styles.chart}>
      <Chart
        label={t('epidemiology.treePicture', { cases: cases.length, links: links.length })}
        height={Math.max(180, Math.min(1600, cases.length * LINE_HEIGHT + 50))}
        option={option}
        onReady={(chart) => {
          chart.on('click', (event) => {
            if (event.dataType === 'node') void navigate(paths.case(event.name))
          })
        }}
      />
      {more && <p className={styles.note}>{t('epidemiology.more')}</p>}
      <details className={styles.details}>
        <summary>{t('epidemiology.asTable')}</summary>
        <TreeTable tree={tree} />
      </details>
    </div>
  )
}
