import { readFileSync } from 'node:fs'
import type { IDBFactory } from 'fake-indexeddb'

/** What the released version left on a phone, as it was found there: an entry in the open of somebody who had signed out, another's, a draft. */
interface Store {
  keyPath: string
  indexes: Array<{ name: string; keyPath: string | string[]; unique: boolean }>
  rows: Array<Record<string, unknown>>
}
type Dump = { version: number; localStorage: Record<string, string> } & Record<string, Store>

export function readOlder(said: Record<string, string | number>): Dump {
  const text = readFileSync(new URL('field-0.1.0-database.json', import.meta.url), 'utf8')
  const filled = text
    .replace(/"\$\{county\}"/g, String(said['county']))
    .replace(/\$\{([\w-]+)\}/g, (_, name: string) => {
      if (said[name] === undefined) throw new Error(`nothing to put for ${name}`)
      return String(said[name])
    })
  return JSON.parse(filled) as Dump
}

export async function plantOlder(factory: IDBFactory, dump: Dump): Promise<void> {
  const { version, localStorage: _, ...stores } = dump
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = factory.open('qunfang-field', version)
    open.onupgradeneeded = () => {
      for (const [name, { keyPath, indexes }] of Object.entries(stores)) {
        const store = open.result.createObjectStore(name, { keyPath })
        for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique })
      }
    }
    open.onsuccess = () => resolve(open.result as unknown as IDBDatabase)
    open.onerror = () => reject(open.error)
  })
  await new Promise<void>((resolve) => {
    const work = db.transaction(Object.keys(stores), 'readwrite')
    for (const [name, { rows }] of Object.entries(stores)) for (const row of rows) work.objectStore(name).put(row)
    work.oncomplete = () => resolve()
  })
  db.close()
}
