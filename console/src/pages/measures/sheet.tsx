import { Link } from '@tanstack/react-router'
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
}
/** More names than these nobody reads off a card; all of them are behind the cells. */
const NAMED = { desk: 9, wall: 4 }
const WAITS: readonly TaskState[] = ['silent', 'late', 'returned']

/** A card for each township, and in it a cell for each of its villages. Who has to be asked stands there by name. */
export function Sheet({ townships, documentId, measure, asOf, wall = false }: Props) {
  const to = (area: string) => paths.tasks({ documentId, measureId: measure, area, asOf })
  return (
    <div className={styles.sheet} data-wall={wall || undefined}>
      {townships.map((one) => (
        <TownshipCard key={one.division} township={one} wall={wall} to={to} />
      ))}
    </div>
  )
}

type To = (area: string) => ReturnType<typeof paths.tasks>

function TownshipCard({ township, wall, to }: { township: Township; wall: boolean; to: To }) {
  const { t } = useTranslation()
  const named = NAMED[wall ? 'wall' : 'desk']
  const { division, name, state, below, cells } = township
  const waiting = cells.filter((cell) => cell.state && WAITS.includes(cell.state))
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
          <CellBox key={cell.division} cell={cell} to={to} />
        ))}
      </ul>
      {waiting.length > 0 && (
        <p className={styles.waiting}>
          {waiting.slice(0, named).map(({ division: code, name: village, state: how }) => (
            <Link key={code} {...to(code)}>
              <span aria-hidden="true">{how && SIGN[how]}</span> {short(village)}
              <span className="visually-hidden">{how && t(`measures.state.${how}`)}</span>
            </Link>
          ))}
          {waiting.length > named && <span>{t('measures.andMore', { count: waiting.length - named })}</span>}
        </p>
      )}
    </section>
  )
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

function CellBox({ cell: { division, name, state }, to }: { cell: Cell; to: To }) {
  const { t } = useTranslation()
  const words = `${short(name)} ${state ? t(`measures.state.${state}`) : t('measures.nothingHere')}`
  return (
    <li>
      <Link {...to(division)} className={styles.cell} data-tone={state ? TONE[state] : 'none'} title={words}>
        <span aria-hidden="true">{state ? SIGN[state] : '·'}</span>
        <span className="visually-hidden">{words}</span>
      </Link>
    </li>
  )
}
