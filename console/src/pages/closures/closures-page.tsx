import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClosuresSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Views } from '../../ui/filters.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Page } from '../../ui/page.tsx'
import { MatrixView } from './matrix-view.tsx'
import { OrdersView } from './orders-view.tsx'
import { SubjectsView } from './subjects-view.tsx'

const NewSubject = lazy(() => import('./new-subject.tsx').then((module) => ({ default: module.NewSubject })))
const NewOrder = lazy(() => import('./new-order.tsx').then((module) => ({ default: module.NewOrder })))
const route = getRouteApi('/desk/closures')
const VIEWS = ['matrix', 'venue', 'gathering', 'line', 'orders'] as const

/** What has to stop, what was found of it, and by which decisions. */
export default function ClosuresPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const standsAt = useCountyMoment()
  const [asking, setAsking] = useState<'subject' | 'order' | null>(null)
  const { view = 'matrix', asOf } = search
  const change = (patch: ClosuresSearch) => void navigate({ search: { ...search, ...patch } })
  const close = () => setAsking(null)
  return (
    <Page
      title={t('closures.title')}
      about={t('closures.about')}
      actions={
        <>
          {view !== 'orders' && (
            <MomentPicker asOf={asOf} standsAt={standsAt} onPick={(moment) => change({ asOf: moment })} />
          )}
          {may(me, 'closures.subject.add') && (
            <Button onClick={() => setAsking('subject')}>{t('closures.register')}</Button>
          )}
          {may(me, 'closures.order.open') && (
            <Button type="primary" onClick={() => setAsking('order')}>
              {t('closures.newOrder')}
            </Button>
          )}
        </>
      }
    >
      <div>
        <Views
          label={t('closures.views')}
          value={view}
          options={VIEWS.map((one) => [one, t(`closures.view.${one}`)] as const)}
          onChange={(wanted) =>
            change({
              view: wanted === 'matrix' ? undefined : wanted,
              class: undefined,
              state: undefined,
              area: undefined,
            })
          }
        />
      </div>
      {view === 'matrix' && <MatrixView asOf={asOf} />}
      {view === 'orders' && <OrdersView />}
      {view !== 'matrix' && view !== 'orders' && <SubjectsView kind={view} search={search} onChange={change} />}
      <Suspense>
        {asking === 'subject' && (
          <NewSubject kind={view === 'gathering' || view === 'line' ? view : 'venue'} onClose={close} />
        )}
        {asking === 'order' && <NewOrder onClose={close} />}
      </Suspense>
    </Page>
  )
}
