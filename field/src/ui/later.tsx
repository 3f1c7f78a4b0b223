import { type ComponentType, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Part<P> {
  default: ComponentType<P>
}
const waiting: Array<() => Promise<unknown>> = []

/**
 * A page that is fetched when it is opened, or once the first screen stands. Should its file be gone, because a newer version took
 * over meanwhile, the app starts anew: every form is on the disk.
 */
export function later<P extends object>(load: () => Promise<Part<P>>): ComponentType<P> {
  let found: ComponentType<P> | undefined
  const fetched = () => load().then((part) => (found = part.default))
  waiting.push(fetched)
  return function Later(props: P) {
    const [page, setPage] = useState(() => found)
    useEffect(() => {
      if (!page) fetched().then((came) => setPage(() => came), startAnew)
    }, [])
    return page ? h(page, props) : <main class="page" aria-busy="true" />
  }
}

/** So that what is opened later is here already, with the network gone. Failing costs nothing: it is asked for again when needed. */
export async function fetchRest(): Promise<void> {
  for (const fetched of waiting) await fetched().catch(() => undefined)
}

const MARK = 'qunfang.field.started-anew'
const QUIET_MS = 60_000
function startAnew(): void {
  // Once: without a network the same file would be missing again.
  const last = Number(sessionStorage.getItem(MARK) ?? 0)
  if (Date.now() - last < QUIET_MS) return
  sessionStorage.setItem(MARK, String(Date.now()))
  location.reload()
}
