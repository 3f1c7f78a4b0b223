import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, moveHours, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Measure, touchesTasks } from './queries.ts'
import { TargetsFields, type TargetsSaid, targetsOf } from './targets.tsx'

interface Said extends TargetsSaid {
  at: string
  receiptBy: string
  dueAt: string
}

/** A measure for doing, or the document itself for reading, handed to many at once. */
export function GiveDialog(props: { documentId: string; measure: Measure | null; onClose(): void }) {
  const { documentId, measure, onClose } = props
  const { t } = useTranslation()
  const begins = useCountyMoment() ?? new Date().toISOString()
  const [form] = Form.useForm<Said>()
  const to = Form.useWatch('to', form)
  const give = useOperation(
    ({ at, receiptBy, dueAt, ...targets }: Said) =>
      answer(
        api.POST('/documents/{documentId}/tasks', {
          params: { path: { documentId } },
          body: {
            id: newId(),
            measureId: measure?.id ?? null,
            targets: targetsOf(targets),
            at: fromLocalInput(at),
            receiptBy: fromLocalInput(receiptBy),
            dueAt: fromLocalInput(dueAt),
          },
        }),
      ),
    { touches: touchesTasks, onDone: onClose },
  )
  const after = (hours: number) => toLocalInput(moveHours(begins, hours))
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={measure ? t('measures.giveOne', { title: measure.title }) : t('measures.handOut')}
      verb={t('measures.give')}
      busy={give.busy}
      refusal={give.refusal}
      form="give-tasks"
      onClose={onClose}
    >
      <p>{t('measures.giveAbout')}</p>
      <Form
        form={form}
        name="give-tasks"
        layout="vertical"
        requiredMark={false}
        initialValues={{ to: 'villages', at: after(0), receiptBy: after(4), dueAt: after(measure ? 48 : 24) }}
        onFinish={give.send}
      >
        <TargetsFields to={to} />
        {(['at', 'receiptBy', 'dueAt'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`measures.times.${name}`)} rules={needed}>
            <Input type="datetime-local" style={{ width: 220 }} />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  )
}
