import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { CountyMap, type MapPoint } from '../../ui/county-map.tsx'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MapLegend } from '../../ui/map-legend.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import type { Board } from '../checkpoints/queries.ts'
import { silentHours } from '../checkpoints/silence.ts'
import { outlineQuery } from '../places/queries.ts'

const MAP_HEIGHT = 'min(372px, 66vw)'

export function MapCard({ board }: { board: Board }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const outline = useQuery(outlineQuery)
  const county = useQuery(meQuery).data?.county ?? 0
  const points = useMemo(() => {
    const most = Math.max(1, ...board.checkpoints.map((checkpoint) => checkpoint.counts.screened))
    return board.checkpoints.flatMap<MapPoint>((checkpoint) => {
      const { longitude, latitude, counts, openFevers } = checkpoint
      if (longitude === null || latitude === null) return []
      const silent = silentHours(checkpoint, board.asOf) >= 6
      return {
        id: checkpoint.id,
        name: checkpoint.name,
        kind: checkpoint.kind,
        longitude,
        latitude,
        note: t('map.hint', { screened: number(counts.screened), fevers: openFevers }),
        // The area, not the width, stands for the number of people.
        size: 8 + 16 * Math.sqrt(counts.screened / most),
        alarm: openFevers > 0,
        quiet: silent,
      }
    })
  }, [board, t])
  const missing = board.checkpoints.length - points.length
  return (
    <Card
      title={t('overview.map')}
      extra={
        missing > 0 && (
          <Link {...paths.places({ tab: 'checkpoints' })}>{t('overview.notOnMap', { count: missing })}</Link>
        )
      }
    >
      <Loaded
        query={outline}
        skeleton={<Skeleton lines={9} height={26} />}
        empty={{ when: (data) => !data, show: <Nothing title={t('overview.noOutline')} /> }}
      >
        {(data) => (
          <>
            <CountyMap
              county={county}
              outline={data}
              points={points}
              height={MAP_HEIGHT}
              label={t('map.label', { count: points.length })}
              onOpen={(id) => void navigate(paths.checkpoint(id))}
            />
            <MapLegend kinds={new Set(board.checkpoints.map((checkpoint) => checkpoint.kind))} />
          </>
        )}
      </Loaded>
    </Card>
  )
}
