import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type PeopleSearch, paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { compoundsQuery, useDivisionName } from '../places/queries.ts'
import { DivisionBox } from './division-box.tsx'
import { type HouseholdLine, householdsQuery } from './queries.ts'

function useColumns(): Column<HouseholdLine>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const compounds = useQuery(compoundsQuery).data
  return [
    {
      key: 'door',
      title: t('people.door'),
      phone: 'heading',
      cell: ({ id, block, door }) => (
        <Link {...paths.household(id)}>{[block, door].filter(Boolean).join(' ') || t('household.title')}</Link>
      ),
    },
    {
      key: 'compound',
      title: t('people.inCompound'),
      cell: ({ compoundId }) => compounds?.find(({ id }) => id === compoundId)?.name,
    },
    { key: 'division', title: t('people.division'), cell: ({ division }) => divisionName(division) },
    {
      key: 'head',
      title: t('people.head'),
      cell: ({ head }) => head && <Way {...paths.person(head.id)}>{head.name ?? t('people.unnamed')}</Way>,
    },
    { key: 'members', title: t('people.membersCount'), align: 'end', cell: ({ members }) => members },
    {
      key: 'since',
      title: t('people.since'),
      cell: ({ since, open, until }) => (
        <span className="row">
          <time className="number">{since}</time>
          {!open && <Tag>{`${t('household.closed')} ${until ?? ''}`}</Tag>}
        </span>
      ),
    },
  ]
}

interface ViewProps {
  search: PeopleSearch
  onChange(patch: PeopleSearch): void
}

/** Door by door, in the order somebody walks past them. */
export function HouseholdsView({ search, onChange }: ViewProps) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(householdsQuery(search, header))
  const compounds = useQuery(compoundsQuery).data?.filter(
    (one) => !search.division || one.division.startsWith(search.division),
  )
  const columns = useColumns()
  const listed = query.data?.pages.reduce((sum, page) => sum + page.items.length, 0)
  return (
    <Card flush>
      <FilterBar {...(listed === undefined ? {} : { result: t('people.count', { count: listed }) })}>
        <DivisionBox
          label={t('people.inDivision')}
          any={t('people.allDivisions')}
          value={search.division}
          onChange={(division) => onChange({ division, compound: undefined })}
        />
        {compounds && compounds.length > 0 && (
          <Choice
            label={t('people.inCompound')}
            any={t('people.allCompounds')}
            value={search.compound}
            options={compounds.map(({ id, name }) => [id, name] as const)}
            onChange={(compound) => onChange({ compound })}
          />
        )}
        <Choice
          label={t('people.state.label')}
          any={t('people.state.open')}
          value={search.state === 'closed' ? 'closed' : undefined}
          options={[['closed', t('people.state.closed')]]}
          onChange={(state) => onChange({ state: state === 'closed' ? 'closed' : undefined })}
        />
      </FilterBar>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        none={<Nothing title={t('people.householdsNone')}>{t('people.householdsNoneWhy')}</Nothing>}
        caption={t('people.view.households')}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </Card>
  )
}
