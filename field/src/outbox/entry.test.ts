import { expect, test } from 'vitest'
import { newId } from '../device/ids.ts'
import { pauseBeforeRound } from './drain.ts'
import {
  after,
  type Entry,
  FAILURES_BEFORE_REST,
  isDue,
  isUnsent,
  nextBatch,
  pauseBeforeTry,
  receiptNumber,
} from './entry.ts'

const SEALED = new Uint8Array([1, 2, 3])
const anEntry = (given: Partial<Entry> = {}): Entry => ({
  id: newId(1_580_947_200_000),
  seq: 1,
  owner: 'a',
  kind: 'passage',
  state: 'saved',
  recordedAt: '2020-02-06T08:00:00+08:00',
  gist: { outcome: 'pass', screened: 1, turnedBack: 0, vehicles: 0, fever: false },
  sealed: SEALED,
  content: null,
  tries: 0,
  notBefore: 0,
  refusal: null,
  receipt: null,
  deliveredAt: null,
  settled: null,
  ...given,
})
const receipt = { receivedAt: '2020-02-06T08:01:00+08:00', arrival: 'new', fever: false } as const
const later = { code: 'checkpoints.unknown', resend: 'later', title: '未知', fields: [] } as const
const never = { ...later, code: 'checkpoints.temperature', resend: 'never' } as const
const mutable = <T extends { fields: readonly string[] }>(refusal: T) => ({ ...refusal, fields: [...refusal.fields] })

test('a receipt is final, and the sealed copy stays for three days', () => {
  const delivered = after(anEntry({ state: 'sending' }), { is: 'received', receipt }, 5)
  expect(delivered).toMatchObject({ state: 'delivered', sealed: SEALED, receipt, deliveredAt: 5 })
  expect(after(delivered, { is: 'refused', refusal: mutable(never) }, 6)).toBe(delivered)
  expect(after(delivered, { is: 'unanswered' }, 6)).toBe(delivered)
  expect(after(delivered, { is: 'kept-long-enough' }, 6)).toMatchObject({ state: 'delivered', sealed: null })
})

test('a server that was put back hears again what is still held, and nothing that is not', () => {
  const delivered = after(anEntry({ state: 'sending' }), { is: 'received', receipt }, 5)
  const again = after(delivered, { is: 'server-restored' }, 6)
  expect(again).toMatchObject({ state: 'saved', sealed: SEALED, receipt: null })
  const gone = after(delivered, { is: 'kept-long-enough' }, 6)
  expect(after(gone, { is: 'server-restored' }, 7)).toBe(gone)
  for (const state of ['saved', 'postponed', 'refused'] as const)
    expect(after(anEntry({ state }), { is: 'server-restored' }, 7).state).toBe(state)
})

test('what was written before there was a key is sealed once, and then it is not in the open any more', () => {
  const open = anEntry({ sealed: null, content: { traveller: { name: '某人' } } })
  const closed = after(open, { is: 'sealed', receiptKey: SEALED, sealed: SEALED }, 0)
  expect(closed).toMatchObject({ sealed: SEALED, content: null })
  expect(after(closed, { is: 'sealed', receiptKey: SEALED, sealed: new Uint8Array(1) }, 0)).toBe(closed)
  expect(nextBatch([open], 0, 50)).toEqual([])
})

test('a refusal that time can cure waits longer each time, and is tried again by itself', () => {
  const first = after(anEntry({ state: 'sending' }), { is: 'refused', refusal: mutable(later) }, 1000)
  expect(first).toMatchObject({ state: 'postponed', tries: 1, notBefore: 16_000 })
  expect([isDue(first, 15_999), isDue(first, 16_000)]).toEqual([false, true])
  expect([1, 2, 3, 20].map(pauseBeforeTry)).toEqual([15_000, 30_000, 60_000, 3_600_000])
})

test('a refusal for good keeps the record until a person has dealt with it', () => {
  const refused = after(anEntry({ state: 'sending' }), { is: 'refused', refusal: mutable(never) }, 0)
  expect(refused.state).toBe('refused')
  expect(refused.sealed).toBe(SEALED)
  expect([isUnsent(refused), isDue(refused, Number.MAX_SAFE_INTEGER)]).toEqual([true, false])
  const aside = after(refused, { is: 'set-aside' }, 0)
  expect(isUnsent(aside)).toBe(false)
  expect(aside.sealed).toBe(SEALED)
  expect(after(aside, { is: 'asked-again' }, 0)).toMatchObject({ state: 'saved', settled: null })
  expect(after(refused, { is: 'corrected', by: 'other' }, 0)).toMatchObject({
    sealed: null,
    settled: { correctedBy: 'other' },
  })
})

test('a server that stumbles over one record rests after a while, with the record kept', () => {
  let entry = anEntry()
  for (let failure = 0; failure < FAILURES_BEFORE_REST; failure += 1) {
    entry = after({ ...entry, state: 'sending' }, { is: 'failed', refusal: mutable(later) }, 0)
  }
  expect(entry.state).toBe('refused')
  expect(entry.sealed).toBe(SEALED)
})

test('a batch goes in the order of saving, fifty at most, so that a shift is opened before its passages arrive', () => {
  const entries = Array.from({ length: 120 }, (_, at) =>
    anEntry({ seq: at + 1, id: `x${at}`, kind: at === 0 ? 'shift-open' : 'passage' }),
  )
  const batch = nextBatch([...entries].reverse(), 0, 50)
  expect(batch.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  expect(batch[0]?.kind).toBe('shift-open')
})

test('rounds back off to five minutes, spread so that phones do not return together', () => {
  expect(pauseBeforeRound(1, 0.5)).toBe(2000)
  expect([pauseBeforeRound(30, 0), pauseBeforeRound(30, 1)]).toEqual([225_000, 375_000])
})

test('ids carry their time first and are version 7', () => {
  const id = newId(1_580_947_200_000, new Uint8Array(10).fill(0xff))
  expect(id).toBe('017017cb-d800-7fff-bfff-ffffffffffff')
  expect(receiptNumber(id)).toBe('FFFF-FFFF')
  expect(newId(1).localeCompare(newId(2))).toBe(-1)
})
