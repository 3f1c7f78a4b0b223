import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { backupsQuery } from '../access/queries.ts'
import styles from './overview.module.css'

/** A backup that fails, fails in silence; whoever would have to answer for it reads of it where they look every day. */
export function BackupNotice() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const { data } = useQuery({ ...backupsQuery, enabled: may(me, 'jobs.backup.read') })
  if (!data || data.standing === 'sound' || data.standing === 'off') return null
  return (
    <p className={styles.quiet} role="status">
      {t(`backups.meaning.${data.standing}`)} <Link {...paths.access({ tab: 'backups' })}>{t('backups.look')} ›</Link>
    </p>
  )
}
