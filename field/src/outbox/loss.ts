import { database, type FieldDatabase } from '../database.ts'

export const LAST_SEQ = 'outbox.last-seq'

// A browser short of space empties the database; some of them spare the one of these and some the other. Where either remembers work
// that the database no longer has, we say so. The cookie goes to the folder of the app alone, and is a number.
const MARK = 'qunfang.field.last-seq'
const COOKIE = 'qunfang-field-last-seq'
const COOKIE_SECONDS = 400 * 86_400
const LOST = 'outbox.lost'

/** A second memory is a courtesy, and may be refused: the record itself is already committed. */
function tried<T>(what: () => T, otherwise: T): T {
  try {
    return what()
  } catch {
    return otherwise
  }
}

export function rememberOutsideTheDatabase(seq: number): void {
  tried(() => localStorage.setItem(MARK, String(seq)), undefined)
  tried(() => {
    const safe = location.protocol === 'https:' ? '; secure' : ''
    // biome-ignore lint/suspicious/noDocumentCookie: the newer way to say it is not there on older phones.
    document.cookie = `${COOKIE}=${seq}; path=/field; max-age=${COOKIE_SECONDS}; samesite=strict${safe}`
  }, undefined)
}

export function seqOutsideTheDatabase(): number {
  const inCookie = () => Number(new RegExp(`(?:^|; )${COOKIE}=(\\d+)`).exec(document.cookie)?.[1] ?? 0)
  return Math.max(
    tried(() => Number(localStorage.getItem(MARK) ?? 0), 0),
    tried(inCookie, 0),
  )
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
