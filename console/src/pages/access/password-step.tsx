import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { useOperation } from '../../ui/operation.ts'
import { PasswordBox } from '../../ui/password-box.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type Answered, PasskeyGivenUp, signIn, signInByPasskey } from './calls.ts'
import styles from './door.module.css'

export function PasswordStep({ onAnswer }: { onAnswer(answer: Answered): void }) {
  const { t } = useTranslation()
  const byPassword = useOperation(signIn, { onDone: onAnswer })
  const passkey = useOperation(signInByPasskey, { onDone: onAnswer })
  const refusal = byPassword.refusal ?? (passkey.refusal instanceof PasskeyGivenUp ? null : passkey.refusal)
  return (
    <div className="stack">
      <Form name="sign-in" layout="vertical" requiredMark={false} size="large" onFinish={byPassword.send}>
        <Form.Item name="name" label={t('signIn.name')} rules={[{ required: true, message: t('signIn.nameNeeded') }]}>
          <Input autoFocus autoComplete="username webauthn" autoCapitalize="none" spellCheck={false} maxLength={60} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('signIn.password')}
          rules={[{ required: true, message: t('signIn.passwordNeeded') }]}
        >
          <PasswordBox autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={byPassword.busy}>
          {t('signIn.verb')}
        </Button>
      </Form>
      {refusal ? <ProblemNotice error={refusal} /> : null}
      {browserSupportsWebAuthn() && (
        <>
          <div className={styles.or}>{t('signIn.or')}</div>
          <Button size="large" block loading={passkey.busy} onClick={() => passkey.send(undefined)}>
            {t('signIn.passkey')}
          </Button>
        </>
      )}
      <p className="muted small">
        <Link {...paths.welcome()}>{t('signIn.haveCode')}</Link>
        <br />
        {t('signIn.help')}
      </p>
    </div>
  )
}
