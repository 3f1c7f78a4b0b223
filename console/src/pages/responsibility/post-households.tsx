import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type PostDetails, type PostHome, postHomesQuery } from './queries.ts'
import { usePlaceName } from './where.tsx'

/** The doors a post answers for, in the order in which they are passed. */
export function PostHouseholds({ post }: { post: PostDetails }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(postHomesQuery(post.id))
  const placeName = usePlaceName()
  const divisionName = useDivisionName()
  const columns: Column<PostHome>[] = [
    {
      key: 'door',
      title: t('responsibility.household'),
      phone: 'heading',
      cell: (home) => <Link {...paths.household(home.id)}>{t('responsibility.door', { order: home.walkOrder })}</Link>,
    },
    { key: 'block', title: t('responsibility.block'), cell: (home) => placeName(home.compoundId, home.block) },
    { key: 'area', title: t('responsibility.area'), cell: (home) => divisionName(home.division) },
    {
      key: 'chain',
      title: '',
      align: 'end',
      cell: (home) => <Link {...paths.chain(home.id)}>{t('responsibility.chain')}</Link>,
    },
  ]
  return (
    <Card flush title={t('gridPost.homes')} extra={post.households ?? undefined}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={6} height={24} />}
        none={<Nothing title={t('gridPost.noHomes')}>{t('gridPost.noHomesWhy')}</Nothing>}
        caption={t('gridPost.homes')}
        columns={columns}
        rowKey={(home) => home.id}
      />
    </Card>
  )
}
