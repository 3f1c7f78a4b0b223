import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../../api.ts'
import { useText } from '../../i18n/index.ts'
import { type SignInAnswer, signIn } from '../../session.ts'

export function PasswordForm({
  county,
  proceed,
}: {
  county: number | null
  proceed(answer: Answer<SignInAnswer>): string | null
}) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [given, setGiven] = useState({ county: '', name: '', password: '' })
  useEffect(() => {
    if (county) setGiven((now) => ({ ...now, county: String(county) }))
  }, [county])
  const field = (name: keyof typeof given) => ({
    name,
    value: given[name],
    required: name !== 'county',
    onInput: (event: { currentTarget: HTMLInputElement }) => setGiven({ ...given, [name]: event.currentTarget.value }),
  })
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        setBusy(true)
        void signIn({
          name: given.name,
          password: given.password,
          ...(given.county ? { county: Number(given.county) } : {}),
        })
          .then((answer) => setRefused(proceed(answer)))
          .finally(() => setBusy(false))
      }}
    >
      <h2>{t('signIn.title')}</h2>
      {!county && (
        <label class="field">
          {t('signIn.county')}
          <input
            {...field('county')}
            inputMode="numeric"
            pattern="\d{6}"
            maxLength={6}
            placeholder={t('signIn.countyHint')}
          />
        </label>
      )}
      <label class="field">
        {t('signIn.account')}
        <input {...field('name')} autocomplete="username" autocapitalize="none" spellcheck={false} />
      </label>
      <label class="field">
        {t('signIn.password')}
        <input {...field('password')} type="password" autocomplete="current-password" />
      </label>
      {refused && (
        <p class="bad" role="alert">
          {refused}
        </p>
      )}
      <button type="submit" class="wide primary" disabled={busy}>
        {busy ? t('signIn.busy') : t('signIn.go')}
      </button>
    </form>
  )
}
