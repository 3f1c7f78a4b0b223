import { Dexie } from 'dexie'
import { database, type FieldDatabase } from '../database.ts'
import { instant } from '../device/clock.ts'
import { newId } from '../device/ids.ts'
import { draftsWritten } from '../roster/drafts.ts'
import { tokenOf } from '../roster/lock.ts'
import type { Store } from './drain.ts'
import { sealEntry } from './enclose.ts'
import { after, BATCH, type Entry, type Happening, isDue, isUnsent, KEPT_MS, nextBatch, type State } from './entry.ts'
import { kinds } from './kinds.ts'
import { LAST_SEQ, rememberOutsideTheDatabase, seqOutsideTheDatabase } from './loss.ts'

export type NewEntry = Pick<Entry, 'id' | 'owner' | 'kind' | 'recordedAt' | 'gist'> & {
  content: Record<string, unknown>
  /** The draft this record came from: gone in the same commit, or still there if the commit fails. */
  draftKey?: string
  /** A refused record that this one puts right. */
  corrects?: string
}

/** The server's word for a record that nobody here answers for. */
const SIGN_IN_AGAIN = 'sync.sign-in-again'
const WAITING: readonly State[] = ['saved', 'sending', 'postponed']

/** Resolves only after the strict commit: then, and not before, a screen may say "saved". */
export async function keepEntry(
  entry: NewEntry,
  db: FieldDatabase = database,
  token: string | null = tokenOf(entry.owner),
): Promise<Entry> {
  const { draftKey, corrects, ...given } = entry
  await draftsWritten()
  for (;;) {
    // Sealing takes a while that no transaction survives. Should another tab take the number meanwhile, it is done again.
    const seq = (await lastSeq(db)) + 1
    const fresh = await freshEntry(given, seq, token)
    const kept = await db.transaction('rw', db.outbox, db.drafts, db.remembered, async () => {
      if ((await lastSeq(db)) + 1 !== seq) return false
      await db.outbox.add(fresh)
      await db.remembered.put({ key: LAST_SEQ, value: seq })
      if (draftKey) await db.drafts.delete(draftKey)
      if (corrects) await change(db, corrects, { is: 'corrected', by: fresh.id }, Date.now())
      return true
    })
    if (!kept) continue
    rememberOutsideTheDatabase(seq)
    return fresh
  }
}

/** After a loss the numbers go on where they had been, so that the gap stays visible, here and at the server. */
const lastSeq = async (db: FieldDatabase): Promise<number> =>
  Math.max(Number((await db.remembered.get(LAST_SEQ))?.value ?? 0), seqOutsideTheDatabase())

async function freshEntry(
  { content: said, ...given }: Omit<NewEntry, 'draftKey' | 'corrects'>,
  seq: number,
  token: string | null,
): Promise<Entry> {
  const content = kinds[given.kind].numbered ? { ...said, deviceSeq: seq } : said
  // Locked while the finger was on its way: the draft is still there, and nothing is written in the open.
  if (!token) throw new Error('locked')
  const enclosed = await sealEntry({ ...given, content }, token)
  return {
    ...given,
    ...(enclosed ?? { sealed: null }),
    seq,
    content: enclosed ? null : content,
    state: 'saved',
    tries: 0,
    notBefore: 0,
    refusal: null,
    receipt: null,
    deliveredAt: null,
    settled: null,
  }
}

async function change(db: FieldDatabase, id: string, happening: Happening, now: number): Promise<void> {
  const entry = await db.outbox.get(id)
  if (!entry) return
  const changed = after(entry, happening, now)
  if (changed !== entry) await db.outbox.put(changed)
}

export async function note(
  happenings: ReadonlyArray<{ id: string; happening: Happening }>,
  db: FieldDatabase = database,
): Promise<void> {
  const now = Date.now()
  await db.transaction('rw', db.outbox, async () => {
    // All at once: on a phone each single reading and writing costs a turn of the database.
    const before = await db.outbox.bulkGet([...new Set(happenings.map(({ id }) => id))])
    const entries = new Map(before.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])))
    const changed = new Map<string, Entry>()
    for (const { id, happening } of happenings) {
      const entry = changed.get(id) ?? entries.get(id)
      if (!entry) continue
      const next = after(entry, happening, now)
      if (next !== entry) changed.set(id, next)
    }
    if (changed.size > 0) await db.outbox.bulkPut([...changed.values()])
  })
}

const inState = (db: FieldDatabase, owner: string, state: State) =>
  db.outbox.where('[owner+state+seq]').between([owner, state, Dexie.minKey], [owner, state, Dexie.maxKey])

const anybodys = (db: FieldDatabase, state: State) =>
  db.outbox.where('[state+seq]').between([state, Dexie.minKey], [state, Dexie.maxKey])

/** Everybody's: what is sealed can be carried by whoever is there, read by nobody. */
export const openStore = (db: FieldDatabase = database): Store => ({
  async next() {
    const now = Date.now()
    const due = (state: State) =>
      anybodys(db, state)
        .filter((entry) => Boolean(entry.sealed) && isDue(entry, now))
        .limit(BATCH)
        .toArray()
    const found = [...(await due('saved')), ...(await due('postponed'))]
    const early = await notLastYet(db, found)
    return nextBatch(
      found.filter(({ id }) => !early.has(id)),
      now,
    )
  },
  note: (happenings) => note(happenings, db),
})

