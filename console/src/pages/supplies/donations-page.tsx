import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { useDonorColumns } from '../funds/donor-columns.tsx'
import { handFile } from '../funds/receipt-file.ts'
import { DonationDialog, NamingDialog } from './donation-dialog.tsx'
import { type GoodsDonation, goodsDonationsQuery, goodsReceiptOf } from './donations-queries.ts'
import styles from './requests.module.css'
import { useQuantity } from './use-quantity.ts'

/** What people and firms gave, each with its receipt; no person is named here. */
export default function DonationsPage() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(goodsDonationsQuery)
  const purpose = usePurpose()
  const print = useOperation((id: string) => goodsReceiptOf(id, purpose.header ?? {}), { onDone: handFile })
  const [adding, setAdding] = useState(false)
  const [naming, setNaming] = useState<GoodsDonation | null>(null)
  const mayPrint = may(me, 'supplies.receipt.print')
  return (
    <Page
      title={t('requests.gifts.title')}
      about={t('requests.gifts.about')}
      actions={
        may(me, 'supplies.donation.record') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('requests.gifts.record')}
          </Button>
        )
      }
    >
      {mayPrint && (
        <div>
          <PurposeChoice />
        </div>
      )}
      {print.refusal ? <ProblemNotice error={print.refusal} /> : null}
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={34} />}
        empty={{
          when: ({ pages }) => pages[0]?.items.length === 0,
          show: (
            <Card>
              <Nothing title={t('requests.gifts.nothing')}>{t('requests.gifts.nothingWhy')}</Nothing>
            </Card>
          ),
        }}
      >
        {({ pages }) => (
          <Card flush>
            <Table
              rows={pages.flatMap(({ items }) => items)}
              busy={print.busy}
              onPrint={mayPrint && purpose.header ? print.send : undefined}
              onName={may(me, 'supplies.donation.name') ? setNaming : undefined}
            />
            <More query={query} />
          </Card>
        )}
      </Loaded>
      {adding && <DonationDialog onClose={() => setAdding(false)} />}
      {naming && <NamingDialog donation={naming} onClose={() => setNaming(null)} />}
    </Page>
  )
}

interface TableProps {
  rows: GoodsDonation[]
  busy: boolean
  onPrint: ((id: string) => void) | undefined
  onName: ((donation: GoodsDonation) => void) | undefined
}
function Table({ rows, busy, onPrint, onName }: TableProps) {
  const { t } = useTranslation()
  const words = useQuantity()
  const donor = useDonorColumns<GoodsDonation>()
  return (
    <DataTable
      caption={t('requests.gifts.title')}
      rows={rows}
      rowKey={({ id }) => id}
      rowTone={(one) => (one.void ? 'quiet' : undefined)}
      columns={[
        ...donor,
        {
          key: 'goods',
          title: t('requests.gifts.goods'),
          phone: 'wide',
          cell: ({ goods }) => goods.map(({ item, quantity, unit }) => `${item} ${words(quantity, unit)}`).join(', '),
        },
        { key: 'store', title: t('requests.gifts.store'), cell: ({ storeName }) => storeName },
        { key: 'at', title: t('funds.on'), cell: ({ at }) => <span className="number">{dayOf(at)}</span> },
        {
          key: 'doing',
          title: '',
          phone: 'wide',
          cell: (donation) => (
            <span className={styles.doing}>
              {onPrint && (
                <Button size="small" loading={busy} onClick={() => onPrint(donation.id)}>
                  {t('funds.print')}
                </Button>
              )}
              {onName && (
                <Button size="small" onClick={() => onName(donation)}>
                  {t('funds.form.naming')}
                </Button>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}
