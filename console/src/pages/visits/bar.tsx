import { useTranslation } from 'react-i18next'
import { doneOf, notMetOf, percentOf, toVisitOf } from './counted.ts'
import type { Counted } from './queries.ts'
import styles from './visits.module.css'

/** What is done, not met and refused of all households, with a mark where the target stands. */
export function Bar({ counted, needed }: { counted: Counted; needed: number | null }) {
  const { t } = useTranslation()
  const { households, refused } = counted
  if (households === 0) return <span className="muted">—</span>
  const done = doneOf(counted)
  const notMet = notMetOf(counted)
  const width = (part: number) => ({ width: `${(part / households) * 100}%` })
  const told = t('visits.bar', { done, notMet, refused, toVisit: toVisitOf(counted) })
  return (
    <span className={styles.barBox} title={told}>
      <span className={styles.barHolder}>
        <span className={styles.bar} role="img" aria-label={told}>
          <span data-part="done" style={width(done)} />
          <span data-part="not-met" style={width(notMet)} />
          <span data-part="refused" style={width(refused)} />
        </span>
        {needed !== null && needed > 0 && needed < households && (
          <span className={styles.mark} style={{ left: `${(needed / households) * 100}%` }} aria-hidden="true" />
        )}
      </span>
      <span className="number">{percentOf(done, households)}%</span>
    </span>
  )
}
