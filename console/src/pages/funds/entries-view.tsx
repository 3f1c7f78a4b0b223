import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { amountColumn } from './columns.tsx'
import { MoneyDialog } from './money-dialog.tsx'
import { PaperWords } from './paper-words.tsx'
import { type Entry, entriesQuery } from './queries.ts'

/** The books: each entry with the account it took from and the one it went to. */
export function EntriesView() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(entriesQuery)
  const me = useQuery(meQuery).data
  const [reversing, setReversing] = useState<Entry | null>(null)
  const isReversible = (one: Entry) => one.kind !== 'reversed' && one.reversedBy === null
  return (
    <>
      <PagedTable
        query={query}
        card
        skeleton={<Skeleton lines={6} height={34} />}
        none={
          <Card>
            <Nothing title={t('funds.nothing')}>{t('funds.nothingWhy')}</Nothing>
          </Card>
        }
        caption={t('funds.view.entries')}
        rowKey={({ id }) => id}
        rowTone={(one) => (one.reversedBy || one.kind === 'reversed' ? 'quiet' : undefined)}
        columns={[
          {
            key: 'kind',
            title: t('funds.entry'),
            phone: 'heading',
            cell: (one) => (
              <>
                <strong>{t(`funds.kind.${one.kind}`)}</strong>{' '}
                {one.reversedBy && <Tag tone="alarm">{t('funds.reversed')}</Tag>}
                <div className="muted">
                  {t(`funds.account.${one.fromAccount}`)} → {t(`funds.account.${one.toAccount}`)}
                </div>
              </>
            ),
          },
          {
            key: 'about',
            title: t('funds.purpose'),
            phone: 'wide',
            cell: (one) => (
              <>
                {one.toPurpose ? `${one.purpose} → ${one.toPurpose}` : one.purpose}
                <div className="muted">{one.commitment ?? one.source}</div>
                {one.why && <div>{one.why}</div>}
                <PaperWords of={one} />
              </>
            ),
          },
          { key: 'at', title: t('funds.at'), cell: ({ at }) => <span className="number">{dateTime(at)}</span> },
          amountColumn<Entry>(t),
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: (entry) =>
              may(me, 'funds.entry.reverse') && isReversible(entry) ? (
                <Button size="small" onClick={() => setReversing(entry)}>
                  {t('funds.form.reverse')}
                </Button>
              ) : null,
          },
        ]}
      />
      {reversing && <MoneyDialog form="reverse" about={reversing} onClose={() => setReversing(null)} />}
    </>
  )
}
