import { Link, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isRefusal } from '../api.ts'
import { paths } from '../paths.ts'
import { Nothing, Page } from './page.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** A page that could not be shown at all. */
export function ProblemScreen({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Page title={t('problem.page')}>
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
      {!isRefusal(error) && <p className="muted small">{t('problem.reported')}</p>}
      <p>
        <Link {...paths.overview()}>{t('problem.home')}</Link>
      </p>
    </Page>
  )
}

export function NotFoundScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('problem.notFound')}>
      <Nothing title={t('problem.notFoundWhy')}>
        <Link {...paths.overview()}>{t('problem.home')}</Link>
      </Nothing>
    </Page>
  )
}
