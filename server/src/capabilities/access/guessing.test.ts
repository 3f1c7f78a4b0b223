import { randomInt, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Scenario, scenario, testConfig } from '../../../test/scenario/scenario.ts'
import { openServer } from '../../entrypoints/http/server.ts'
import { nobody, perform } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { A_PASSWORD, hashLightly, makeColleague } from './access.factory.ts'
import { signIn } from './operations.ts'
import { countEvaluations, hashPassword, passwordMatches } from './secrets.ts'
import { accessSettings, useAccess } from './settings.ts'

const lightly = (work: (here: Scenario) => Promise<void>) =>
  scenario((here) => {
    hashLightly()
    return work(here)
  })

interface Guess {
  name: string
  password?: string
  deviceToken?: string
}
interface From {
  address?: string
  forwarded?: string
}

/** One sign-in over HTTP from an address of choice. */
async function guess(
  { server, county }: Pick<Scenario, 'server' | 'county'>,
  form: Guess,
  { address = '203.0.113.9', forwarded }: From = {},
) {
  const reply = await server.inject({
    method: 'POST',
    url: '/api/sign-in',
    remoteAddress: address,
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
    payload: { county, password: 'a wrong guess', ...form },
  })
  return {
    status: reply.statusCode,
    code: reply.json().code as string | undefined,
    retryAfter: Number(reply.headers['retry-after']),
  }
}

const cadre = async ({ as, county }: Scenario) =>
  makeColleague(await as.role('administrator'), {
    role: 'village-cadre',
    division: `${county}100207`,
    password: A_PASSWORD,
  })

const someAddress = () => `198.51.${randomInt(256)}.${randomInt(256)}`

test(
  'of two hundred guesses at one account from everywhere, ten are looked at, and the eleventh would not help if it were right',
  lightly(async (here) => {
    const victim = await cadre(here)
    const before = countEvaluations()
    let refused = 0
    for (let round = 0; round < 200; round++) {
      const { status, retryAfter } = await guess(here, { name: victim.signInName }, { address: someAddress() })
      if (status === 429) refused += 1
      if (status === 429) expect(retryAfter).toBeGreaterThan(3000)
    }
    expect(countEvaluations() - before).toBe(10)
    expect(refused).toBe(190)
    const right = await guess(here, { name: victim.signInName, password: A_PASSWORD }, { address: someAddress() })
    expect(right).toMatchObject({ status: 429, code: 'access.too-many-guesses' })
  }),
)

test(
  'fifty guesses at the same instant are no way around the ten',
  lightly(async (here) => {
    const victim = await cadre(here)
    const before = countEvaluations()
    for (let wave = 0; wave < 6; wave++) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => guess(here, { name: victim.signInName }, { address: someAddress() })),
      )
      expect(answers.every(({ status }) => [401, 429, 503].includes(status))).toBe(true)
    }
    expect(countEvaluations() - before).toBeLessThanOrEqual(10)
  }),
)

test(
  'somebody under attack still gets in on a phone that was enrolled, and ten wrong guesses there close that door too',
  lightly(async (here) => {
    const victim = await cadre(here)
    const desk = await here.as.countyDesk()
    const invited = await desk.post('/access/devices/invite', { division: `${here.county}100207`, label: '村部手机' })
    const { deviceToken } = (await here.as.nobody().post('/access/devices/enrol', { code: invited.body.code })).body
    for (let round = 0; round < 12; round++) await guess(here, { name: victim.signInName })
    expect((await guess(here, { name: victim.signInName, password: A_PASSWORD })).status).toBe(429)
    expect((await guess(here, { name: victim.signInName, password: A_PASSWORD, deviceToken })).status).toBe(201)
    const forged = { name: victim.signInName, password: A_PASSWORD, deviceToken: `${here.county}-${'x'.repeat(43)}` }
    expect((await guess(here, forged)).status, 'a made-up device is no device').toBe(429)

    const before = countEvaluations()
    for (let round = 0; round < 15; round++) await guess(here, { name: victim.signInName, deviceToken })
    expect(countEvaluations() - before).toBe(10)
  }),
)

