import { liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'
import { storage, storageTrouble } from '../device/storage.ts'

/** What the database says now, and again whenever this or another tab changes it. */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const [value, setValue] = useState<T>()
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: setValue,
      error: (error) => storage.set({ trouble: storageTrouble(error) }),
    })
    return () => subscription.unsubscribe()
  }, deps)
  return value
}
