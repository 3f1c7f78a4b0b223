import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { dayOf } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { whatColumn } from './columns.tsx'
import { Files } from './files.tsx'
import styles from './funds.module.css'
import { yuan } from './money.ts'
import { MoneyDialog } from './money-dialog.tsx'
import { PaperWords } from './paper-words.tsx'
import { type Commitment, commitmentsQuery } from './queries.ts'

type Doing = { form: 'pay' | 'release' | 'refund'; commitment: Commitment }

export function CommitmentsView() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(commitmentsQuery)
  const me = useQuery(meQuery).data
  const [doing, setDoing] = useState<Doing | null>(null)
  const verbs = (commitment: Commitment) =>
    [
      ['pay', 'funds.payment.ask', commitment.openFen > 0],
      ['release', 'funds.commitment.release', commitment.openFen > 0],
      ['refund', 'funds.commitment.refund', commitment.paidFen > 0],
    ] as const
  return (
    <>
      <PagedTable
        query={query}
        card
        skeleton={<Skeleton lines={6} height={34} />}
        none={
          <Card>
            <Nothing title={t('funds.noCommitments')}>{t('funds.noCommitmentsWhy')}</Nothing>
          </Card>
        }
        caption={t('funds.view.commitments')}
        rowKey={({ id }) => id}
        columns={[
          whatColumn<Commitment>(t),
          {
            key: 'from',
            title: t('funds.from'),
            phone: 'wide',
            cell: (one) => (
              <>
                {one.purpose}
                <div className="muted">{one.source}</div>
                <PaperWords of={one} />
              </>
            ),
          },
          { key: 'at', title: t('funds.on'), cell: ({ at }) => <span className="number">{dayOf(at)}</span> },
          {
            key: 'open',
            title: t('funds.committed'),
            align: 'end',
            cell: ({ openFen }) => <span className="number">{yuan(openFen)}</span>,
          },
          {
            key: 'paid',
            title: t('funds.paid'),
            align: 'end',
            cell: ({ paidFen }) => <span className="number">{yuan(paidFen)}</span>,
          },
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: (commitment) => (
              <span className={styles.doing}>
                <Files of={{ of: 'commitment', subjectId: commitment.id }} title={commitment.title} row={commitment} />
                {verbs(commitment)
                  .filter(([, verb, has]) => has && may(me, verb))
                  .map(([form]) => (
                    <Button key={form} size="small" onClick={() => setDoing({ form, commitment })}>
                      {t(`funds.form.${form}`)}
                    </Button>
                  ))}
              </span>
            ),
          },
        ]}
      />
      {doing && <MoneyDialog form={doing.form} about={doing.commitment} onClose={() => setDoing(null)} />}
    </>
  )
}
