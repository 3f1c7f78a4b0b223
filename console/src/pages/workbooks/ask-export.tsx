import type { Body } from '@qunfang/client'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { divisionsQuery } from '../places/queries.ts'
import { CategoryChoice } from './category-choice.tsx'

type NewExport = Body<'/exchange/exports'>
type ExportForm = Omit<NewExport, 'id' | 'purpose' | 'lineList' | 'kind'> & { kind: Kind; category?: string }
const kinds = ['roster', 'households', 'line-list'] as const
type Kind = (typeof kinds)[number]
const fields = ['name', 'phone', 'address', 'document'] as const
/** A household has no number of its own. */
const fieldsOf = (kind: Kind) => fields.filter((field) => kind !== 'households' || field !== 'document')

export function AskExport({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const [id] = useState(newId)
  const divisions = useQuery(divisionsQuery)
  const area = useQuery(meQuery).data?.division ?? ''
  const { code } = usePurpose()
  const [form] = Form.useForm<ExportForm>()
  const kind = Form.useWatch('kind', form) ?? 'roster'
  const ask = useOperation(
    ({ category, ...said }: ExportForm) => {
      const lineList = category && said.kind === 'line-list' ? { category, asOf: new Date().toISOString() } : null
      const own = said.fields.filter((field) => fieldsOf(said.kind).includes(field))
      const body = { ...said, id, purpose: code as NewExport['purpose'], fields: own, lineList }
      return answer(api.POST('/exchange/exports', { body }))
    },
    { touches: [['exports']], onDone: onClose },
  )
  const needed = (message: string) => [{ required: true, message }]
  return (
    <Dialog
      title={t('workbooks.askTitle')}
      verb={t('workbooks.ask')}
      busy={ask.busy}
      refusal={ask.refusal ?? divisions.error}
      form="ask-export"
      onClose={onClose}
    >
      <p className="muted">{t('workbooks.askAbout')}</p>
      <PurposeChoice />
      <Form<ExportForm>
        name="ask-export"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'roster', fields: ['name', 'phone', 'address'] }}
        onFinish={ask.send}
      >
        <Form.Item name="kind" label={t('workbooks.whatFile')}>
          <Radio.Group options={kinds.map((value) => ({ value, label: t(`workbooks.kind.${value}`) }))} />
        </Form.Item>
        {kind === 'line-list' && <CategoryChoice />}
        <Form.Item name="division" label={t('workbooks.area')} rules={needed(t('workbooks.areaNeeded'))}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={divisions.isPending}
            options={
              divisions.data
                ?.filter((one) => one.code.startsWith(area))
                .map((one) => ({ value: one.code, label: `${one.name} ${one.code}` })) ?? []
            }
          />
        </Form.Item>
        <Form.Item name="fields" label={t('workbooks.fields')} rules={needed(t('workbooks.fieldsNeeded'))}>
          <Checkbox.Group
            aria-label={t('workbooks.fields')}
            options={fieldsOf(kind).map((value) => ({ value, label: t(`workbooks.field.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="ground"
          label={t('workbooks.ground')}
          rules={[{ required: true, min: 4, whitespace: true, message: t('workbooks.groundNeeded') }]}
        >
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
