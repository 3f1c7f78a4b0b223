import { useState } from 'preact/hooks'
import { useText } from '../../i18n/index.ts'

/** One-time codes of every kind: enrolment, first sign-in, second factor. */
export function CodeForm(props: {
  label: string
  hint: string
  go: string
  numeric?: boolean
  initial?: string
  send(code: string): Promise<string | null>
}) {
  const t = useText()
  const [code, setCode] = useState(props.initial ?? '')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        setBusy(true)
        void props
          .send(code.trim())
          .then(setRefused)
          .finally(() => setBusy(false))
      }}
    >
      <label class="field">
        {props.label}
        <input
          name="code"
          required
          autocomplete="one-time-code"
          autocapitalize="characters"
          inputMode={props.numeric ? 'numeric' : 'text'}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </label>
      <p class="small">{props.hint}</p>
      {refused && (
        <p class="bad" role="alert">
          {refused}
        </p>
      )}
      <button type="submit" class="wide primary" disabled={busy}>
        {busy ? t('signIn.busy') : props.go}
      </button>
    </form>
  )
}
