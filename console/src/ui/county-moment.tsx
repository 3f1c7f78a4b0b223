import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { stateQuery } from '../pages/retention/queries.ts'
import { exactTime } from './format.ts'
import styles from './shell.module.css'

/** As of when the county is looked at: null is now; a county of an exercise lives at a moment of the past. */
export const useCountyMoment = (): string | null => useQuery(stateQuery).data?.moment ?? null

/** Says on every page why the dates are of another year. */
export function CountyMoment() {
  const { t } = useTranslation()
  const moment = useCountyMoment()
  if (moment === null) return null
  return (
    <p className={styles.moment} role="note">
      {t('shell.livesAt')} <time className="number">{exactTime(moment)}</time>
    </p>
  )
}
