import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { type ReportDetails, touchesReports } from './queries.ts'
import type { Act } from './steps.ts'

function take({ id: reportId, versionId }: ReportDetails, act: Act, note: string | null): Promise<unknown> {
  const path = { params: { path: { reportId } } }
  const said = { id: newId(), versionId }
  if (act === 'sealed')
    return answer(api.POST('/situation-reports/{reportId}/seal', { ...path, body: { ...said, explanation: note } }))
  if (act === 'revised' || act === 'corrected') return Promise.resolve()
  return answer(api.POST('/situation-reports/{reportId}/steps', { ...path, body: { ...said, step: act, note } }))
}

export function StepDialog({ report, act, onClose }: { report: ReportDetails; act: Act; onClose(): void }) {
  const { t } = useTranslation()
  const step = useOperation(({ note }: { note?: string }) => take(report, act, note?.trim() || null), {
    touches: touchesReports,
    onDone: onClose,
  })
  const mustExplain = act === 'sealed' && report.remarks.some(({ weight }) => weight === 'explain')
  const asksNote = act === 'returned' || mustExplain
  return (
    <Dialog
      title={t(`reports.act.${act}`)}
      verb={t(`reports.act.${act}`)}
      danger={act === 'abandoned'}
      busy={step.busy}
      refusal={step.refusal}
      form="report-step"
      onClose={onClose}
    >
      <p>{t(`reports.actAbout.${act}`)}</p>
      <Form name="report-step" layout="vertical" requiredMark={false} onFinish={step.send}>
        {asksNote && (
          <Form.Item
            name="note"
            label={t(mustExplain ? 'reports.explanation' : 'reports.why')}
            rules={[{ required: true, whitespace: true, message: t('reports.fieldNeeded') }]}
          >
            <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  )
}
