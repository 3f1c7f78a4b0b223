import type { QueryKey } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../new-id.ts'
import { FormDialog } from './form-dialog.tsx'
import { fromLocalInput, toLocalInput } from './format.ts'
import { useOperation } from './operation.ts'

export interface Fact {
  id: string
  at: string
}
export interface FactDialogProps<F extends object> {
  /** Of the form in the page. */
  name: string
  title: string
  verb: string
  about?: ReactNode
  danger?: boolean
  /** What becomes stale by it. */
  touches: QueryKey[]
  initial?: Partial<F>
  send(fact: Fact & F): Promise<unknown>
  onClose(): void
  children?: ReactNode
}

/** The moment that is looked at, when it is not now: what is recorded then is about that time unless somebody says otherwise. */
export const LookedAt = createContext<string | undefined>(undefined)

/** Something that happened: the fields of it, and when. */
export function FactDialog<F extends object>(props: FactDialogProps<F>) {
  const { name, title, verb, about, danger = false, touches, initial, send, onClose, children } = props
  const { t } = useTranslation()
  const lookedAt = useContext(LookedAt)
  const keep = useOperation(
    ({ at, ...said }: F & { at: string }) =>
      send({ ...(said as unknown as F), id: newId(), at: new Date(fromLocalInput(at)).toISOString() }),
    { touches, onDone: onClose },
  )
  return (
    <FormDialog
      name={name}
      title={title}
      verb={verb}
      about={about}
      danger={danger}
      initial={{ at: toLocalInput(lookedAt ?? new Date()), ...initial }}
      keep={keep}
      onClose={onClose}
    >
      {children}
      <Form.Item name="at" label={t('forms.at')} rules={[{ required: true, message: t('forms.atNeeded') }]}>
        <Input type="datetime-local" style={{ width: 220 }} />
      </Form.Item>
    </FormDialog>
  )
}
