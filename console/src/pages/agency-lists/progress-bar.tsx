import { useTranslation } from 'react-i18next'
import { number } from '../../ui/format.ts'
import styles from './agency-lists.module.css'
import type { ListLine } from './queries.ts'

/** How many of those that can be verified were. */
export function ProgressBar({ progress }: { progress: ListLine['progress'] }) {
  const { t } = useTranslation()
  const total = progress.entries - progress.rejected
  const done = total - progress.open
  if (total === 0) return <span className="muted">—</span>
  return (
    <span className={styles.progress}>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${(100 * done) / total}%` }} />
      </span>
      <span className="number">{t('lists.progressOf', { done: number(done), total: number(total) })}</span>
    </span>
  )
}
