import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OrdersSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FigureLink } from '../../ui/figure-link.tsx'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './orders.module.css'
import { type OrderBoard, orderBoardQuery } from './orders-queries.ts'
import { OrdersView } from './orders-view.tsx'
import { ProposalsCard } from './proposals-card.tsx'

const PrintTogetherDialog = lazy(() =>
  import('./print-together-dialog.tsx').then((module) => ({ default: module.PrintTogetherDialog })),
)

const route = getRouteApi('/desk/isolation')

/** Who is kept where and until when, and what has to be decided about them today. */
export default function OrdersPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const goTo = useNavigate()
  const me = useQuery(meQuery).data
  const board = useQuery(orderBoardQuery(search.area))
  const [isPrinting, setPrinting] = useState(false)
  const shown = search.area ?? me?.division ?? ''
  const go = (patch: OrdersSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  return (
    <Page
      title={t('isolation.title')}
      about={t('isolation.about')}
      actions={
        <>
          {may(me, 'isolation.slip.print-together') && (
            <Button onClick={() => setPrinting(true)}>{t('isolation.print.together')}</Button>
          )}
          {may(me, 'isolation.proposal.make') && (
            <Button type="primary" onClick={() => void goTo(paths.newOrder())}>
              {t(may(me, 'isolation.order.open') ? 'isolation.open' : 'isolation.propose')}
            </Button>
          )}
        </>
      }
    >
      <Where area={search.area} onGo={go} />
      <Loaded query={board} skeleton={<Skeleton lines={3} height={40} />} empty="never">
        {(counted) => (
          <>
            <Figures board={counted} search={search} />
            {may(me, 'isolation.order.list') && <OrdersView search={search} onGo={go} />}
            {may(me, 'isolation.proposal.list') && <ProposalsCard area={search.area} />}
            <Divisions board={counted} onChoose={(area) => go({ area })} />
          </>
        )}
      </Loaded>
      {isPrinting && (
        <Suspense>
          <PrintTogetherDialog village={shown.length === 12 ? shown : undefined} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </Page>
  )
}

function Where({ area, onGo }: { area: string | undefined; onGo(patch: OrdersSearch): void }) {
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const own = me?.division ?? ''
  const shown = area ?? own
  const above = shown.slice(0, shown.length - 3)
  const mayGoUp = shown.length > own.length && shown.length > 6
  return (
    <p className="row">
      {mayGoUp && (
        <button
          type="button"
          className="plain-button"
          onClick={() => onGo({ area: above.length > own.length ? above : undefined })}
        >
          ‹ {divisionName(above)}
        </button>
      )}
      <b>{divisionName(shown)}</b>
    </p>
  )
}

const OfKind = ({ kind, area, says }: { kind: 'home' | 'central'; area: string | undefined; says: string }) => (
  <FigureLink figure={`isolated-${kind}`} area={area}>
    {says}
  </FigureLink>
)

function Figures({ board, search }: { board: OrderBoard; search: OrdersSearch }) {
  const { t } = useTranslation()
  const { total } = board
  const asked: Array<[word: string, count: number, to: OrdersSearch, tone?: 'alarm' | 'caution']> = [
    [t('isolation.kinds.home'), total.home, { kind: 'home' }],
    [t('isolation.kinds.central'), total.central, { kind: 'central' }],
    [t('isolation.states.ends-today'), total.endsToday, { state: 'ends-today' }],
    [t('isolation.states.review-due'), total.reviewDue, { state: 'review-due' }, 'caution'],
    [t('isolation.states.review-overdue'), total.reviewOverdue, { state: 'review-overdue' }, 'alarm'],
    [t('isolation.states.appealed'), total.appealed, { state: 'appealed' }, 'alarm'],
  ]
  const isChosen = (to: OrdersSearch) => to.state === search.state && to.kind === search.kind
  return (
    <dl className={styles.figures} aria-label={t('isolation.figures')}>
      {asked.map(([word, count, to, tone]) => (
        <div key={word} className={styles.figure} data-tone={count > 0 ? tone : undefined} data-chosen={isChosen(to)}>
          <dt>{to.kind ? <OfKind kind={to.kind} area={search.area} says={word} /> : word}</dt>
          <dd>
            <Link {...paths.orders({ area: search.area, ...to })} aria-label={`${word} ${number(count)}`}>
              {number(count)}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Line = OrderBoard['divisions'][number]
/** Villages of one township on one line, until somebody wants to see them. */
function byTownship(lines: readonly Line[], nameOf: (code: string) => string): Line[] {
  const found = new Map<string, Line>()
  for (const line of lines) {
    const division = line.division.slice(0, 9)
    const so = found.get(division)
    const sum = (key: 'home' | 'central' | 'endsToday' | 'reviewDue' | 'reviewOverdue' | 'appealed') =>
      line[key] + (so?.[key] ?? 0)
    found.set(division, {
      division,
      name: nameOf(division),
      home: sum('home'),
      central: sum('central'),
      endsToday: sum('endsToday'),
      reviewDue: sum('reviewDue'),
      reviewOverdue: sum('reviewOverdue'),
      appealed: sum('appealed'),
    })
  }
  return [...found.values()]
}

function Divisions({ board, onChoose }: { board: OrderBoard; onChoose(area: string): void }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const townships = byTownship(board.divisions, divisionName)
  const rows = townships.length > 1 ? townships : board.divisions
  const count = (
    key: 'home' | 'central' | 'endsToday' | 'reviewDue' | 'reviewOverdue',
    title: string,
  ): Column<Line> => ({
    key,
    title,
    align: 'end',
    cell: (line) =>
      key === 'home' || key === 'central' ? (
        <OfKind kind={key} area={line.division} says={number(line[key])} />
      ) : (
        number(line[key])
      ),
  })
  const columns: Column<Line>[] = [
    {
      key: 'area',
      title: t('isolation.area'),
      phone: 'heading',
      cell: ({ division, name }) => (
        <button type="button" className="plain-button" onClick={() => onChoose(division)}>
          {name}
        </button>
      ),
    },
    count('home', t('isolation.kinds.home')),
    count('central', t('isolation.kinds.central')),
    count('endsToday', t('isolation.states.ends-today')),
    count('reviewDue', t('isolation.states.review-due')),
    count('reviewOverdue', t('isolation.states.review-overdue')),
  ]
  return (
    <Card flush title={t('isolation.byArea')}>
      {rows.length === 0 ? (
        <Nothing title={t('isolation.nobody')} />
      ) : (
        <DataTable caption={t('isolation.byArea')} columns={columns} rows={rows} rowKey={({ division }) => division} />
      )}
    </Card>
  )
}
