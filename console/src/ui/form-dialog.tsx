import { Form } from 'antd'
import type { ReactNode } from 'react'
import { Dialog } from './dialog.tsx'

interface FormDialogProps<F extends object> {
  /** Of the form in the page. */
  name: string
  title: string
  verb: string
  about?: ReactNode
  danger?: boolean
  initial?: object
  keep: { busy: boolean; refusal: unknown; send(said: F): void }
  onClose(): void
  children?: ReactNode
}

/** A question that is answered by filling in a few fields. */
export function FormDialog<F extends object>(props: FormDialogProps<F>) {
  const { name, title, verb, about, danger = false, initial = {}, keep, onClose, children } = props
  return (
    <Dialog
      title={title}
      verb={verb}
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
        initialValues={initial}
        onFinish={(said) => keep.send(said as F)}
      >
        {children}
      </Form>
    </Dialog>
  )
}
