import { expect, test } from 'vitest'
import { authorship, CARRIED_WITHIN_MS, type SessionThen } from './rules.authors.ts'

const HOUR = 3_600_000
const START = Date.parse('2020-02-05T08:00:00+08:00')
const at = (hours: number) => new Date(START + hours * HOUR)
const NOBODY = { deviceId: null, accountId: null }
const PHONE = { deviceId: 'phone', accountId: null }
const ITSELF = { deviceId: null, accountId: 'author' }

const session = (given: Partial<SessionThen> = {}): SessionThen => ({
  accountId: 'author',
  deviceId: 'phone',
  role: 'village-cadre',
  beganAt: at(0),
  factorAt: null,
  codeAt: null,
  chosenAt: null,
  lastUsedAt: at(0),
  idleMs: 15 * 24 * HOUR,
  expiresAt: at(12),
  endedAt: null,
  accountClosedAt: null,
  seatClosedAt: null,
  deviceRevokedAt: null,
  sat: [{ from: at(-100), until: null }],
  seatedNow: true,
  ...given,
})

test('what a one-time code began is taken from nobody before the account is its person’s alone', () => {
  const began = { codeAt: at(0), factorAt: at(0) }
  expect(authorship(session(began), NOBODY, at(2), at(3))).toBe('aside')
  expect(authorship(session({ ...began, chosenAt: at(-1) }), NOBODY, at(2), at(3))).toBe('aside')
  expect(authorship(session({ ...began, chosenAt: at(1) }), NOBODY, at(2), at(3))).toBe('stands')
})

test('a session that still counts needs nobody to answer for it', () => {
  expect(authorship(session(), NOBODY, at(2), at(3))).toBe('stands')
})

test('one that only grew old counts for what was written in it, if the phone or its person is there', () => {
  for (const carrier of [PHONE, ITSELF]) expect(authorship(session(), carrier, at(20), at(40))).toBe('stood')
  for (const carrier of [NOBODY, { deviceId: 'other', accountId: 'other' }])
    expect(authorship(session(), carrier, at(20), at(40))).toBe('sign-in-again')
})

test.each<[string, Partial<SessionThen>]>([
  ['signed out', { endedAt: at(5) }],
  ['its account closed', { accountClosedAt: at(5) }],
  ['its seat closed', { seatClosedAt: at(5) }],
  ['its person moved', { sat: [{ from: at(-100), until: at(5) }] }],
])('%s: what was written before is taken, what was written after is put aside', (_, given) => {
  const over = session({ seatedNow: false, ...given })
  expect(authorship(over, PHONE, at(4), at(30))).toBe('stood')
  expect(authorship(over, PHONE, at(6), at(30))).toBe('aside')
  expect(authorship(over, NOBODY, at(4), at(30))).toBe('aside')
})

test('a withdrawn phone speaks for nobody any more, whatever time it writes on its records', () => {
  expect(authorship(session({ deviceRevokedAt: at(5) }), ITSELF, at(4), at(6))).toBe('aside')
})

test('before its session began, or longer ago than any shift, a person looks at it first', () => {
  expect(authorship(session(), PHONE, at(-1), at(20))).toBe('aside')
  const late = new Date(at(4).getTime() + CARRIED_WITHIN_MS + HOUR)
  expect(authorship(session(), PHONE, at(4), late)).toBe('aside')
})

test('a role that needs a second factor is nobody without one', () => {
  expect(authorship(session({ role: 'township-officer' }), PHONE, at(2), at(3))).toBe('aside')
})
