import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { database } from '../database.ts'
import { storage, storageTrouble } from '../device/storage.ts'

/**
 * A form whose every change is on the disk before the next tap can be. Returns undefined until what was there before has
 * been read, so that an early tap cannot overwrite it.
 */
export function useDraft<T extends object>(
  key: string,
  owner: string,
  empty: () => T,
): [T | undefined, (change: Partial<T>) => void, (next: T) => void] {
  const [form, setForm] = useState<T>()
  const latest = useRef<T>(undefined)

  useEffect(() => {
    let gone = false
    void database.drafts
      .get(key)
      .catch(() => undefined)
      .then((draft) => {
        if (gone) return
        latest.current = draft ? { ...empty(), ...(draft.content as T) } : empty()
        setForm(latest.current)
      })
    return () => {
      gone = true
    }
  }, [key])

  /** After a save: the store has deleted the draft in the same commit, so nothing is written here. */
  const replace = useCallback((next: T) => {
    latest.current = next
    setForm(next)
  }, [])

  const change = useCallback(
    (part: Partial<T>) => {
      if (!latest.current) return
      replace({ ...latest.current, ...part })
      database.drafts
        .put({ key, owner, content: latest.current, changedAt: Date.now() })
        .then(() => storage.set({ trouble: null }))
        .catch((error: unknown) => storage.set({ trouble: storageTrouble(error) }))
    },
    [key, owner, replace],
  )
  return [form, change, replace]
}
