import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths, type VisitsSearch } from '../../paths.ts'
import { number } from '../../ui/format.ts'
import { doneOf, notMetOf, percentOf, toVisitOf } from './counted.ts'
import type { Progress } from './queries.ts'
import styles from './visits.module.css'

/** Every number that has a list behind it leads there. */
export function RoundFigures({ progress, search }: { progress: Progress; search: VisitsSearch }) {
  const { t } = useTranslation()
  const { total } = progress
  const done = doneOf(total)
  const lists = [
    ['not-met', 'visits.notMet', notMetOf(total), 'caution'],
    ['refused', 'visits.refused', total.refused, 'alarm'],
    ['to-visit', 'visits.toVisit', toVisitOf(total), undefined],
  ] as const
  const parts = [
    ['visits.met', total.met],
    ['visits.phone', total.phone],
    ['visits.sealed', total.sealed],
  ] as const
  return (
    <dl className={styles.figures} aria-label={t('visits.view.progress')}>
      <div className={styles.figure}>
        <dt>{t('visits.households')}</dt>
        <dd>{number(total.households)}</dd>
      </div>
      <div className={styles.figure} data-tone={done > 0 ? 'ok' : undefined}>
        <dt>{t('visits.done')}</dt>
        <dd>{number(done)}</dd>
        <div className={styles.figureNote}>{percentOf(done, total.households)}%</div>
      </div>
      {parts.map(([word, count]) => (
        <div key={word} className={styles.figure}>
          <dt>{t(word)}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
      {lists.map(([view, word, count, tone]) => (
        <Link
          key={view}
          {...paths.visits({ ...search, view })}
          className={styles.figure}
          data-tone={count > 0 ? tone : undefined}
        >
          <dt>{t(word)}</dt>
          <dd>{number(count)}</dd>
        </Link>
      ))}
    </dl>
  )
}
