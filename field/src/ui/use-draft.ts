import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { storage, storageTrouble } from '../device/storage.ts'
import { keepDraft, readDraft } from '../roster/drafts.ts'

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
    void readDraft(key, owner)
      .catch(() => undefined)
      .then((content) => {
        if (gone) return
        latest.current = content ? { ...empty(), ...(content as T) } : empty()
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
      keepDraft(key, owner, latest.current)
        .then(() => storage.set({ trouble: null }))
        .catch((error: unknown) => storage.set({ trouble: storageTrouble(error) }))
    },
    [key, owner, replace],
  )
  return [form, change, replace]
}
