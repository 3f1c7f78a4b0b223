import { useTranslation } from 'react-i18next'
import { isRefusal } from '../api.ts'
import { language } from '../i18n/i18n.ts'
import styles from './problem-notice.module.css'

interface ProblemNoticeProps {
  error: unknown
  /** Older content is still shown below. */
  stale?: boolean
  busy?: boolean
  onRetry?(): void
}

type Advice = 'offline' | 'retry' | 'permission' | 'change' | 'unexpected'

function adviceFor(error: unknown): Advice {
  if (!isRefusal(error)) return 'unexpected'
  if (error.status === 0) return 'offline'
  if (error.status === 403) return 'permission'
  if (error.status >= 500) return 'unexpected'
  return error.mayHelpToRetry ? 'retry' : 'change'
}

/** What happened, what to do about it, and the number the administrator can look it up by. */
export function ProblemNotice({ error, stale = false, busy = false, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation()
  const advice = adviceFor(error)
  const title = (isRefusal(error) && error.message) || t(`problem.title.${advice}`)
  const requestId = isRefusal(error) ? error.requestId : null
  return (
    <div className={styles.notice} role="alert">
      <svg className={styles.icon} viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 2.5 18.5 17h-17z" />
        <path d="M10 8v4.2M10 14.4v.4" />
      </svg>
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        <p>{stale ? t('problem.stale') : t(`problem.advice.${advice}`)}</p>
        {isRefusal(error) && error.issues.length > 0 && (
          <ul className={styles.issues}>
            {error.issues.map((issue) => (
              <li key={issue.path}>{issue[language()]}</li>
            ))}
          </ul>
        )}
        {requestId && <p className={styles.request}>{t('problem.request', { id: requestId })}</p>}
      </div>
      {onRetry && (
        <button type="button" className={styles.retry} onClick={onRetry} disabled={busy}>
          {busy ? t('problem.retrying') : t('problem.again')}
        </button>
      )}
    </div>
  )
}
