import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { amountColumn, whatColumn } from './columns.tsx'
import { Files } from './files.tsx'
import styles from './funds.module.css'
import { MoneyDialog } from './money-dialog.tsx'
import { PaperWords } from './paper-words.tsx'
import { type Payment, paymentsQuery } from './queries.ts'

const TONES = { waiting: 'caution', paid: 'ok', refused: 'alarm' } as const

export function PaymentsView() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(paymentsQuery)
  const me = useQuery(meQuery).data
  const [deciding, setDeciding] = useState<{ form: 'approve' | 'refuse'; payment: Payment } | null>(null)
  const mayDecide = may(me, 'funds.payment.decide')
  return (
    <>
      <PagedTable
        query={query}
        card
        skeleton={<Skeleton lines={6} height={34} />}
        none={
          <Card>
            <Nothing title={t('funds.noPayments')}>{t('funds.noPaymentsWhy')}</Nothing>
          </Card>
        }
        caption={t('funds.view.payments')}
        rowKey={({ id }) => id}
        columns={[
          whatColumn<Payment>(t),
          {
            key: 'paper',
            title: t('funds.paper'),
            phone: 'wide',
            cell: (one) => (
              <>
                <PaperWords of={one} /> <Files of={{ of: 'payment', subjectId: one.id }} title={one.title} row={one} />
              </>
            ),
          },
          { key: 'at', title: t('funds.at'), cell: ({ at }) => <span className="number">{dateTime(at)}</span> },
          amountColumn<Payment>(t),
          {
            key: 'state',
            title: t('funds.stateName'),
            cell: ({ state, why }) => (
              <>
                <Tag tone={TONES[state]}>{t(`funds.state.${state}`)}</Tag> {why}
              </>
            ),
          },
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: (payment) =>
              payment.state !== 'waiting' ? null : payment.mine ? (
                <span className="muted">{t('funds.somebodyElse')}</span>
              ) : mayDecide ? (
                <span className={styles.doing}>
                  <Button size="small" type="primary" onClick={() => setDeciding({ form: 'approve', payment })}>
                    {t('funds.form.approve')}
                  </Button>
                  <Button size="small" onClick={() => setDeciding({ form: 'refuse', payment })}>
                    {t('funds.form.refuse')}
                  </Button>
                </span>
              ) : null,
          },
        ]}
      />
      {deciding && <MoneyDialog form={deciding.form} about={deciding.payment} onClose={() => setDeciding(null)} />}
    </>
  )
}
