import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime, timeOfDay } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type Board, type Transfer, transfersQuery } from './queries.ts'
import { AddVehicle, ArriveDialog, CleanDialog, RideDialog } from './ride-dialogs.tsx'

const tones = { 'under-way': 'brand', 'to-clean': 'caution', done: 'ok', 'taken-back': 'plain' } as const
type Asking = { verb: 'arrive' | 'clean'; transfer: Transfer } | 'ride' | 'vehicle' | null

function useColumns(onAsk: (asking: Asking) => void): Column<Transfer>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'at',
      title: t('sites.left'),
      phone: 'heading',
      cell: ({ leftAt }) => <span className="number">{dateTime(leftAt)}</span>,
    },
    { key: 'vehicle', title: t('sites.vehicle'), cell: ({ vehicle }) => vehicle },
    { key: 'way', title: t('sites.way.title'), phone: 'wide', cell: ({ from, to }) => `${from.place} → ${to.place}` },
    { key: 'crew', title: t('sites.crew'), cell: ({ crew }) => crew.map(({ title }) => title).join('、') },
    {
      key: 'state',
      title: t('sites.stateTitle'),
      cell: ({ state, arrivedAt, cleanedAt }) => (
        <span className="row">
          <Tag tone={tones[state]}>{t(`sites.ride.${state}`)}</Tag>
          <span className="small muted number">
            {[arrivedAt, cleanedAt].flatMap((at) => (at ? [timeOfDay(at)] : [])).join(' / ')}
          </span>
        </span>
      ),
    },
    {
      key: 'verbs',
      title: '',
      align: 'end',
      cell: (transfer) =>
        transfer.state === 'under-way' ? (
          <Button size="small" onClick={() => onAsk({ verb: 'arrive', transfer })}>
            {t('sites.arrive')}
          </Button>
        ) : transfer.state === 'to-clean' ? (
          <Button size="small" type="primary" onClick={() => onAsk({ verb: 'clean', transfer })}>
            {t('sites.clean')}
          </Button>
        ) : null,
    },
  ]
}

/** Rides, the latest first; a vehicle that has not been cleaned leaves for nowhere. */
export function TransfersView({ board }: { board: Board }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(transfersQuery(board.site.id))
  const [asking, setAsking] = useState<Asking>(null)
  const columns = useColumns(setAsking)
  const done = () => setAsking(null)
  return (
    <Card
      flush
      title={t('sites.view.transfers')}
      extra={
        <>
          {board.vehicles.map(({ id, label, free }) => (
            <Tag key={id} tone={free ? 'ok' : 'caution'}>
              {label} · {t(free ? 'sites.vehicleFree' : 'sites.vehicleAway')}
            </Tag>
          ))}
          <Button size="small" onClick={() => setAsking('vehicle')}>
            {t('sites.addVehicle')}
          </Button>
          <Button size="small" type="primary" onClick={() => setAsking('ride')}>
            {t('sites.newRide')}
          </Button>
        </>
      }
    >
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={5} height={26} />}
        none={<Nothing title={t('sites.noRides')} />}
        caption={t('sites.view.transfers')}
        columns={columns}
        rowKey={({ id }) => id}
      />
      {asking === 'ride' && <RideDialog board={board} onClose={done} />}
      {asking === 'vehicle' && <AddVehicle board={board} onClose={done} />}
      {asking !== null && typeof asking === 'object' && asking.verb === 'arrive' && (
        <ArriveDialog transfer={asking.transfer} onClose={done} />
      )}
      {asking !== null && typeof asking === 'object' && asking.verb === 'clean' && (
        <CleanDialog transfer={asking.transfer} onClose={done} />
      )}
    </Card>
  )
}
