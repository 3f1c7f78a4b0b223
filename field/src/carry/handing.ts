import { type CarriedReceipt, database, type FieldDatabase } from '../database.ts'
import { lang } from '../i18n/index.ts'
import type { Happening } from '../outbox/entry.ts'
import { note } from '../outbox/store.ts'
import type { Parcel, SealedItem } from './parcel.ts'
import { isProved } from './proof.ts'

/** Everybody's on this phone, in the order of their numbers. Leaving stays: it has to be the last thing to arrive. */
export async function recordsToHand(db: FieldDatabase = database): Promise<SealedItem[]> {
  const waiting = await db.outbox.orderBy('seq').toArray()
  return waiting.flatMap(({ id, sealed, state, settled, kind }) =>
    sealed && state !== 'delivered' && settled === null && kind !== 'sign-out' ? [{ id, sealed }] : [],
  )
}

export interface Taken {
  fresh: number
  /** This phone had them already: carried before, or its own. */
  again: number
}
/** Takes another phone's sealed records along. What has been answered for already is not carried twice. */
export async function takeAlong(
  { county, items }: Extract<Parcel, { kind: 'records' }>,
  db: FieldDatabase = database,
): Promise<Taken> {
  return db.transaction('rw', db.carried, db.outbox, async () => {
    const [carried, own] = await Promise.all([
      db.carried.bulkGet(items.map(({ id }) => id)),
      db.outbox.bulkGet(items.map(({ id }) => id)),
    ])
    const fresh = items.filter((_, at) => !carried[at] && !own[at])
    const takenAt = Date.now()
    await db.carried.bulkAdd(
      fresh.map(({ id, sealed }) => ({ id, county, takenAt, sealed, notBefore: 0, receipt: null })),
    )
    return { fresh: fresh.length, again: items.length - fresh.length }
  })
}

export interface Heard {
  received: number
  refused: number
  /** Of records that are not here, or without the server's mark: nothing follows from them. */
  passedOver: number
}
/** The server's receipts for what somebody else carried. Only one that bears its mark changes anything. */
export async function hearReceipts(receipts: readonly CarriedReceipt[], db: FieldDatabase = database): Promise<Heard> {
  const happenings: Array<{ id: string; happening: Happening }> = []
  for (const receipt of receipts) {
    const entry = await db.outbox.get(receipt.id)
    if (!entry?.receiptKey || entry.state === 'delivered') continue
    if (!(await isProved(entry.receiptKey, receipt))) continue
    happenings.push({ id: receipt.id, happening: happeningOf(receipt) })
  }
  await note(happenings, db)
  const received = happenings.filter(({ happening }) => happening.is === 'received').length
  const refused = happenings.length - received
  return { received, refused, passedOver: receipts.length - happenings.length }
}

function happeningOf(receipt: CarriedReceipt): Happening {
  if (receipt.ok) {
    const { receivedAt, arrival, fever } = receipt
    return { is: 'received', receipt: { receivedAt, arrival, fever } }
  }
  const { code, resend } = receipt
  return { is: 'refused', refusal: { code, resend, title: receipt[lang()], fields: [] } }
}

export const receiptsHere = async (db: FieldDatabase = database): Promise<CarriedReceipt[]> =>
  (await db.carried.toArray()).flatMap(({ receipt }) => receipt ?? [])

export interface CarriedStanding {
  waiting: number
  answered: number
}
export async function carriedStanding(db: FieldDatabase = database): Promise<CarriedStanding> {
  const rows = await db.carried.toArray()
  const waiting = rows.filter(({ receipt }) => receipt === null).length
  return { waiting, answered: rows.length - waiting }
}
