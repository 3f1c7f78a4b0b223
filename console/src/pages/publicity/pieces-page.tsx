import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { FigureStrip } from '../../ui/figure-strip.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { ChannelsView } from './channels-view.tsx'
import { DispatchesTable } from './dispatches-table.tsx'
import { PieceMark } from './marks.tsx'
import { piecesQuery } from './queries.ts'

const route = getRouteApi('/desk/publicity')
const STATES = ['open', 'standing', 'withdrawn'] as const

/** What the county says, where it went out, and by which ways. */
export default function PiecesPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const view = search.view ?? 'pieces'
  const views = (['pieces', 'dispatches', 'channels'] as const).filter(
    (one) => one === 'pieces' || may(me, 'publicity.dispatch.list'),
  )
  const board = me?.seat ? `/board/${me.seat.division.slice(0, 6)}/` : '/board'
  return (
    <Page
      title={t('publicity.title')}
      about={t('publicity.about')}
      actions={
        <>
          <Button href={board} target="_blank">
            {t('publicity.openBoard')}
          </Button>
          {may(me, 'publicity.piece.draft') && (
            <Button type="primary" onClick={() => void navigate(paths.newPiece())}>
              {t('publicity.new')}
            </Button>
          )}
        </>
      }
    >
      <FigureStrip figures={['leaflets', 'publicity-pieces', 'legal-notices', 'rumours-answered-publicly']} />
      <div>
        <Segmented
          aria-label={t('publicity.title')}
          value={view}
          options={views.map((one) => ({ value: one, label: t(`publicity.view.${one}`) }))}
          onChange={(one) => void navigate(paths.pieces({ view: one }))}
        />
      </div>
      {view === 'pieces' && <PiecesTable state={search.state} />}
      {view === 'dispatches' && <DispatchesTable pieceId={null} />}
      {view === 'channels' && <ChannelsView />}
    </Page>
  )
}

function PiecesTable({ state }: { state: (typeof STATES)[number] | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const query = useInfiniteQuery(piecesQuery({ state }))
  return (
    <>
      <div>
        <Select
          aria-label={t('publicity.stateName')}
          value={state ?? 'all'}
          style={{ minWidth: 150 }}
          options={(['all', ...STATES] as const).map((one) => ({ value: one, label: t(`publicity.only.${one}`) }))}
          onChange={(one: 'all' | (typeof STATES)[number]) =>
            void navigate(paths.pieces(one === 'all' ? {} : { state: one }))
          }
        />
      </div>
      <PagedTable
        query={query}
        card
        skeleton={<Skeleton lines={6} height={34} />}
        none={
          <Card>
            <Nothing title={t('publicity.nothing')}>{t('publicity.nothingWhy')}</Nothing>
          </Card>
        }
        caption={t('publicity.view.pieces')}
        rowKey={({ id }) => id}
        rowTone={({ state: one }) => (one === 'withdrawn' || one === 'abandoned' ? 'quiet' : undefined)}
        columns={[
          {
            key: 'title',
            title: t('publicity.what'),
            phone: 'heading',
            cell: (one) => <Link {...paths.piece(one.id)}>{one.title}</Link>,
          },
          { key: 'kind', title: t('publicity.kindName'), cell: ({ kind }) => t(`publicity.kind.${kind}`) },
          {
            key: 'languages',
            title: t('publicity.languages'),
            cell: ({ languages }) => languages.map((one) => one.toUpperCase()).join(' '),
          },
          { key: 'state', title: t('publicity.stateName'), cell: (one) => <PieceMark state={one.state} /> },
          {
            key: 'at',
            title: t('publicity.publishedAt'),
            cell: ({ publishedAt }) => <span className="number">{publishedAt ? dateTime(publishedAt) : '—'}</span>,
          },
        ]}
      />
    </>
  )
}
