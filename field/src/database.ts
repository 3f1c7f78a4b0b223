import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Entry } from './outbox/entry.ts'

/** A form as far as it has been filled in. Kept at every change, so a killed browser costs no typing. */
export interface Draft {
  key: string
  owner: string
  content: unknown
  changedAt: number
}

export interface Remembered {
  key: string
  value: unknown
}

export interface StoredSession {
  accountId: string
  token: string
  account: string
  displayName: string
  county: number
  division: string
  seatId: string
  seatTitle: string
  role: string
  placeId: string | null
  otherSeats: Array<{ id: string; title: string }>
  /** Signed out by the person; the token lives on only until the last unsent record of theirs is delivered. */
  leaving: boolean
  /** The server no longer knows the token: the person has to sign in again before anything of theirs goes out. */
  ended: boolean
}

export class FieldDatabase extends Dexie {
  outbox!: EntityTable<Entry, 'id'>
  drafts!: Table<Draft, string>
  remembered!: Table<Remembered, string>
  sessions!: Table<StoredSession, string>

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
  }
}

export const database = new FieldDatabase()
