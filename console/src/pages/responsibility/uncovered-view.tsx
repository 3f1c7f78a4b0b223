import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths, type ResponsibilitySearch } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { useDivisionName } from '../places/queries.ts'
import { LackingTags, PostLink } from './posts.tsx'
import { type UncoveredHome, uncoveredQuery } from './queries.ts'
import { usePlaceName } from './where.tsx'

function useColumns(): Column<UncoveredHome>[] {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const divisionName = useDivisionName()
  return [
    {
      key: 'household',
      title: t('responsibility.household'),
      phone: 'heading',
      cell: (home) => (
        <Link {...paths.chain(home.id)}>
          {[placeName(home.compoundId, home.block), t('responsibility.door', { order: home.walkOrder })].join(' ')}
        </Link>
      ),
    },
    {
      key: 'area',
      title: t('responsibility.area'),
      cell: (home) => `${divisionName(home.division.slice(0, 9))} ${divisionName(home.division)}`,
    },
    { key: 'lacking', title: t('responsibility.lacking'), cell: (home) => <LackingTags lacking={home.lacking} /> },
    {
      key: 'above',
      title: t('responsibility.askFor'),
      phone: 'wide',
      cell: (home) =>
        home.above ? <PostLink post={home.above} /> : <span className="muted">{t('responsibility.noOneAbove')}</span>,
    },
  ]
}

interface UncoveredViewProps {
  search: ResponsibilitySearch
  /** How many live here at all: nobody uncovered is good news only where somebody lives. */
  households: number | undefined
}

export function UncoveredView({ search: { area, asOf }, households }: UncoveredViewProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(uncoveredQuery(area))
  const columns = useColumns()
  const none =
    households === 0 ? (
      <Nothing title={t('responsibility.noHouseholds')}>{t('responsibility.noHouseholdsWhy')}</Nothing>
    ) : (
      <Nothing title={t('responsibility.noneUncovered')}>{t('responsibility.noneUncoveredWhy')}</Nothing>
    )
  return (
    <Card flush title={t('responsibility.view.uncovered')} extra={asOf && t('responsibility.uncoveredNow')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={6} height={28} />}
        none={none}
        caption={t('responsibility.view.uncovered')}
        columns={columns}
        rowKey={(home) => home.id}
      />
    </Card>
  )
}
