import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { Cell, Counts, TaskState, Township } from './queries.ts'
import styles from './sheet.module.css'
import { SIGN, STATES, TONE } from './states.tsx'

interface Props {
  townships: readonly Township[]
  documentId: string
  measure: string | undefined
  asOf: string | undefined
  wall?: boolean
  /** Every village by its name, and not by its sign alone. */
  named?: boolean
}
/** More names than these nobody reads off a card at once: at a desk the others are one press away, a wall shows them in turn. */
const NAMED = { desk: 9, wall: 4 }
const TURN_MS = 8_000
const WAITS: readonly TaskState[] = ['silent', 'late', 'returned']

/** A card for each township, and in it a cell for each of its villages. Who has to be asked stands there by name. */
export function Sheet({ townships, documentId, measure, asOf, wall = false, named = false }: Props) {
  const to = (area: string) => paths.tasks({ documentId, measureId: measure, area, asOf })
  return (
    <div className={styles.sheet} data-wall={wall || undefined}>
      {townships.map((one) => (
        <TownshipCard key={one.division} township={one} wall={wall} named={named} to={to} />
      ))}
    </div>
  )
}

type To = (area: string) => ReturnType<typeof paths.tasks>

interface CardProps {
  township: Township
  wall: boolean
  named: boolean
  to: To
}
function TownshipCard({ township, wall, named, to }: CardProps) {
  const { t } = useTranslation()
  const { division, name, state, below, cells } = township
  const worst = STATES.find((one) => below[one] || one === state)
  return (
    <section className={styles.township} data-tone={worst && TONE[worst]} aria-label={name}>
      <h2>
        <Link {...to(division)} title={state ? t(`measures.state.${state}`) : t('measures.nothingHere')}>
          {state && (
            <span className={styles.sign} data-tone={TONE[state]} aria-hidden="true">
              {SIGN[state]}
            </span>
          )}
          {name}
        </Link>
        {state && <small>{t('measures.itself', { state: t(`measures.state.${state}`) })}</small>}
      </h2>
      <CountsLine counts={below} wall={wall} />
      <ul className={styles.cells} aria-label={t('measures.villagesOf', { name })}>
        {cells.map((cell) => (
          <CellBox key={cell.division} cell={cell} named={named} to={to} />
        ))}
      </ul>
      {!named && <Waiting cells={cells} wall={wall} to={to} />}
    </section>
  )
}

/** Who has to be asked, the silent first. */
function Waiting({ cells, wall, to }: { cells: readonly Cell[]; wall: boolean; to: To }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const waiting = WAITS.flatMap((how) => cells.filter(({ state }) => state === how))
  const most = NAMED[wall ? 'wall' : 'desk']
  const turn = useTurn(wall ? Math.ceil(waiting.length / most) : 1)
  if (waiting.length === 0) return null
  const shown = all ? waiting : waiting.slice(turn * most, (turn + 1) * most)
  const others = waiting.length - shown.length
  return (
    <p className={styles.waiting}>
      {shown.map(({ division, name, state }) => (
        <Link key={division} {...to(division)}>
          <span aria-hidden="true">{state && SIGN[state]}</span> {short(name)}
          <span className="visually-hidden">{state && t(`measures.state.${state}`)}</span>
        </Link>
      ))}
      {others > 0 && wall && <span>{t('measures.andMore', { count: others })}</span>}
      {others > 0 && !wall && (
        <button type="button" className={styles.others} aria-expanded={false} onClick={() => setAll(true)}>
          {t('measures.andMore', { count: others })}
        </button>
      )}
    </p>
  )
}

/** Which part of a long list is shown now, one after the other. */
function useTurn(parts: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (parts < 2) return
    const timer = setInterval(() => setTurn((now) => now + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [parts])
  return turn % Math.max(parts, 1)
}

/** On a wall the words stand once, at the head; a card has signs and numbers. */
function CountsLine({ counts, wall }: { counts: Counts; wall: boolean }) {
  const { t } = useTranslation()
  const shown = STATES.filter((state) => counts[state])
  return (
    <p className={styles.counts}>
      {shown.map((state) => (
        <span key={state} data-tone={TONE[state]}>
          <span aria-hidden="true">{SIGN[state]}</span>{' '}
          <span className={wall ? 'visually-hidden' : undefined}>{t(`measures.state.${state}`)}</span>{' '}
          <b>{counts[state]}</b>
        </span>
      ))}
    </p>
  )
}

const short = (name: string): string => name.replace(/(村民委员会|居民委员会|村委会|居委会)$/, '')

function CellBox({ cell: { division, name, state }, named, to }: { cell: Cell; named: boolean; to: To }) {
  const { t } = useTranslation()
  const words = `${short(name)} ${state ? t(`measures.state.${state}`) : t('measures.nothingHere')}`
  const look = { className: styles.cell, 'data-tone': state ? TONE[state] : 'none', 'data-named': named || undefined }
  return (
    <li>
      <Link {...to(division)} {...look} title={words}>
        <span aria-hidden="true">
          {state ? SIGN[state] : '·'}
          {named && ` ${short(name)}`}
        </span>
        <span className="visually-hidden">{words}</span>
      </Link>
    </li>
  )
}
