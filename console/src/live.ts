import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

export type LiveState = 'connecting' | 'live' | 'lost'

/** A rush settles many times a second; a reader's eye does not. */
const AT_MOST_EVERY_MS = 1500

let state: LiveState = 'connecting'
const listeners = new Set<() => void>()

function become(next: LiveState) {
  if (state === next) return
  state = next
  for (const tell of listeners) tell()
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => state,
  )
}

function listen(queries: QueryClient): () => void {
  const source = new EventSource('/api/live')
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastAt = 0
  const refresh = () => {
    timer = undefined
    lastAt = performance.now()
    void queries.invalidateQueries({ predicate: (query) => query.meta?.live === true })
  }
  source.onopen = () => become('live')
  // The browser tries again by itself; what was missed meanwhile is fetched as soon as it is back.
  source.onerror = () => become(source.readyState === EventSource.CLOSED ? 'lost' : 'connecting')
  source.addEventListener('settled', () => {
    become('live')
    timer ??= setTimeout(refresh, Math.max(0, AT_MOST_EVERY_MS - (performance.now() - lastAt)))
  })
  source.addEventListener('open', refresh)
  return () => {
    clearTimeout(timer)
    source.close()
    become('connecting')
  }
}

export function useLive() {
  const queries = useQueryClient()
  useEffect(() => listen(queries), [queries])
}
