import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { FigureLink, type FigureOf } from '../../ui/figure-link.tsx'
import { number } from '../../ui/format.ts'
import type { Board } from '../checkpoints/queries.ts'
import styles from './headline.module.css'

interface FigureProps {
  name: string
  /** Which kind of figure this is: a running total, or how things stand. */
  kind: string
  value: number
  note: ReactNode
  tone?: 'alarm' | undefined
  of: FigureOf
  /** Where it is made up of, as many as it says. */
  to: ReturnType<typeof paths.checkpoints | typeof paths.handOvers>
}

function Figure({ name, kind, value, note, tone, of, to }: FigureProps) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <dt>
        <FigureLink {...of}>{name}</FigureLink> <span className={styles.kind}>{kind}</span>
      </dt>
      <dd>
        <Link {...to} className={styles.value} aria-label={`${name} ${number(value)}`}>
          {number(value)}
        </Link>
        <span className={styles.note}>{note}</span>
      </dd>
    </div>
  )
}

interface HeadlineProps {
  board: Board
  midnight: Board | undefined
  /** The moment that was asked for; where there is none, now or the county's own. */
  asOf: string | undefined
}

const FIGURES = { medical: 'handed-to-medical', refused: 'refused', vehicles: 'vehicles' } as const

/** Every number leads to the checkpoints it comes from; fevers, as long as it is now, to the fevers themselves. */
export function Headline({ board, midnight, asOf }: HeadlineProps) {
  const { t } = useTranslation()
  const { total, openFevers } = board
  const by = (sort: string) => paths.checkpoints({ sort: `-${sort}`, asOf })
  const today = (key: keyof Board['total']) =>
    midnight ? t('overview.today', { count: number(total[key] - midnight.total[key]) }) : t('overview.todayPending')
  return (
    <section className={styles.card} aria-label={t('overview.figures')}>
      <dl className={styles.big}>
        <Figure
          name={t('overview.screened')}
          kind={t('overview.cumulative')}
          value={total.screened}
          of={{ figure: 'screened', asOf }}
          note={today('screened')}
          to={by('screened')}
        />
        <Figure
          name={t('overview.openFevers')}
          kind={t('overview.stock')}
          value={openFevers}
          of={{ figure: 'fevers-open', asOf }}
          tone={openFevers > 0 ? 'alarm' : undefined}
          note={
            <Link {...(asOf ? by('fevers') : paths.handOvers({ state: 'all' }))}>
              {t('overview.feversSoFar', { count: number(total.fevers) })}
            </Link>
          }
          to={asOf ? by('openFevers') : paths.handOvers({ state: 'open' })}
        />
        <Figure
          name={t('overview.turnedBack')}
          kind={t('overview.cumulative')}
          value={total.turnedBack}
          of={{ figure: 'turned-back', asOf }}
          note={today('turnedBack')}
          to={by('turnedBack')}
        />
      </dl>
      <dl className={styles.small}>
        {(['medical', 'refused', 'vehicles'] as const).map((key) => (
          <div key={key}>
            <dt>
              <FigureLink figure={FIGURES[key]} asOf={asOf}>
                {t(`overview.${key}`)}
              </FigureLink>
            </dt>
            <dd className="number">
              <Link {...by(key)} aria-label={`${t(`overview.${key}`)} ${number(total[key])}`}>
                {number(total[key])}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
