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
import { type NewReport, type ReportDetails, touchesReports } from './queries.ts'

interface Said {
  area: string
  asOf: string
  knownBy?: string
  title: string
}

interface NewReportProps {
  /** An issued report some numbers of which are others today: what is written then says which. */
  corrects?: Pick<ReportDetails, 'id' | 'area' | 'asOf' | 'title'>
  onClose(): void
  onMade(reportId: string): void
}

/** The moment and the area are all a report needs; its paragraphs and numbers come by themselves. */
export function NewReportDialog({ corrects, onClose, onMade }: NewReportProps) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const areas = (useQuery(divisionsQuery).data ?? []).filter(({ level }) => level === 'county' || level === 'township')
  const draft = useOperation(
    ({ area, asOf, knownBy, title }: Said) => {
      const known = knownBy ? fromLocalInput(knownBy) : null
      const about = corrects
        ? { area: corrects.area, asOf: corrects.asOf, corrects: corrects.id }
        : { area, asOf: fromLocalInput(asOf) }
      const body: NewReport = { id: newId(), versionId: newId(), ...about, knownBy: known, title }
      return answer(api.POST('/situation-reports', { body }))
    },
    { touches: touchesReports, onDone: ({ id }) => onMade(id) },
  )
  const needed = [{ required: true, whitespace: true, message: t('reports.fieldNeeded') }]
  const moment = corrects?.asOf ?? livesAt ?? new Date()
  return (
    <Dialog
      title={t(corrects ? 'reports.act.corrected' : 'reports.new')}
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
          area: corrects?.area ?? areas[0]?.code,
          asOf: toLocalInput(moment),
          title: corrects
            ? t('reports.correctionOf', { title: corrects.title })
            : t('reports.usualTitle', { day: dayOf(moment) }),
        }}
        onFinish={draft.send}
      >
        <Form.Item name="area" label={t('figures.area')} rules={needed}>
          <Select
            disabled={corrects !== undefined}
            options={areas.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="asOf" label={t('reports.asOf')} rules={needed}>
          <Input type="datetime-local" disabled={corrects !== undefined} style={{ width: 220 }} />
        </Form.Item>
        {!corrects && (
          <Form.Item name="knownBy" label={t('figures.knownBy')} extra={t('reports.knownByAbout')}>
            <Input type="datetime-local" style={{ width: 220 }} />
          </Form.Item>
        )}
        <Form.Item name="title" label={t('reports.title')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
