import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type Occupancy, occupanciesQuery } from './queries.ts'

/** Who sat there, the latest first; persons masked, for the purpose chosen above. */
export function PostHistory({ postId }: { postId: string }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(occupanciesQuery(postId, header))
  const columns: Column<Occupancy>[] = [
    {
      key: 'name',
      title: t('gridPost.holder'),
      phone: 'heading',
      cell: (one) =>
        one.holder === null ? (
          <Tag tone="alarm">{t('gridPost.empty')}</Tag>
        ) : (
          (one.name ?? t('responsibility.somebody'))
        ),
    },
    { key: 'phone', title: t('gridPost.phone'), cell: (one) => <span className="number">{one.phone}</span> },
    { key: 'from', title: t('gridPost.from'), cell: (one) => <time className="number">{dateTime(one.since)}</time> },
    {
      key: 'until',
      title: t('gridPost.until'),
      cell: (one) => (one.until ? <time className="number">{dateTime(one.until)}</time> : t('gridPost.present')),
    },
  ]
  return (
    <Card flush title={t('gridPost.history')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={3} height={22} />}
        none={<Nothing title={t('gridPost.noHistory')} />}
        caption={t('gridPost.history')}
        columns={columns}
        rowKey={(one) => one.id}
      />
    </Card>
  )
}