/**
 * Leaving ends the session, so it goes when everything else of that person has its receipt: a record whose receipt was lost would
 * otherwise come again in the name of somebody who is not there any more.
 */
async function notLastYet(db: FieldDatabase, found: readonly Entry[]): Promise<Set<string>> {
  const early = new Set<string>()
  for (const { id, owner, seq } of found.filter(({ kind }) => kind === 'sign-out')) {
    const before = await db.outbox
      .where('state')
      .anyOf(WAITING)
      .filter((one) => one.owner === owner && one.seq < seq && one.kind !== 'sign-out')
      .count()
    if (before > 0) early.add(id)
  }
  return early
}

/** What a version without sealing has left, and what was written before a key was known, once its author is here. */
export async function sealOlder(db: FieldDatabase = database): Promise<void> {
  const open = await db.outbox.filter((entry) => !entry.sealed && entry.content !== null && isUnsent(entry)).toArray()
  for (const entry of open) {
    if (!entry.content) continue
    const token = tokenOf(entry.owner) ?? (await db.sessions.get(entry.owner))?.token ?? null
    const enclosed = await sealEntry({ ...entry, content: entry.content }, token)
    if (enclosed) await note([{ id: entry.id, happening: { is: 'sealed', ...enclosed } }], db)
  }
  await letOlderGo(db)
}

/** Whoever had signed out in such a version with work left: now that it is sealed, their token need not lie here any more. */
async function letOlderGo(db: FieldDatabase): Promise<void> {
  for (const { accountId, token, leaving } of await db.sessions.filter((row) => row.leaving === true).toArray()) {
    const open = await db.outbox
      .filter((one) => one.owner === accountId && one.content !== null && isUnsent(one))
      .count()
    if (!leaving || !token || open > 0) continue
    await keepEntry({ id: newId(), owner: accountId, ...leavingNow() }, db, token)
    await db.sessions.delete(accountId)
  }
}

export const leavingNow = () => ({
  kind: 'sign-out' as const,
  recordedAt: instant(),
  gist: { outcome: 'sign-out', screened: 0, turnedBack: 0, vehicles: 0, fever: false },
  content: {},
})

/** Copies of what was delivered go after three days, what is left of it after a month. */
export async function clearOld(now: number = Date.now(), db: FieldDatabase = database): Promise<void> {
  const since = ({ deliveredAt, recordedAt }: Entry) => deliveredAt ?? Date.parse(recordedAt)
  const old = await anybodys(db, 'delivered')
    .filter((entry) => Boolean(entry.sealed) && since(entry) < now - KEPT_MS)
    .primaryKeys()
  await note(
    old.map((id) => ({ id, happening: { is: 'kept-long-enough' } })),
    db,
  )
  const gone = await anybodys(db, 'delivered')
    .filter((entry) => !entry.sealed && since(entry) < now - 10 * KEPT_MS)
    .primaryKeys()
  if (gone.length > 0) await db.outbox.bulkDelete(gone)
}

/** The server was put back to a backup: everything it confirmed and this phone still holds goes out again. */
export async function sendAgain(db: FieldDatabase = database): Promise<number> {
  const held = await anybodys(db, 'delivered')
    .filter(({ sealed }) => Boolean(sealed))
    .primaryKeys()
  await note(
    held.map((id) => ({ id, happening: { is: 'server-restored' } })),
    db,
  )
  return held.length
}

export const holdsCopies = async (db: FieldDatabase = database): Promise<boolean> =>
  (await anybodys(db, 'delivered')
    .filter(({ sealed }) => Boolean(sealed))
    .first()) !== undefined

/** Whoever has signed in again need not wait for the pause of what was turned away for that alone. */
export async function tryAgainFor(owner: string, db: FieldDatabase = database): Promise<void> {
  const waiting = await inState(db, owner, 'postponed')
    .filter(({ refusal }) => refusal?.code === SIGN_IN_AGAIN)
    .primaryKeys()
  await note(
    waiting.map((id) => ({ id, happening: { is: 'asked-again' } })),
    db,
  )
}

/** Whatever was on its way when the browser died has not been answered. Only the tab that holds the delivery lock may call this. */
export async function recover(db: FieldDatabase = database): Promise<void> {
  const ids = await db.outbox.where('state').equals('sending').primaryKeys()
  await note(
    ids.map((id) => ({ id, happening: { is: 'unanswered' } })),
    db,
  )
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
  // Leaving is a record of its own, and nobody's work.
  const ofOthers = await db.outbox
    .where('state')
    .anyOf(WAITING)
    .filter((entry) => entry.owner !== owner && entry.kind !== 'sign-out')
    .count()
  const unsent = counts.reduce((sum, count) => sum + count, 0)
  const times = [...firsts, ...refused].flatMap((entry) => (entry ? [Date.parse(entry.recordedAt)] : []))
  return {
    unsent,
    signIn,
    refused: refused.length,
    oldest: times.length > 0 ? Math.min(...times) : null,
    ofOthers,
  }
}

export const hasWork = async (db: FieldDatabase = database): Promise<boolean> =>
  (await db.outbox.where('state').anyOf(WAITING).count()) > 0
