import { cell } from '../ui/cell.ts'

/** How this phone is held and read; belongs to the phone, not to the person. */
export interface Preferences {
  theme: 'auto' | 'light' | 'dark' | 'sun'
  hand: 'right' | 'left'
}

const KEY = 'qunfang.field.preferences'

function read(): Preferences {
  const usual: Preferences = { theme: 'auto', hand: 'right' }
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) }
  } catch {
    return usual
  }
}

export const preferences = cell<Preferences>(read())

export function applyPreferences(): void {
  const { theme, hand } = preferences.get()
  const root = document.documentElement
  root.dataset.hand = hand
  if (theme === 'auto') delete root.dataset.theme
  else root.dataset.theme = theme
}

export function prefer(change: Partial<Preferences>): void {
  preferences.set(change)
  applyPreferences()
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences.get()))
  } catch {
    // It holds until the app is closed.
  }
}
