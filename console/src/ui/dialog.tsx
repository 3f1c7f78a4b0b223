import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from './problem-notice.tsx'

interface DialogProps {
  title: string
  /** What the button does, in a word. */
  verb: string
  danger?: boolean
  busy: boolean
  refusal: unknown
  /** The form that the button sends. */
  form?: string
  onConfirm?(): void
  onClose(): void
  children: ReactNode
}

/** A question with a way out. The refusal stays inside, beside what has to be changed. */
export function Dialog(props: DialogProps) {
  const { title, verb, danger = false, busy, refusal, form, onConfirm, onClose, children } = props
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={title}
      okText={verb}
      cancelText={t('forms.cancel')}
      confirmLoading={busy}
      okButtonProps={{ danger, htmlType: form ? 'submit' : 'button', ...(form ? { form } : {}) }}
      onOk={() => onConfirm?.()}
      onCancel={onClose}
      mask={{ closable: !busy }}
      destroyOnHidden
      width={520}
    >
      <div className="stack">
        {children}
        {refusal ? <ProblemNotice error={refusal} /> : null}
      </div>
    </Modal>
  )
}
