import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SuppliesSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Views } from '../../ui/filters.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Page } from '../../ui/page.tsx'
import { LotsView } from './lots-view.tsx'
import { MovementsView } from './movements-view.tsx'
import { SlipsView } from './slips-view.tsx'
import { StockView } from './stock-view.tsx'
import { StoresView } from './stores-view.tsx'

const AddItem = lazy(() => import('./catalogue-dialogs.tsx').then((module) => ({ default: module.AddItem })))
const AddStore = lazy(() => import('./catalogue-dialogs.tsx').then((module) => ({ default: module.AddStore })))

const route = getRouteApi('/desk/supplies')
type View = NonNullable<SuppliesSearch['view']>
const views: View[] = ['stock', 'stores', 'movements', 'slips', 'lots']

function Shown({
  view,
  search,
  onOwner,
}: {
  view: View
  search: SuppliesSearch
  onOwner(owner: SuppliesSearch['owner']): void
}) {
  switch (view) {
    case 'stock':
      return <StockView asOf={search.asOf} />
    case 'stores':
      return <StoresView owner={search.owner} onOwner={onOwner} />
    case 'movements':
      return <MovementsView storeId={undefined} />
    case 'slips':
      return <SlipsView />
    case 'lots':
      return <LotsView />
    default:
      return view satisfies never
  }
}

/** What the county has, of everything, and where it is. */
export default function SuppliesPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const { view = 'stock', asOf } = search
  const standsAt = useCountyMoment()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const [adding, setAdding] = useState<'item' | 'store' | null>(null)
  const go = (patch: SuppliesSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  return (
    <Page
      title={t('supplies.title')}
      about={t('supplies.about')}
      actions={
        <>
          {view === 'stock' && (
            <MomentPicker asOf={asOf} standsAt={standsAt} onPick={(moment) => go({ asOf: moment })} />
          )}
          {view === 'stock' && may(me, 'supplies.item.add') && (
            <Button onClick={() => setAdding('item')}>{t('supplies.form.item')}</Button>
          )}
          {view === 'stores' && may(me, 'supplies.store.open') && (
            <Button onClick={() => setAdding('store')}>{t('supplies.form.store')}</Button>
          )}
        </>
      }
    >
      <div>
        <Views<View>
          label={t('supplies.viewsOf')}
          value={view}
          options={views.map((one) => [one, t(`supplies.view.${one}`)] as const)}
          onChange={(wanted) => go({ view: wanted === 'stock' ? undefined : wanted })}
        />
      </div>
      <Shown view={view} search={search} onOwner={(owner) => go({ owner })} />
      <Suspense>
        {adding === 'item' && <AddItem onClose={() => setAdding(null)} />}
        {adding === 'store' && <AddStore onClose={() => setAdding(null)} />}
      </Suspense>
    </Page>
  )
}
