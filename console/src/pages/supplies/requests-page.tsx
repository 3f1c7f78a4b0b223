import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type Doing, RequestDialog } from './request-dialog.tsx'
import styles from './requests.module.css'
import { type RequestRow, requestsQuery } from './requests-queries.ts'
import { useQuantity } from './use-quantity.ts'

const route = getRouteApi('/desk/supplies/requests')
const STATES = ['open', 'all'] as const
const TONES = { asked: 'caution', allotted: 'brand', 'on-the-way': 'brand', arrived: 'ok', over: 'plain' } as const

/** Who asked for what, what somebody decided that they get, what was sent and what has arrived. */
export default function RequestsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const state = search.state ?? 'open'
  const query = useInfiniteQuery(requestsQuery(state))
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <Page
      title={t('requests.title')}
      about={t('requests.about')}
      actions={
        <>
          {may(me, 'supplies.request.make') && (
            <Button type="primary" onClick={() => setDoing({ form: 'make' })}>
              {t('requests.form.make')}
            </Button>
          )}
          {may(me, 'supplies.allocation.propose') && (
            <Link {...paths.allocation()} className={styles.link}>
              {t('requests.allocation.title')}
            </Link>
          )}
        </>
      }
    >
      <div>
        <Segmented
          aria-label={t('requests.title')}
          value={state}
          options={STATES.map((one) => ({ value: one, label: t(`requests.list.${one}`) }))}
          onChange={(one) => void navigate({ search: { state: one } })}
        />
      </div>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={34} />}
        empty={{
          when: ({ pages }) => pages[0]?.items.length === 0,
          show: (
            <Card>
              <Nothing title={t('requests.nothing')}>{t('requests.nothingWhy')}</Nothing>
            </Card>
          ),
        }}
      >
        {({ pages }) => (
          <Card flush>
            <Table rows={pages.flatMap(({ items }) => items)} onDo={setDoing} />
            <More query={query} />
          </Card>
        )}
      </Loaded>
      {doing && <RequestDialog doing={doing} onClose={() => setDoing(null)} />}
    </Page>
  )
}

function Table({ rows, onDo }: { rows: RequestRow[]; onDo(doing: Doing): void }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const words = useQuantity()
  const amount = (key: 'quantity' | 'allotted' | 'sent' | 'arrived') => ({
    key,
    title: t(`requests.${key}`),
    align: 'end' as const,
    cell: (row: RequestRow) => <span className="number">{words(row[key], row.unit)}</span>,
  })
  const verbs = (row: RequestRow) =>
    [
      ['allot', 'supplies.request.allot', row.state !== 'over' && row.allotted < row.quantity],
      ['ship', 'supplies.request.ship', row.state !== 'over' && row.sent < row.allotted],
      ['end', 'supplies.request.end', row.state !== 'over' && row.allotted === 0],
    ] as const
  return (
    <DataTable
      caption={t('requests.title')}
      rows={rows}
      rowKey={({ id }) => id}
      rowTone={({ state }) => (state === 'over' ? 'quiet' : undefined)}
      columns={[
        {
          key: 'store',
          title: t('requests.who'),
          phone: 'heading',
          cell: (row) => (
            <>
              <strong>{row.storeName}</strong>
              <div className="muted">
                {row.divisionName} · {t(`requests.purposeName.${row.purpose}`)}
              </div>
            </>
          ),
        },
        { key: 'item', title: t('requests.item'), cell: ({ itemName }) => itemName },
        amount('quantity'),
        amount('allotted'),
        amount('sent'),
        amount('arrived'),
        {
          key: 'needed',
          title: t('requests.neededOn'),
          cell: ({ neededOn }) => <span className="number">{neededOn}</span>,
        },
        {
          key: 'state',
          title: t('requests.stateName'),
          cell: ({ state, endWhy }) => (
            <>
              <Tag tone={TONES[state]}>{t(`requests.state.${state}`)}</Tag> {endWhy}
            </>
          ),
        },
        {
          key: 'doing',
          title: '',
          phone: 'wide',
          cell: (request) => (
            <span className={styles.doing}>
              {verbs(request)
                .filter(([, verb, fits]) => fits && may(me, verb))
                .map(([form]) => (
                  <Button key={form} size="small" onClick={() => onDo({ form, request })}>
                    {t(`requests.form.${form}`)}
                  </Button>
                ))}
            </span>
          ),
        },
      ]}
    />
  )
}
