import type { ReactNode } from 'react'
import { newId } from '../../new-id.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { touchesOrders } from './orders-queries.ts'

interface OrderDialogProps<F extends object> {
  /** Of the form in the page. */
  name: string
  title: string
  verb: string
  about?: ReactNode
  danger?: boolean
  initial?: Partial<F>
  send(said: F & { id: string; recordedAt: string }): Promise<unknown>
  onClose(): void
  children?: ReactNode
}

/** Something that is decided about an order: the fields of it, sent once under one id. */
export function OrderDialog<F extends object>(props: OrderDialogProps<F>) {
  const { name, title, verb, about, danger = false, initial, send, onClose, children } = props
  const keep = useOperation((said: F) => send({ ...said, id: newId(), recordedAt: new Date().toISOString() }), {
    touches: touchesOrders,
    onDone: onClose,
  })
  return (
    <FormDialog
      name={name}
      title={title}
      verb={verb}
      about={about}
      danger={danger}
      initial={initial ?? {}}
      keep={keep}
      onClose={onClose}
    >
      {children}
    </FormDialog>
  )
}
