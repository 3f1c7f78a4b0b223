import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { may, meQuery } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { yuan } from '../funds/money.ts'
import { PriceDialog } from './shops-price.tsx'

const TONES = { enough: 'ok', little: 'caution', none: 'alarm' } as const
const DELIVERED = { normal: 'plain', late: 'caution', stopped: 'alarm' } as const

/** What residents read on the board: what daily goods cost where, and whether there are any. */
export default function ShopsPage() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const county = Number(me?.seat?.division.slice(0, 6) ?? 0)
  const [telling, setTelling] = useState(false)
  const query = useInfiniteQuery({
    queryKey: ['requests', 'shops', county],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/public/{county}/daily-goods', {
          params: { path: { county }, query: pageParam ? { after: pageParam } : {} },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: county > 0,
  })
  return (
    <Page
      title={t('requests.shops.title')}
      about={t('requests.shops.about')}
      actions={
        may(me, 'supplies.price.tell') && (
          <Button type="primary" onClick={() => setTelling(true)}>
            {t('requests.shops.tell')}
          </Button>
        )
      }
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={34} />}
        empty={{
          when: ({ pages }) => pages[0]?.items.length === 0,
          show: (
            <Card>
              <Nothing title={t('requests.shops.nothing')}>{t('requests.shops.nothingWhy')}</Nothing>
            </Card>
          ),
        }}
      >
        {({ pages }) => (
          <Card
            flush
            title={t('requests.shops.title')}
            extra={t('requests.cover.asOf', { at: dateTime(pages[0]?.asOf ?? '') })}
          >
            <DataTable
              caption={t('requests.shops.title')}
              rows={pages.flatMap(({ items }) => items)}
              rowKey={({ division, store, item }) => `${division} ${store} ${item}`}
              columns={[
                {
                  key: 'store',
                  title: t('requests.shops.store'),
                  phone: 'heading',
                  cell: ({ store, item }) => (
                    <>
                      <strong>{item}</strong>
                      <div className="muted">{store}</div>
                    </>
                  ),
                },
                {
                  key: 'price',
                  title: t('requests.shops.price'),
                  align: 'end',
                  cell: ({ priceFen, per }) => (
                    <>
                      <span className="number">{yuan(priceFen)}</span> <span className="muted">/ {per}</span>
                    </>
                  ),
                },
                {
                  key: 'state',
                  title: t('requests.shops.state'),
                  cell: ({ state }) => <Tag tone={TONES[state]}>{t(`requests.shops.states.${state}`)}</Tag>,
                },
                {
                  key: 'delivery',
                  title: t('requests.shops.delivery'),
                  cell: ({ delivery }) => (
                    <Tag tone={DELIVERED[delivery]}>{t(`requests.shops.deliveries.${delivery}`)}</Tag>
                  ),
                },
                {
                  key: 'at',
                  title: t('requests.shops.at'),
                  cell: ({ at }) => <span className="number">{dateTime(at)}</span>,
                },
              ]}
            />
            <More query={query} />
          </Card>
        )}
      </Loaded>
      {telling && <PriceDialog onClose={() => setTelling(false)} />}
    </Page>
  )
}
