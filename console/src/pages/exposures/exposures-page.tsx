import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExposuresSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Choice, Views } from '../../ui/filters.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { divisionsQuery } from '../places/queries.ts'
import { ListTab } from './list-tab.tsx'

const RingsTab = lazy(() => import('./rings-tab.tsx').then((module) => ({ default: module.RingsTab })))
const ClustersTab = lazy(() => import('./clusters-tab.tsx').then((module) => ({ default: module.ClustersTab })))
const DefinitionsTab = lazy(() =>
  import('./definitions-tab.tsx').then((module) => ({ default: module.DefinitionsTab })),
)

const route = getRouteApi('/desk/exposures')
type Tab = NonNullable<ExposuresSearch['tab']>
const TABS: ReadonlyArray<readonly [tab: Tab, verb: string]> = [
  ['list', 'exposures.line-list.read'],
  ['rings', 'exposures.rings.read'],
  ['clusters', 'exposures.cluster.list'],
  ['definitions', 'exposures.category.list'],
]

/** Line lists, rings, clusters, and the definitions they come from; everything as of one moment, in one area. */
export default function ExposuresPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const divisions = useQuery(divisionsQuery).data
  const change = (patch: ExposuresSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const tabs = TABS.filter(([, verb]) => may(me, verb)).map(([one]) => one)
  const wanted = search.tab ?? 'list'
  const tab = tabs.includes(wanted) ? wanted : tabs[0]
  const own = me?.division ?? ''
  const townships = (divisions ?? []).filter(({ level, code }) => level === 'township' && code.startsWith(own))
  const skeleton = (
    <Card>
      <Skeleton lines={8} height={26} />
    </Card>
  )
  return (
    <Page
      title={t('exposures.title')}
      about={t('exposures.about')}
      actions={
        <Views<Tab>
          label={t('exposures.view')}
          value={tab ?? 'list'}
          options={tabs.map((one) => [one, t(`exposures.tab.${one}`)] as const)}
          onChange={(chosen) => change({ tab: chosen === 'list' ? undefined : chosen })}
        />
      }
    >
      {tab !== 'definitions' && (
        <div className="row">
          <MomentPicker asOf={search.asOf} onPick={(asOf) => change({ asOf })} />
          {townships.length > 1 && (
            <Choice
              label={t('exposures.area')}
              value={search.area}
              any={t('exposures.wholeArea')}
              options={townships.map(({ code, name }) => [code, name] as const)}
              onChange={(area) => change({ area })}
            />
          )}
        </div>
      )}
      <Suspense fallback={skeleton}>
        {tab === 'list' && <ListTab search={search} onChange={change} />}
        {tab === 'rings' && <RingsTab search={search} onChange={change} />}
        {tab === 'clusters' && <ClustersTab search={search} onChange={change} />}
        {tab === 'definitions' && <DefinitionsTab />}
      </Suspense>
    </Page>
  )
}
