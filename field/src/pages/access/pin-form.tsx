import { useState } from 'preact/hooks'
import { useText } from '../../i18n/index.ts'
import { isPin, PIN_LENGTH } from '../../roster/pin.ts'

/** Six digits, and off they go. What comes back is said above an empty box. */
export function PinForm(props: { label: string; hint: string; send(pin: string): Promise<string | null> }) {
  const t = useText()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const type = (typed: string) => {
    const next = typed.replace(/\D/g, '').slice(0, PIN_LENGTH)
    setPin(next)
    if (!isPin(next) || busy) return
    setBusy(true)
    void props
      .send(next)
      .then(setRefused)
      .finally(() => {
        setBusy(false)
        setPin('')
      })
  }
  return (
    <section class="card pin">
      <label class="field">
        {props.label}
        <input
          name="pin"
          type="password"
          inputMode="numeric"
          autocomplete="off"
          maxLength={PIN_LENGTH}
          disabled={busy}
          value={pin}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <p class="small">{busy ? t('pin.busy') : props.hint}</p>
      {refused && (
        <p class="bad" role="alert">
          {refused}
        </p>
      )}
    </section>
  )
}
