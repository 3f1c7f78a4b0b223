import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { touchesRequests } from './requests-queries.ts'
import { allKept } from './requests-words.ts'

const BASES = ['isolated', 'checkpoint', 'resident', 'day'] as const
interface Said {
  basis: (typeof BASES)[number]
  perDay: number
  heads?: number
  because: string
  from: string
}

/** A later day takes the place of an earlier one; nothing is overwritten. */
export function AssumptionDialog({ itemId, unit, onClose }: { itemId: string; unit: string; onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const [form] = Form.useForm<Said>()
  const basis = Form.useWatch('basis', form)
  const keep = useOperation(
    async ({ heads, ...said }: Said) => {
      const item = { id: newId(), itemId, heads: said.basis === 'resident' ? (heads ?? 0) : null, ...said }
      allKept((await answer(api.POST('/supplies/assumptions/batch', { body: { items: [item] } }))).verdicts)
    },
    { touches: touchesRequests, onDone: onClose },
  )
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('requests.cover.set')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="assumption"
      onClose={onClose}
    >
      <Form
        form={form}
        name="assumption"
        layout="vertical"
        requiredMark={false}
        initialValues={{ basis: 'day', from: toLocalInput(livesAt ?? new Date()).slice(0, 10) }}
        onFinish={keep.send}
      >
        <Form.Item name="basis" label={t('requests.cover.basis')} rules={needed}>
          <Select options={BASES.map((one) => ({ value: one, label: t(`requests.cover.bases.${one}`) }))} />
        </Form.Item>
        <Form.Item name="perDay" label={t('requests.cover.perHead')} rules={needed}>
          <InputNumber min={0} precision={4} style={{ width: 220 }} suffix={t(`requests.unit.${unit as 'piece'}`)} />
        </Form.Item>
        {basis === 'resident' && (
          <Form.Item name="heads" label={t('requests.cover.heads')} rules={needed}>
            <InputNumber min={0} precision={0} style={{ width: 220 }} />
          </Form.Item>
        )}
        <Form.Item name="because" label={t('requests.cover.because')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="from" label={t('requests.cover.from')} rules={needed}>
          <Input type="date" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
