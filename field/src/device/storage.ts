import { cell } from '../ui/cell.ts'

/** Why the last write did not happen. Shown on every screen until a write succeeds again. */
export type Trouble = 'full' | 'refused' | 'broken'

export interface StorageState {
  trouble: Trouble | null
  persistent: boolean | null
  usedBytes: number | null
  quotaBytes: number | null
}

export const storage = cell<StorageState>({ trouble: null, persistent: null, usedBytes: null, quotaBytes: null })

export function storageTrouble(error: unknown): Trouble {
  const names = namesOf(error)
  if (names.some((name) => name === 'QuotaExceededError')) return 'full'
  if (names.some((name) => ['InvalidStateError', 'SecurityError', 'MissingAPIError', 'OpenFailedError'].includes(name)))
    return 'refused'
  return 'broken'
}

function namesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const inner = 'inner' in error ? namesOf(error.inner) : []
  return [error.name, ...inner]
}

/** Asks the browser not to clear this site when space runs short. */
export async function askToPersist(): Promise<void> {
  const persistent = (await navigator.storage?.persist?.().catch(() => false)) ?? null
  storage.set({ persistent })
  await lookAtStorage()
}

export async function lookAtStorage(): Promise<void> {
  const estimate = await navigator.storage?.estimate?.().catch(() => null)
  const persistent = (await navigator.storage?.persisted?.().catch(() => false)) ?? null
  storage.set({ persistent, usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null })
}
