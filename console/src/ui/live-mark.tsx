import { useTranslation } from 'react-i18next'
import { type LiveState, useLiveState } from '../live.ts'
import styles from './live-mark.module.css'

/** Whether what is on screen keeps itself up to date; said in a word as well as by the dot. */
export function LiveMark({ state: own }: { state?: LiveState }) {
  const { t } = useTranslation()
  const usual = useLiveState()
  const state = own ?? usual
  return (
    <span className={styles.mark} data-state={state} role="status">
      <span className={styles.dot} aria-hidden="true" />
      {t(`live.${state}`)}
    </span>
  )
}
