import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Lines } from './goods.tsx'
import { PrintButton } from './print-button.tsx'
import { type Slip, slipsQuery } from './queries.ts'
import { ConfirmDialog, EndSlipDialog } from './slip-dialogs.tsx'

/** Issues that one person prepared and that wait for another. */
export function SlipsView({ storeId }: { storeId?: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(slipsQuery(storeId))
  const me = useQuery(meQuery).data
  const [asking, setAsking] = useState<{ verb: 'confirm' | 'end'; slip: Slip } | null>(null)
  const done = () => setAsking(null)
  return (
    <Card flush>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={5} height={32} />}
        none={<Nothing title={t('supplies.noSlips')}>{t('supplies.noSlipsWhy')}</Nothing>}
        caption={t('supplies.view.slips')}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'party',
            title: t('supplies.toWhom'),
            phone: 'heading',
            cell: ({ party, toKind }) => (
              <>
                <strong>{party}</strong> <span className="muted small">{t(`supplies.to.${toKind}`)}</span>
              </>
            ),
          },
          { key: 'lines', title: t('supplies.goods'), phone: 'wide', cell: ({ lines }) => <Lines lines={lines} /> },
          {
            key: 'store',
            title: t('supplies.store'),
            cell: (one) => <Link {...paths.store(one.storeId)}>{one.storeName}</Link>,
          },
          { key: 'at', title: t('supplies.at'), cell: ({ at }) => <span className="number">{dateTime(at)}</span> },
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: (slip) => (
              <Space wrap>
                <PrintButton what={{ slipId: slip.id }} />
                {may(me, 'supplies.slip.confirm') && (
                  <>
                    {slip.mine ? (
                      <span className="muted small">{t('supplies.mine')}</span>
                    ) : (
                      <Button size="small" type="primary" onClick={() => setAsking({ verb: 'confirm', slip })}>
                        {t('supplies.confirm')}
                      </Button>
                    )}
                    <Button size="small" onClick={() => setAsking({ verb: 'end', slip })}>
                      {t('supplies.form.endSlip')}
                    </Button>
                  </>
                )}
              </Space>
            ),
          },
        ]}
      />
      {asking?.verb === 'confirm' && <ConfirmDialog slip={asking.slip} onClose={done} />}
      {asking?.verb === 'end' && <EndSlipDialog slip={asking.slip} onClose={done} />}
    </Card>
  )
}
