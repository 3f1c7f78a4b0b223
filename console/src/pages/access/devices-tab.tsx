import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Me, may } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FilterBar } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { revokeDevice } from './calls.ts'
import { EnrolDevice } from './enrol-device.tsx'
import { type Device, devicesQuery } from './queries.ts'
import { SilentPhones } from './silent-phones.tsx'

function Revoke({ device, onClose }: { device: Device; onClose(): void }) {
  const { t } = useTranslation()
  const revoke = useOperation(() => revokeDevice(device.id), { touches: [['devices']], onDone: onClose })
  return (
    <Dialog
      title={t('devices.revokeTitle', { label: device.label })}
      verb={t('devices.revoke')}
      danger
      busy={revoke.busy}
      refusal={revoke.refusal}
      onConfirm={() => revoke.send(undefined)}
      onClose={onClose}
    >
      <p>{t('devices.revokeAbout')}</p>
    </Dialog>
  )
}

export function DevicesTab({ me }: { me: Me | undefined }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const query = useInfiniteQuery(devicesQuery)
  const [enrolling, setEnrolling] = useState(false)
  const [revoking, setRevoking] = useState<Device | null>(null)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const columns: Column<Device>[] = [
    { key: 'label', title: t('devices.label'), phone: 'heading', cell: (device) => device.label },
    { key: 'division', title: t('seats.division'), cell: (device) => divisionName(device.division) },
    { key: 'platform', title: t('devices.platform'), cell: (device) => device.platform },
    {
      key: 'enrolled',
      title: t('devices.enrolled'),
      cell: (device) => <time className="number">{dateTime(device.enrolledAt)}</time>,
    },
    {
      key: 'state',
      title: t('handOvers.state'),
      cell: (device) =>
        device.revokedAt ? (
          <Tag>{t('devices.revoked', { time: dateTime(device.revokedAt) })}</Tag>
        ) : (
          <Tag tone="ok">{t('devices.inUse')}</Tag>
        ),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (device) =>
        !device.revokedAt &&
        may(me, 'access.device.revoke') && (
          <Button size="small" danger onClick={() => setRevoking(device)}>
            {t('devices.revoke')}
          </Button>
        ),
    },
  ]
  return (
    <>
      {may(me, 'access.phone.list-silent') && <SilentPhones />}
      <Card flush>
        <FilterBar result={t('devices.count', { count: rows.length })}>
          {may(me, 'access.device.invite') && (
            <Button type="primary" onClick={() => setEnrolling(true)}>
              {t('devices.enrol')}
            </Button>
          )}
        </FilterBar>
        <Loaded
          query={query}
          skeleton={<Skeleton lines={6} height={26} />}
          empty={{
            when: () => rows.length === 0,
            show: <Nothing title={t('devices.none')}>{t('devices.noneWhy')}</Nothing>,
          }}
        >
          {() => (
            <DataTable
              caption={t('access.tab.devices')}
              columns={columns}
              rows={rows}
              rowKey={(device) => device.id}
              rowTone={(device) => (device.revokedAt ? 'quiet' : undefined)}
            />
          )}
        </Loaded>
        <More query={query} />
        {enrolling && me && <EnrolDevice me={me} onClose={() => setEnrolling(false)} />}
        {revoking && <Revoke device={revoking} onClose={() => setRevoking(null)} />}
      </Card>
    </>
  )
}
