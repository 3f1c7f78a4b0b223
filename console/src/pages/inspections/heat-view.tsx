import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionsSearch } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { CountyMap, type MapPoint } from '../../ui/county-map.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import {
  type Division,
  divisionsQuery,
  outlineQuery,
  type PlacedCheckpoint,
  placeCheckpointsQuery,
} from '../places/queries.ts'
import styles from './inspections.module.css'
import { type HeatRow, heatQuery } from './queries.ts'

const MAP_HEIGHT = 'min(420px, 70vw)'

interface HeatViewProps {
  search: InspectionsSearch
  onArea(area: string): void
}

/** Where was inspected and what is open there: as a picture and as figures. */
export function HeatView({ search, onArea }: HeatViewProps) {
  const { t } = useTranslation()
  const query = useQuery(heatQuery(undefined, search.asOf))
  const columns = useColumns(onArea)
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={8} height={28} />}
      empty={{
        when: ({ total }) => total.inspected === 0,
        show: <Nothing title={t('inspections.none')}>{t('inspections.noneWhy')}</Nothing>,
      }}
    >
      {({ items }) => (
        <div className={styles.heat}>
          <HeatMap rows={items} onArea={onArea} />
          <Card flush title={t('inspections.byPlace')}>
            <DataTable
              caption={t('inspections.byPlace')}
              columns={columns}
              rows={items}
              rowKey={({ division }) => division}
              rowTone={({ overdue, inspected }) => (overdue > 0 ? 'alarm' : inspected === 0 ? 'quiet' : undefined)}
            />
          </Card>
        </div>
      )}
    </Loaded>
  )
}

function useColumns(onArea: (area: string) => void): Column<HeatRow>[] {
  const { t } = useTranslation()
  const count = (key: 'inspected' | 'places' | 'findings' | 'overdue'): Column<HeatRow> => ({
    key,
    title: t(`inspections.${key}`),
    align: 'end',
    cell: (row) => <span className="number">{number(row[key])}</span>,
  })
  return [
    {
      key: 'name',
      title: t('inspections.area'),
      phone: 'heading',
      cell: ({ division, name }) => (
        <button type="button" className="plain-button" onClick={() => onArea(division)}>
          {name}
        </button>
      ),
    },
    count('inspected'),
    { ...count('places'), phone: 'leave-out' },
    count('findings'),
    {
      key: 'standing',
      title: t('inspections.standing'),
      align: 'end',
      cell: ({ open, waiting }) => <span className="number">{number(open + waiting)}</span>,
    },
    count('overdue'),
  ]
}

/** Where a township is on the map, or else where its checkpoints are. */
function middleOf(divisions: readonly Division[], checkpoints: readonly PlacedCheckpoint[], code: string) {
  const own = divisions.find((one) => one.code === code)?.position
  if (own) return own
  const placed = checkpoints.flatMap(({ division, position }) =>
    division.startsWith(code) && position ? [position] : [],
  )
  if (placed.length === 0) return null
  const mean = (of: 'lon' | 'lat') => placed.reduce((sum, one) => sum + one[of], 0) / placed.length
  return { lon: mean('lon'), lat: mean('lat') }
}

function HeatMap({ rows, onArea }: { rows: readonly HeatRow[]; onArea(area: string): void }) {
  const { t } = useTranslation()
  const outline = useQuery(outlineQuery)
  const divisions = useQuery(divisionsQuery).data
  const checkpoints = useQuery(placeCheckpointsQuery).data
  const county = useQuery(meQuery).data?.county ?? 0
  const points = useMemo(() => {
    const most = Math.max(1, ...rows.map(({ inspected }) => inspected))
    return rows.flatMap<MapPoint>(({ division, name, inspected, findings, open, waiting, overdue }) => {
      const middle = middleOf(divisions ?? [], checkpoints ?? [], division)
      if (!middle) return []
      const { lon: longitude, lat: latitude } = middle
      const note = t('inspections.mapHint', { inspected, findings, standing: open + waiting, overdue })
      // The area, not the width, stands for how often somebody went there.
      const size = 10 + 30 * Math.sqrt(inspected / most)
      const marks = { alarm: overdue > 0, quiet: inspected === 0 }
      return { id: division, name, kind: 'village-turn-back', longitude, latitude, note, size, ...marks }
    })
  }, [rows, divisions, checkpoints, t])
  return (
    <Card title={t('inspections.map')} extra={<span className="muted small">{t('inspections.mapKey')}</span>}>
      <Loaded
        query={outline}
        skeleton={<Skeleton lines={9} height={26} />}
        empty={{
          when: (data) => !data || points.length === 0,
          show: <Nothing title={t('inspections.noMap')} />,
        }}
      >
        {(data) => (
          <CountyMap
            county={county}
            outline={data}
            points={points}
            height={MAP_HEIGHT}
            label={t('inspections.mapLabel', { count: points.length })}
            onOpen={onArea}
          />
        )}
      </Loaded>
    </Card>
  )
}
