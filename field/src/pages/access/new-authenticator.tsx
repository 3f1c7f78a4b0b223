import { useEffect, useState } from 'preact/hooks'
import { answerOf, api, as } from '../../api.ts'
import { useText } from '../../i18n/index.ts'
import { CodeForm } from './code-form.tsx'

/** After the password, for a seat above the village: the authenticator is on this phone or on another of the same person. */
export function NewAuthenticator({ token, onDone }: { token: string; onDone(): void }) {
  const t = useText()
  const [made, setMade] = useState<{ uri: string; secret: string } | null>(null)
  const [recovery, setRecovery] = useState<string[] | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const begin = () =>
    answerOf<{ uri: string; secret: string }>(api.POST('/me/authenticator', as(token))).then((answer) => {
      if (answer.is === 'ok') setMade(answer.value)
      setRefused(answer.is === 'ok' ? null : answer.is === 'problem' ? answer.refusal.title : t('signIn.failed'))
    })
  useEffect(() => void begin(), [])
  if (recovery) {
    return (
      <div class="card">
        <p>{t('signIn.recoveryHint')}</p>
        <pre>{recovery.join('\n')}</pre>
        <button type="button" class="wide primary" onClick={onDone}>
          {t('signIn.recoveryKept')}
        </button>
      </div>
    )
  }
  if (!made) {
    return (
      <div class="card">
        {refused && (
          <>
            <p class="bad" role="alert">
              {refused}
            </p>
            <button type="button" class="wide" onClick={() => void begin()}>
              {t('signIn.tryAgain')}
            </button>
          </>
        )}
      </div>
    )
  }
  return (
    <>
      <div class="card">
        <p>{t('signIn.newAuthenticator')}</p>
        <a class="button wide" href={made.uri}>
          {t('signIn.openAuthenticator')}
        </a>
        <p class="small">{t('signIn.secretHint')}</p>
        <p>
          <code>{made.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </div>
      <CodeForm
        label={t('signIn.secondFactor')}
        hint={t('signIn.secondFactorHint')}
        numeric
        go={t('signIn.go')}
        send={async (code) => {
          const confirmed = api.POST('/me/authenticator/confirm', { body: { code }, ...as(token) })
          const answer = await answerOf<{ recoveryCodes: string[] }>(confirmed)
          if (answer.is === 'ok') setRecovery(answer.value.recoveryCodes)
          return answer.is === 'ok' ? null : answer.is === 'problem' ? answer.refusal.title : t('signIn.failed')
        }}
      />
    </>
  )
}
