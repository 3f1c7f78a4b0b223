import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, dayOf, moveDay, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { type Board, diaryQuery } from './queries.ts'
import { RecordsCard } from './records-card.tsx'

interface DialogProps {
  board: Board
  onClose(): void
}
function ActivityDialog({ board, onClose }: DialogProps) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ title: string; persons: number }>
      name="activity"
      title={t('sites.newActivity')}
      verb={t('forms.save')}
      initial={{ persons: board.site.capacity.persons }}
      send={(body) =>
        answer(api.POST('/sites/{siteId}/activities', { params: { path: { siteId: board.site.id } }, body }))
      }
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('sites.activity')}
        rules={[{ required: true, whitespace: true, message: t('sites.fieldNeeded') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="persons" label={t('sites.takingPart')}>
        <InputNumber min={0} max={5000} precision={0} />
      </Form.Item>
    </FactDialog>
  )
}

function GoodsDialog({ board, onClose }: DialogProps) {
  const { t } = useTranslation()
  const needed = [{ required: true, message: t('sites.fieldNeeded') }]
  return (
    <FactDialog<{ item: string; quantity: number; unit: string }>
      name="goods"
      title={t('sites.newGoods')}
      verb={t('forms.save')}
      about={t('sites.goodsAbout')}
      send={(body) => answer(api.POST('/sites/{siteId}/goods', { params: { path: { siteId: board.site.id } }, body }))}
      onClose={onClose}
    >
      <Form.Item name="item" label={t('sites.item')} rules={needed}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="quantity" label={t('sites.quantity')} rules={needed}>
        <InputNumber min={0.001} max={1_000_000} precision={3} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="unit" label={t('sites.unit')} rules={needed}>
        <Input maxLength={10} style={{ width: 120 }} />
      </Form.Item>
    </FactDialog>
  )
}

const WEEK = 6
/** What people did together and what was used up in the week before the moment shown. */
export function DiaryView({ board }: { board: Board }) {
  const { t } = useTranslation()
  const till = dayOf(board.asOf)
  const query = useQuery(diaryQuery(board.site.id, moveDay(till, -WEEK), till))
  const [asking, setAsking] = useState<'activity' | 'goods' | null>(null)
  type Goods = NonNullable<typeof query.data>['goods'][number]
  type Activity = NonNullable<typeof query.data>['activities'][number]
  const goods: Column<Goods>[] = [
    { key: 'item', title: t('sites.item'), phone: 'heading', cell: ({ item }) => item },
    {
      key: 'quantity',
      title: t('sites.quantity'),
      align: 'end',
      cell: ({ quantity, unit }) => <span className="number">{`${number(quantity)} ${unit}`}</span>,
    },
    { key: 'times', title: t('sites.times'), align: 'end', cell: ({ times }) => number(times) },
  ]
  const activities: Column<Activity>[] = [
    { key: 'title', title: t('sites.activity'), phone: 'heading', cell: ({ title }) => title },
    { key: 'at', title: t('sites.at'), cell: ({ at }) => <span className="number">{dateTime(at)}</span> },
    { key: 'persons', title: t('sites.takingPart'), align: 'end', cell: ({ persons }) => number(persons) },
  ]
  return (
    <Loaded query={query} skeleton={<Skeleton lines={6} height={26} />} empty="never">
      {(diary) => (
        <>
          <Card
            flush
            title={t('sites.activities')}
            extra={
              <>
                <span>{t('sites.counselled', { count: diary.counselled })}</span>
                <Button size="small" onClick={() => setAsking('activity')}>
                  {t('sites.newActivity')}
                </Button>
              </>
            }
          >
            {diary.activities.length === 0 ? (
              <Nothing title={t('sites.noActivities')} />
            ) : (
              <DataTable
                caption={t('sites.activities')}
                columns={activities}
                rows={diary.activities}
                rowKey={({ id }) => id}
              />
            )}
          </Card>
          <Card
            flush
            title={t('sites.goods')}
            extra={
              <Button size="small" onClick={() => setAsking('goods')}>
                {t('sites.newGoods')}
              </Button>
            }
          >
            {diary.goods.length === 0 ? (
              <Nothing title={t('sites.noGoods')} />
            ) : (
              <DataTable
                caption={t('sites.goods')}
                columns={goods}
                rows={diary.goods}
                rowKey={({ item, unit }) => `${item} ${unit}`}
              />
            )}
          </Card>
          <RecordsCard board={board} />
          {asking === 'activity' && <ActivityDialog board={board} onClose={() => setAsking(null)} />}
          {asking === 'goods' && <GoodsDialog board={board} onClose={() => setAsking(null)} />}
        </>
      )}
    </Loaded>
  )
}
