import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { number } from '../../ui/format.ts'
import { shapeOf } from '../../ui/map-legend.tsx'
import { silentHours } from '../checkpoints/silence.ts'
import { outlineQuery } from '../places/queries.ts'
import { type Area, areaOf, pathOf } from './map.ts'
import styles from './map-tile.module.css'
import tileStyles from './tile.module.css'
import { Tile } from './tile.tsx'
import type { TileState, Tiles } from './tiles.ts'

type Checkpoints = Tiles['checkpoints']
type Checkpoint = Checkpoints['checkpoints'][number]
const SILENT_HOURS = 6
/** Names on the map; more would lie upon each other, and all stand in the list beside it. */
const NAMED = 6

/** The county and its checkpoints: the shape tells the kind, the area of a point how many came through. */
export function MapTile({ state }: { state: TileState<Checkpoints> | undefined }) {
  const { t } = useTranslation()
  const outline = useQuery(outlineQuery).data
  return (
    <Tile
      name="checkpoints"
      title={t('board.map')}
      to={paths.checkpoints()}
      state={state}
      asOf={({ asOf }) => asOf}
      fills
    >
      {(body) =>
        outline ? (
          <>
            <Drawing body={body} area={areaOf(outline)} />
            <Legend body={body} />
          </>
        ) : (
          <p className={tileStyles.none}>{t('board.noOutline')}</p>
        )
      }
    </Tile>
  )
}

const isSilent = (one: Checkpoint, asOf: string): boolean => silentHours(one, asOf) >= SILENT_HOURS

function Drawing({ body, area }: { body: Checkpoints; area: Area }) {
  const { t } = useTranslation()
  const placed = body.checkpoints.flatMap((one) =>
    one.longitude === null || one.latitude === null ? [] : [{ one, ...area.at(one.longitude, one.latitude) }],
  )
  const most = Math.max(1, ...placed.map(({ one }) => one.counts.screened))
  // Fevers last, so that nothing lies upon them.
  const inOrder = placed.toSorted((a, b) => a.one.openFevers - b.one.openFevers)
  const fevers = placed.filter(({ one }) => one.openFevers > 0)
  const label = t('board.mapLabel', {
    count: placed.length,
    fevers: fevers.length,
    silent: placed.filter(({ one }) => isSilent(one, body.asOf)).length,
  })
  return (
    <div className={styles.map}>
      <div
        className={styles.sheet}
        style={{ aspectRatio: `${area.width} / ${area.height}`, '--ratio': area.width / area.height } as CSSProperties}
      >
        <svg viewBox={`0 0 ${area.width} ${area.height}`} role="img" aria-label={label}>
          <path d={pathOf(area)} className={styles.outline} />
          {inOrder.map(({ one, x, y }) => {
            const size = 11 + 26 * Math.sqrt(one.counts.screened / most)
            const look = one.openFevers > 0 ? 'fever' : isSilent(one, body.asOf) ? 'silent' : 'usual'
            return (
              <g key={one.id} data-look={look} transform={`translate(${x} ${y}) scale(${size / 12}) translate(-6 -6)`}>
                <title>{`${one.name} ${number(one.counts.screened)}`}</title>
                {look === 'fever' && <circle cx="6" cy="6" r="8" className={styles.ring} />}
                <path d={shapeOf(one.kind)} />
              </g>
            )
          })}
        </svg>
        {fevers.slice(0, NAMED).map(({ one, x, y }) => (
          <Link
            key={one.id}
            {...paths.checkpoint(one.id)}
            className={styles.mapName}
            data-side={x > area.width / 2 ? 'left' : 'right'}
            style={{ left: `${(100 * x) / area.width}%`, top: `${(100 * y) / area.height}%` }}
          >
            {one.name} {one.openFevers}
          </Link>
        ))}
      </div>
    </div>
  )
}

function Legend({ body }: { body: Checkpoints }) {
  const { t } = useTranslation()
  const silent = body.checkpoints.filter((one) => isSilent(one, body.asOf)).length
  return (
    <ul className={styles.legend}>
      <li>
        <Sign look="usual" />
        <Link {...paths.checkpoints()}>{t('board.points', { count: body.checkpoints.length })}</Link>
      </li>
      <li>
        <Sign look="silent" />
        <Link {...paths.checkpoints({ silent: SILENT_HOURS })}>{t('board.silentPoints', { count: silent })}</Link>
      </li>
      <li>
        <Sign look="fever" />
        {t('board.feverPoint')}
      </li>
    </ul>
  )
}

const Sign = ({ look }: { look: string }) => (
  <svg viewBox="-3 -3 18 18" aria-hidden="true">
    <g data-look={look}>
      {look === 'fever' && <circle cx="6" cy="6" r="8" className={styles.ring} />}
      <path d={shapeOf('village-turn-back')} />
    </g>
  </svg>
)
