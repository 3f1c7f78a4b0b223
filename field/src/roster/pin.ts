/** Pure rules of a PIN. */
export const PIN_LENGTH = 6
/** The tenth wrong one wipes the roster of the phone, and never what waits to be delivered. */
export const WRONG_PINS_MAX = 10
export const IDLE_LOCK_MS = 5 * 60_000

/** The ones that are tried first: one digit throughout, a run, a pair or a triple again and again. */
export function isEasyPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]))
  const even = steps.every((step) => step === steps[0])
  return (even && Math.abs(steps[0] ?? 0) <= 1) || /^(\d\d)\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin)
}

export const isPin = (pin: string): boolean => /^\d{6}$/.test(pin)
