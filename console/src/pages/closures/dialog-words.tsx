import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SubjectCard } from './queries.ts'

export interface Acting {
  subject: SubjectCard
  onClose(): void
}
export const useNeeded = () => {
  const { t } = useTranslation()
  return [{ required: true, whitespace: true, message: t('closures.fieldNeeded') }]
}
export function Words({ name, label, rows }: { name: string; label: string; rows?: true }) {
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
