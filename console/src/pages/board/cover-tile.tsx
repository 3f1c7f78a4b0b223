import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { number } from '../../ui/format.ts'
import styles from './cover-tile.module.css'
import tileStyles from './tile.module.css'
import { AndMore, Tile } from './tile.tsx'
import type { TileState, Tiles } from './tiles.ts'

const SHOWN = 4
const SOON_DAYS = 7
/** As far as the axis goes; what lasts longer fills it. */
const FAR_DAYS = 30

/** For how many days what is in store will do, the shortest first. */
export function CoverTile({ state }: { state: TileState<Tiles['cover']> | undefined }) {
  const { t } = useTranslation()
  return (
    <Tile
      name="cover"
      title={t('board.cover')}
      to={paths.cover({ kind: 'medical' })}
      state={state}
      asOf={({ asOf }) => asOf}
    >
      {({ items }) => {
        const known = items
          .flatMap((one) => (one.days === null ? [] : [{ ...one, days: one.days }]))
          .sort((a, b) => a.days - b.days)
        const unknown = items.length - known.length
        if (items.length === 0) return <p className={tileStyles.none}>{t('board.noStock')}</p>
        return (
          <>
            {known.length > 0 && (
              <table className={styles.bars}>
                <caption className="visually-hidden">{t('board.coverCaption', { days: FAR_DAYS })}</caption>
                <thead>
                  <tr>
                    <th scope="col">
                      <span className="visually-hidden">{t('board.item')}</span>
                    </th>
                    <td aria-hidden="true">
                      <span className={styles.scale}>
                        <span>0</span>
                        <span>{FAR_DAYS / 2}</span>
                        <span>{FAR_DAYS}+</span>
                      </span>
                    </td>
                    <th scope="col">{t('board.days')}</th>
                  </tr>
                </thead>
                <tbody>
                  {known.slice(0, SHOWN).map(({ itemId, name, days }) => (
                    <tr key={itemId} data-tone={days < SOON_DAYS ? 'alarm' : undefined}>
                      <th scope="row">
                        <Link {...paths.coverOfItem(itemId)}>{name}</Link>
                      </th>
                      <td aria-hidden="true">
                        <span className={styles.track}>
                          <span style={{ width: `${Math.min(100, (100 * days) / FAR_DAYS)}%` }} />
                        </span>
                      </td>
                      <td className="number">
                        {days < SOON_DAYS && <span aria-hidden="true">⚠ </span>}
                        {number(days)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <AndMore count={known.length - SHOWN} to={paths.cover({ kind: 'medical' })} />
            {unknown > 0 && <p className={tileStyles.none}>{t('board.noUse', { count: unknown })}</p>}
          </>
        )
      }}
    </Tile>
  )
}
