import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { touchedBy } from './queries.ts'

/** What every entry of a case says of itself. */
export interface Said {
  id: string
  recordedAt: string
  at: string
}

interface EntryDialogProps<Values> {
  caseId: string
  form: string
  title: string
  /** What the time means here. */
  atLabel?: string
  initial?: Partial<Values>
  send(said: Said, values: Values): Promise<unknown>
  onClose(): void
  children: ReactNode
}

export function EntryDialog<Values extends object>(props: EntryDialogProps<Values>) {
  const { caseId, form, title, atLabel, initial, send, onClose, children } = props
  const { t } = useTranslation()
  const record = useOperation(
    ({ at, ...values }: Values & { at: string }) => {
      const now = new Date().toISOString()
      return send({ id: newId(), recordedAt: now, at: fromLocalInput(at) }, values as Values)
    },
    { touches: touchedBy(caseId), onDone: onClose },
  )
  return (
    <Dialog
      title={title}
      verb={t('forms.save')}
      busy={record.busy}
      refusal={record.refusal}
      form={form}
      onClose={onClose}
    >
      <Form
        name={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values: Values & { at: string }) => record.send(values)}
        initialValues={{ at: toLocalInput(new Date()), ...initial }}
      >
        {children}
        <Form.Item
          name="at"
          label={atLabel ?? t('caseForm.at')}
          rules={[{ required: true, message: t('caseForm.atNeeded') }]}
        >
          <Input type="datetime-local" max={toLocalInput(new Date())} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

/** One line of text. */
export function Line({
  name,
  label,
  needed = false,
  max = 60,
}: {
  name: string
  label: string
  needed?: boolean
  max?: number
}) {
  const { t } = useTranslation()
  return (
    <Form.Item name={name} label={label} rules={needed ? [{ required: true, message: t('caseForm.needed') }] : []}>
      <Input maxLength={max} placeholder={needed ? '' : t('forms.optional')} />
    </Form.Item>
  )
}

export const orNull = (text: string | undefined): string | null => text?.trim() || null
