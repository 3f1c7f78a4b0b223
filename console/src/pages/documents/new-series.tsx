import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { KINDS } from './kinds.ts'
import { type NewSeries as Body, touchesDocuments } from './queries.ts'

const FORMS = ['standard', 'letter', 'order', 'minutes'] as const

/** Where numbers come from. A county that begins in the middle of a year says its next number. */
export function NewSeries({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  const keep = useOperation(
    (said: Omit<Body, 'id' | 'division'>) =>
      answer(api.POST('/document-series', { body: { ...said, id: newId(), division } })),
    { touches: touchesDocuments, onDone: onClose },
  )
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('documents.newSeries')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-series"
      onClose={onClose}
    >
      <Form
        name="new-series"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: 'directive',
          form: 'standard',
          firstYear: Number(dayOf(new Date()).slice(0, 4)),
          firstSerial: 1,
        }}
        onFinish={keep.send}
      >
        <Form.Item name="code" label={t('documents.code')} extra={t('documents.codeAbout')} rules={needed}>
          <Input maxLength={12} placeholder="兴疫防指" />
        </Form.Item>
        <Form.Item name="kind" label={t('documents.kind')}>
          <Select options={KINDS.map((kind) => ({ value: kind, label: t(`documents.kinds.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="authority" label={t('documents.authority')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="form" label={t('documents.form')}>
          <Select options={FORMS.map((form) => ({ value: form, label: t(`documents.forms.${form}`) }))} />
        </Form.Item>
        <Form.Item name="firstYear" label={t('documents.firstYear')}>
          <InputNumber min={1949} max={2200} />
        </Form.Item>
        <Form.Item name="firstSerial" label={t('documents.firstSerial')} extra={t('documents.firstSerialAbout')}>
          <InputNumber min={1} max={9999} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
