import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Expiry } from './expiry.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { type ListLine, listsQuery } from './queries.ts'

export function StateTag({ state }: { state: ListLine['state'] }) {
  const { t } = useTranslation()
  const tone = state === 'open' ? 'caution' : state === 'answered' ? 'ok' : 'plain'
  return <Tag tone={tone}>{t(`lists.states.${state}`)}</Tag>
}

function useColumns(): Column<ListLine>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'sender',
      title: t('lists.sender'),
      phone: 'heading',
      cell: (list) => (
        <>
          <Link {...paths.list(list.id)}>{list.sender}</Link>
          <div className="muted small">{list.purpose}</div>
        </>
      ),
    },
    {
      key: 'received',
      title: t('lists.received'),
      cell: ({ receivedAt }) => <time dateTime={receivedAt}>{dateTime(receivedAt)}</time>,
    },
    {
      key: 'rows',
      title: t('lists.rows'),
      phone: 'wide',
      cell: ({ counts, progress }) =>
        counts ? <span className="small">{t('listCounts.addsUp', counts)}</span> : progress.entries,
    },
    { key: 'progress', title: t('lists.progress'), cell: ({ progress }) => <ProgressBar progress={progress} /> },
    { key: 'state', title: t('lists.state'), cell: ({ state }) => <StateTag state={state} /> },
    {
      key: 'expires',
      title: t('lists.expires'),
      cell: ({ expiresOn, state }) => <Expiry on={expiresOn} isGone={state === 'destroyed'} />,
    },
  ]
}

export function ListsView() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(listsQuery)
  const columns = useColumns()
  const keeps = may(me, 'agency-lists.list.receive')
  return (
    <Card flush>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={6} height={34} />}
        none={
          keeps ? (
            <Nothing title={t('lists.none')}>{t('lists.noneWhy')}</Nothing>
          ) : (
            <Nothing title={t('lists.noneHere')} />
          )
        }
        caption={t('lists.views.lists')}
        columns={columns}
        rowKey={({ id }) => id}
        rowTone={({ state }) => (state === 'destroyed' ? 'quiet' : undefined)}
      />
    </Card>
  )
}
