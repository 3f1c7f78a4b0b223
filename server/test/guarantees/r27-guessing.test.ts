import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { A_PASSWORD, comeIn, hashLightly, makeColleague } from '../../src/capabilities/access/access.factory.ts'
import { countEvaluations } from '../../src/capabilities/access/secrets.ts'
import { lines } from '../matrix/contract.ts'
import { type Client, type Scenario, scenario } from '../scenario/scenario.ts'

/**
 * R27. What one account, one address, one /64 and a forged header may try at the front door, and what a clock could tell, stands in
 * access/guessing.test.ts and guessing.long.ts. Here: every door that takes a secret stops listening, and the limit is what stops it.
 */

const someAddress = () => `198.51.${randomInt(256)}.${randomInt(256)}`
const anyCode = () => String(randomInt(100_000, 1_000_000))

interface Door {
  path: string
  body(here: Scenario): object
  /** Counted by whose account it is, from wherever; the others by where it comes from. */
  byAccount: boolean
  anonymous: boolean
}
const DOORS: Record<string, Door> = {
  'access.session.welcome': door('/sign-in/welcome', ({ county }) => ({ code: `${county}-AAAA-BBBB-CCCC` })),
  'access.device.enrol': door('/access/devices/enrol', ({ county }) => ({ code: `${county}-AAAA-BBBB-CCCC` })),
  'access.session.step-up': own('/me/step-up', () => ({ code: anyCode() })),
  'access.authenticator.confirm': own('/me/authenticator/confirm', () => ({ code: anyCode() })),
  'access.password.change': own('/me/password', () => ({
    current: `wrong ${anyCode()}`,
    password: 'ice on the river',
  })),
}
function door(path: string, body: Door['body']): Door {
  return { path, body, byAccount: false, anonymous: true }
}
function own(path: string, body: Door['body']): Door {
  return { path, body, byAccount: true, anonymous: false }
}

/** Doors that are tried elsewhere, or whose secret nobody can guess. */
const ELSEWHERE: Record<string, string> = {
  'access.session.sign-in': 'access/guessing.test.ts',
  'access.session.second-factor': 'below',
  'access.session.begin-second-factor': 'The challenge is 32 random bytes, and takes no guess at anything else.',
  'access.session.passkey': 'A signature over a challenge that is used once.',
  'access.passkey.add': 'The challenge is 32 random bytes, used once, by somebody who is signed in.',
  'access.session.step-up-by-passkey': 'A signature over a challenge that is used once, by somebody who is signed in.',
}

test('every operation that takes a secret is tried here', () => {
  const secret = ['code', 'current', 'challenge', 'response']
  const taking = lines.filter(
    ({ name, input }) => name.startsWith('access.') && secret.some((one) => one in (input.properties ?? {})),
  )
  expect(taking.map(({ name }) => name).filter((name) => !DOORS[name] && !ELSEWHERE[name])).toEqual([])
})

/** A colleague signed in by password, who therefore has to say it again to change it. */
async function somebody(here: Scenario): Promise<Client> {
  const division = `${here.county}100207`
  const post = { role: 'village-cadre' as const, division, password: A_PASSWORD }
  const { signInName } = await makeColleague(await here.as.role('administrator'), post)
  const { body } = await here.as
    .nobody()
    .post('/sign-in', { county: here.county, name: signInName, password: A_PASSWORD })
  const client = here.as.holding(body.token)
  await client.post('/me/authenticator')
  return client
}

async function knock(here: Scenario, { path, body, byAccount, anonymous }: Door, client: Client, times: number) {
  const from = someAddress()
  const statuses: number[] = []
  for (let round = 0; round < times; round += 1) {
    const reply = await here.server.inject({
      method: 'POST',
      url: `/api${path}`,
      remoteAddress: byAccount ? someAddress() : from,
      headers: anonymous ? {} : { authorization: `Bearer ${client.token}` },
      payload: body(here),
    })
    statuses.push(reply.statusCode)
  }
  return { heard: statuses.filter((status) => status !== 429).length, statuses }
}

test.each(Object.entries(DOORS))('%s stops listening', async (_, one) => {
  await scenario(async (here) => {
    hashLightly()
    const limit = one.byAccount ? 10 : 60
    const { heard, statuses } = await knock(here, one, await somebody(here), limit + 15)
    expect(heard).toBe(limit)
    expect(statuses.slice(limit)).toEqual(Array.from({ length: 15 }, () => 429))
    expect(statuses.some((status) => status < 300)).toBe(false)
  })()
})

test(
  'the second factor is guessed at no more than a few times, and nothing was open before it',
  scenario(async (here) => {
    hashLightly()
    const division = `${here.county}100`
    const post = { role: 'township-officer' as const, division, password: A_PASSWORD }
    const { signInName, code } = await makeColleague(await here.as.role('administrator'), post)
    await comeIn(here, code)
    const password = { county: here.county, name: signInName, password: A_PASSWORD }
    let looked = 0
    for (let round = 0; round < 30; round += 1) {
      const first = await here.as.nobody().post('/sign-in', password)
      if (first.status === 429) break
      expect(first.body.outcome).toBe('second-factor')
      expect((await here.as.holding(first.body.challenge).get('/me')).status).toBe(401)
      const guess = { challenge: first.body.challenge, code: anyCode() }
      const { status } = await here.as.nobody().post('/sign-in/second-factor', guess)
      expect([401, 429]).toContain(status)
      if (status === 401) looked += 1
    }
    expect(looked).toBe(10)
  }),
)

test(
  'control: with the failed guesses forgotten, every guess is looked at',
  scenario(async (here) => {
    hashLightly()
    const division = `${here.county}100207`
    const post = { role: 'village-cadre' as const, division, password: A_PASSWORD }
    const { signInName } = await makeColleague(await here.as.role('administrator'), post)
    const guess = () => here.as.nobody().post('/sign-in', { county: here.county, name: signInName, password: 'wrong' })
    const before = countEvaluations()
    for (let round = 0; round < 40; round += 1) {
      expect((await guess()).status).toBe(401)
      await here.inside(({ tx }) => tx`delete from access.failed_guess where county = ${here.county}`.execute())
    }
    expect(countEvaluations() - before).toBe(40)
  }),
)
