import { expect, test } from 'vitest'
import { ROLES } from '../../kernel/operation.ts'
import {
  addressLanes,
  countyOfToken,
  GUESS_WINDOW_MS,
  GUESSES_PER_ACCOUNT,
  guessLanes,
  mayGuess,
  needsSecondFactor,
  normalizeCode,
  passwordWeakness,
  sessionLimits,
  sessionOver,
  sitsAt,
} from './rules.ts'

const at = (ms: number) => new Date(Date.UTC(2020, 1, 6) + ms)
const keys = (address: string) => addressLanes(address).map(({ key }) => key)

test('only village cadres and checkpoint shifts come in with a password alone', () => {
  expect(ROLES.filter((role) => !needsSecondFactor(role))).toEqual(['village-cadre', 'checkpoint-shift'])
})

test.each(ROLES)('a shift of %s never outlives twelve hours on a device nobody enrolled', (role) => {
  expect(sessionLimits(role, false).absoluteMs).toBeLessThanOrEqual(12 * 3_600_000)
})

test('a checkpoint shift ends after twelve hours on its own phone too; a village cadre outlasts two weeks without network', () => {
  expect(sessionLimits('checkpoint-shift', true).absoluteMs).toBe(12 * 3_600_000)
  expect(sessionLimits('village-cadre', true).idleMs).toBeGreaterThan(14 * 86_400_000)
})

test('a session is over when it ended, expired or lay idle', () => {
  const session = { lastUsedAt: at(0), idleMs: 1000, expiresAt: at(5000), endedAt: null }
  expect(sessionOver(session, at(999))).toBe(false)
  expect(sessionOver(session, at(1000))).toBe(true)
  expect(sessionOver({ ...session, lastUsedAt: at(4500) }, at(5000))).toBe(true)
  expect(sessionOver({ ...session, endedAt: at(1) }, at(2))).toBe(true)
})

test('whatever is written in an IPv6 address, its /64 and /48 are one lane', () => {
  expect(keys('2001:db8:1:2:3:4:5:6')).toEqual(['2001:db8:1:2::/64', '2001:db8:1::/48'])
  expect(keys('2001:DB8:1:2::9%eth0')).toEqual(keys('2001:db8:0001:0002:aaaa::1'))
  expect(keys('::1')).toEqual(['0:0:0:0::/64', '0:0:0::/48'])
  expect(keys('2001:db8::')).toEqual(['2001:db8:0:0::/64', '2001:db8:0::/48'])
})

test('an IPv4 address is one lane, also when it comes dressed as IPv6', () => {
  expect(keys('::ffff:203.0.113.9')).toEqual(keys('203.0.113.9'))
})

test.each(['', 'not an address', '999.1.1.1', '1:2:3', '1:2:3:4:5:6:7:8:9', 'gggg::1', '::ffff:300.1.1.1'])(
  'what is no address (%s) shares one lane instead of having none',
  (text) => {
    expect(keys(text)).toEqual(['unknown'])
  },
)

test('an enrolled device is a lane of its own, untouched by what happens elsewhere', () => {
  const stranger = guessLanes({ account: 'li', deviceId: null, address: '203.0.113.9' })
  const own = guessLanes({ account: 'li', deviceId: 'd1', address: '203.0.113.9' })
  expect(stranger.map(({ kind }) => kind)).toEqual(['account', 'address'])
  expect(own.map(({ kind }) => kind)).toEqual(['device'])
})

test('of ten thousand guesses at one account in an hour ten are looked at, wherever the hour begins', () => {
  const looked: Date[] = []
  for (let guess = 0; guess < 10_000; guess++) {
    const now = at(guess * 1080)
    if (mayGuess(looked, GUESSES_PER_ACCOUNT, now)) looked.push(now)
  }
  // 10,000 guesses every 1.08 s are three hours.
  expect(looked.length).toBeLessThanOrEqual(30)
  for (const from of looked) {
    const within = looked.filter((one) => one >= from && one.getTime() - from.getTime() < GUESS_WINDOW_MS)
    expect(within.length).toBeLessThanOrEqual(GUESSES_PER_ACCOUNT)
  }
})

test.each([
  ['short', 'short'],
  ['1234567890', 'common'],
  ['abcdefghijkl', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['Password123', 'common'],
  ['my-li.hua-2020', 'name'],
  ['x'.repeat(201), 'long'],
  ['大雪封山守好卡口平安', null],
  ['snow on the river', null],
])('the password %s is %s', (password, weakness) => {
  expect(passwordWeakness(password, 'li.hua')).toBe(weakness)
})

test('a code is read as people type it', () => {
  expect(normalizeCode(' 130822-abcd efgh_jkmn ')).toEqual({ county: 130822, code: '130822ABCDEFGHJKMN' })
  expect(normalizeCode('130822')).toBeNull()
  expect(normalizeCode('hello')).toBeNull()
})

test('a token says its county and nothing else', () => {
  expect(countyOfToken(`130822-${'x'.repeat(43)}`)).toBe(130822)
  expect(countyOfToken(`130822.${'x'.repeat(43)}`)).toBeNull()
  expect(countyOfToken("130822-'; drop table")).toBeNull()
})

test('a seat sits at the level its role works at', () => {
  expect(sitsAt('township-officer', '130822')).toBe(false)
  expect(sitsAt('township-officer', '130822100')).toBe(true)
  expect(sitsAt('administrator', '130822100')).toBe(false)
  expect(sitsAt('village-cadre', '130822100207')).toBe(true)
})
