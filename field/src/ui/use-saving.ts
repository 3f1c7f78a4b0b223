import { useRef, useState } from 'preact/hooks'
import { storage, storageTrouble } from '../device/storage.ts'

/** One saving at a time, and what is said below its button; words that follow from a form are the form's own. */
export function useSaving() {
  const saving = useRef(false)
  const [said, setSaid] = useState<string | null>(null)
  async function save(keep: () => Promise<string>) {
    if (saving.current) return
    saving.current = true
    try {
      const words = await keep()
      storage.set({ trouble: null })
      navigator.vibrate?.([20, 40, 20])
      setSaid(words)
    } catch (error) {
      // The form stays as it is: nothing was saved and nothing may look as if it had been.
      storage.set({ trouble: storageTrouble(error) })
    } finally {
      saving.current = false
    }
  }
  return { said, setSaid, save }
}
