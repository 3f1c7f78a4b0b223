import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dateTime, dayOf } from '../../ui/format.ts'
import { catalogueQuery, type Figure, type Trend } from '../figures/queries.ts'
import { nameOf, numberOf, unitOf } from '../figures/words.ts'
import styles from './day-figure.module.css'
import tileStyles from './tile.module.css'
import { Stamp } from './tile.tsx'
import type { DAY, TileState } from './tiles.ts'
import { drawn, less, stepsOf } from './trend.ts'

type Name = (typeof DAY)[number]
/** Standing above zero, these want somebody. */
const ALARMING: readonly Name[] = ['fevers-open', 'tasks-late']

/** One figure of the day: what it is, what it grew by, and the last days, on an axis that begins at zero. */
export function DayFigure({ name, state }: { name: Name; state: TileState<Trend> | undefined }) {
  const { t } = useTranslation()
  const figure = useQuery(catalogueQuery).data?.items.find((one) => one.name === name)
  const items = state?.body?.items
  const last = items?.at(-1)
  const grown = less(last?.value, items?.at(-2)?.value)
  const isAlarming = ALARMING.includes(name) && (last?.value ?? 0) > 0
  return (
    <section
      className={styles.figure}
      aria-label={figure ? nameOf(figure) : t(`board.figure.${name}`)}
      data-tone={isAlarming ? 'alarm' : undefined}
    >
      <header>
        <h2>
          {isAlarming && <span aria-hidden="true">⚠ </span>}
          {t(`board.figure.${name}`)}
        </h2>
        {last && state && <Stamp asOf={last.asOf} readAt={state.at} isShort />}
      </header>
      {state?.problem && (
        <p className={tileStyles.problem} role="alert">
          <span aria-hidden="true">⚠ </span>
          {t('board.failedShort')}
        </p>
      )}
      {!state && (
        <div className={tileStyles.waiting} aria-busy="true" role="status">
          <span className="visually-hidden">{t('problem.loading')}</span>
        </div>
      )}
      {items && last && figure && (
        <>
          <p className={styles.value}>
            <Link {...paths.figure(name)} data-testid={`figure-${name}`}>
              {numberOf(last.value, figure)}
            </Link>{' '}
            <small>{unitOf(figure)}</small>
          </p>
          <p className={styles.grown}>
            {t(figure.kind === 'stock' ? 'board.changed' : 'board.grew', { unit: unitOf(figure) })}{' '}
            <b className="number">{grown === null ? '—' : signed(grown, figure)}</b>
          </p>
          <Sparkline figure={figure} items={items} />
        </>
      )}
    </section>
  )
}

const signed = (value: number, figure: Figure): string =>
  value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${numberOf(Math.abs(value), figure)}`

function Sparkline({ figure, items }: { figure: Figure; items: Trend['items'] }) {
  const { t } = useTranslation()
  const { points, top } = drawn(figure.kind, items)
  const isStock = figure.kind === 'stock'
  const caption = t(isStock ? 'board.trendStock' : 'board.trendGrowth', {
    name: nameOf(figure),
    unit: unitOf(figure),
  })
  const short = (asOf: string | undefined) => (asOf ? dayOf(asOf).slice(5) : '')
  return (
    <figure className={styles.trend}>
      <span className={styles.top} aria-hidden="true">
        {numberOf(top, figure)}
      </span>
      <span className={styles.zero} aria-hidden="true">
        0
      </span>
      <svg viewBox={`0 0 ${points.length} 100`} preserveAspectRatio="none" aria-hidden="true">
        <path d={`M0 0H${points.length}`} className={styles.gridline} />
        {isStock ? (
          <path d={stepsOf(points, top)} className={styles.steps} />
        ) : (
          points.map(({ asOf, value }, nth) => {
            // A total that was corrected downwards came with less than nothing: the axis has no room for it, the table has.
            const height = value === null ? 0 : Math.max(0, (100 * value) / top)
            return <rect key={asOf} x={nth + 0.14} width={0.72} y={100 - height} height={height} />
          })
        )}
        <path d={`M0 100H${points.length}`} className={styles.axis} />
      </svg>
      <span className={styles.days} aria-hidden="true">
        <span>{short(points[0]?.asOf)}</span>
        <span>{short(points.at(-1)?.asOf)}</span>
      </span>
      <div className="visually-hidden">
        <table>
          <caption>{caption}</caption>
          <tbody>
            {points.map(({ asOf, value }) => (
              <tr key={asOf}>
                <th scope="row">{dateTime(asOf)}</th>
                <td>{numberOf(value, figure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
