import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { touchesSupplies } from './queries.ts'

export interface Fact {
  id: string
  at: string
}
interface FactDialogProps<F extends object> {
  /** Of the form in the page. */
  name: string
  title: string
  verb?: string
  danger?: boolean
  about?: ReactNode
  initial?: Partial<F>
  send(fact: Fact & F): Promise<unknown>
  onClose(): void
  children?: ReactNode
}

/** Something that happened to goods: what, and when. */
export function FactDialog<F extends object>(props: FactDialogProps<F>) {
  const { name, title, verb, danger = false, about, initial, send, onClose, children } = props
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const keep = useOperation(
    ({ at, ...said }: F & { at: string }) =>
      send({ ...(said as unknown as F), id: newId(), at: new Date(fromLocalInput(at)).toISOString() }),
    { touches: touchesSupplies, onDone: onClose },
  )
  return (
    <Dialog
      title={title}
      verb={verb ?? title}
      danger={danger}
      busy={keep.busy}
      refusal={keep.refusal}
      form={name}
      onClose={onClose}
    >
      {about && <p>{about}</p>}
      <Form
        name={name}
        layout="vertical"
        requiredMark={false}
        onFinish={(said) => keep.send(said as F & { at: string })}
        initialValues={{ at: toLocalInput(livesAt ?? new Date()), ...initial }}
      >
        {children}
        <Form.Item name="at" label={t('supplies.at')} rules={[{ required: true, message: t('supplies.atNeeded') }]}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

export function TextField(props: { name: string; label: string; needed?: boolean; max?: number }) {
  const { name, label, needed = false, max = 60 } = props
  const { t } = useTranslation()
  return (
    <Form.Item name={name} label={label} rules={needed ? [{ required: true, message: t('supplies.needed') }] : []}>
      <Input maxLength={max} />
    </Form.Item>
  )
}
