import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

export interface Decision {
  documentNo: string
  authority: string
  decider: string
}

/** Nothing is put in force and nobody is changed over without a document, an authority and somebody who decided. */
export function DecisionFields() {
  const { t } = useTranslation()
  const rules = [{ required: true, whitespace: true, message: t('profiles.needed') }]
  return (
    <>
      <Form.Item name="documentNo" label={t('profiles.documentNo')} rules={rules}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="authority" label={t('profiles.authority')} rules={rules}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="decider" label={t('profiles.decider')} rules={rules}>
        <Input maxLength={50} />
      </Form.Item>
    </>
  )
}
