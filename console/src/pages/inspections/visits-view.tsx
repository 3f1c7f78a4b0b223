import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type InspectionsSearch, paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AreaChoice } from './area-choice.tsx'
import { type InspectionRow, visitsQuery } from './queries.ts'
import { manners } from './words.tsx'

interface ViewProps {
  search: InspectionsSearch
  onChange(patch: InspectionsSearch): void
}

/** Every visit to a place, the latest first. */
export function VisitsView({ search, onChange }: ViewProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(visitsQuery(search))
  const columns = useColumns(search.asOf)
  return (
    <>
      <FilterBar>
        <Choice
          label={t('inspections.mannerOf')}
          value={search.manner}
          any={t('inspections.anyManner')}
          options={manners.map((one) => [one, t(`inspections.manner.${one}`)] as const)}
          onChange={(manner) => onChange({ manner: manner as InspectionsSearch['manner'] })}
        />
        <AreaChoice area={search.area} onChange={(area) => onChange({ area })} />
      </FilterBar>
      <Card flush>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={8} height={28} />}
          none={<Nothing title={t('inspections.none')}>{t('inspections.noneWhy')}</Nothing>}
          caption={t('inspections.view.visits')}
          columns={columns}
          rowKey={({ id }) => id}
          rowTone={({ overdue }) => (overdue > 0 ? 'alarm' : undefined)}
        />
      </Card>
    </>
  )
}

function useColumns(asOf: string | undefined): Column<InspectionRow>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'place',
      title: t('inspections.place'),
      phone: 'heading',
      cell: ({ id, placeName }) => <Link {...paths.inspection(id, { asOf })}>{placeName}</Link>,
    },
    { key: 'kind', title: t('inspections.kindOf'), cell: ({ placeKind }) => t(`inspections.kind.${placeKind}`) },
    { key: 'division', title: t('inspections.area'), phone: 'leave-out', cell: ({ divisionName }) => divisionName },
    {
      key: 'manner',
      title: t('inspections.mannerOf'),
      cell: ({ manner }) => <Tag tone={manner === 'led' ? 'brand' : 'plain'}>{t(`inspections.manner.${manner}`)}</Tag>,
    },
    {
      key: 'at',
      title: t('inspections.at'),
      cell: ({ occurredAt }) => <span className="number">{dateTime(occurredAt)}</span>,
    },
    {
      key: 'findings',
      title: t('inspections.findings'),
      align: 'end',
      cell: ({ findings }) => <span className="number">{number(findings)}</span>,
    },
    {
      key: 'open',
      title: t('inspections.standing'),
      align: 'end',
      cell: ({ open }) => <span className="number">{number(open)}</span>,
    },
  ]
}
