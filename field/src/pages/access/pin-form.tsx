import { useEffect, useRef, useState } from 'preact/hooks'
import { useText } from '../../i18n/index.ts'
import { isPin, PIN_LENGTH } from '../../roster/pin.ts'

/** Six digits, and off they go. What comes back is said above an empty box. */
export function PinForm(props: { label: string; hint: string; send(pin: string): Promise<string | null> }) {
  const t = useText()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  // A keyboard or a scanner may be there; the keys below are for a thumb in a glove.
  useEffect(() => box.current?.focus(), [busy, props.label])
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
          inputMode="none"
          ref={box}
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
      <div class="keys">
        {[...'123456789'].map((digit) => (
          <button type="button" key={digit} disabled={busy} onClick={() => type(pin + digit)}>
            {digit}
          </button>
        ))}
        <span />
        <button type="button" disabled={busy} onClick={() => type(`${pin}0`)}>
          0
        </button>
        <button
          type="button"
          class="soft"
          disabled={busy}
          aria-label={t('screening.delete')}
          onClick={() => type(pin.slice(0, -1))}
        >
          ⌫
        </button>
      </div>
    </section>
  )
}
