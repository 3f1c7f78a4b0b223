import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Me, meQuery } from '../../session.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AuthenticatorForm } from './authenticator-form.tsx'
import { beginAuthenticator, confirmAuthenticator, renewRecoveryCodes, type Secret } from './calls.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

/** The second factor: set up once, kept in step with the phone, with paper codes for the day the phone is gone. */
export function AuthenticatorCard({ security }: { security: Me['security'] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [made, setMade] = useState<Secret | null>(null)
  const [codes, setCodes] = useState<string[]>([])
  const showCodes = ({ recoveryCodes }: { recoveryCodes: string[] }) => {
    setMade(null)
    setCodes(recoveryCodes)
    void queries.invalidateQueries(meQuery)
  }
  const begin = useOperation(beginAuthenticator, { onDone: setMade })
  const confirm = useOperation(confirmAuthenticator, { onDone: showCodes })
  const renew = useOperation(renewRecoveryCodes, { onDone: showCodes })
  const refusal = begin.refusal ?? renew.refusal
  return (
    <Card
      title={<span id="second-factor">{t('authenticator.title')}</span>}
      extra={
        security.authenticator ? (
          <Tag tone="ok">{t('authenticator.on')}</Tag>
        ) : (
          <Tag tone="caution">{t('authenticator.off')}</Tag>
        )
      }
    >
      <div className="stack">
        {codes.length > 0 && <RecoveryCodes codes={codes} />}
        {made ? (
          <AuthenticatorForm
            made={made}
            verb={t('authenticator.confirm')}
            busy={confirm.busy}
            refusal={confirm.refusal}
            onCode={confirm.send}
          />
        ) : (
          <>
            <p className="muted">{t('authenticator.about')}</p>
            <p id="recovery-codes">{t('recovery.left', { count: security.recoveryCodesLeft })}</p>
            <div className="row">
              <Button loading={begin.busy} onClick={() => begin.send(undefined)}>
                {security.authenticator ? t('authenticator.replace') : t('authenticator.setUp')}
              </Button>
              {security.authenticator && (
                <Button loading={renew.busy} onClick={() => renew.send(undefined)}>
                  {t('recovery.renew')}
                </Button>
              )}
            </div>
          </>
        )}
        {refusal ? <ProblemNotice error={refusal} /> : null}
      </div>
    </Card>
  )
}
