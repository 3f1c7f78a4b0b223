import { database, type FieldDatabase } from '../database.ts'
import { forgetSender } from '../outbox/seal.ts'
import { dropReplica } from '../replica/lease.ts'
import { cell } from '../ui/cell.ts'
import { lockValue, newPersonalKey, openPersonalKey, openValue } from './personal.ts'
import { IDLE_LOCK_MS, WRONG_PINS_MAX } from './pin.ts'

/** Who works on this phone just now. In memory alone: whoever starts the app again says the PIN again. */
export interface Unlocked {
  owner: string
  key: CryptoKey
  token: string
}
export const unlocked = cell<{ now: Unlocked | null }>({ now: null })

/** The key of whoever is unlocked; a draft of somebody else cannot be meant. */
export function keyOf(owner: string): CryptoKey {
  const { now } = unlocked.get()
  if (now?.owner !== owner) throw new Error('locked')
  return now.key
}
export const tokenOf = (owner: string): string | null => {
  const { now } = unlocked.get()
  return now?.owner === owner ? now.token : null
}

export function lock(): void {
  forgetSender()
  unlocked.set({ now: null })
}

export type PinAnswer = { is: 'ok'; key: CryptoKey } | { is: 'wrong'; left: number } | { is: 'wiped' } | { is: 'none' }

/** The guess is counted before it is tried, so that killing the app does not give it back. */
export async function tryPin(owner: string, pin: string, db: FieldDatabase = database): Promise<PinAnswer> {
  const row = await db.transaction('rw', db.keys, async () => {
    const found = await db.keys.get(owner)
    if (!found) return null
    await db.keys.put({ ...found, wrong: found.wrong + 1 })
    return { ...found, wrong: found.wrong + 1 }
  })
  if (!row) return { is: 'none' }
  const key = await openPersonalKey(pin, row)
  if (key) {
    await db.keys.update(owner, { wrong: 0 })
    return { is: 'ok', key }
  }
  if (row.wrong < WRONG_PINS_MAX) return { is: 'wrong', left: WRONG_PINS_MAX - row.wrong }
  await wipeRoster(db)
  return { is: 'wiped' }
}

/** Back to work for somebody who is still signed in here; needs no network. */
export async function unlock(owner: string, pin: string): Promise<PinAnswer> {
  const answer = await tryPin(owner, pin)
  if (answer.is !== 'ok') return answer
  const session = await database.sessions.get(owner)
  if (!session?.lockedToken) return { is: 'none' }
  const token = String(await openValue(answer.key, session.lockedToken))
  unlocked.set({ now: { owner, key: answer.key, token } })
  return answer
}

/** A key for somebody who has none here yet. Drafts under a key that nobody can open any more go with it. */
export async function setPin(owner: string, pin: string): Promise<CryptoKey> {
  const { key, wrapped } = await newPersonalKey(pin)
  await dropReplica(owner)
  await database.transaction('rw', database.keys, database.drafts, async () => {
    await database.keys.put({ owner, ...wrapped, wrong: 0 })
    await database.drafts.filter((draft) => draft.owner === owner && draft.locked !== undefined).delete()
  })
  return key
}

export const hasPin = (owner: string): Promise<boolean> => database.keys.get(owner).then((row) => row !== undefined)

/** People, their keys, their drafts and what they had here of others. The outbox is sealed and stays until it is delivered. */
export async function wipeRoster(db: FieldDatabase = database): Promise<void> {
  lock()
  const owners = await db.keys.toCollection().primaryKeys()
  for (const owner of owners) await dropReplica(owner, db)
  await db.transaction('rw', db.sessions, db.keys, db.drafts, async () => {
    await Promise.all([db.sessions.clear(), db.keys.clear(), db.drafts.clear()])
  })
}

export const lockToken = (key: CryptoKey, token: string) => lockValue(key, token)

const LOOK_MS = 5_000
/** Five minutes without a touch; told by the clock of the phone, because timers sleep when it does. */
export function startIdleLock(now: () => number = Date.now): void {
  let touched = now()
  const touch = () => {
    // The first touch after a long sleep comes before any timer: it must not count.
    look()
    touched = now()
  }
  const look = () => {
    if (unlocked.get().now && Math.abs(now() - touched) >= IDLE_LOCK_MS) lock()
  }
  for (const event of ['pointerdown', 'keydown', 'input'])
    addEventListener(event, touch, { capture: true, passive: true })
  addEventListener('visibilitychange', look)
  unlocked.watch(() => {
    touched = now()
  })
  setInterval(look, LOOK_MS)
}
