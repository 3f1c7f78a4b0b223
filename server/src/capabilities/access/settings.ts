/** What access has to know of this installation; given once by app.ts. */
export interface AccessSettings {
  /** Where people reach us: passkeys are bound to it, and cookies are `Secure` when it is https. */
  publicUrl: string
  /** The county meant by somebody who signs in without naming one. */
  county: number
  /** What one guess costs; left out, it is memory-hard. Tests that make hundreds of guesses take a light one. */
  hashCost?: HashCost | undefined
}

export interface HashCost {
  N: number
  r: number
  p: number
}

let settings: AccessSettings = { publicUrl: 'http://localhost', county: 0 }

export function useAccess(given: AccessSettings): void {
  settings = given
}
export const accessSettings = (): AccessSettings => settings

/** Browsers bind passkeys to a name, never to a bare address, and only over https or on the machine itself. */
export function passkeySite(): { id: string; origin: string } | null {
  const { protocol, hostname, origin } = new URL(settings.publicUrl)
  const named = !/^[\d.]+$|^\[/.test(hostname)
  return named && (protocol === 'https:' || hostname === 'localhost') ? { id: hostname, origin } : null
}
