import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import styles from './settings.module.css'

interface AuthenticatorFormProps {
  made: { uri: string; secret: string }
  verb: string
  busy: boolean
  refusal: unknown
  onCode(code: string): void
}

/** The secret as a square drawn here, in this browser; nobody else's service ever sees it. */
export function AuthenticatorForm({ made, verb, busy, refusal, onCode }: AuthenticatorFormProps) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <ol className={styles.steps}>
        <li>{t('authenticator.scan')}</li>
        <li>{t('authenticator.type')}</li>
      </ol>
      <QrCode text={made.uri} label={t('authenticator.qr')} />
      <details>
        <summary className="muted small">{t('authenticator.byHand')}</summary>
        <code className={styles.secret}>{made.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </details>
      <Form
        name="authenticator"
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={({ code }: { code: string }) => onCode(code.replaceAll(/\s/g, ''))}
      >
        <Form.Item
          name="code"
          label={t('authenticator.code')}
          rules={[{ required: true, message: t('signIn.codeNeeded') }]}
        >
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={12} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {verb}
        </Button>
      </Form>
      {refusal ? <ProblemNotice error={refusal} /> : null}
    </div>
  )
}