/** The operation itself, with hashing left out of the count: what an address may try over many names. */
async function manyNames(here: Scenario, rounds: number, addressOf: (round: number) => string) {
  const before = countEvaluations()
  const meta = { requestId: 'test', purpose: null, now: new Date(), clockOffsetMs: 0 }
  for (let round = 0; round < rounds; round++) {
    const input = { county: here.county, name: `nobody-${randomUUID()}`, password: 'a wrong guess' }
    const address = addressOf(round)
    await perform(here.app.kernel, signIn, nobody(here.county), input, { ...meta, address }).catch((error) => {
      if (!(error instanceof Problem)) throw error
    })
  }
  return countEvaluations() - before
}

test(
  'many names from one address: sixty are looked at; a whole /64 is one address',
  lightly(async (here) => {
    const inside64 = () => `2001:db8:1:2:${randomInt(65_536).toString(16)}:${randomInt(65_536).toString(16)}::1`
    expect(await manyNames(here, 90, inside64)).toBe(60)
    expect(await manyNames(here, 5, () => '2001:db8:1:3::1'), 'a neighbour is not shut out').toBe(5)
  }),
)

test(
  'a forged X-Forwarded-For is not believed, unless the installation trusts its proxy',
  lightly(async (here) => {
    const forged = () => ({ address: '192.0.2.7', forwarded: someAddress() })
    const names = Array.from({ length: 70 }, () => ({ name: `nobody-${randomInt(1e9)}` }))
    const before = countEvaluations()
    for (const name of names) await guess(here, name, forged())
    expect(countEvaluations() - before).toBe(60)
    expect((await guess(here, { name: 'somebody-else' }, forged())).status).toBe(429)

    const trusting = await openServer(here.app, { ...testConfig(), trustProxy: true })
    const believed = await guess({ ...here, server: trusting }, { name: 'somebody-else' }, forged())
    expect(believed.status, 'the control: with a trusted proxy the header does count').toBe(401)
    await trusting.close()
  }),
)

test(
  'a name nobody has costs as many hashes and as many queries as one somebody has',
  lightly(async (here) => {
    const victim = await cadre(here)
    const cost = async (name: string) => {
      const before = countEvaluations()
      const queries: string[] = []
      const kernel = { ...here.app.kernel, db: { ...here.app.kernel.db, transact: watch(here, queries) } }
      const input = { county: here.county, name, password: 'a wrong guess' }
      const meta = { requestId: 'test', purpose: null, now: new Date(), clockOffsetMs: 0, address: someAddress() }
      await expect(perform(kernel, signIn, nobody(here.county), input, meta)).rejects.toMatchObject({
        code: 'access.sign-in-refused',
      })
      return { hashes: countEvaluations() - before, queries }
    }
    const known = await cost(victim.signInName)
    const unknown = await cost(`nobody-${randomUUID()}`)
    expect(known.hashes).toBe(1)
    expect(known.queries.length).toBeGreaterThan(5)
    expect(unknown).toEqual(known)
  }),
)

/** Notes the text of every query that goes through the transaction, without what is in it. */
function watch(here: Scenario, queries: string[]): Scenario['app']['kernel']['db']['transact'] {
  return (work, scope) =>
    here.app.kernel.db.transact((tx, meanwhile) => {
      const watched = new Proxy(tx, {
        apply: (target, self, args) => {
          const [first] = args as [unknown]
          if (Array.isArray(first) && 'raw' in first) queries.push(first.join('?').replaceAll(/\s+/g, ' ').trim())
          return Reflect.apply(target as never, self, args)
        },
      })
      return work(watched, meanwhile)
    }, scope)
}

test('a kept password is a memory-hard hash with its parameters and a salt of its own', async () => {
  useAccess({ ...accessSettings(), hashCost: undefined })
  const hash = await hashPassword(A_PASSWORD)
  const [scheme, n, r, p] = hash.split('$')
  expect([scheme, Number(n) * Number(r) * 128, Number(p)]).toEqual(['scrypt', 32 * 1024 * 1024, 3])
  expect(await hashPassword(A_PASSWORD)).not.toBe(hash)
  expect(await passwordMatches(A_PASSWORD, hash)).toBe(true)
  expect(await passwordMatches('snow on the River', hash)).toBe(false)
})
