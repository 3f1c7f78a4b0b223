import { link } from '../api.ts'
import { database, type FieldDatabase } from '../database.ts'

/**
 * What names people may be read for three days after the server last said so, by the server's time. The phone reckons it from the
 * last answer and never lets it run backwards: a clock that is set back wins no day.
 */
interface Reckoned {
  /** How far the device was ahead at the last answer. */
  aheadMs: number
  /** The latest moment that has been reckoned. */
  high: number
}
const LEASE_MS = 72 * 3_600_000
const KEY = 'server-clock'
const WORTH_KEEPING_MS = 60_000

const find = async (db: FieldDatabase): Promise<Reckoned> =>
  ((await db.remembered.get(KEY))?.value as Reckoned | undefined) ?? { aheadMs: 0, high: 0 }

/** What an answer showed is the truth, also when it is behind what a fast clock had made of it. */
export async function clockHeard(aheadMs: number, db: FieldDatabase = database, deviceNow = Date.now()): Promise<void> {
  const kept = await find(db)
  const high = deviceNow - aheadMs
  if (Math.abs(high - kept.high) < WORTH_KEEPING_MS && Math.abs(aheadMs - kept.aheadMs) < WORTH_KEEPING_MS) return
  await db.remembered.put({ key: KEY, value: { aheadMs, high } })
}

export async function serverNow(db: FieldDatabase = database, deviceNow: number = Date.now()): Promise<number> {
  const { aheadMs, high } = await find(db)
  const now = Math.max(deviceNow - aheadMs, high)
  if (now - high > WORTH_KEEPING_MS) await db.remembered.put({ key: KEY, value: { aheadMs, high: now } })
  return now
}

const leaseKey = (owner: string): string => `lease:${owner}`

export const rememberLease = (owner: string, until: number, db: FieldDatabase = database): Promise<unknown> =>
  db.remembered.put({ key: leaseKey(owner), value: until })

/** The server has just answered for this person, with something that names people. */
export const renewLease = async (owner: string, db: FieldDatabase = database): Promise<unknown> =>
  rememberLease(owner, (await serverNow(db)) + LEASE_MS, db)

export const findLease = async (owner: string, db: FieldDatabase = database): Promise<number | null> =>
  Number((await db.remembered.get(leaseKey(owner)))?.value ?? 0) || null

export const cursorKey = (owner: string): string => `replica:${owner}`

/** Everything of the server's that a person had here. Without its cursor the next download is a whole one. */
export async function dropReplica(owner: string, db: FieldDatabase = database): Promise<void> {
  await db.transaction('rw', db.replica, db.remembered, async () => {
    await db.replica.where('owner').equals(owner).delete()
    await db.remembered.bulkDelete([cursorKey(owner), leaseKey(owner)])
  })
}

/** Takes the names off the phone whose lease is over, of whoever has any here; needs no PIN and no network. */
export async function endLeases(db: FieldDatabase = database, deviceNow?: number): Promise<string[]> {
  const owners = (await db.replica.orderBy('owner').uniqueKeys()) as string[]
  const now = await serverNow(db, deviceNow)
  const over: string[] = []
  for (const owner of owners) {
    const until = await findLease(owner, db)
    if (until !== null && now < until) continue
    const named = db.replica
      .where('owner')
      .equals(owner)
      .filter(({ locked }) => locked !== null)
    if ((await named.count()) === 0) continue
    await db.transaction('rw', db.replica, db.remembered, async () => {
      await named.modify({ locked: null })
      await db.remembered.delete(cursorKey(owner))
    })
    over.push(owner)
  }
  return over
}

const LOOK_MS = 60_000
export function startLeases(): void {
  const look = () => void endLeases().catch(() => undefined)
  link.watch(({ clock }) => clock && void clockHeard(clock.ms).catch(() => undefined))
  look()
  setInterval(look, LOOK_MS)
  addEventListener('visibilitychange', look)
}
