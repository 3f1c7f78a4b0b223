import { liveQuery } from 'dexie'
import { answerOf, api, as, link } from '../api.ts'
import { database } from '../database.ts'
import { storage, storageTrouble } from '../device/storage.ts'
import { cell } from '../ui/cell.ts'
import { drain, pauseBeforeRound, type Round } from './drain.ts'
import { sendAs } from './sending.ts'
import { ownersWithWork, recover, storeOf } from './store.ts'

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
  if (failures === 0 && !(await hasWork())) return
  timer = setTimeout(() => {
    timer = undefined
    if (navigator.onLine) void go()
  }, pause)
}

const hasWork = (): Promise<boolean> =>
  ownersWithWork()
    .then((owners) => owners.length > 0)
    .catch(() => false)

/** Of several open tabs one delivers. Where the browser has no locks the server's idempotence is all that is needed. */
async function withLock(work: () => Promise<Round[]>): Promise<Round[]> {
  if (!navigator.locks) return work()
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? work() : []))
}

async function deliverAll(): Promise<Round[]> {
  await recover()
  const owners = await ownersWithWork()
  const rounds: Round[] = []
  try {
    for (const owner of owners) {
      const session = await database.sessions.get(owner)
      if (!session || session.ended || link.get().network === 'offline') continue
      courier.set({ busy: true })
      const round = await drain(storeOf(owner), sendAs(session.token))
      rounds.push(round)
      if (round.outcome === 'sign-in-needed') await database.sessions.update(owner, { ended: true })
    }
    await letGo()
  } finally {
    courier.set({ busy: false })
  }
  return rounds
}

/** Sessions of people who have signed out end for good once nothing of theirs is left to carry. */
async function letGo(): Promise<void> {
  const waiting = new Set(await ownersWithWork())
  for (const session of await database.sessions.filter((one) => one.leaving).toArray()) {
    if (waiting.has(session.accountId)) continue
    const answer = session.ended ? null : await answerOf(api.POST('/sign-out', as(session.token)))
    if (answer?.is !== 'silence') await database.sessions.delete(session.accountId)
  }
}
