import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Space } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Lines } from './goods.tsx'
import { PrintButton } from './print-button.tsx'
import { type Movement, movementsQuery } from './queries.ts'
import { ReverseDialog } from './slip-dialogs.tsx'

const told = ['allocated', 'bought', 'donated', 'returned', 'written-off', 'expired'] as const
/** Where it came from, when the kind of movement does not say so already. */
export const accountText = (t: TFunction, account: string): string => {
  const known = told.find((one) => one === account)
  return known ? t(`supplies.account.${known}`) : ''
}

/** The latest first. */
export function MovementsView({ storeId }: { storeId: string | undefined }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(movementsQuery(storeId))
  const me = useQuery(meQuery).data
  const [reversing, setReversing] = useState<Movement | null>(null)
  const isReversible = (one: Movement) => one.kind !== 'reversed' && one.reversedBy === null
  return (
    <Card flush>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={32} />}
        none={<Nothing title={t('supplies.noMovements')}>{t('supplies.noMovementsWhy')}</Nothing>}
        caption={t('supplies.view.movements')}
        rowKey={({ id }) => id}
        rowTone={(one) => (isReversible(one) ? undefined : 'quiet')}
        columns={[
          {
            key: 'kind',
            title: t('supplies.what'),
            phone: 'heading',
            cell: (one) => (
              <>
                <strong>{t(`supplies.movement.${one.kind}`)}</strong>{' '}
                {one.reversedBy && <Tag>{t('supplies.reversedTag')}</Tag>}
                <div className="muted small">{accountText(t, one.account)}</div>
              </>
            ),
          },
          { key: 'lines', title: t('supplies.goods'), phone: 'wide', cell: ({ lines }) => <Lines lines={lines} /> },
          {
            key: 'store',
            title: t('supplies.store'),
            cell: (one) => <Link {...paths.store(one.storeId)}>{one.storeName}</Link>,
          },
          {
            key: 'party',
            title: t('supplies.whom'),
            cell: ({ party, documentNo, why }) => (
              <>
                {party}
                <div className="muted small">{documentNo}</div>
                {why && <div className="small">{why}</div>}
              </>
            ),
          },
          { key: 'at', title: t('supplies.at'), cell: ({ at }) => <span className="number">{dateTime(at)}</span> },
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: (one) => (
              <Space wrap>
                <PrintButton what={{ movementId: one.id }} />
                {may(me, 'supplies.movement.reverse') && isReversible(one) && (
                  <Button size="small" onClick={() => setReversing(one)}>
                    {t('supplies.form.reverse')}
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      {reversing && <ReverseDialog movement={reversing} onClose={() => setReversing(null)} />}
    </Card>
  )
}
