import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type Owner, storesQuery } from './queries.ts'

const owners: Owner[] = [
  'county-depot',
  'hospital',
  'township',
  'grain-outlet',
  'supermarket',
  'reserve-company',
  'other',
]

export function StoresView({ owner, onOwner }: { owner: Owner | undefined; onOwner(owner: Owner | undefined): void }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(storesQuery(owner))
  return (
    <>
      <FilterBar>
        <Choice
          label={t('supplies.ownerOf')}
          value={owner}
          any={t('supplies.allOwners')}
          options={owners.map((one) => [one, t(`supplies.owner.${one}`)] as const)}
          onChange={(chosen) => onOwner(owners.find((one) => one === chosen))}
        />
      </FilterBar>
      <Card flush>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={8} height={32} />}
          none={<Nothing title={t('supplies.noStores')} />}
          caption={t('supplies.view.stores')}
          rowKey={({ id }) => id}
          rowTone={({ closedAt }) => (closedAt ? 'quiet' : undefined)}
          columns={[
            {
              key: 'name',
              title: t('supplies.store'),
              phone: 'heading',
              cell: ({ id, name, closedAt }) => (
                <>
                  <Link {...paths.store(id)}>{name}</Link> {closedAt && <Tag>{t('supplies.closed')}</Tag>}
                </>
              ),
            },
            { key: 'owner', title: t('supplies.ownerOf'), cell: (one) => t(`supplies.owner.${one.owner}`) },
            { key: 'division', title: t('supplies.division'), cell: ({ divisionName }) => divisionName },
            { key: 'post', title: t('supplies.post'), cell: ({ post }) => <span className="muted">{post}</span> },
          ]}
        />
      </Card>
    </>
  )
}
