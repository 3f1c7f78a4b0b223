import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Count } from './count.tsx'
import { short } from './short.ts'
import styles from './tile.module.css'
import { AndMore, Tile } from './tile.tsx'
import type { Board } from './tiles.ts'

const SHOWN = 4

/** Villages that were asked and have said nothing in time: to the last order, and for the day's report. */
export function SilentTile({ board }: { board: Board }) {
  const { t } = useTranslation()
  const order = board.order?.body
  const dailies = board.dailies?.body
  const silent = order?.townships.flatMap(({ cells }) => cells.filter(({ state }) => state === 'silent')) ?? []
  const unreported = (dailies?.form && dailies.states.late) || 0
  const state = board.order?.body === undefined ? (board.dailies ?? board.order) : board.order
  const to = order ? paths.tasks({ documentId: order.documentId, state: 'silent' }) : paths.dailies()
  return (
    <Tile
      name="dailies"
      title={t('board.silent')}
      to={to}
      state={state as typeof board.dailies}
      asOf={() => dailies?.asOf ?? order?.asOf}
    >
      {() => (
        <>
          <dl className={styles.lines}>
            {board.order && (
              <Count
                name={t('board.silentOrder')}
                value={order ? silent.length : null}
                to={to}
                isAlarming={silent.length > 0}
              />
            )}
            {board.dailies && (
              <Count
                name={t('board.silentDaily')}
                value={dailies?.form ? unreported : null}
                to={paths.dailies()}
                isAlarming={unreported > 0}
              />
            )}
          </dl>
          {silent.length > 0 && (
            <ul className={styles.names}>
              {silent.slice(0, SHOWN).map(({ division, name }) => (
                <li key={division}>
                  <Link {...paths.tasks({ documentId: order?.documentId, area: division })}>{short(name)}</Link>
                </li>
              ))}
            </ul>
          )}
          <AndMore count={silent.length - SHOWN} to={to} />
          {board.dailies && dailies && !dailies.form && <p className={styles.none}>{t('board.noForm')}</p>}
        </>
      )}
    </Tile>
  )
}
