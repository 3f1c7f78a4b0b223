import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

/** The field app's own outbox and courier in a process of their own, on a database in memory. */
interface Order {
  url: string
  county: number
  token: string
  documents: Array<Record<string, unknown> & { id: string; recordedAt: string }>
}

function prepare(url: string): void {
  const set = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  const kept = new Map<string, string>()
  Dexie.dependencies.indexedDB = new IDBFactory()
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  set('location', { origin: url, hash: '', reload: () => undefined })
  set('navigator', { onLine: true, userAgent: 'node' })
  set('document', { visibilityState: 'visible', documentElement: {} })
  set('addEventListener', () => undefined)
  set('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  set('APP_VERSION', 'bench')
}

const GIST = { outcome: 'pass', screened: 1, turnedBack: 0, vehicles: 0, fever: false }

async function deliver({ url, county, token, documents }: Order) {
  prepare(url)
  const [store, courier, device, key] = await Promise.all([
    import('../field/src/outbox/store.ts'),
    import('../field/src/outbox/courier.ts'),
    import('../field/src/roster/device.ts'),
    import('../field/src/outbox/field-key.ts'),
  ])
  await device.rememberCounty(county)
  await key.refreshFieldKey()
  const me = (await (await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } })).json()) as {
    account: { id: string }
  }
  const { database } = await import('../field/src/database.ts')
  for (const content of documents) {
    const { id, recordedAt } = content
    const entry = { id, owner: me.account.id, kind: 'passage' as const, recordedAt, gist: GIST, content }
    await store.keepEntry(entry, database, token)
  }
  const began = performance.now()
  while (await store.hasWork()) await courier.deliverAll()
  const ms = performance.now() - began
  const delivered = await database.outbox.where('state').equals('delivered').count()
  process.send?.({ ms, delivered, failed: documents.length - delivered })
}

process.on('message', (order: Order) => void deliver(order))
process.send?.({ ready: true })
