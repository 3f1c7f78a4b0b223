import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { Entry } from '../../field/src/outbox/entry.ts'
import type { NewEntry } from '../../field/src/outbox/store.ts'
import type { Client } from '../../server/test/scenario/scenario.ts'
import { PASSWORD, PIN } from '../field-stage.ts'

/**
 * The app's own outbox, courier, roster and replica under Node, on a database in memory: for what takes thousands of records or
 * faults that a browser cannot be given. What only a browser can prove is proved in one.
 */
export interface NodePhone {
  /** The app's modules as they stand since the last start. */
  app: Awaited<ReturnType<typeof load>>
  signIn(name: string): Promise<void>
  unlock(owner: string): Promise<void>
  keep(given: Omit<NewEntry, 'gist'>): Promise<Entry>
  /** Rounds without the pauses between them, until nothing is left that can go or `most` are over. */
  deliver(most?: number): Promise<number>
  entries(): Promise<Entry[]>
  /** Where the server is from the next start on. */
  lead(url: string): void
  /** The app is gone and starts again on the same database. */
  restart(): Promise<void>
  close(): void
}

const GIST = { outcome: 'pass', screened: 1, turnedBack: 0, vehicles: 0, fever: false }

interface Given {
  /** A database that is there already. */
  factory?: IDBFactory
}

export async function openNodePhone(first: string, { factory = new IDBFactory() }: Given = {}): Promise<NodePhone> {
  let url = first
  vi.resetModules()
  prepare(url, factory)
  let app = await load()
  const phone: NodePhone = {
    get app() {
      return app
    },
    async signIn(name) {
      const answer = await app.session.signIn({ name, password: PASSWORD })
      if (answer.is !== 'ok') throw new Error(`nobody was signed in: ${JSON.stringify(answer)}`)
      const arrival = await app.session.whoArrived()
      const entered = await app.session.enter(PIN, arrival?.pin === 'set')
      if (entered.is !== 'ok') throw new Error(`the PIN did not open: ${entered.is}`)
    },
    async unlock(owner) {
      const answer = await app.lock.unlock(owner, PIN)
      if (answer.is !== 'ok') throw new Error(`the PIN did not open: ${answer.is}`)
    },
    keep: (given) => app.store.keepEntry({ gist: GIST, ...given }),
    async deliver(most = 400) {
      for (let round = 1; round <= most; round += 1) {
        await app.courier.deliverAll()
        if (!(await app.standing.hasWork())) return round
      }
      return most
    },
    entries: () => app.database.database.outbox.orderBy('seq').toArray(),
    lead: (next) => {
      url = next
    },
    async restart() {
      app.database.database.close()
      vi.resetModules()
      prepare(url, factory)
      app = await load()
    },
    close: () => app.database.database.close(),
  }
  return phone
}

function load() {
  return Promise.all([
    import('../../field/src/database.ts'),
    import('../../field/src/session.ts'),
    import('../../field/src/outbox/store.ts'),
    import('../../field/src/outbox/standing.ts'),
    import('../../field/src/outbox/courier.ts'),
    import('../../field/src/roster/lock.ts'),
    import('../../field/src/replica/village.ts'),
    import('../../field/src/replica/lease.ts'),
    import('../../field/src/device/ids.ts'),
    import('../../field/src/device/clock.ts'),
    import('../../field/src/roster/drafts.ts'),
    import('../../field/src/api.ts'),
    import('../../field/src/carry/handing.ts'),
    import('../../field/src/carry/parcel.ts'),
  ]).then(
    ([
      database,
      session,
      store,
      standing,
      courier,
      lock,
      village,
      lease,
      ids,
      clock,
      drafts,
      api,
      handing,
      parcel,
    ]) => ({
      database,
      session,
      store,
      standing,
      courier,
      lock,
      village,
      lease,
      newId: ids.newId,
      instant: clock.instant,
      drafts,
      link: api.link,
      handing,
      parcel,
    }),
  )
}

/** What the app finds in a browser and not here. */
function prepare(url: string, factory: IDBFactory): void {
  const page = new EventTarget()
  const memory = new Map<string, string>()
  const set = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  set('indexedDB', factory)
  set('IDBKeyRange', IDBKeyRange)
  Dexie.dependencies.indexedDB = factory
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  set('location', { origin: url, hash: '', reload: () => undefined })
  set('navigator', { onLine: true, userAgent: 'node', locks: undefined })
  set('document', { visibilityState: 'visible', documentElement: {} })
  set('addEventListener', page.addEventListener.bind(page))
  set('localStorage', {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
  })
  set('APP_VERSION', 'test')
}

/** Everything the desk sees of a checkpoint, page by page. */
export async function passagesOf(
  desk: Client,
  checkpointId: string,
): Promise<Array<{ id: string; temperatureC: number }>> {
  const found: Array<{ id: string; temperatureC: number }> = []
  let after: string | null = null
  do {
    const more: string = after ? `&after=${encodeURIComponent(after)}` : ''
    const { body } = await desk.get(`/checkpoints/${checkpointId}/passages?limit=200${more}`)
    found.push(...body.items)
    after = body.next
  } while (after)
  return found
}

/** The nth write from now on fails as a full phone fails it; the answer counts the writes and puts everything right again. */
export function failWrite(nth: number): () => number {
  const { add, put } = IDBObjectStore.prototype
  let writes = 0
  const counting = (write: typeof put) =>
    function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
      writes += 1
      if (writes === nth) throw new DOMException('full', 'QuotaExceededError')
      return write.apply(this, given)
    }
  IDBObjectStore.prototype.add = counting(add)
  IDBObjectStore.prototype.put = counting(put)
  return () => {
    IDBObjectStore.prototype.add = add
    IDBObjectStore.prototype.put = put
    return writes
  }
}
