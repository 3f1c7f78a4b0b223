import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { Nothing } from '../../ui/page.tsx'
import styles from './board.module.css'
import { CoverTile } from './cover-tile.tsx'
import { DayFigure } from './day-figure.tsx'
import { FeverTile } from './fever-tile.tsx'
import { MapTile } from './map-tile.tsx'
import { MatrixTile } from './matrix-tile.tsx'
import { OrderTile } from './order-tile.tsx'
import { OverdueTile } from './overdue-tile.tsx'
import { RumoursTile } from './rumours-tile.tsx'
import { SilentTile } from './silent-tile.tsx'
import { type Board, DAY, readBy, type TileName } from './tiles.ts'

/** Every tile stands for itself: one that fails or is not the reader's to see takes nothing from the others. */
export function BoardView({ board, wall = false }: { board: Board; wall?: boolean }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const shows = (tile: TileName) => may(me, readBy(tile)) && !isRefused(board[tile])
  const day = DAY.filter((figure) => shows(`trend.${figure}`))
  const rest = (['checkpoints', 'coverage', 'order', 'rumours', 'cover', 'dailies', 'command'] as const).filter(shows)
  if (day.length + rest.length === 0) return <Nothing title={t('board.nothing')}>{t('board.nothingWhy')}</Nothing>
  return (
    <div className={styles.board} data-wall={wall || undefined}>
      {day.length > 0 && (
        <section className={styles.day} aria-label={t('board.day')}>
          {day.map((figure) => (
            <DayFigure key={figure} name={figure} state={board[`trend.${figure}`]} />
          ))}
        </section>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          {shows('checkpoints') && <MapTile state={board.checkpoints} />}
          {shows('cover') && <CoverTile state={board.cover} />}
          {shows('rumours') && <RumoursTile state={board.rumours} />}
        </div>
        <div className={styles.column}>
          {rest.length > 0 && <MatrixTile board={board} shows={shows} />}
          {shows('checkpoints') && <FeverTile board={board} />}
        </div>
        <div className={styles.column}>
          {shows('order') && <OrderTile state={board.order} wall={wall} />}
          <div className={styles.pair}>
            {shows('command') && <OverdueTile board={board} />}
            {(shows('dailies') || shows('order')) && <SilentTile board={board} />}
          </div>
        </div>
      </div>
    </div>
  )
}

const isRefused = (state: { body?: unknown; problem?: { status: number } } | undefined): boolean =>
  state?.problem?.status === 403
