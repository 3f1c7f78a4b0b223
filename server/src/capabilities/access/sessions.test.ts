import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { type Scenario, scenario, testConfig } from '../../../test/scenario/scenario.ts'
import { openServer } from '../../entrypoints/http/server.ts'
import { comeIn, hashLightly, makeColleague } from './access.factory.ts'
import { findActor, sessionAlive } from './index.ts'

const minutes = (n: number) => n * 60_000
const later = (ms: number) => new Date(Date.now() + ms)

/** Two colleagues signed in: one whose rights will end, and one who shows that nobody else's do. */
async function twoOfThem(here: Scenario) {
  hashLightly()
  const { as, county } = here
  const admin = await as.role('administrator')
  const post = { role: 'township-officer', division: `${county}100` } as const
  const [one, other] = [await makeColleague(admin, post), await makeColleague(admin, post)]
  const enter = async (code: string) => (await comeIn(here, code)).token
  return { admin, one: { ...one, token: await enter(one.code) }, other: { ...other, token: await enter(other.code) } }
}
type Both = Awaited<ReturnType<typeof twoOfThem>>

const endings: Record<string, (both: Both, here: Scenario) => Promise<unknown>> = {
  'the account is closed': ({ admin, one }) => admin.post(`/access/accounts/${one.id}/close`),
  'the sign-in is reset': ({ admin, one }) => admin.post(`/access/accounts/${one.id}/welcome`),
  'somebody signs the person out': ({ admin, one }) => admin.post(`/access/accounts/${one.id}/sign-out`),
  'the seat is closed': ({ admin, one }) => admin.post(`/access/seats/${one.seatId}/close`),
  'another person takes the seat': async ({ admin, one }, { county }) => {
    const next = await makeColleague(admin, { role: 'village-cadre', division: `${county}100207` })
    return admin.post(`/access/seats/${one.seatId}/occupy`, { accountId: next.id })
  },
  'the person leaves the seat': async ({ admin, one }) => {
    const { items } = (await admin.get('/access/seats?role=township-officer')).body
    const [occupant] = items.find(({ id }: { id: string }) => id === one.seatId).occupants
    return admin.post(`/access/occupancies/${occupant.occupancyId}/end`)
  },
  'the person signs out': ({ one }, { as }) => as.holding(one.token).post('/sign-out'),
  'the person signs out everywhere': ({ one }, { as }) => as.holding(one.token).post('/me/sessions/end'),
}

test.each(Object.entries(endings))('when %s, the next call is refused and nobody else notices', async (_, end) => {
  await scenario(async (here) => {
    const both = await twoOfThem(here)
    expect((await here.as.holding(both.one.token).get('/me')).status).toBe(200)
    expect(await end(both, here)).toMatchObject({ status: 201 })
    expect((await here.as.holding(both.one.token).get('/me')).status).toBe(401)
    expect((await here.as.holding(both.other.token).get('/me')).status).toBe(200)
  })()
})

/** An open board over a real connection; resolves with how long it stayed open once `end` was called. */
async function watchBoard(here: Scenario, token: string, end: () => Promise<unknown>, patienceMs: number) {
  const server = await openServer(here.app, testConfig())
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  try {
    return await new Promise<number | 'still open'>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` }
      const request = get({ host: '127.0.0.1', port, path: '/api/live', headers }, async (stream) => {
        stream.resume()
        await end()
        const began = Date.now()
        stream.on('end', () => resolve(Date.now() - began))
        setTimeout(() => resolve('still open'), patienceMs)
      }).on('error', reject)
      setTimeout(() => request.destroy(), patienceMs + 500)
    })
  } finally {
    await server.close()
  }
}

test(
  'an open board is closed within five seconds of the right ending, also when another process ended it',
  scenario(async (here) => {
    const { one, other } = await twoOfThem(here)
    // Behind the back of this process: nothing tells it to forget.
    const end = () =>
      here.inside(
        (ctx) => ctx.tx`update access.account set closed_at = now() where county = ${here.county} and id = ${one.id}`,
      )
    const [ended, untouched] = await Promise.all([
      watchBoard(here, one.token, end, 6000),
      watchBoard(here, other.token, async () => {}, 6000),
    ])
    expect(ended).toBeTypeOf('number')
    expect(ended).toBeLessThanOrEqual(5000)
    expect(untouched, 'the control').toBe('still open')
  }),
)

test(
  'a right that was taken away by another process is gone within five seconds',
  scenario(async (here) => {
    const { one } = await twoOfThem(here)
    const { kernel } = here.app
    expect(await sessionAlive(kernel, one.token)).toBe(true)
    await here.inside(
      (ctx) =>
        ctx.tx`update access.session set ended_at = now() where county = ${here.county} and account_id = ${one.id}`,
    )
    expect(await sessionAlive(kernel, one.token, later(4900))).toBe(false)
  }),
)

test(
  'a session left lying ends, one that is used does not, and twelve hours are the end of either',
  scenario(async (here) => {
    const { one, other } = await twoOfThem(here)
    const alive = async (token: string, ms: number) => (await findActor(here.app.kernel, token, later(ms))) !== null
    for (let hour = 1; hour <= 11; hour++)
      expect(await alive(other.token, minutes(60 * hour)), `hour ${hour}`).toBe(true)
    expect(await alive(other.token, minutes(60 * 12))).toBe(false)
    expect(await alive(one.token, minutes(60 * 3))).toBe(true)
    expect(await alive(one.token, minutes(60 * 7.1))).toBe(false)
  }),
)

test(
  'other sign-ins are listed and can be ended one by one; those of others cannot be touched',
  scenario(async (here) => {
    const { admin, one, other } = await twoOfThem(here)
    const { code } = (await admin.post(`/access/accounts/${one.id}/welcome`)).body
    const me = await comeIn(here, code)
    const { items } = (await me.get('/me/sessions')).body
    expect(items).toMatchObject([{ current: true, signedInBy: 'welcome-code' }])
    const [foreign] = (await here.as.holding(other.token).get('/me/sessions')).body.items
    expect(await me.post(`/me/sessions/${foreign.id}/end`)).toMatchObject({
      status: 404,
      body: { code: 'access.session-unknown' },
    })
    expect((await here.as.holding(other.token).get('/me')).status).toBe(200)
    expect(await me.post(`/me/sessions/${items[0].id}/end`)).toMatchObject({ status: 201, body: { ended: 1 } })
    expect((await me.get('/me')).status).toBe(401)
  }),
)

test(
  'only the SHA-256 of a token is kept, and nobody but access reads even that',
  scenario(async (here) => {
    const { one } = await twoOfThem(here)
    const kept = await here.inside((ctx) => ctx.tx`select * from access.session where county = ${here.county}`)
    expect(kept.length).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain(one.token.slice(7))
    for (const row of kept) expect(row['token_hash']).toHaveLength(32)
  }),
)
