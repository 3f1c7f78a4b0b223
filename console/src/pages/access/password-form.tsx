import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../../ui/operation.ts'
import { PasswordBox } from '../../ui/password-box.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { changePassword } from './calls.ts'

interface PasswordFields {
  current?: string
  password: string
  again: string
}

interface PasswordFormProps {
  /** Not asked of somebody who came in by a welcome code. */
  withCurrent: boolean
  verb: string
  onDone(): void
}

export function PasswordForm({ withCurrent, verb, onDone }: PasswordFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<PasswordFields>()
  const change = useOperation(
    ({ current, password }: PasswordFields) =>
      changePassword({ ...(withCurrent && current ? { current } : {}), password }),
    {
      touches: [['me'], ['sessions']],
      onDone: () => {
        form.resetFields()
        onDone()
      },
    },
  )
  return (
    <div className="stack">
      <Form<PasswordFields>
        name="change-password"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={change.send}
      >
        {withCurrent && (
          <Form.Item
            name="current"
            label={t('password.current')}
            rules={[{ required: true, message: t('password.currentNeeded') }]}
          >
            <PasswordBox autoComplete="current-password" />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label={t('password.new')}
          extra={t('password.rule')}
          rules={[{ required: true, min: 10, message: t('password.tooShort') }]}
        >
          <PasswordBox autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['password']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('password.differs'))),
            }),
          ]}
        >
          <PasswordBox autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.busy}>
          {verb}
        </Button>
      </Form>
      {change.refusal ? <ProblemNotice error={change.refusal} /> : null}
    </div>
  )
}
