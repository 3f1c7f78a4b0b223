import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
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
}

function Figure({ name, kind, value, note, tone }: FigureProps) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <dt>
        {name} <span className={styles.kind}>{kind}</span>
      </dt>
      <dd>
        <span className={styles.value}>{number(value)}</span>
        <span className={styles.note}>{note}</span>
      </dd>
    </div>
  )
}

export function Headline({ board, midnight }: { board: Board; midnight: Board | undefined }) {
  const { t } = useTranslation()
  const { total, openFevers } = board
  const today = (key: keyof Board['total']) =>
    midnight ? t('overview.today', { count: number(total[key] - midnight.total[key]) }) : t('overview.todayPending')
  return (
    <section className={styles.card} aria-label={t('overview.figures')}>
      <dl className={styles.big}>
        <Figure
          name={t('overview.screened')}
          kind={t('overview.cumulative')}
          value={total.screened}
          note={today('screened')}
        />
        <Figure
          name={t('overview.openFevers')}
          kind={t('overview.stock')}
          value={openFevers}
          tone={openFevers > 0 ? 'alarm' : undefined}
          note={
            <Link {...paths.handOvers({ state: openFevers > 0 ? 'open' : 'all' })}>
              {t('overview.feversSoFar', { count: number(total.fevers) })}
            </Link>
          }
        />
        <Figure
          name={t('overview.turnedBack')}
          kind={t('overview.cumulative')}
          value={total.turnedBack}
          note={today('turnedBack')}
        />
      </dl>
      <dl className={styles.small}>
        {(['medical', 'refused', 'vehicles'] as const).map((key) => (
          <div key={key}>
            <dt>{t(`overview.${key}`)}</dt>
            <dd className="number">{number(total[key])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
