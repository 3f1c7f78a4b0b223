import type { Body } from '@qunfang/client'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { divisionsQuery } from '../places/queries.ts'

type NewExport = Body<'/exchange/exports'>
type ExportForm = Omit<NewExport, 'id' | 'purpose'>
const fields = ['name', 'phone', 'address', 'document'] as const

export function AskExport({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const [id] = useState(newId)
  const divisions = useQuery(divisionsQuery)
  const area = useQuery(meQuery).data?.division ?? ''
  const { code } = usePurpose()
  const ask = useOperation(
    (form: ExportForm) =>
      answer(api.POST('/exchange/exports', { body: { id, purpose: code as NewExport['purpose'], ...form } })),
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
        layout="vertical"
        requiredMark={false}
        initialValues={{ fields: ['name', 'phone', 'address'] }}
        onFinish={ask.send}
      >
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
          <Checkbox.Group options={fields.map((value) => ({ value, label: t(`workbooks.field.${value}`) }))} />
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
