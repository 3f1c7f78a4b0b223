import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RumoursSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { LookedAt } from '../../ui/fact-dialog.tsx'
import { Views } from '../../ui/filters.tsx'
import { Page } from '../../ui/page.tsx'
import { MatrixView } from './matrix-view.tsx'
import { TopicsView } from './topics-view.tsx'
import { WatchLine } from './watch-line.tsx'
import { WeekView } from './week-view.tsx'

const NewSignal = lazy(() => import('./new-signal.tsx').then((module) => ({ default: module.NewSignal })))
const route = getRouteApi('/desk/rumours')
const VIEWS = ['topics', 'week', 'matrix'] as const

/** What people ask and what becomes of it; nobody who asked is known here. */
export default function RumoursPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const standsAt = useCountyMoment()
  const [isTelling, setTelling] = useState(false)
  const { view = 'topics' } = search
  const change = (patch: RumoursSearch) => void navigate({ search: { ...search, ...patch } })
  return (
    <LookedAt value={standsAt ?? undefined}>
      <Page
        title={t('rumours.title')}
        about={t('rumours.about')}
        actions={
          may(me, 'rumours.signal.record') && (
            <Button type="primary" onClick={() => setTelling(true)}>
              {t('rumours.tell')}
            </Button>
          )
        }
      >
        <WatchLine />
        <div>
          <Views
            label={t('rumours.views')}
            value={view}
            options={VIEWS.map((one) => [one, t(`rumours.view.${one}`)] as const)}
            onChange={(wanted) => change({ view: wanted === 'topics' ? undefined : wanted })}
          />
        </div>
        {view === 'topics' && <TopicsView search={search} onChange={change} />}
        {view === 'week' && <WeekView week={search.week} onChange={change} />}
        {view === 'matrix' && <MatrixView />}
        <Suspense>{isTelling && <NewSignal onClose={() => setTelling(false)} />}</Suspense>
      </Page>
    </LookedAt>
  )
}
