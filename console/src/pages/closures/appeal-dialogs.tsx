import { Form, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { saveFile } from '../../ui/files.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Acting, useNeeded, Words } from './dialog-words.tsx'
import { touchesClosures } from './queries.ts'

const OUTCOMES = ['upheld', 'rejected', 'withdrawn'] as const

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
