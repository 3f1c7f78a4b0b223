import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { number } from '../../ui/format.ts'
import { SIGN, STATES, TONE } from '../measures/states.tsx'
import styles from './order-tile.module.css'
import tileStyles from './tile.module.css'
import { Tile } from './tile.tsx'
import type { TileState, Tiles } from './tiles.ts'

type Order = Tiles['order']
/** Cells that a wall has room for; of more only those are shown that somebody waits for. */
const WALL_ROOM = 340

/** The order issued last: a cell for each village, in the order of the townships, and how many stand how. */
export function OrderTile({ state, wall }: { state: TileState<Order> | undefined; wall: boolean }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const order = state?.body
  return (
    <Tile
      name="order"
      title={t('board.order')}
      to={order && may(me, 'command.chain.read') ? paths.sheet(order.documentId) : paths.measures()}
      state={state}
      asOf={(body) => body?.asOf}
      fills
    >
      {(body) =>
        body === null ? (
          <p className={tileStyles.none}>{t('board.noOrder')}</p>
        ) : (
          <Chain order={body} room={wall ? WALL_ROOM : Number.POSITIVE_INFINITY} />
        )
      }
    </Tile>
  )
}

function Chain({ order, room }: { order: NonNullable<Order>; room: number }) {
  const { t } = useTranslation()
  const { documentId, number: code, title, townships, counts } = order
  const shown = STATES.filter((one) => counts[one])
  const cells = townships.reduce((sum, one) => sum + one.cells.length, 0)
  const isFull = cells > room
  return (
    <>
      <p className={styles.orderName}>
        <Link {...paths.document(documentId)}>
          {code} {title}
        </Link>
      </p>
      <ul className={styles.states}>
        {shown.map((one) => (
          <li key={one} data-tone={TONE[one]}>
            <Link {...paths.tasks({ documentId, state: one })}>
              <span aria-hidden="true">{SIGN[one]} </span>
              {t(`measures.state.${one}`)} <b className="number">{number(counts[one] ?? 0)}</b>
            </Link>
          </li>
        ))}
      </ul>
      {isFull && <p className={tileStyles.none}>{t('board.onlyWaiting')}</p>}
      <div className={styles.cells} aria-hidden="true" data-testid="cells">
        {townships.map(({ division, cells: villages }) => (
          <Fragment key={division}>
            {villages
              .filter((cell) => !isFull || (cell.state && cell.state !== 'done'))
              .map((cell) => (
                <span
                  key={cell.division}
                  data-tone={cell.state ? TONE[cell.state] : 'none'}
                  title={`${cell.name} ${cell.state ? t(`measures.state.${cell.state}`) : t('measures.nothingHere')}`}
                >
                  {cell.state ? SIGN[cell.state] : '·'}
                </span>
              ))}
            <i />
          </Fragment>
        ))}
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{t('board.orderCaption', { title, count: cells })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('board.area')}</th>
              {shown.map((one) => (
                <th key={one} scope="col">
                  {t(`measures.state.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {townships.map(({ division, name, below }) => (
              <tr key={division}>
                <th scope="row">{name}</th>
                {shown.map((one) => (
                  <td key={one}>{number(below[one] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
