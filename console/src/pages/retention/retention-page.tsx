import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RetentionSearch } from '../../paths.ts'
import { Views } from '../../ui/filters.tsx'
import { Page } from '../../ui/page.tsx'
import { FieldsView } from './fields-view.tsx'
import { ForgettingView } from './forgetting-view.tsx'

const route = getRouteApi('/desk/retention')

/** What is kept about people, why, for whom and how long; and the work that takes it away. */
export default function RetentionPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (patch: RetentionSearch) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  const view = search.view ?? 'fields'
  return (
    <Page
      title={t('shell.retention')}
      about={t('retention.about')}
      actions={
        <Views
          label={t('access.view')}
          value={view}
          options={[
            ['fields', t('retention.fieldsTitle')],
            ['forgetting', t('retention.forgettingTitle')],
          ]}
          onChange={(wanted) => change({ view: wanted === 'fields' ? undefined : wanted })}
        />
      }
    >
      {view === 'fields' ? <FieldsView search={search} onChange={change} /> : <ForgettingView />}
    </Page>
  )
}
