import { useSyncExternalStore } from 'react'
import { isRefusal } from '../api.ts'

let asking: { resolve(proved: boolean): void } | null = null
const listeners = new Set<() => void>()

function become(next: typeof asking) {
  asking = next
  for (const tell of listeners) tell()
}

/** Runs something that may want a fresh proof; asks for it once and goes on where it stopped. */
export async function withProof<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    if (!isRefusal(thrown) || thrown.code !== 'access.step-up-needed' || asking) throw thrown
    const proved = await new Promise<boolean>((resolve) => become({ resolve }))
    become(null)
    if (!proved) throw thrown
    return run()
  }
}

export function useProofAsked() {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => asking,
  )
}
