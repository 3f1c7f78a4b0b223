import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { SolutionFields, usualSolution } from './disinfect-dialog.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { siteKindName } from './names.ts'
import type { Board, Transfer } from './queries.ts'

const fromKinds = ['home', 'checkpoint', 'site', 'hospital'] as const
const toKinds = ['site', 'hospital', 'home'] as const

interface RideForm {
  vehicleId: string
  lodgingId?: string
  crew: string[]
  fromKind: (typeof fromKinds)[number]
  fromPlace: string
  toKind: (typeof toKinds)[number]
  toPlace: string
}

interface WayProps {
  end: 'from' | 'to'
  kinds: readonly string[]
}
function WayFields({ end, kinds }: WayProps) {
  const { t } = useTranslation()
  const words = { home: t('sites.place.home'), checkpoint: t('sites.place.checkpoint'), site: t('sites.place.site') }
  const named = (kind: string) => (kind in words ? words[kind as keyof typeof words] : t('sites.place.hospital'))
  return (
    <>
      <Form.Item name={`${end}Kind`} label={t(`sites.${end}`)}>
        <Radio.Group options={kinds.map((value) => ({ value, label: named(value) }))} />
      </Form.Item>
      <Form.Item
        name={`${end}Place`}
        label={t(`sites.${end}Place`)}
        rules={[{ required: true, whitespace: true, message: t('sites.fieldNeeded') }]}
      >
        <Input maxLength={40} placeholder={t('sites.placeHint')} />
      </Form.Item>
    </>
  )
}

export function RideDialog({ board, onClose }: { board: Board; onClose(): void }) {
  const { t } = useTranslation()
  const lived = board.rooms.flatMap(({ label, lodgers }) =>
    lodgers.map(({ lodgingId }) => ({ value: lodgingId, label: t('sites.roomTitle', { room: label }) })),
  )
  return (
    <FactDialog<RideForm>
      name="ride"
      title={t('sites.newRide')}
      verb={t('sites.newRide')}
      about={board.crew.length === 0 ? t('sites.noCrew') : t('sites.rideAbout')}
      initial={{ fromKind: 'home', toKind: 'site', toPlace: board.site.name }}
      send={({ id, at, vehicleId, lodgingId, crew, fromKind, fromPlace, toKind, toPlace }) =>
        answer(
          api.POST('/sites/{siteId}/transfers', {
            params: { path: { siteId: board.site.id } },
            body: {
              ...{ id, at, vehicleId, crew, lodgingId: lodgingId ?? null },
              from: { kind: fromKind, place: fromPlace },
              to: { kind: toKind, place: toPlace },
            },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="vehicleId"
        label={t('sites.vehicle')}
        rules={[{ required: true, message: t('sites.fieldNeeded') }]}
      >
        <Select
          options={board.vehicles.map(({ id, label, free }) => ({
            value: id,
            label: free ? label : `${label} · ${t('sites.vehicleAway')}`,
            disabled: !free,
          }))}
        />
      </Form.Item>
      <Form.Item name="crew" label={t('sites.crew')} rules={[{ required: true, message: t('sites.fieldNeeded') }]}>
        <Select
          mode="multiple"
          maxCount={6}
          options={board.crew.map(({ postId, kind, title, holderName }) => ({
            value: postId,
            label: `${title} · ${holderName ?? siteKindName(t, kind)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="lodgingId" label={t('sites.whose')} extra={t('sites.whoseHint')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={lived} />
      </Form.Item>
      <WayFields end="from" kinds={fromKinds} />
      <WayFields end="to" kinds={toKinds} />
    </FactDialog>
  )
}

export function AddVehicle({ board, onClose }: { board: Board; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ label: string }>
      name="vehicle"
      title={t('sites.addVehicle')}
      verb={t('sites.addVehicle')}
      send={(body) =>
        answer(api.POST('/sites/{siteId}/vehicles', { params: { path: { siteId: board.site.id } }, body }))
      }
      onClose={onClose}
    >
      <Form.Item
        name="label"
        label={t('sites.vehicle')}
        rules={[{ required: true, whitespace: true, message: t('sites.fieldNeeded') }]}
      >
        <Input maxLength={30} placeholder={t('sites.vehicleHint')} />
      </Form.Item>
    </FactDialog>
  )
}

interface StepProps {
  transfer: Transfer
  onClose(): void
}
export function ArriveDialog({ transfer, onClose }: StepProps) {
  const { t } = useTranslation()
  return (
    <FactDialog<object>
      name="arrive"
      title={`${transfer.vehicle} → ${transfer.to.place}`}
      verb={t('sites.arrive')}
      send={({ id, at }) =>
        answer(
          api.POST('/transfers/{transferId}/arrival', {
            params: { path: { transferId: transfer.id } },
            body: { id, at },
          }),
        )
      }
      onClose={onClose}
    />
  )
}

export function CleanDialog({ transfer, onClose }: StepProps) {
  const { t } = useTranslation()
  return (
    <FactDialog<typeof usualSolution>
      name="clean"
      title={`${transfer.vehicle} · ${t('sites.clean')}`}
      verb={t('sites.clean')}
      initial={usualSolution}
      send={(body) =>
        answer(api.POST('/transfers/{transferId}/cleaning', { params: { path: { transferId: transfer.id } }, body }))
      }
      onClose={onClose}
    >
      <SolutionFields />
    </FactDialog>
  )
}
