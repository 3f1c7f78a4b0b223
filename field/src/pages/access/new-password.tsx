import { useState } from 'preact/hooks'
import { answerOf, api, as } from '../../api.ts'
import { useText } from '../../i18n/index.ts'

/** After the welcome code: the password by which the person signs in from now on. */
export function NewPassword({ token, onDone }: { token: string; onDone(): void }) {
  const t = useText()
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        void answerOf(api.POST('/me/password', { body: { password }, ...as(token) })).then((answer) => {
          if (answer.is === 'ok') onDone()
          else setRefused(answer.is === 'problem' ? answer.refusal.title : t('signIn.failed'))
        })
      }}
    >
      <label class="field">
        {t('signIn.newPassword')}
        <input
          name="new-password"
          type="password"
          autocomplete="new-password"
          minLength={10}
          required
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <p class="small">{t('signIn.newPasswordHint')}</p>
      {refused && (
        <p class="bad" role="alert">
          {refused}
        </p>
      )}
      <button type="submit" class="wide primary">
        {t('signIn.go')}
      </button>
    </form>
  )
}
