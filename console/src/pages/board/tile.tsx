import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { paths } from '../../paths.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { dateTime, dayOf, exactTime, timeOfDay } from '../../ui/format.ts'
import { useNow } from './now.ts'
import styles from './tile.module.css'
import type { TileName, TileState } from './tiles.ts'

export type Place = ReturnType<(typeof paths)[keyof typeof paths]>

interface TileProps<T> {
  name: TileName
  title: string
  /** Where what it shows is listed. */
  to: Place
  state: TileState<T> | undefined
  /** As of when its numbers are. */
  asOf(body: T): string | undefined
  /** On a wall it takes what the others of its column leave. */
  fills?: boolean
  children(body: T): ReactNode
}

/** The frame of one tile, with the four states of what it shows and the moment as of which it shows it. */
export function Tile<T>({ name, title, to, state, asOf, fills, children }: TileProps<T>) {
  const { t } = useTranslation()
  const body = state?.body
  return (
    <section className={styles.tile} aria-label={title} data-tile={name} data-fills={fills}>
      <header>
        <h2>
          <Link {...to}>{title}</Link>
        </h2>
        {state && body !== undefined && <Stamp asOf={asOf(body) ?? state.at} readAt={state.at} />}
      </header>
      {state?.problem && (
        <p className={styles.problem} role="alert">
          <span aria-hidden="true">⚠ </span>
          {t(body === undefined ? 'board.failed' : 'board.failedSince', { code: state.problem.code })}
        </p>
      )}
      {body !== undefined && <div className={styles.body}>{children(body)}</div>}
      {!state && (
        <div className={styles.waiting} aria-busy="true" role="status">
          <span className="visually-hidden">{t('problem.loading')}</span>
        </div>
      )}
    </section>
  )
}

const OLD_MS = 90_000

/** The moment the numbers are as of; a tile that has not been read for long says so. */
export function Stamp({ asOf, readAt, isShort = false }: { asOf: string; readAt: string; isShort?: boolean }) {
  const { t } = useTranslation()
  const now = useNow(10_000)
  const livesAt = useCountyMoment()
  const age = now.getTime() - Date.parse(readAt)
  if (age > OLD_MS) {
    return (
      <span className={styles.old}>
        <span aria-hidden="true">⚠ </span>
        {t(isShort ? 'board.oldShort' : 'board.old', { count: Math.floor(age / 60_000) })}
      </span>
    )
  }
  // Where there is little room the day is left to the board's own heading, which says it in a county of the past.
  const isToday = dayOf(asOf) === dayOf((isShort && livesAt) || now)
  return (
    <span className={styles.stamp}>
      <span className="visually-hidden">{t('board.asOf')} </span>
      <time className="number" dateTime={asOf}>
        {isToday ? (isShort ? timeOfDay(asOf) : exactTime(asOf).slice(11)) : dateTime(asOf).slice(5)}
      </time>
    </span>
  )
}

/** So many more than a tile has room for. */
export function AndMore({ count, to }: { count: number; to: Place }) {
  const { t } = useTranslation()
  if (count <= 0) return null
  return (
    <p className={styles.more}>
      <Link {...to}>{t('board.more', { count })}</Link>
    </p>
  )
}
