import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { number } from '../../ui/format.ts'
import styles from './agency-lists.module.css'
import type { Counts } from './queries.ts'

const parts = ['matched', 'conflict', 'created', 'rejected', 'blank'] as const

/** The rows of a file and what became of each: a sum that has to come out. */
export function Equation({ counts, listId }: { counts: Counts; listId: string }) {
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
            {part === 'blank' ? (
              number(counts[part])
            ) : (
              <Link {...paths.list(listId, { outcome: part })}>{number(counts[part])}</Link>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
