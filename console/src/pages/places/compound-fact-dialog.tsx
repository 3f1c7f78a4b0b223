import type { Body } from '@qunfang/client'
import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import type { Compound } from './queries.ts'

export type CompoundAspect = Body<'/places/compounds/{compoundId}/facts'>['aspect']

interface FactForm {
  present: boolean
  unit?: string
  since: string
}

interface CompoundFactDialogProps {
  compound: Compound
  aspect: CompoundAspect
  onClose(): void
}

export function CompoundFactDialog({ compound, aspect, onClose }: CompoundFactDialogProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<FactForm>()
  const present = Form.useWatch('present', form)
  const record = useOperation(
    (values: FactForm) =>
      answer(
        api.POST('/places/compounds/{compoundId}/facts', {
          params: { path: { compoundId: compound.id } },
          body: {
            id: newId(),
            aspect,
            present: values.present,
            unit: values.present ? values.unit?.trim() || null : null,
            since: values.since,
            recordedAt: new Date().toISOString(),
          },
        }),
      ),
    { touches: [['compounds']], onDone: onClose },
  )
  return (
    <Dialog
      title={t('compounds.factTitle', { name: compound.name, what: t(`compounds.aspect.${aspect}`) })}
      verb={t('forms.save')}
      busy={record.busy}
      refusal={record.refusal}
      form="compound-fact"
      onClose={onClose}
    >
      <Form<FactForm>
        name="compound-fact"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={record.send}
        initialValues={{ since: dayOf(new Date()) }}
      >
        <Form.Item
          name="present"
          label={t(`compounds.aspect.${aspect}`)}
          rules={[{ required: true, message: t('compounds.answerNeeded') }]}
        >
          <Radio.Group
            options={[
              { value: true, label: t('compounds.yes') },
              { value: false, label: t('compounds.no') },
            ]}
          />
        </Form.Item>
        {present && (
          <Form.Item name="unit" label={t('compounds.unit')} extra={t('compounds.unitHint')}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        <Form.Item name="since" label={t('compounds.since')}>
          <Input type="date" max={dayOf(new Date())} style={{ width: 180 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
