import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type DocumentDetails, touchesDocuments } from './queries.ts'

export type Act = 'submitted' | 'returned' | 'passed' | 'signed' | 'abandoned' | 'issued' | 'withdrawn'
interface Said {
  post?: string
  note?: string
  at?: string
}

async function take(document: DocumentDetails, act: Act, { post, note, at }: Said): Promise<unknown> {
  const path = { params: { path: { documentId: document.id } } }
  const id = newId()
  const moment = fromLocalInput(at ?? toLocalInput(new Date()))
  if (act === 'issued')
    return answer(api.POST('/documents/{documentId}/issue', { ...path, body: { id, issuedAt: moment } }))
  if (act === 'withdrawn')
    return answer(
      api.POST('/documents/{documentId}/withdrawal', { ...path, body: { id, at: moment, why: note ?? '' } }),
    )
  const body = { id, versionId: document.versionId ?? '', step: act, post: post ?? null, note: note ?? null }
  return answer(api.POST('/documents/{documentId}/steps', { ...path, body }))
}

export function StepDialog({ document, act, onClose }: { document: DocumentDetails; act: Act; onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const step = useOperation((said: Said) => take(document, act, said), { touches: touchesDocuments, onDone: onClose })
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  const isTimed = act === 'issued' || act === 'withdrawn'
  const needsNote = act === 'returned' || act === 'withdrawn'
  return (
    <Dialog
      title={t(`documents.act.${act}`)}
      verb={t(`documents.act.${act}`)}
      danger={act === 'withdrawn' || act === 'abandoned'}
      busy={step.busy}
      refusal={step.refusal}
      form="take-step"
      onClose={onClose}
    >
      <p>{t(`documents.actAbout.${act}`)}</p>
      <Form
        name="take-step"
        layout="vertical"
        requiredMark={false}
        initialValues={{ at: toLocalInput(livesAt ?? new Date()) }}
        onFinish={step.send}
      >
        {act === 'signed' && (
          <Form.Item name="post" label={t('documents.post')} rules={needed}>
            <Input maxLength={40} />
          </Form.Item>
        )}
        {needsNote && (
          <Form.Item name="note" label={t('documents.why')} rules={needed}>
            <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
        {isTimed && (
          <Form.Item name="at" label={t('documents.at')} rules={needed}>
            <Input type="datetime-local" style={{ width: 220 }} />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  )
}
