import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { number } from '../../ui/format.ts'
import { Count } from './count.tsx'
import styles from './tile.module.css'
import { AndMore, Tile } from './tile.tsx'
import { type Board, countIn } from './tiles.ts'

const SHOWN = 3

/** Fevers without an outcome, by where they were found, and what is known of cases. Nobody is named on a wall. */
export function FeverTile({ board }: { board: Board }) {
  const { t } = useTranslation()
  const cases = board.cases?.body
  return (
    <Tile
      name="checkpoints"
      title={t('board.fevers')}
      to={paths.handOvers({ state: 'open' })}
      state={board.checkpoints}
      asOf={({ asOf }) => asOf}
    >
      {({ openFevers, checkpoints }) => {
        const places = checkpoints.filter((one) => one.openFevers > 0).toSorted((a, b) => b.openFevers - a.openFevers)
        return (
          <>
            <dl className={styles.inline}>
              <Count
                name={t('board.feversOpen')}
                value={openFevers}
                to={paths.handOvers({ state: 'open' })}
                isAlarming={openFevers > 0}
              />
              {board.cases?.problem?.status !== 403 && (
                <Count
                  name={t('board.suspected')}
                  value={countIn(cases, 'suspected-now')}
                  to={paths.figure('suspected-now')}
                  isAlarming={(countIn(cases, 'suspected-now') ?? 0) > 0}
                />
              )}
              {board.cases?.problem?.status !== 403 && (
                <Count
                  name={t('board.confirmed')}
                  value={countIn(cases, 'confirmed')}
                  to={paths.figure('confirmed')}
                  isAlarming={(countIn(cases, 'confirmed') ?? 0) > 0}
                />
              )}
            </dl>
            {places.length > 0 && (
              <ul className={`${styles.list} ${styles.deskOnly}`}>
                {places.slice(0, SHOWN).map(({ id, name, openFevers: open }) => (
                  <li key={id}>
                    <Link {...paths.checkpoint(id)}>{name}</Link>
                    <b className="number">{number(open)}</b>
                  </li>
                ))}
              </ul>
            )}
            <div className={styles.deskOnly}>
              <AndMore count={places.length - SHOWN} to={paths.checkpoints({ sort: '-openFevers' })} />
            </div>
          </>
        )
      }}
    </Tile>
  )
}
