import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { newId } from '../../new-id.ts'
import { dayOf } from '../../ui/format.ts'
import type { Household } from './queries.ts'

export interface Asked {
  household: Household
  onClose(): void
}

export const said = () => ({ id: newId(), recordedAt: new Date().toISOString() })

export function DayField() {
  const { t } = useTranslation()
  return (
    <Form.Item name="on" label={t('household.on')} rules={[{ required: true, message: t('household.onNeeded') }]}>
      <Input type="date" max={dayOf(new Date())} />
    </Form.Item>
  )
}
