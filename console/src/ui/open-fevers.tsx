import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { boardQuery } from '../pages/checkpoints/queries.ts'
import styles from './open-fevers.module.css'

/** Red beside the menu for as long as any fever waits for its outcome. */
export function OpenFevers() {
  const { t } = useTranslation()
  const open = useQuery(boardQuery(undefined)).data?.openFevers ?? 0
  if (open === 0) return null
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{open}</span>
      <span className="visually-hidden">{t('handOvers.openCount', { count: open })}</span>
    </span>
  )
}
