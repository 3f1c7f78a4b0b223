import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../session.ts'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { addPasskey, PasskeyGivenUp, removePasskey } from './calls.ts'
import styles from './settings.module.css'

export function PasskeysCard({ security }: { security: Me['security'] }) {
  const { t } = useTranslation()
  const [label, setLabel] = useState('')
  const add = useOperation(addPasskey, { touches: [['me']], onDone: () => setLabel('') })
  const remove = useOperation(removePasskey, { touches: [['me']] })
  const refusal = add.refusal instanceof PasskeyGivenUp ? null : (add.refusal ?? remove.refusal)
  const possible = security.passkeysPossible && browserSupportsWebAuthn()
  return (
    <Card title={t('passkeys.title')}>
      <div className="stack">
        <p className="muted">{possible ? t('passkeys.about') : t('passkeys.notHere')}</p>
        {security.passkeys.length > 0 && (
          <ul className={styles.list}>
            {security.passkeys.map((passkey) => (
              <li key={passkey.id}>
                <span>
                  <b>{passkey.label}</b>
                  <span className="muted small">
                    {' '}
                    {t('passkeys.since', { day: dayOf(passkey.madeAt) })}
                    {passkey.lastUsedAt && ` · ${t('passkeys.used', { day: dayOf(passkey.lastUsedAt) })}`}
                  </span>
                </span>
                <Button size="small" danger onClick={() => remove.send(passkey.id)} loading={remove.busy}>
                  {t('passkeys.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {possible && (
          <Space.Compact block>
            <Input
              aria-label={t('passkeys.label')}
              placeholder={t('passkeys.label')}
              maxLength={60}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
            <Button disabled={!label.trim()} loading={add.busy} onClick={() => add.send(label.trim())}>
              {t('passkeys.add')}
            </Button>
          </Space.Compact>
        )}
        {refusal ? <ProblemNotice error={refusal} /> : null}
      </div>
    </Card>
  )
}
