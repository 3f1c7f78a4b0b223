import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths, type ResponsibilitySearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { StateTags } from './posts.tsx'
import { type PostRow, type PostState, postsQuery, useRuleWords } from './queries.ts'

const OpenPostDialog = lazy(() =>
  import('./open-post-dialog.tsx').then((module) => ({ default: module.OpenPostDialog })),
)

const states: PostState[] = ['vacant', 'overloaded', 'silent']

function useColumns(): Column<PostRow>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const { kindName } = useRuleWords()
  return [
    {
      key: 'title',
      title: t('gridPost.title'),
      phone: 'heading',
      cell: (post) => <Link {...paths.gridPost(post.id)}>{post.title}</Link>,
    },
    { key: 'kind', title: t('gridPost.kind'), cell: (post) => kindName(post.kind) },
    { key: 'division', title: t('gridPost.division'), cell: (post) => divisionName(post.division) },
    {
      key: 'holder',
      title: t('gridPost.holder'),
      cell: (post) =>
        post.holder === null ? (
          <Tag tone="alarm">{t('responsibility.vacantPost')}</Tag>
        ) : (
          (post.holderName ?? t('responsibility.somebody'))
        ),
    },
    {
      key: 'since',
      title: t('gridPost.since'),
      cell: (post) => post.holder && post.seatedAt && <time className="number">{dayOf(post.seatedAt)}</time>,
    },
    {
      key: 'sign',
      title: t('gridPost.lastSign'),
      cell: (post) =>
        post.lastSignAt ? (
          <time className="number">{dateTime(post.lastSignAt)}</time>
        ) : (
          <span className="muted">{t('gridPost.neverSigned')}</span>
        ),
    },
    { key: 'load', title: t('gridPost.load'), align: 'end', cell: (post) => post.households ?? '—' },
    { key: 'state', title: t('gridPost.state'), cell: (post) => <StateTags states={post.states} /> },
  ]
}

interface PostsViewProps {
  search: ResponsibilitySearch
  onChange(patch: ResponsibilitySearch): void
}

export function PostsView({ search: { area, kind, state, asOf }, onChange }: PostsViewProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(postsQuery({ area, kind, state, asOf }))
  const columns = useColumns()
  const { kinds, kindName } = useRuleWords()
  const me = useQuery(meQuery).data
  const [opening, setOpening] = useState(false)
  return (
    <Card flush>
      <FilterBar>
        <Choice
          label={t('gridPost.state')}
          value={state}
          any={t('gridPost.anyState')}
          options={states.map((one) => [one, t(`responsibility.${one}`)] as const)}
          onChange={(wanted) => onChange({ state: states.find((one) => one === wanted) })}
        />
        <Choice
          label={t('gridPost.kind')}
          value={kind}
          any={t('gridPost.anyKind')}
          options={[...kinds.keys()].map((code) => [code, kindName(code)] as const)}
          onChange={(wanted) => onChange({ kind: wanted })}
        />
        {may(me, 'responsibility.post.open') && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('gridPost.open')}
          </Button>
        )}
      </FilterBar>
      <Suspense>{opening && <OpenPostDialog area={area} onClose={() => setOpening(false)} />}</Suspense>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        none={<Nothing title={t('gridPost.none')}>{t('gridPost.noneWhy')}</Nothing>}
        caption={t('responsibility.view.posts')}
        columns={columns}
        rowKey={(post) => post.id}
      />
    </Card>
  )
}
