import { useTranslation } from 'react-i18next'
import { number } from '../../ui/format.ts'
import styles from './agency-lists.module.css'
import type { Counts } from './queries.ts'

const parts = ['matched', 'conflict', 'created', 'rejected', 'blank'] as const

/** The rows of a file and what became of each: a sum that has to come out. */
export function Equation({ counts }: { counts: Counts }) {
  const { t } = useTranslation()
  return (
    <dl className={styles.equation} aria-label={t('listCounts.legend')}>
      <div data-part="read">
        <dt>{t('listCounts.read')}</dt>
        <dd>{number(counts.read)}</dd>
      </div>
      {parts.map((part, nth) => (
        <div key={part} data-part={part}>
          <dt>{t(`listCounts.${part}`)}</dt>
          <dd>
            <span className={styles.sign} aria-hidden="true">
              {nth === 0 ? '=' : '+'}
            </span>
            {number(counts[part])}
          </dd>
        </div>
      ))}
    </dl>
  )
}
