import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { timeOfDay } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { placeCheckpointsQuery } from '../places/queries.ts'
import { type DeviceInvitation, inviteDevice } from './calls.ts'
import styles from './settings.module.css'

interface DeviceForm {
  label: string
  placeId?: string
}

export function EnrolDevice({ me, onClose }: { me: Me; onClose(): void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const places = useQuery(placeCheckpointsQuery)
  const [made, setMade] = useState<DeviceInvitation | null>(null)
  const invite = useOperation(
    ({ label, placeId }: DeviceForm) => {
      const place = places.data?.find((one) => one.id === placeId)
      return inviteDevice({ label, division: place?.division ?? me.division, placeId: placeId ?? null })
    },
    { onDone: setMade },
  )
  if (made) {
    const close = () => {
      void queries.invalidateQueries({ queryKey: ['devices'] })
      onClose()
    }
    return (
      <Modal
        open
        title={t('devices.scanTitle')}
        onCancel={close}
        footer={
          <Button type="primary" onClick={close}>
            {t('forms.done')}
          </Button>
        }
      >
        <div className="stack">
          <p>{t('devices.scanAbout', { until: timeOfDay(made.expiresAt) })}</p>
          <QrCode text={made.qr} label={t('devices.qr')} size={240} />
          <code className={styles.secret} style={{ textAlign: 'center' }}>
            {made.code}
          </code>
        </div>
      </Modal>
    )
  }
  return (
    <Dialog
      title={t('devices.enrol')}
      verb={t('devices.makeCode')}
      busy={invite.busy}
      refusal={invite.refusal}
      form="enrol-device"
      onClose={onClose}
    >
      <Form<DeviceForm> name="enrol-device" layout="vertical" requiredMark={false} onFinish={invite.send}>
        <Form.Item
          name="label"
          label={t('devices.label')}
          extra={t('devices.labelHint')}
          rules={[{ required: true, whitespace: true, message: t('devices.labelNeeded') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="placeId" label={t('devices.place')} extra={t('forms.optional')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            loading={places.isPending}
            options={places.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
