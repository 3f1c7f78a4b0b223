import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { amountColumn } from './columns.tsx'
import { useDonorColumns } from './donor-columns.tsx'
import { Files } from './files.tsx'
import styles from './funds.module.css'
import { MoneyDialog } from './money-dialog.tsx'
import { type Donation, donationsQuery, receiptOf } from './queries.ts'
import { handFile } from './receipt-file.ts'

export function DonationsView() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(donationsQuery)
  const donor = useDonorColumns<Donation>()
  const me = useQuery(meQuery).data
  const purpose = usePurpose()
  const [naming, setNaming] = useState<Donation | null>(null)
  const print = useOperation((id: string) => receiptOf(id, purpose.header ?? {}), { onDone: handFile })
  const mayPrint = may(me, 'funds.receipt.print') && purpose.header !== undefined
  return (
    <>
      {may(me, 'funds.receipt.print') && (
        <div>
          <PurposeChoice />
        </div>
      )}
      {print.refusal ? <ProblemNotice error={print.refusal} /> : null}
      <PagedTable
        query={query}
        card
        skeleton={<Skeleton lines={6} height={34} />}
        none={
          <Card>
            <Nothing title={t('funds.noDonations')}>{t('funds.noDonationsWhy')}</Nothing>
          </Card>
        }
        caption={t('funds.view.donations')}
        rowKey={({ id }) => id}
        rowTone={(one) => (one.void ? 'quiet' : undefined)}
        columns={[
          ...donor,
          {
            key: 'purpose',
            title: t('funds.purpose'),
            cell: (one) => (
              <>
                {one.purpose} {one.earmarked && <Tag tone="caution">{t('funds.earmarked')}</Tag>}
              </>
            ),
          },
          { key: 'at', title: t('funds.on'), cell: ({ at }) => <span className="number">{dayOf(at)}</span> },
          amountColumn<Donation>(t),
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: (donation) => (
              <span className={styles.doing}>
                <Files
                  of={{ of: 'donation', subjectId: donation.id }}
                  title={donation.receiptNo}
                  row={donation}
                  open={donation.donorKind !== 'person'}
                />
                {mayPrint && (
                  <Button size="small" loading={print.busy} onClick={() => print.send(donation.id)}>
                    {t('funds.print')}
                  </Button>
                )}
                {may(me, 'funds.donation.name') && (
                  <Button size="small" onClick={() => setNaming(donation)}>
                    {t('funds.form.naming')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {naming && <MoneyDialog form="naming" about={naming} onClose={() => setNaming(null)} />}
    </>
  )
}
