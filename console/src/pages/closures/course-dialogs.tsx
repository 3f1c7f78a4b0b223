import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { FactDialog } from '../sites/fact-dialog.tsx'
import { saveFile } from '../workbooks/files.ts'
import { type SubjectCard, touchesClosures } from './queries.ts'

export interface Acting {
  subject: SubjectCard
  onClose(): void
}
const ACTIONS = ['closed-on-the-spot', 'warned', 'handed-over'] as const
const CONDITIONS = [
  'ventilation',
  'disinfection',
  'masks',
  'temperature',
  'register',
  'distance',
  'staff',
  'plan',
] as const
const OUTCOMES = ['upheld', 'rejected', 'withdrawn'] as const

const useNeeded = () => {
  const { t } = useTranslation()
  return [{ required: true, whitespace: true, message: t('closures.fieldNeeded') }]
}
function Words({ name, label, rows }: { name: string; label: string; rows?: true }) {
  const needed = useNeeded()
  return (
    <Form.Item name={name} label={label} rules={needed}>
      {rows ? (
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      ) : (
        <Input maxLength={60} autoComplete="off" />
      )}
    </Form.Item>
  )
}

type Found = 'closed' | 'open'
type Action = (typeof ACTIONS)[number]
export function InspectDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const needed = useNeeded()
  const [found, setFound] = useState<Found>('closed')
  return (
    <FactDialog<{ found: Found; action?: Action; inspector: string }>
      name="inspect-closable"
      title={`${subject.name} · ${t('closures.inspect')}`}
      verb={t('forms.save')}
      touches={touchesClosures}
      initial={{ found: 'closed' }}
      send={({ action, ...said }) =>
        answer(
          api.POST('/closures/subjects/{subjectId}/inspections', {
            params: { path: { subjectId: subject.id } },
            body: { ...said, action: said.found === 'open' ? (action ?? null) : null },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="found" label={t('closures.found')}>
        <Radio.Group
          options={[
            { value: 'closed', label: t('closures.foundClosed') },
            { value: 'open', label: t('closures.foundOpen') },
          ]}
          onChange={({ target }) => setFound(target.value)}
        />
      </Form.Item>
      {found === 'open' && (
        <Form.Item name="action" label={t('closures.action')} rules={needed}>
          <Radio.Group options={ACTIONS.map((value) => ({ value, label: t(`closures.actions.${value}`) }))} />
        </Form.Item>
      )}
      <Words name="inspector" label={t('closures.inspector')} />
    </FactDialog>
  )
}

export function ApplyDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const params = { path: { subjectId: subject.id } }
  return (
    <FactDialog
      name="apply-to-reopen"
      title={`${subject.name} · ${t('closures.apply')}`}
      verb={t('forms.save')}
      about={t('closures.applyAbout')}
      touches={touchesClosures}
      send={(body) => answer(api.POST('/closures/subjects/{subjectId}/applications', { params, body }))}
      onClose={onClose}
    />
  )
}

type Condition = (typeof CONDITIONS)[number]
export function CheckDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const params = { path: { applicationId: subject.openApplicationId ?? '' } }
  return (
    <FactDialog<{ met: Condition[]; inspector: string }>
      name="check-application"
      title={`${subject.name} · ${t('closures.check')}`}
      verb={t('forms.save')}
      about={t('closures.checkAbout')}
      touches={touchesClosures}
      initial={{ met: [] }}
      send={(body) => answer(api.POST('/closures/applications/{applicationId}/checks', { params, body }))}
      onClose={onClose}
    >
      <Form.Item name="met" label={t('closures.check')}>
        <Checkbox.Group
          style={{ display: 'grid', gap: 8 }}
          options={CONDITIONS.map((value) => ({ value, label: t(`closures.conditions.${value}`) }))}
        />
      </Form.Item>
      <Words name="inspector" label={t('closures.inspector')} />
    </FactDialog>
  )
}

export function DecideDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const params = { path: { applicationId: subject.openApplicationId ?? '' } }
  return (
    <FactDialog<{ granted: boolean; decider: string; reason: string }>
      name="decide-application"
      title={`${subject.name} · ${t('closures.decide')}`}
      verb={t('forms.save')}
      touches={touchesClosures}
      initial={{ granted: true }}
      send={(body) => answer(api.POST('/closures/applications/{applicationId}/decision', { params, body }))}
      onClose={onClose}
    >
      <Form.Item name="granted" label={t('closures.outcome')}>
        <Radio.Group
          options={[
            { value: true, label: t('closures.granted') },
            { value: false, label: t('closures.refused') },
          ]}
        />
      </Form.Item>
      <Words name="decider" label={t('closures.decider')} />
      <Words name="reason" label={t('closures.reason')} rows />
    </FactDialog>
  )
}

export function AppealDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const needed = useNeeded()
  const params = { path: { subjectId: subject.id } }
  return (
    <FactDialog<{ orderId: string; letterNo: string }>
      name="lodge-appeal"
      title={`${subject.name} · ${t('closures.lodgeAppeal')}`}
      verb={t('forms.save')}
      about={t('closures.appealAbout')}
      touches={touchesClosures}
      initial={{ orderId: subject.orderId ?? subject.orders[0]?.id ?? '' }}
      send={(body) => answer(api.POST('/closures/subjects/{subjectId}/appeals', { params, body }))}
      onClose={onClose}
    >
      <Form.Item name="orderId" label={t('closures.whichOrder')} rules={needed}>
        <Select options={subject.orders.map((one) => ({ value: one.id, label: one.documentNo }))} />
      </Form.Item>
      <Words name="letterNo" label={t('closures.letterNo')} />
    </FactDialog>
  )
}

export function AnswerDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const params = { path: { appealId: subject.openAppealId ?? '' } }
  return (
    <FactDialog<{ outcome: (typeof OUTCOMES)[number]; decider: string; reason: string }>
      name="answer-appeal"
      title={`${subject.name} · ${t('closures.answerAppeal')}`}
      verb={t('forms.save')}
      touches={touchesClosures}
      initial={{ outcome: 'rejected' }}
      send={(body) => answer(api.POST('/closures/appeals/{appealId}/decision', { params, body }))}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t('closures.outcome')}>
        <Radio.Group options={OUTCOMES.map((value) => ({ value, label: t(`closures.outcomes.${value}`) }))} />
      </Form.Item>
      <Words name="decider" label={t('closures.decider')} />
      <Words name="reason" label={t('closures.reason')} rows />
    </FactDialog>
  )
}

export function PrintDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const print = useOperation(
    (query: { contact: string; language: 'zh' | 'en' | 'both' }) =>
      answer(
        api.GET('/closures/subjects/{subjectId}/notice', { params: { path: { subjectId: subject.id }, query } }),
      ).then(saveFile),
    { onDone: onClose },
  )
  return (
    <Dialog
      title={`${subject.name} · ${t('closures.print')}`}
      verb={t('closures.print')}
      busy={print.busy}
      refusal={print.refusal}
      form="print-closure"
      onClose={onClose}
    >
      <Form
        name="print-closure"
        layout="vertical"
        requiredMark={false}
        initialValues={{ language: 'zh', contact: '' }}
        onFinish={print.send}
      >
        <Words name="contact" label={t('closures.contact')} />
        <Form.Item name="language" label={t('closures.language')}>
          <Radio.Group
            options={(['zh', 'en', 'both'] as const).map((value) => ({
              value,
              label: t(`closures.languages.${value}`),
            }))}
          />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
