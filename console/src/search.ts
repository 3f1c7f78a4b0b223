/** What an address may carry. Anything unreadable is left out: a mistyped link still opens the page. */
export const text = (raw: unknown): string | undefined =>
  typeof raw === 'string' && raw.trim() ? raw : typeof raw === 'number' ? String(raw) : undefined

export const whole = (raw: unknown): number | undefined => {
  const value = Number(raw)
  return raw !== '' && raw !== null && Number.isInteger(value) && value >= 0 ? value : undefined
}

export const flag = (raw: unknown): boolean | undefined => (raw === true || raw === 'true' ? true : undefined)

export const day = (raw: unknown): string | undefined =>
  typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw)) ? raw : undefined

export const instant = (raw: unknown): string | undefined =>
  typeof raw === 'string' && !Number.isNaN(Date.parse(raw)) ? new Date(raw).toISOString() : undefined

export const oneOf = <T extends string>(allowed: readonly T[], raw: unknown): T | undefined =>
  allowed.find((value) => value === raw)
