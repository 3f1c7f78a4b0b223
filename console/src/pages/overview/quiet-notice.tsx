import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dateTime, hoursSince } from '../../ui/format.ts'
import type { Board } from '../checkpoints/queries.ts'
import { lastRecordOf } from '../checkpoints/silence.ts'
import styles from './overview.module.css'

const QUIET_HOURS = 24

/** A county that stopped sending a day ago looks calm on every other card, so it is said in words. */
export function QuietNotice({ board }: { board: Board }) {
  const { t } = useTranslation()
  const last = lastRecordOf(board)
  if (!last || hoursSince(last, board.asOf) < QUIET_HOURS) return null
  return (
    <p className={styles.quiet} role="status">
      {t('overview.quiet', { moment: dateTime(last) })}{' '}
      <Link {...paths.overview({ asOf: new Date(last).toISOString() })}>{t('overview.quietLook')} ›</Link>
    </p>
  )
}
