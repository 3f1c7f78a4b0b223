import { database, type FieldDatabase } from '../database.ts'

export const LAST_SEQ = 'outbox.last-seq'

// A browser that empties its database often spares this; if it remembers work the database no longer has, we say so.
const MARK = 'qunfang.field.last-seq'
const LOST = 'outbox.lost'

export function rememberOutsideTheDatabase(seq: number): void {
  try {
    localStorage.setItem(MARK, String(seq))
  } catch {
    // A second memory is a courtesy; the record itself is already committed.
  }
}

export function seqOutsideTheDatabase(): number {
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
