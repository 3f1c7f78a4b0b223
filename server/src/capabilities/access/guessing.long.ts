import { randomInt, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { nobody, perform } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { hashLightly, seatSomebody } from './access.factory.ts'
import { signIn } from './operations.ts'
import { countEvaluations, hashPassword } from './secrets.ts'
import { putPassword } from './sql.secrets.ts'
import { asAccess } from './sql.ts'

const GUESSES = 10_000
const byte = () => randomInt(256)
const word = () => randomInt(65_536).toString(16)

async function guess(here: Scenario, name: string, address: string, forwarded?: string): Promise<number> {
  const reply = await here.server.inject({
    method: 'POST',
    url: '/api/sign-in',
    remoteAddress: address,
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
    payload: { county: here.county, name, password: 'a wrong guess' },
  })
  return reply.statusCode
}

/** Many hands at once, as an attacker has them. */
async function attack(one: (round: number) => Promise<unknown>): Promise<number> {
  const before = countEvaluations()
  let round = 0
  const hand = async () => {
    while (round < GUESSES) await one(round++)
  }
  await Promise.all(Array.from({ length: 8 }, hand))
  return countEvaluations() - before
}

const person = (here: Scenario): Promise<string> =>
  here.inside(async (ctx) => {
    const { accountId, signInName } = await seatSomebody(ctx, {
      role: 'village-cadre',
      division: `${here.county}100207`,
    })
    const hash = await hashPassword('snow on the river')
    await asAccess(ctx, () => putPassword(ctx, accountId, { hash, given: false }))
    return signInName
  })

test(
  'ten thousand guesses at one account from ten thousand addresses: ten are looked at',
  scenario(async (here) => {
    hashLightly()
    const victim = await person(here)
    expect(await attack(() => guess(here, victim, `198.${byte()}.${byte()}.${byte()}`))).toBe(10)
  }),
)

test(
  'ten thousand names from one address, from one /64, and behind forged headers: sixty, and the few in flight',
  scenario(async (here) => {
    hashLightly()
    const attacks: Array<(round: number) => Promise<unknown>> = [
      () => guess(here, `nobody-${randomUUID()}`, '192.0.2.1'),
      () => guess(here, `nobody-${randomUUID()}`, `2001:db8:7:7:${word()}:${word()}:${word()}:${word()}`),
      () => guess(here, `nobody-${randomUUID()}`, '192.0.2.2', `198.${byte()}.${byte()}.${byte()}`),
    ]
    for (const one of attacks) {
      const looked = await attack(one)
      expect(looked).toBeGreaterThanOrEqual(60)
      expect(looked).toBeLessThanOrEqual(68)
    }
  }),
)

test(
  'ten thousand names from every /64 of one /48: three hundred, and the few in flight',
  scenario(async (here) => {
    hashLightly()
    const looked = await attack(() => guess(here, `nobody-${randomUUID()}`, `2001:db8:8:${word()}::1`))
    expect(looked).toBeGreaterThanOrEqual(300)
    expect(looked).toBeLessThanOrEqual(308)
  }),
)

/** Mann-Whitney: how far the ranks of two samples are from what chance gives, in standard deviations. */
function rankDistance(a: readonly number[], b: readonly number[]): number {
  const ranked = [...a.map((value) => ({ value, own: true })), ...b.map((value) => ({ value, own: false }))].sort(
    (x, y) => x.value - y.value,
  )
  const sum = ranked.reduce((total, { own }, index) => total + (own ? index + 1 : 0), 0)
  const u = sum - (a.length * (a.length + 1)) / 2
  const mean = (a.length * b.length) / 2
  return (u - mean) / Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12)
}

test(
  'two thousand answers: the clock does not tell a name somebody has from one nobody has (p > 0.01)',
  scenario(async (here) => {
    hashLightly()
    const names: string[] = []
    for (let made = 0; made < 1000; made++) names.push(await person(here))
    const took: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
    const ask = async (kind: 'known' | 'unknown', name: string) => {
      const meta = {
        requestId: 'test',
        purpose: null,
        now: new Date(),
        clockOffsetMs: 0,
        address: `198.${byte()}.${byte()}.${byte()}`,
      }
      const began = performance.now()
      const refused = await perform(
        here.app.kernel,
        signIn,
        nobody(here.county),
        { county: here.county, name, password: 'a wrong guess' },
        meta,
      ).catch((error) => error)
      took[kind].push(performance.now() - began)
      expect(refused).toBeInstanceOf(Problem)
    }
    for (const name of names) {
      // In turn and in random order, so that a busy moment falls on both.
      const pair = [() => ask('known', name), () => ask('unknown', `u${randomUUID().replaceAll('-', '')}`)]
      if (randomInt(2)) pair.reverse()
      for (const one of pair) await one()
    }
    expect(Math.abs(rankDistance(took.known, took.unknown))).toBeLessThan(2.576)
    const withoutHash = took.unknown.map((ms) => ms * 0.8)
    expect(Math.abs(rankDistance(took.known, withoutHash)), 'the control: a fifth less would be seen').toBeGreaterThan(
      2.576,
    )
  }),
)
