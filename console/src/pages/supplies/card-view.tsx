import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { saveFile } from '../../ui/files.ts'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { amountText } from './amounts.ts'
import { useItems } from './goods.tsx'
import { accountText } from './movements-view.tsx'
import { type CardEntry, cardQuery } from './queries.ts'

/** The stock card (进销存台账): whatever came and went of one item, with what was there after each. */
export function CardView({
  storeId,
  item,
  onItem,
}: {
  storeId: string
  item: string
  onItem(id: string | undefined): void
}) {
  const { t, i18n } = useTranslation()
  const lang = i18n.language.startsWith('en') ? ('en' as const) : ('zh' as const)
  const print = useOperation((itemId: string) => {
    const params = { path: { storeId }, query: { itemId, lang } }
    return answer(api.GET('/supplies/stores/{storeId}/card/print', { params })).then(saveFile)
  })
  const { items, itemOf } = useItems()
  const query = useInfiniteQuery(cardQuery(storeId, item))
  const unit = itemOf(item)?.unit ?? 'piece'
  const amount = (quantity: number) => (
    <span className="number">{quantity === 0 ? '' : amountText(t, unit, quantity)}</span>
  )
  const first = query.data?.pages[0]
  const said = first
    ? `${t('supplies.opening', { opening: amountText(t, unit, first.opening) })} · ${t('supplies.closing', { closing: amountText(t, unit, first.closing) })}`
    : undefined
  const choose = <Nothing title={t('supplies.chooseItem')} />
  return (
    <>
      <FilterBar {...(said ? { result: said } : {})}>
        <Choice
          label={t('supplies.item')}
          value={item || undefined}
          any={t('supplies.chooseItem')}
          options={items.map(({ id, name }) => [id, name] as const)}
          onChange={onItem}
        />
        {item !== '' && (
          <Button loading={print.busy} onClick={() => print.send(item)}>
            {t('supplies.printCard')}
          </Button>
        )}
      </FilterBar>
      {print.refusal && <ProblemNotice error={print.refusal} />}
      <Card flush>
        {item === '' ? (
          choose
        ) : (
          <Loaded
            query={query}
            skeleton={<Skeleton lines={8} height={32} />}
            empty={{
              when: ({ pages }) => pages.every(({ items: entries }) => entries.length === 0),
              show: <Nothing title={t('supplies.noMovements')} />,
            }}
          >
            {({ pages }) => (
              <DataTable<CardEntry>
                caption={t('supplies.card')}
                rows={pages.flatMap(({ items: entries }) => entries)}
                rowKey={({ movementId }) => movementId}
                columns={[
                  {
                    key: 'at',
                    title: t('supplies.at'),
                    phone: 'heading',
                    cell: ({ at }) => <span className="number">{dateTime(at)}</span>,
                  },
                  {
                    key: 'what',
                    title: t('supplies.what'),
                    cell: ({ kind, account }) => (
                      <>
                        {t(`supplies.movement.${kind}`)} <span className="muted small">{accountText(t, account)}</span>
                      </>
                    ),
                  },
                  {
                    key: 'party',
                    title: t('supplies.whom'),
                    phone: 'wide',
                    cell: ({ party, documentNo }) => (
                      <>
                        {party} <span className="muted small">{documentNo}</span>
                      </>
                    ),
                  },
                  {
                    key: 'lot',
                    title: t('supplies.lot'),
                    phone: 'leave-out',
                    cell: ({ makerNo }) => <span className="muted small">{makerNo}</span>,
                  },
                  { key: 'in', title: t('supplies.in'), align: 'end', cell: (one) => amount(one.in) },
                  { key: 'out', title: t('supplies.out'), align: 'end', cell: (one) => amount(one.out) },
                  {
                    key: 'balance',
                    title: t('supplies.balance'),
                    align: 'end',
                    cell: ({ balance }) => <strong className="number">{amountText(t, unit, balance)}</strong>,
                  },
                ]}
              />
            )}
          </Loaded>
        )}
        <More query={query} />
      </Card>
    </>
  )
}
