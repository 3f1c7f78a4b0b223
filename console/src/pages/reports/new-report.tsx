import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf, fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { divisionsQuery } from '../places/queries.ts'
import { type NewReport, touchesReports } from './queries.ts'

interface Said {
  area: string
  asOf: string
  title: string
}

/** The moment and the area are all a report needs; its paragraphs and numbers come by themselves. */
export function NewReportDialog({ onClose, onMade }: { onClose(): void; onMade(reportId: string): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const areas = (useQuery(divisionsQuery).data ?? []).filter(({ level }) => level === 'county' || level === 'township')
  const draft = useOperation(
    ({ area, asOf, title }: Said) => {
      const body: NewReport = { id: newId(), versionId: newId(), area, asOf: fromLocalInput(asOf), title }
      return answer(api.POST('/situation-reports', { body }))
    },
    { touches: touchesReports, onDone: ({ id }) => onMade(id) },
  )
  const needed = [{ required: true, whitespace: true, message: t('reports.fieldNeeded') }]
  const moment = livesAt ?? new Date()
  return (
    <Dialog
      title={t('reports.new')}
      verb={t('reports.draft')}
      busy={draft.busy}
      refusal={draft.refusal}
      form="new-report"
      onClose={onClose}
    >
      <Form
        name="new-report"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          area: areas[0]?.code,
          asOf: toLocalInput(moment),
          title: t('reports.usualTitle', { day: dayOf(moment) }),
        }}
        onFinish={draft.send}
      >
        <Form.Item name="area" label={t('figures.area')} rules={needed}>
          <Select options={areas.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item name="asOf" label={t('reports.asOf')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="title" label={t('reports.title')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
