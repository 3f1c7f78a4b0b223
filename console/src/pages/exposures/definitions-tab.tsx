import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { conditionText } from './conditions.ts'
import { GatheringsCard } from './gatherings-card.tsx'
import { categoryName, categoryNameOf, nested } from './names.ts'
import { PlacesCard } from './places-card.tsx'
import { type Category, categoriesQuery, exposurePlacesQuery } from './queries.ts'
import { StartButton } from './start-button.tsx'
import { usePlaceName } from './whereabouts.ts'

const CategoryDialog = lazy(() =>
  import('./category-dialog.tsx').then((module) => ({ default: module.CategoryDialog })),
)
const RetireDialog = lazy(() => import('./retire-dialog.tsx').then((module) => ({ default: module.RetireDialog })))

/** What the county counts, where it looks, and who came together. */
export function DefinitionsTab() {
  return (
    <div className="stack">
      <CategoriesCard />
      <PlacesCard />
      <GatheringsCard />
    </div>
  )
}

type Asked = { change: Category } | { retire: Category } | 'add' | null

function CategoriesCard() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useQuery(categoriesQuery(undefined, undefined))
  const places = useQuery(exposurePlacesQuery).data?.items
  const placeName = usePlaceName()
  const [asked, setAsked] = useState<Asked>(null)
  const mayDefine = may(me, 'exposures.category.define')
  const all = query.data?.items
  const depthOf = new Map(nested(all ?? []).map(({ category, depth }) => [category.code, depth]))
  const columns: Column<Category>[] = [
    {
      key: 'name',
      title: t('exposures.categories'),
      phone: 'heading',
      cell: (one) => `${'　'.repeat(depthOf.get(one.code) ?? 0)}${categoryName(one)}`,
    },
    {
      key: 'condition',
      title: t('definitions.condition'),
      phone: 'wide',
      cell: ({ condition }) => conditionText(condition, { t, categories: all, places, placeName }),
    },
    {
      key: 'within',
      title: t('definitions.within'),
      cell: ({ within }) => (within ? categoryNameOf(all, within) : '—'),
    },
    { key: 'version', title: t('definitions.version'), align: 'end', cell: ({ version }) => version },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (one) =>
        mayDefine && (
          <span className="row">
            <button
              type="button"
              className="plain-button"
              onClick={() => setAsked({ change: one })}
              aria-label={t('definitions.changeOf', { name: categoryName(one) })}
            >
              {t('definitions.change')}
            </button>
            <button
              type="button"
              className="plain-button"
              onClick={() => setAsked({ retire: one })}
              aria-label={t('definitions.retireOf', { name: categoryName(one) })}
            >
              {t('definitions.retire')}
            </button>
          </span>
        ),
    },
  ]
  return (
    <Card
      title={t('definitions.categories')}
      extra={mayDefine && <Button onClick={() => setAsked('add')}>{t('definitions.add')}</Button>}
      flush
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={26} />}
        empty={{
          when: ({ items }) => items.length === 0,
          show: (
            <Nothing title={t('exposures.noCategories')}>
              <StartButton />
            </Nothing>
          ),
        }}
      >
        {({ items }) => (
          <DataTable
            caption={t('definitions.categories')}
            columns={columns}
            rows={nested(items).map(({ category }) => category)}
            rowKey={({ code }) => code}
          />
        )}
      </Loaded>
      <Suspense>
        {asked === 'add' && <CategoryDialog all={all ?? []} onClose={() => setAsked(null)} />}
        {asked && asked !== 'add' && 'change' in asked && (
          <CategoryDialog all={all ?? []} change={asked.change} onClose={() => setAsked(null)} />
        )}
        {asked && asked !== 'add' && 'retire' in asked && (
          <RetireDialog category={asked.retire} onClose={() => setAsked(null)} />
        )}
      </Suspense>
    </Card>
  )
}
