import type { ComponentChildren } from 'preact'
import { useText } from '../i18n/index.ts'

const ROWS = ['123', '456', '789']

/**
 * Our own keypad rather than the phone's: it is always there, never covers the form, and a thumb finds the decisions beside
 * the digits. The inputs stay real inputs, so a keyboard or a scanner can type into them too.
 */
export function Keypad(props: {
  onDigit(digit: string): void
  onDelete(): void
  /** The key left of zero: X for an ID number, clear for a temperature. */
  corner: { text: string; press(): void }
  children: ComponentChildren
}) {
  const t = useText()
  const tap = (press: () => void) => (event: Event) => {
    // The box that is being filled keeps the focus.
    event.preventDefault()
    navigator.vibrate?.(8)
    press()
  }
  return (
    <div class="keypad">
      <div class="keys">
        {ROWS.flatMap((row) => [...row]).map((digit) => (
          <button
            type="button"
            key={digit}
            onPointerDown={tap(() => props.onDigit(digit))}
            onClick={byKeyboard(() => props.onDigit(digit))}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          class="soft"
          onPointerDown={tap(props.corner.press)}
          onClick={byKeyboard(props.corner.press)}
        >
          {props.corner.text}
        </button>
        <button
          type="button"
          onPointerDown={tap(() => props.onDigit('0'))}
          onClick={byKeyboard(() => props.onDigit('0'))}
        >
          0
        </button>
        <button
          type="button"
          class="soft"
          aria-label={t('screening.delete')}
          onPointerDown={tap(props.onDelete)}
          onClick={byKeyboard(props.onDelete)}
        >
          ⌫
        </button>
      </div>
      <div class="decide">{props.children}</div>
    </div>
  )
}

/** A finger was served when it went down; a click without one comes from a keyboard or a screen reader. */
const byKeyboard = (press: () => void) => (event: MouseEvent) => {
  if (event.detail === 0) press()
}
