import { Dexie } from 'dexie'
import { database, type FieldDatabase } from '../database.ts'
import type { Store } from './drain.ts'
import { after, BATCH, type Entry, type Happening, isDue, isUnsent, nextBatch, type State } from './entry.ts'
import { kinds } from './kinds.ts'

export type NewEntry = Pick<Entry, 'id' | 'owner' | 'kind' | 'recordedAt' | 'gist'> & {
  content: Record<string, unknown>
  /** The draft this record came from: gone in the same commit, or still there if the commit fails. */
  draftKey?: string
  /** A refused record that this one puts right. */
  corrects?: string
}

const LAST_SEQ = 'outbox.last-seq'

/** Resolves only after the strict commit: then, and not before, a screen may say "saved". */
export async function keepEntry(entry: NewEntry, db: FieldDatabase = database): Promise<Entry> {
  const { draftKey, corrects, ...given } = entry
  const kept = await db.transaction('rw', db.outbox, db.drafts, db.remembered, async () => {
    const last = await db.remembered.get(LAST_SEQ)
    // After a loss the numbers go on where they had been, so that the gap stays visible, here and at the server.
    const seq = Math.max(Number(last?.value ?? 0), seqOutsideTheDatabase()) + 1
    const fresh: Entry = {
      ...given,
      seq,
      // Passages, tallies and corrections carry their number to the server, so a gap can be seen there too.
      content: kinds[given.kind].numbered ? { ...given.content, deviceSeq: seq } : given.content,
      state: 'saved',
      tries: 0,
      notBefore: 0,
      refusal: null,
      receipt: null,
      settled: null,
    }
    await db.outbox.add(fresh)
    await db.remembered.put({ key: LAST_SEQ, value: seq })
    if (draftKey) await db.drafts.delete(draftKey)
    if (corrects) await change(db, corrects, { is: 'corrected', by: fresh.id }, Date.now())
    return fresh
  })
  rememberOutsideTheDatabase(kept.seq)
  return kept
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
  await db.transaction('rw', db.outbox, async () => {
    for (const { id, happening } of happenings) await change(db, id, happening, Date.now())
  })
}

const inState = (db: FieldDatabase, owner: string, state: State) =>
  db.outbox.where('[owner+state+seq]').between([owner, state, Dexie.minKey], [owner, state, Dexie.maxKey])

/** Enough to fill a batch of one kind without reading two weeks of records each time. */
const LOOK_AHEAD = 4 * BATCH

export const storeOf = (owner: string, db: FieldDatabase = database): Store => ({
  async next() {
    const now = Date.now()
    const saved = await inState(db, owner, 'saved').limit(LOOK_AHEAD).toArray()
    const postponed = await inState(db, owner, 'postponed')
      .filter((entry) => isDue(entry, now))
      .limit(LOOK_AHEAD)
      .toArray()
    return nextBatch([...saved, ...postponed], now)
  },
  note: (happenings) => note(happenings, db),
})

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
  refused: number
  /** Device time of the oldest record that is still here. */
  oldest: number | null
  /** Unsent records of other people on this phone: a count, nothing else. */
  ofOthers: number
}

const WAITING: readonly State[] = ['saved', 'sending', 'postponed']

export async function standing(owner: string, db: FieldDatabase = database): Promise<Standing> {
  const refused = await inState(db, owner, 'refused').filter(isUnsent).toArray()
  const firsts = await Promise.all(WAITING.map((state) => inState(db, owner, state).first()))
  const counts = await Promise.all(WAITING.map((state) => inState(db, owner, state).count()))
  const all = await db.outbox.where('state').anyOf(WAITING).count()
  const unsent = counts.reduce((sum, count) => sum + count, 0)
  const times = [...firsts, ...refused].flatMap((entry) => (entry ? [Date.parse(entry.recordedAt)] : []))
  return {
    unsent,
    refused: refused.length,
    oldest: times.length > 0 ? Math.min(...times) : null,
    ofOthers: all - unsent,
  }
}

export async function ownersWithWork(db: FieldDatabase = database): Promise<string[]> {
  const owners = new Set<string>()
  await db.outbox
    .where('state')
    .anyOf(WAITING)
    .each((entry) => owners.add(entry.owner))
  return [...owners]
}

// A browser that empties its database often spares this; if it remembers work the database no longer has, we say so.
const MARK = 'qunfang.field.last-seq'
const LOST = 'outbox.lost'

function rememberOutsideTheDatabase(seq: number): void {
  try {
    localStorage.setItem(MARK, String(seq))
  } catch {
    // A second memory is a courtesy; the record itself is already committed.
  }
}

function seqOutsideTheDatabase(): number {
  try {
    return Number(localStorage.getItem(MARK) ?? 0)
  } catch {
    return 0
  }
}

/** At every start: has this phone once numbered records that its database no longer knows of? */
export async function lookForLoss(db: FieldDatabase = database): Promise<void> {
  await db.transaction('rw', db.remembered, async () => {
    const inside = Number((await db.remembered.get(LAST_SEQ))?.value ?? 0)
    const missing = seqOutsideTheDatabase() - inside
    if (missing <= 0) return
    const before = Number((await db.remembered.get(LOST))?.value ?? 0)
    await db.remembered.put({ key: LOST, value: before + missing })
    await db.remembered.put({ key: LAST_SEQ, value: inside + missing })
  })
}

/** How many records are missing and have not been reported yet; 0 on a healthy phone. */
export const findLoss = async (db: FieldDatabase = database): Promise<number> =>
  Number((await db.remembered.get(LOST))?.value ?? 0)

export const lossReported = (db: FieldDatabase = database): Promise<void> => db.remembered.delete(LOST)
