import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../../api.ts'
import { useText } from '../../i18n/index.ts'
import { CodeForm } from './code-form.tsx'

interface NewAuthenticatorProps {
  begin(): Promise<Answer<{ uri: string; secret: string }>>
  /** What to keep for the day when the phone is lost; null when the person makes that later. */
  confirm(code: string): Promise<Answer<string[] | null>>
  onDone(): void
}

/** After the password, for a seat above the village: the authenticator is on this phone or on another of the same person. */
export function NewAuthenticator({ begin, confirm, onDone }: NewAuthenticatorProps) {
  const t = useText()
  const [made, setMade] = useState<{ uri: string; secret: string } | null>(null)
  const [recovery, setRecovery] = useState<string[] | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const why = (answer: Answer<unknown>) =>
    answer.is === 'ok' ? null : answer.is === 'problem' ? answer.refusal.title : t('signIn.failed')
  const ask = () =>
    begin().then((answer) => {
      if (answer.is === 'ok') setMade(answer.value)
      setRefused(why(answer))
    })
  useEffect(() => void ask(), [])
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
            <button type="button" class="wide" onClick={() => void ask()}>
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
          const answer = await confirm(code)
          if (answer.is === 'ok' && answer.value) setRecovery(answer.value)
          else if (answer.is === 'ok') onDone()
          return why(answer)
        }}
      />
    </>
  )
}
