import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { exactTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { diseaseName } from './names.ts'
import { type EventNow, eventsQuery, stateQuery } from './queries.ts'
import styles from './retention.module.css'
import { TurnEvent } from './turn-event.tsx'

/** Whether collecting goes on, by which calendar days are counted, and the order that ended it. */
export function EventsCard() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const state = useQuery(stateQuery).data
  const query = useQuery(eventsQuery)
  const [turning, setTurning] = useState<'close' | EventNow | null>(null)
  const columns: Column<EventNow>[] = [
    {
      key: 'disease',
      title: t('retention.disease'),
      phone: 'heading',
      cell: ({ disease }) => diseaseName(t, disease),
    },
    {
      key: 'turn',
      title: t('retention.turn'),
      cell: ({ turn, responseEnds }) => (
        <Tag tone={turn === 'closed' ? 'caution' : 'ok'}>
          {t(turn === 'closed' ? (responseEnds ? 'retention.ended' : 'retention.closed') : 'retention.reopened')}
        </Tag>
      ),
    },
    { key: 'at', title: t('retention.since'), cell: ({ at }) => <time className="number">{exactTime(at)}</time> },
    {
      key: 'document',
      title: t('retention.document'),
      phone: 'wide',
      cell: ({ documentNo, documentDate }) => (
        <>
          {documentNo} <span className="muted number">{documentDate}</span>
        </>
      ),
    },
    {
      key: 'reopen',
      title: '',
      cell: (event) =>
        event.turn === 'closed' &&
        may(me, 'retention.event.reopen') && (
          <Button size="small" onClick={() => setTurning(event)}>
            {t('retention.reopen')}
          </Button>
        ),
    },
  ]
  return (
    <Card
      flush
      title={t('retention.eventsTitle')}
      extra={
        may(me, 'retention.event.close') && (
          <Button size="small" danger onClick={() => setTurning('close')}>
            {t('retention.close')}
          </Button>
        )
      }
    >
      {state?.calendar === 'historical' && <p className={styles.note}>{t('retention.historical')}</p>}
      <Loaded
        query={query}
        skeleton={<Skeleton lines={2} height={24} />}
        empty={{
          when: ({ items }) => items.length === 0,
          show: <Nothing title={t('retention.noEvent')}>{t('retention.noEventWhy')}</Nothing>,
        }}
      >
        {({ items }) => (
          <DataTable
            caption={t('retention.eventsTitle')}
            columns={columns}
            rows={items}
            rowKey={({ disease }) => disease}
          />
        )}
      </Loaded>
      {turning && <TurnEvent event={turning === 'close' ? null : turning} onClose={() => setTurning(null)} />}
    </Card>
  )
}
