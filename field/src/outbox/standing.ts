import { Dexie } from 'dexie'
import { database, type FieldDatabase } from '../database.ts'
import { type Entry, isUnsent, type State } from './entry.ts'

/** The server's word for a record that nobody here answers for. */
export const SIGN_IN_AGAIN = 'sync.sign-in-again'
export const WAITING: readonly State[] = ['saved', 'sending', 'postponed']

export const inState = (db: FieldDatabase, owner: string, state: State) =>
  db.outbox.where('[owner+state+seq]').between([owner, state, Dexie.minKey], [owner, state, Dexie.maxKey])

export const anybodys = (db: FieldDatabase, state: State) =>
  db.outbox.where('[state+seq]').between([state, Dexie.minKey], [state, Dexie.maxKey])

/** Read so many at a time: a cursor costs a turn of the database for every single record. */
export async function* blocksOf(
  db: FieldDatabase,
  state: State,
  size: number,
  from: number | null = null,
): AsyncGenerator<Entry[]> {
  for (let after: number | typeof Dexie.minKey = from ?? Dexie.minKey; ; ) {
    const block: Entry[] = await db.outbox
      .where('[state+seq]')
      .between([state, after], [state, Dexie.maxKey], false)
      .limit(size)
      .toArray()
    const last = block.at(-1)
    if (!last) return
    yield block
    if (block.length < size) return
    after = last.seq
  }
}

export interface Standing {
  unsent: number
  /** Of these, how many wait for their author to sign in again. */
  signIn: number
  refused: number
  /** Device time of the oldest record that is still here. */
  oldest: number | null
  /** Unsent records of other people on this phone: a count, nothing else. */
  ofOthers: number
}

export async function standing(owner: string, db: FieldDatabase = database): Promise<Standing> {
  const refused = await inState(db, owner, 'refused').filter(isUnsent).toArray()
  const firsts = await Promise.all(WAITING.map((state) => inState(db, owner, state).first()))
  const counts = await Promise.all(WAITING.map((state) => inState(db, owner, state).count()))
  const signIn = await inState(db, owner, 'postponed')
    .filter(({ refusal }) => refusal?.code === SIGN_IN_AGAIN)
    .count()
  const unsent = counts.reduce((sum, count) => sum + count, 0)
  const others = (await countWaiting(db)) - unsent
  const times = [...firsts, ...refused].flatMap((entry) => (entry ? [Date.parse(entry.recordedAt)] : []))
  return {
    unsent,
    signIn,
    refused: refused.length,
    oldest: times.length > 0 ? Math.min(...times) : null,
    ofOthers: others === 0 ? 0 : await countOfOthers(db, owner),
  }
}

/** Leaving is a record of its own, and nobody's work. */
const countOfOthers = (db: FieldDatabase, owner: string): Promise<number> =>
  db.outbox
    .where('state')
    .anyOf(WAITING)
    .filter((entry) => entry.owner !== owner && entry.kind !== 'sign-out')
    .count()

export async function countWaiting(db: FieldDatabase = database): Promise<number> {
  const counts = await Promise.all(WAITING.map((state) => db.outbox.where('state').equals(state).count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

export async function oldestWaiting(db: FieldDatabase = database): Promise<Entry | undefined> {
  const firsts = await Promise.all(WAITING.map((state) => anybodys(db, state).first()))
  return firsts.flatMap((entry) => entry ?? []).sort((one, other) => one.seq - other.seq)[0]
}

export const hasWork = async (db: FieldDatabase = database): Promise<boolean> => (await countWaiting(db)) > 0
