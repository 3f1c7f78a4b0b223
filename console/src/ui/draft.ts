import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * What is being typed, kept on this computer until it is saved: after a reload, a power cut or a session that ran out it is there
 * again. It may hold names and numbers, so it lies there sealed, under a key that the browser does not give out, and not for long.
 */
const DATABASE = 'qunfang-drafts'
const KEEP_MS = 24 * 3_600_000
const KEY_NAME = 'key'

interface Kept {
  nonce: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
  at: number
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

let opened: Promise<IDBDatabase> | null = null
function open(): Promise<IDBDatabase> {
  if (opened) return opened
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore('kept')
  opened = asked(request)
  return opened
}
const store = async (mode: IDBTransactionMode) => (await open()).transaction('kept', mode).objectStore('kept')

async function keyOf(): Promise<CryptoKey> {
  const there = (await asked((await store('readonly')).get(KEY_NAME))) as CryptoKey | undefined
  if (there) return there
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await asked((await store('readwrite')).put(made, KEY_NAME))
  return made
}

async function read<T>(name: string): Promise<T | null> {
  const kept = (await asked((await store('readonly')).get(name))) as Kept | undefined
  if (!kept || Date.now() - kept.at > KEEP_MS) return null
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.nonce }, await keyOf(), kept.sealed)
  return JSON.parse(new TextDecoder().decode(plain)) as T
}

async function write(name: string, content: unknown): Promise<void> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(content))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await keyOf(), plain)
  await asked((await store('readwrite')).put({ nonce, sealed, at: Date.now() } satisfies Kept, name))
}

const forget = async (name: string): Promise<void> => {
  await asked((await store('readwrite')).delete(name))
}

const WRITE_AFTER_MS = 300

/** Undefined until what was typed before has been read, so that an early key cannot overwrite it. */
export function useDraft<T>(name: string, empty: () => T) {
  const [content, setContent] = useState<T>()
  const [found, setFound] = useState(false)
  const start = useRef(empty)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    let gone = false
    void read<T>(name)
      .catch(() => null)
      .then((kept) => {
        if (gone) return
        setFound(kept !== null)
        setContent(kept ?? start.current())
      })
    return () => {
      gone = true
    }
  }, [name])
  const change = useCallback(
    (next: T) => {
      setContent(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void write(name, next).catch(() => {}), WRITE_AFTER_MS)
    },
    [name],
  )
  const clear = useCallback(
    (next: T) => {
      clearTimeout(timer.current)
      setFound(false)
      setContent(next)
      void forget(name).catch(() => {})
    },
    [name],
  )
  return { content, found, change, clear }
}
