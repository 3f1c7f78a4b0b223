import type { Kind } from './kinds.ts'

/**
 * A record on its way from this phone to the server, and the only rules by which it moves. Pure: the store applies them
 * under a strict commit, the random walks apply them to a list in memory.
 *
 * saved → delivered, or refused (a person has to act), or postponed (trying again later can help). What is on its way is known to
 * whoever sends it (`on-its-way.ts`) and not written down: when no answer comes it is what it was, and the server knows an id it has
 * seen, so sending twice is harmless. `sending` stands only where an earlier version wrote it.
 */
export type { Kind }
export type State = 'saved' | 'sending' | 'delivered' | 'refused' | 'postponed'

export interface Refusal {
  code: string
  /** As the server said it, in the language the phone asked for. */
  title: string
  resend: 'never' | 'later'
  fields: string[]
}

export interface Receipt {
  receivedAt: string
  arrival: 'new' | 'again'
  fever: boolean
}

/** What may stay on the phone after delivery: enough to count the shift's work, nothing about who it was. */
export interface Gist {
  outcome: string
  screened: number
  turnedBack: number
  vehicles: number
  fever: boolean
}

export interface Entry {
  id: string
  /** Counts what this device has ever saved; a gap would show a loss. */
  seq: number
  /** The account that recorded it: nobody else on this phone sees it. Whoever is there delivers it, unread. */
  owner: string
  kind: Kind
  state: State
  recordedAt: string
  gist: Gist
  /** Sealed for the server; kept for three days after the receipt, in case the server has to be put back to a backup. */
  sealed: Uint8Array<ArrayBuffer> | null
  /** By which a receipt that somebody else brings is known; versions of before did not keep one. */
  receiptKey?: Uint8Array<ArrayBuffer>
  /** In the open only until the phone knows a key to seal it with: after an update from a version that knew none. */
  content: Record<string, unknown> | null
  tries: number
  /** Device time before which another try is pointless. */
  notBefore: number
  refusal: Refusal | null
  receipt: Receipt | null
  /** By the device's clock. */
  deliveredAt: number | null
  /** What a person did with a refused record. */
  settled: 'set-aside' | { correctedBy: string } | null
}

export type Happening =
  | { is: 'sealed'; sealed: Uint8Array<ArrayBuffer>; receiptKey: Uint8Array<ArrayBuffer> }
  | { is: 'unanswered' }
  | { is: 'received'; receipt: Receipt }
  | { is: 'refused'; refusal: Refusal }
  | { is: 'failed'; refusal: Refusal }
  | { is: 'asked-again' }
  | { is: 'set-aside' }
  | { is: 'corrected'; by: string }
  | { is: 'kept-long-enough' }
  | { is: 'server-restored' }

const SECOND = 1000
const HOUR = 3600 * SECOND
/** A server that stumbles over one record this often will not be helped by a phone that goes on trying by itself. */
export const FAILURES_BEFORE_REST = 12

export const pauseBeforeTry = (tries: number): number => Math.min(15 * SECOND * 2 ** Math.max(tries - 1, 0), HOUR)

const waitingForTurn = (entry: Entry, now: number, refusal: Refusal): Entry => ({
  ...entry,
  state: 'postponed',
  tries: entry.tries + 1,
  notBefore: now + pauseBeforeTry(entry.tries + 1),
  refusal,
})

export function after(entry: Entry, happening: Happening, now: number): Entry {
  if (entry.state === 'delivered') return afterDelivery(entry, happening)
  switch (happening.is) {
    case 'sealed':
      return entry.sealed
        ? entry
        : { ...entry, sealed: happening.sealed, receiptKey: happening.receiptKey, content: null }
    case 'unanswered':
      return entry.state === 'sending' ? { ...entry, state: 'saved' } : entry
    case 'received':
      return {
        ...entry,
        state: 'delivered',
        content: null,
        refusal: null,
        receipt: happening.receipt,
        deliveredAt: now,
        notBefore: 0,
      }
    case 'refused':
      return happening.refusal.resend === 'later'
        ? waitingForTurn(entry, now, happening.refusal)
        : { ...entry, state: 'refused', refusal: happening.refusal }
    case 'failed':
      return entry.tries + 1 < FAILURES_BEFORE_REST
        ? waitingForTurn(entry, now, happening.refusal)
        : { ...entry, state: 'refused', tries: entry.tries + 1, refusal: happening.refusal }
    case 'asked-again':
      return entry.state === 'sending' ? entry : { ...entry, state: 'saved', tries: 0, notBefore: 0, settled: null }
    case 'set-aside':
      return entry.state === 'refused' ? { ...entry, settled: 'set-aside' } : entry
    case 'corrected':
      // The corrected record carries the person on; this one keeps only that it was refused and what replaced it.
      return entry.state === 'refused'
        ? { ...entry, settled: { correctedBy: happening.by }, content: null, sealed: null }
        : entry
    case 'kept-long-enough':
    case 'server-restored':
      return entry
    default:
      return happening satisfies never
  }
}

/** Delivered is final, whatever late or repeated answers say: but a server that was put back may have lost what it confirmed. */
function afterDelivery(entry: Entry, happening: Happening): Entry {
  if (happening.is === 'kept-long-enough') return { ...entry, sealed: null }
  if (happening.is !== 'server-restored' || !entry.sealed) return entry
  return { ...entry, state: 'saved', receipt: null, deliveredAt: null, tries: 0 }
}

/** How long a delivered record is kept sealed. */
export const KEPT_MS = 72 * HOUR

/** Still the phone's to deliver; a settled refusal is not. */
export const isUnsent = (entry: Pick<Entry, 'state' | 'settled'>): boolean =>
  entry.state !== 'delivered' && entry.settled === null

export const isDue = (entry: Entry, now: number): boolean =>
  entry.state === 'saved' || (entry.state === 'postponed' && entry.notBefore <= now)

/** In the order in which the phone saved them, so a shift is opened before its passages arrive. */
export const nextBatch = (entries: readonly Entry[], now: number, most: number): Entry[] =>
  entries
    .filter((entry) => entry.sealed && isDue(entry, now))
    .sort((a, b) => a.seq - b.seq)
    .slice(0, most)
    .filter(withinBytes())

/** A picture weighs as much as a shift's passages; on a thin line a request has to come through whole. */
const BATCH_BYTES = 1_500_000
function withinBytes(): (entry: Entry, nth: number) => boolean {
  let bytes = 0
  return ({ sealed }, nth) => {
    bytes += sealed?.length ?? 0
    return nth === 0 || bytes <= BATCH_BYTES
  }
}

/** Receipt numbers are read out over the phone: the last eight characters of the id, in two groups. */
export const receiptNumber = (id: string): string => {
  const tail = id.replaceAll('-', '').slice(-8).toUpperCase()
  return `${tail.slice(0, 4)}-${tail.slice(4)}`
}
