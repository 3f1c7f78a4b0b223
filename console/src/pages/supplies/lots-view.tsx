import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { amountText } from './amounts.ts'
import { AnswerDialog, LotDialog, RecallDialog } from './lot-dialogs.tsx'
import { expiringQuery, type Recall, recallsQuery } from './queries.ts'
import styles from './supplies.module.css'

type Asking = { verb: 'trace' | 'recall'; lotId: string } | { verb: 'answer'; recall: Recall; storeId: string }

/** What expires soon, and what is called back, with what each store answered. */
export function LotsView() {
  const [asking, setAsking] = useState<Asking | null>(null)
  const done = () => setAsking(null)
  return (
    <>
      <Recalls onAsk={setAsking} />
      <ExpiringList onAsk={setAsking} />
      {asking?.verb === 'trace' && <LotDialog lotId={asking.lotId} onClose={done} />}
      {asking?.verb === 'recall' && <RecallDialog lotId={asking.lotId} onClose={done} />}
      {asking?.verb === 'answer' && <AnswerDialog recall={asking.recall} storeId={asking.storeId} onClose={done} />}
    </>
  )
}

function ExpiringList({ onAsk }: { onAsk(asking: Asking): void }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(expiringQuery)
  const me = useQuery(meQuery).data
  return (
    <Card flush title={t('supplies.expiring')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={5} height={32} />}
        none={<Nothing title={t('supplies.noExpiring')} />}
        caption={t('supplies.expiring')}
        rowKey={({ storeId, lotId }) => storeId + lotId}
        rowTone={({ isExpired }) => (isExpired ? 'alarm' : undefined)}
        columns={[
          { key: 'item', title: t('supplies.item'), phone: 'heading', cell: ({ itemName }) => itemName },
          {
            key: 'lot',
            title: t('supplies.lot'),
            cell: ({ lotId, makerNo }) => (
              <Button type="link" size="small" onClick={() => onAsk({ verb: 'trace', lotId })}>
                {makerNo ?? t('supplies.noLot')}
              </Button>
            ),
          },
          {
            key: 'expires',
            title: t('supplies.expiresOn'),
            cell: ({ expiresOn, isExpired }) => <Tag tone={isExpired ? 'alarm' : 'caution'}>{expiresOn}</Tag>,
          },
          { key: 'store', title: t('supplies.store'), cell: ({ storeName }) => storeName },
          {
            key: 'quantity',
            title: t('supplies.quantity'),
            align: 'end',
            cell: ({ unit, quantity }) => <span className="number">{amountText(t, unit, quantity)}</span>,
          },
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: ({ lotId, makerNo }) =>
              may(me, 'supplies.recall.call') && makerNo ? (
                <Button size="small" danger onClick={() => onAsk({ verb: 'recall', lotId })}>
                  {t('supplies.form.recall')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Card>
  )
}

function Recalls({ onAsk }: { onAsk(asking: Asking): void }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(recallsQuery)
  const me = useQuery(meQuery).data
  return (
    <Card flush title={t('supplies.recalls')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={3} height={32} />}
        none={<Nothing title={t('supplies.noRecalls')} />}
        caption={t('supplies.recalls')}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'lot',
            title: t('supplies.lot'),
            phone: 'heading',
            cell: ({ lot, itemName }) => (
              <>
                <strong>{itemName}</strong>{' '}
                <Button type="link" size="small" onClick={() => onAsk({ verb: 'trace', lotId: lot.id })}>
                  {lot.makerNo ?? t('supplies.noLot')}
                </Button>
              </>
            ),
          },
          {
            key: 'notice',
            title: t('supplies.notice'),
            phone: 'wide',
            cell: ({ notice, documentNo, at }) => (
              <>
                {notice}
                <div className="muted small">
                  {documentNo} {dateTime(at)}
                </div>
              </>
            ),
          },
          {
            key: 'stores',
            title: t('supplies.where'),
            phone: 'wide',
            cell: (recall) => (
              <>
                <Tag tone={recall.stores.every(({ answer }) => answer) ? 'ok' : 'caution'}>
                  {t('supplies.answered', {
                    done: recall.stores.filter(({ answer }) => answer).length,
                    all: recall.stores.length,
                  })}
                </Tag>
                <ul className={styles.lines}>
                  {recall.stores.map(({ storeId, storeName, quantity, answer }) => (
                    <li key={storeId}>
                      {storeName} <span className="number">{amountText(t, recall.unit, quantity)}</span>{' '}
                      {answer ? (
                        <span className="muted small">
                          {t('supplies.foundOf')} {amountText(t, recall.unit, answer.found)} ·{' '}
                          {t(`supplies.done.${answer.done as 'set-aside'}`)}
                        </span>
                      ) : may(me, 'supplies.recall.answer') ? (
                        <Button size="small" onClick={() => onAsk({ verb: 'answer', recall, storeId })}>
                          {t('supplies.form.answer')}
                        </Button>
                      ) : (
                        <span className="muted small">{t('supplies.notAnswered')}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
