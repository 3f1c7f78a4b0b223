import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { catalogueQuery, type FigureName } from '../figures/queries.ts'
import { nameOf } from '../figures/words.ts'
import { touchesDailies } from './queries.ts'

interface Said {
  figures: FigureName[]
  due: string
  fromOn: string
}

/** What every village is asked for, from a day on. */
export function FormDialog({ day, onClose }: { day: string; onClose(): void }) {
  const { t } = useTranslation()
  const figures = useQuery(catalogueQuery).data?.items ?? []
  const add = useOperation((said: Said) => answer(api.POST('/daily-forms', { body: { id: newId(), ...said } })), {
    touches: touchesDailies,
    onDone: onClose,
  })
  const needed = [{ required: true, message: t('reports.fieldNeeded') }]
  return (
    <Dialog
      title={t('dailies.ask')}
      verb={t('forms.save')}
      busy={add.busy}
      refusal={add.refusal}
      form="daily-form"
      onClose={onClose}
    >
      <Form
        name="daily-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ due: '17:00', fromOn: day, figures: [] }}
        onFinish={add.send}
      >
        <Form.Item name="figures" label={t('dailies.figures')} rules={needed}>
          <Select
            mode="multiple"
            maxCount={20}
            optionFilterProp="label"
            options={figures.map((one) => ({ value: one.name, label: nameOf(one) }))}
          />
        </Form.Item>
        <Form.Item name="due" label={t('dailies.dueBy')} rules={needed}>
          <Input type="time" style={{ width: 140 }} />
        </Form.Item>
        <Form.Item name="fromOn" label={t('dailies.from')} rules={needed}>
          <Input type="date" style={{ width: 180 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
