import { database, type FieldDatabase } from '../database.ts'
import { instant } from '../device/clock.ts'
import { newId } from '../device/ids.ts'
import { draftsWritten } from '../roster/drafts.ts'
import { tokenOf } from '../roster/lock.ts'
import type { Noted, Store } from './drain.ts'
import { sealEntry } from './enclose.ts'
import { after, type Entry, type Happening, isDue, isUnsent, KEPT_MS, nextBatch, type State } from './entry.ts'
import { kinds } from './kinds.ts'
import { LAST_SEQ, rememberOutsideTheDatabase, seqOutsideTheDatabase } from './loss.ts'
import { onItsWay } from './on-its-way.ts'
import { anybodys, blocksOf, inState, SIGN_IN_AGAIN, WAITING } from './standing.ts'

export type NewEntry = Pick<Entry, 'id' | 'owner' | 'kind' | 'recordedAt' | 'gist'> & {
  content: Record<string, unknown>
  /** The draft this record came from: gone in the same commit, or still there if the commit fails. */
  draftKey?: string
  /** A refused record that this one puts right. */
  corrects?: string
}

const NOT_DELIVERED: readonly State[] = [...WAITING, 'refused']
const BLOCK = 500
/** Whether anything may lie here unsealed: looked for after each start, and again when something was met or made. */
let openEntries = true

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
  if (!enclosed) openEntries = true
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

/** What is still saved is as it was when it went, and need not be read again: its keys say so at a tenth of the price. */
async function entriesOf(db: FieldDatabase, about: readonly Noted[]): Promise<Entry[]> {
  const sent = about.flatMap(({ sent }) => (sent?.state === 'saved' ? sent : []))
  const seqs = sent.map(({ seq }) => seq)
  const [first, last] = [
    ['saved', Math.min(...seqs)],
    ['saved', Math.max(...seqs)],
  ]
  const range = db.outbox.where('[state+seq]').between(first, last, true, true)
  const still = new Set(sent.length > 0 ? await range.primaryKeys() : [])
  const others = new Set(about.flatMap(({ id, sent }) => (sent?.state === 'saved' && still.has(id) ? [] : id)))
  const read = others.size > 0 ? await db.outbox.bulkGet([...others]) : []
  return [...sent.filter(({ id }) => still.has(id)), ...read.flatMap((entry) => entry ?? [])]
}

export async function note(happenings: readonly Noted[], db: FieldDatabase = database): Promise<void> {
  if (happenings.length === 0) return
  const now = Date.now()
  await db.transaction('rw', db.outbox, async () => {
    const entries = new Map((await entriesOf(db, happenings)).map((entry) => [entry.id, entry]))
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

interface Asked {
  most: number
  now: number
  after: number | null
}
async function dueIn(db: FieldDatabase, state: State, { most, now, after }: Asked): Promise<Entry[]> {
  const due: Entry[] = []
  for await (const block of blocksOf(db, state, most, after)) {
    if (block.some(({ sealed }) => !sealed)) openEntries = true
    due.push(...block.filter((entry) => Boolean(entry.sealed) && isDue(entry, now)))
    if (due.length >= most) break
  }
  return due
}

/** Everybody's: what is sealed can be carried by whoever is there, read by nobody. */
export const openStore = (db: FieldDatabase = database): Store => ({
  async next(most, after) {
    const now = Date.now()
    const postponed = after === null ? await dueIn(db, 'postponed', { most, now, after }) : []
    const found = [...(await dueIn(db, 'saved', { most, now, after })), ...postponed]
    const early = await notLastYet(db, found)
    return nextBatch(
      found.filter(({ id }) => !early.has(id)),
      now,
      most,
    )
  },
  note: (happenings) => note(happenings, db),
  onTheirWay: (batch) => onItsWay.set({ ids: new Set(batch.map(({ id }) => id)) }),
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
export async function sealOlder(db: FieldDatabase = database): Promise<boolean> {
  if (!openEntries) return false
  openEntries = false
  const open: Entry[] = []
  for (const state of NOT_DELIVERED) {
    for await (const block of blocksOf(db, state, BLOCK)) {
      open.push(...block.filter((entry) => !entry.sealed && entry.content !== null && isUnsent(entry)))
    }
  }
  let any = false
  for (const entry of open) {
    if (!entry.content) continue
    const token = tokenOf(entry.owner) ?? (await db.sessions.get(entry.owner))?.token ?? null
    const enclosed = await sealEntry({ ...entry, content: entry.content }, token)
    if (!enclosed) openEntries = true
    else await note([{ id: entry.id, happening: { is: 'sealed', ...enclosed } }], db)
    any ||= enclosed !== null
  }
  await letOlderGo(db)
  return any
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
