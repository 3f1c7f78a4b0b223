import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { diseaseName } from '../retention/names.ts'
import { ChangeoverDialog } from './changeover-dialog.tsx'
import { type Changeover, changeoversQuery, editionsQuery, said } from './queries.ts'

/** Every order that moved open episodes from one edition to another. */
export function ChangeoversView() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useQuery(changeoversQuery)
  const editions = useQuery(editionsQuery).data?.items ?? []
  const [ordering, setOrdering] = useState(false)
  const nameOf = (code: string) => {
    const found = editions.find((edition) => edition.code === code)
    return found ? said(found) : code
  }
  const columns: Column<Changeover>[] = [
    {
      key: 'disease',
      title: t('profiles.forDisease'),
      cell: ({ disease }) => diseaseName(t, disease),
      phone: 'heading',
    },
    { key: 'day', title: t('profiles.changeoverDay'), cell: ({ day }) => <span className="number">{day}</span> },
    { key: 'from', title: t('profiles.changeoverFrom'), cell: ({ from }) => nameOf(from) },
    { key: 'to', title: t('profiles.changeoverTo'), cell: ({ to }) => nameOf(to) },
    {
      key: 'document',
      title: t('profiles.document'),
      cell: ({ documentNo, authority, decider, recordedAt }) => (
        <>
          {documentNo}
          <br />
          <span className="small muted">
            {authority} · {decider} · <span className="number">{dateTime(recordedAt)}</span>
          </span>
        </>
      ),
      phone: 'wide',
    },
  ]
  return (
    <Card
      title={t('profiles.changeovers')}
      flush
      extra={
        may(me, 'cases.changeover.order') && (
          <Button size="small" onClick={() => setOrdering(true)}>
            {t('profiles.changeoverNew')}
          </Button>
        )
      }
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={4} />}
        empty={{
          when: ({ items }) => items.length === 0,
          show: <Nothing title={t('profiles.changeoverNone')}>{t('profiles.changeoverNoneWhy')}</Nothing>,
        }}
      >
        {({ items }) => (
          <DataTable
            caption={t('profiles.changeovers')}
            columns={columns}
            rows={items.toReversed()}
            rowKey={({ id }) => id}
          />
        )}
      </Loaded>
      {ordering && <ChangeoverDialog editions={editions} onClose={() => setOrdering(false)} />}
    </Card>
  )
}
