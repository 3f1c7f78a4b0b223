import { liveQuery } from 'dexie'
import { answerOf, api, as, link } from '../api.ts'
import { deliverCarried, hasCarried } from '../carry/deliver.ts'
import { database } from '../database.ts'
import { storage, storageTrouble } from '../device/storage.ts'
import { findCounty, findDevice } from '../roster/device.ts'
import { unlocked } from '../roster/lock.ts'
import { cell } from '../ui/cell.ts'
import { tellContact } from './contact.ts'
import { drain, pauseBeforeRound, type Round } from './drain.ts'
import { findFieldKey, refreshFieldKey } from './field-key.ts'
import { type Carrier, carryAs, type Stand } from './sending.ts'
import { hasWork } from './standing.ts'
import { clearOld, holdsCopies, openStore, recover, sealOlder, sendAgain } from './store.ts'

/** Carries records to the server whenever there is something to carry and a way to do it. */
export const courier = cell<{ busy: boolean }>({ busy: false })

const LOCK = 'qunfang-outbox-delivery'
/** Postponed records become due by the clock, without any event. */
const LOOK_EVERY_MS = 15_000

let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let running = false
let askedMeanwhile = false

export function startCourier(): void {
  liveQuery(() => database.outbox.where('state').equals('saved').count()).subscribe({
    next: (count) => count > 0 && nudge(),
    error: (error) => storage.set({ trouble: storageTrouble(error) }),
  })
  liveQuery(() => database.carried.count()).subscribe({ next: (count) => count > 0 && nudge(), error: () => undefined })
  unlocked.watch(({ now }) => now && sendNow())
  setInterval(nudge, ASK_EVERY_MS)
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && nudge())
  nudge()
}

/** Something changed that makes a try worth while: forget the back-off and go. */
export function nudge(): void {
  if (running) {
    askedMeanwhile = true
    return
  }
  // A new record alone is no sign that a dead link has come back; it waits for the pause that is running.
  if (failures > 0 && timer !== undefined) return
  void go()
}

export function sendNow(): void {
  failures = 0
  clearTimeout(timer)
  timer = undefined
  nudge()
}
addEventListener('online', sendNow)

async function go(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  running = true
  askedMeanwhile = false
  const rounds = await withLock(deliverAll).catch((error: unknown) => {
    storage.set({ trouble: storageTrouble(error) })
    return []
  })
  running = false
  const unanswered = rounds.filter((round) => round.outcome === 'unanswered')
  failures = unanswered.length > 0 ? failures + 1 : 0
  const asked = Math.max(0, ...unanswered.map((round) => round.retryAfterMs ?? 0))
  const pause = failures > 0 ? Math.max(asked, pauseBeforeRound(failures, Math.random())) : LOOK_EVERY_MS
  if (askedMeanwhile && failures === 0) return nudge()
  if (failures === 0 && !(await hasWork().catch(() => false))) return
  timer = setTimeout(() => {
    timer = undefined
    if (navigator.onLine) void go()
  }, pause)
}

/** Of several open tabs one delivers. Where the browser has no locks the server's idempotence is all that is needed. */
async function withLock(work: () => Promise<Round[]>): Promise<Round[]> {
  if (!navigator.locks) return work()
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? work() : []))
}

/** One round: until nothing is due or the link gives out. */
export async function deliverAll(): Promise<Round[]> {
  await recover()
  // Only after an update from a version that knew none.
  if (!(await findFieldKey()) && link.get().network !== 'offline') await refreshFieldKey()
  await clearOldHourly()
  const carrier = await findCarrier()
  if (!carrier || link.get().network === 'offline') {
    await sealOlder()
    return []
  }
  if (!(await hasWork())) await askAfterServer(carrier)
  const deliver = () => drain(openStore(), carryAs(carrier, heardOf))
  let own = (await hasWork()) ? await busily(deliver) : null
  // Looked for when little is left to look through.
  if (await sealOlder()) own = await busily(deliver)
  // One's own first: what others have given waits for a link that carries.
  if (own?.outcome !== 'unanswered' && (await hasCarried())) await busily(() => deliverCarried(carrier.deviceToken))
  if (own?.outcome !== 'unanswered') await tellContact(carrier).catch(() => undefined)
  return own ? [own] : []
}

const CLEAR_EVERY_MS = 60 * 60_000
let clearedAt = Number.NEGATIVE_INFINITY
async function clearOldHourly(): Promise<void> {
  // A clock that was set back must not put it off.
  if (Math.abs(Date.now() - clearedAt) < CLEAR_EVERY_MS) return
  await clearOld()
  clearedAt = Date.now()
}

async function busily<T>(work: () => Promise<T>): Promise<T> {
  courier.set({ busy: true })
  try {
    return await work()
  } finally {
    courier.set({ busy: false })
  }
}

/** An enrolled phone brings what lies on it, whoever wrote it and whether anybody is signed in. */
async function findCarrier(): Promise<Carrier | null> {
  const device = await findDevice()
  const { now } = unlocked.get()
  const county = device?.county ?? (await findCounty())
  return county ? { county, deviceToken: device?.deviceToken ?? null, personToken: now?.token ?? null } : null
}

const ASK_EVERY_MS = 10 * 60_000
let askedAt = 0
/** Nothing to send, but copies of what was sent: somebody has to notice that a server has lost what it confirmed. */
async function askAfterServer({ county }: Carrier): Promise<void> {
  if (Date.now() - askedAt < ASK_EVERY_MS || !(await holdsCopies())) return
  askedAt = Date.now()
  const answer = await answerOf<Stand>(api.GET('/sync/stand', { params: { query: { county } }, ...as(null) }))
  if (answer.is === 'ok') await heardOf(answer.value)
}

const STAND = 'server.stand'
/** Another epoch, or the same one further back: the server has lost what it had confirmed, and hears it again. */
export async function heardOf(stand: Stand): Promise<void> {
  const before = (await database.remembered.get(STAND))?.value as Stand | undefined
  const same = before?.epoch === stand.epoch
  if (before && (!same || stand.position < before.position)) await sendAgain()
  if (!same || stand.position !== before?.position) await database.remembered.put({ key: STAND, value: stand })
}
