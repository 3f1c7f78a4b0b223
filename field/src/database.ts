import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Entry } from './outbox/entry.ts'
import type { Locked, WrappedKey } from './roster/personal.ts'

/** A form as far as it has been filled in. Kept at every change, so a killed browser costs no typing. */
export interface Draft {
  key: string
  owner: string
  /** Under the owner's key. */
  locked?: Locked
  /** As versions before PINs kept it. */
  content?: unknown
  changedAt: number
}

export interface Remembered {
  key: string
  value: unknown
}

/** Somebody who is signed in on this phone. */
export interface SessionRow {
  accountId: string
  account: string
  displayName: string
  county: number
  division: string
  seatId: string
  seatTitle: string
  role: string
  placeId: string | null
  otherSeats: Array<{ id: string; title: string }>
  /** The server no longer knows the token: the person has to sign in again before anything personal is shown anew. */
  ended: boolean
  lockedToken?: Locked
  /** As versions before PINs kept them: in the open, and for people who had signed out with work left. */
  token?: string
  leaving?: boolean
}

/** The same for whoever is unlocked. */
export type StoredSession = Omit<SessionRow, 'lockedToken' | 'leaving'> & { token: string }

/** Survives signing out: it opens the drafts again when the person comes back. */
export interface KeyRow extends WrappedKey {
  owner: string
  /** Wrong PINs since the last right one. */
  wrong: number
}

/** One thing of the server's that this person needs here: what names nobody in the open, the rest under the person's key. */
export interface ReplicaRow {
  owner: string
  kind: string
  id: string
  plain: unknown
  /** Gone when the lease is over. */
  locked: Locked | null
}

/** A record of another phone's that this one has been given to deliver: sealed, so nobody here can read it. */
export interface CarriedRow {
  id: string
  /** Whose server it is for. */
  county: number
  takenAt: number
  /** Null once the server has answered for it. */
  sealed: Uint8Array<ArrayBuffer> | null
  /** Device time before which another try is pointless. */
  notBefore: number
  /** What the server said, for the phone that it came from. */
  receipt: CarriedReceipt | null
}
export type CarriedReceipt =
  | { id: string; ok: true; receivedAt: string; arrival: 'new' | 'again'; fever: boolean; proof: string }
  | { id: string; ok: false; code: string; resend: 'never' | 'later'; zh: string; en: string; proof: string }

export class FieldDatabase extends Dexie {
  outbox!: EntityTable<Entry, 'id'>
  drafts!: Table<Draft, string>
  remembered!: Table<Remembered, string>
  sessions!: Table<SessionRow, string>
  keys!: Table<KeyRow, string>
  replica!: Table<ReplicaRow, [string, string, string]>
  carried!: Table<CarriedRow, string>

  constructor(name = 'qunfang-field') {
    // By default a browser reports "complete" before the disk has it: in a power cut most such records were lost.
    super(name, { chromeTransactionDurability: 'strict' })
    // Later versions may add stores and indexes. They never drop, rebuild or rewrite `outbox`.
    this.version(1).stores({
      outbox: 'id, &seq, state, recordedAt, [owner+state+seq]',
      drafts: 'key, owner',
      remembered: 'key',
      sessions: 'accountId',
    })
    this.version(2).stores({
      outbox: 'id, &seq, state, recordedAt, [owner+state+seq], [state+seq]',
      keys: 'owner',
      replica: '[owner+kind+id], owner, [owner+kind]',
    })
    this.version(3).stores({ carried: 'id, takenAt' })
  }
}

export const database = new FieldDatabase()
