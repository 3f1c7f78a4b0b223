import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Client, scenario } from '../../../test/scenario/scenario.ts'
import { authenticatorCode, comeIn, hashLightly, makeColleague } from './access.factory.ts'

test(
  'replacing the person moves the work: the seat stays, its people are dated facts',
  scenario(async ({ as, county, inside }) => {
    const admin = await as.role('administrator')
    const first = await makeColleague(admin, { role: 'checkpoint-shift', division: `${county}100` })
    const second = await makeColleague(admin, { role: 'village-cadre', division: `${county}100207` })
    const taken = await admin.post(`/access/seats/${first.seatId}/occupy`, { accountId: second.id })
    expect(taken.body.occupants).toMatchObject([{ accountId: second.id, name: '同事', endsAt: null }])
    const again = await admin.post(`/access/seats/${first.seatId}/occupy`, { accountId: second.id })
    expect(again.body.occupants, 'sent twice, nothing changes').toEqual(taken.body.occupants)
    const history = await inside(
      (ctx) =>
        ctx.tx`select account_id, begins_at, ends_at from access.occupancy where county = ${county} and seat_id = ${first.seatId} order by begins_at`,
    )
    expect(history).toMatchObject([{ account_id: first.id }, { account_id: second.id, ends_at: null }])
    expect(history[0]?.['ends_at']).toEqual(history[1]?.['begins_at'])
    const me = (await as.nobody().post('/sign-in/welcome', { code: second.code })).body.me
    expect([me.seat, ...me.otherSeats].map(({ role }: { role: string }) => role)).toEqual([
      'village-cadre',
      'checkpoint-shift',
    ])
  }),
)

test(
  'a hand-over planned for tomorrow leaves today as it is, and is not overwritten by mistake',
  scenario(async ({ as, county }) => {
    const admin = await as.role('administrator')
    const [now, next] = [
      await makeColleague(admin, { role: 'checkpoint-shift', division: `${county}100` }),
      await makeColleague(admin, { role: 'village-cadre', division: `${county}100207` }),
    ]
    const from = new Date(Date.now() + 86_400_000).toISOString()
    const planned = await admin.post(`/access/seats/${now.seatId}/occupy`, { accountId: next.id, from })
    expect(planned.body.occupants).toMatchObject([
      { accountId: now.id, endsAt: from },
      { accountId: next.id, beginsAt: from },
    ])
    expect((await as.nobody().post('/sign-in/welcome', { code: now.code })).body.me.role).toBe('checkpoint-shift')
    const clash = await admin.post(`/access/seats/${now.seatId}/occupy`, { accountId: now.id })
    expect(clash).toMatchObject({ status: 409, body: { code: 'access.seat-taken' } })
  }),
)

test(
  'switching seats is another session: the old token dies with the old rights',
  scenario(async ({ as, county }) => {
    hashLightly()
    const admin = await as.role('administrator')
    const seats = [
      { division: `${county}100207`, role: 'village-cadre' },
      { division: `${county}100208`, role: 'village-cadre' },
    ]
    const made = await admin.post('/access/accounts', {
      division: `${county}100`,
      signInName: 'two-villages',
      name: '王芳',
      seats,
    })
    const { token, get } = await comeIn({ as }, made.body.welcome.code)
    const me = (await get('/me')).body
    expect(me.otherSeats).toHaveLength(1)
    const moved = await as.holding(token).post('/me/seat', { seatId: me.otherSeats[0].id })
    expect(moved.body.me.division).not.toBe(me.division)
    expect((await as.holding(token).get('/me')).status).toBe(401)
    expect((await as.holding(moved.body.token).get('/me')).body.otherSeats).toHaveLength(1)
    const foreign = await as.holding(moved.body.token).post('/me/seat', { seatId: randomUUID() })
    expect(foreign).toMatchObject({ status: 403, body: { code: 'access.not-your-seat' } })
  }),
)

test(
  'nobody reaches above themselves or next door',
  scenario(async ({ as, county }) => {
    const admin = await as.role('administrator')
    const boss = await makeColleague(admin, { role: 'county-desk', division: String(county) })
    const neighbour = await makeColleague(admin, { role: 'village-cadre', division: `${county}101207` })
    const officer = await as.role('township-officer', { division: `${county}100` })
    const account = { division: `${county}100`, signInName: 'new-one', name: '新人' }
    const own = await officer.post('/access/accounts', {
      ...account,
      seats: [{ division: `${county}100`, role: 'township-officer' }],
    })
    expect(own).toMatchObject({ status: 403, body: { code: 'kernel.not-allowed' } })
    const nextDoor = await officer.post('/access/accounts', {
      ...account,
      seats: [{ division: `${county}101`, role: 'supplies-keeper' }],
    })
    expect(nextDoor.status).toBe(403)
    const made = await officer.post('/access/accounts', {
      ...account,
      seats: [{ division: `${county}100207`, role: 'village-cadre' }],
    })
    expect(made.status).toBe(201)
    for (const { id } of [boss, neighbour]) {
      expect((await officer.get(`/access/accounts/${id}`)).status).toBe(404)
      expect((await officer.post(`/access/accounts/${id}/welcome`)).status).toBe(404)
    }
    expect((await officer.post(`/access/seats/${neighbour.seatId}/close`)).status).toBe(404)
    const listed = (await officer.get('/access/accounts')).body.items.map(({ id }: { id: string }) => id)
    expect(listed).toContain(made.body.account.id)
    expect(listed).not.toContain(boss.id)
    expect(listed).not.toContain(neighbour.id)
  }),
)

test(
  'a person who also sits higher is out of reach of the lower office',
  scenario(async ({ as, county }) => {
    hashLightly()
    const admin = await as.role('administrator')
    const seats = [
      { division: `${county}100207`, role: 'village-cadre' },
      { division: String(county), role: 'administrator' },
    ]
    const made = await admin.post('/access/accounts', {
      division: `${county}100`,
      signInName: 'wears-two-hats',
      name: '赵刚',
      seats,
    })
    const officer = await as.role('township-officer', { division: `${county}100` })
    const attempt = await officer.post(`/access/accounts/${made.body.account.id}/welcome`)
    expect(attempt).toMatchObject({ status: 403, body: { code: 'kernel.not-allowed' } })
  }),
)

test(
  'an office is shown the seats of its own area and no other, and still may not reset a person who sits elsewhere too',
  scenario(async ({ as, county }) => {
    const admin = await as.role('administrator')
    const seats = ['100207', '101207'].map((under) => ({ division: `${county}${under}`, role: 'village-cadre' }))
    const account = { division: `${county}100`, signInName: 'two-townships', name: '孙梅', seats }
    const { id } = (await admin.post('/access/accounts', account)).body.account
    const officer = await as.role('township-officer', { division: `${county}100` })
    const shown = async (who: Client) => {
      const { body } = await who.get(`/access/accounts/${id}`)
      return body.seats.map(({ division }: { division: string }) => division)
    }
    expect(await shown(officer)).toEqual([`${county}100207`])
    expect((await shown(admin)).sort()).toEqual([`${county}100207`, `${county}101207`])
    expect((await officer.post(`/access/accounts/${id}/welcome`)).status).toBe(403)
  }),
)

test(
  'a taken name, a seat at the wrong level and an unknown field are refused with nothing half done',
  scenario(async ({ as, county, inside }) => {
    const admin = await as.role('administrator')
    const account = { division: String(county), signInName: 'one-name', name: '甲' }
    expect((await admin.post('/access/accounts', account)).status).toBe(201)
    expect(await admin.post('/access/accounts', { ...account, name: '乙' })).toMatchObject({
      status: 409,
      body: { code: 'access.name-taken' },
    })
    const wrong = { ...account, signInName: 'other-name', seats: [{ division: String(county), role: 'village-cadre' }] }
    expect(await admin.post('/access/accounts', wrong)).toMatchObject({
      status: 422,
      body: { code: 'access.seat-wrong-level' },
    })
    expect((await admin.post('/access/accounts', { ...account, signInName: '13812345678' })).status).toBe(422)
    expect((await admin.post('/access/accounts', { ...account, signInName: 'third', createdAt: 'now' })).status).toBe(
      422,
    )
    const names = await inside((ctx) => ctx.tx`select sign_in_name from access.account where county = ${county}`)
    expect(names.map((row) => row['sign_in_name']).filter((name) => !String(name).startsWith('u'))).toEqual([
      'one-name',
    ])
  }),
)

test(
  'the last administrator stays, and can go once there is another',
  scenario(async ({ as, county }) => {
    const admin = await as.role('administrator')
    const me = (await admin.get('/me')).body
    expect(await admin.post(`/access/seats/${me.seat.id}/close`)).toMatchObject({
      status: 409,
      body: { code: 'access.last-administrator' },
    })
    expect((await admin.post(`/access/accounts/${me.account.id}/close`)).status).toBe(409)
    await makeColleague(admin, { role: 'administrator', division: String(county) })
    expect((await admin.post(`/access/seats/${me.seat.id}/close`)).status).toBe(201)
  }),
)

test(
  'handing out rights asks for a proof that is minutes old',
  scenario(async ({ as, county, inside }) => {
    const admin = await as.role('administrator')
    const age = () =>
      inside(
        (ctx) => ctx.tx`update access.session set factor_at = now() - interval '16 minutes' where county = ${county}`,
      )
    const seat = { division: `${county}100`, role: 'township-officer' }
    await age()
    expect(await admin.post('/access/seats', seat)).toMatchObject({
      status: 403,
      body: { code: 'access.set-up-second-factor' },
    })
    expect((await admin.get('/me')).body.security.factorFresh).toBe(false)
    const { secret } = (await admin.post('/me/authenticator')).body
    const confirmed = await admin.post('/me/authenticator/confirm', { code: authenticatorCode(secret, -1) })
    expect(confirmed.body.recoveryCodes).toHaveLength(10)
    expect((await admin.post('/access/seats', seat)).status).toBe(201)
    await age()
    expect(await admin.post('/access/seats', seat)).toMatchObject({
      status: 403,
      body: { code: 'access.step-up-needed', resend: 'later' },
    })
    expect((await admin.post('/me/authenticator')).status, 'nor is the authenticator replaced').toBe(403)
    expect((await admin.post('/me/step-up', { code: '000000' })).status).toBe(401)
    expect((await admin.post('/me/step-up', { code: authenticatorCode(secret) })).status).toBe(201)
    expect((await admin.post('/access/seats', seat)).status).toBe(201)
  }),
)

test(
  'lists go page by page without losing or repeating anybody',
  scenario(async ({ as, county }) => {
    const admin = await as.role('administrator')
    for (let village = 0; village < 5; village++)
      await makeColleague(admin, { role: 'village-cadre', division: `${county}10020${village}` })
    for (const path of ['/access/accounts', '/access/seats']) {
      const whole = (await admin.get(`${path}?limit=200`)).body.items.map(({ id }: { id: string }) => id)
      const paged: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const { body } = await admin.get(`${path}?limit=2${next ? `&after=${encodeURIComponent(next)}` : ''}`)
        paged.push(...body.items.map(({ id }: { id: string }) => id))
        next = body.next
      }
      expect(paged).toEqual(whole)
      expect(whole.length).toBeGreaterThanOrEqual(6)
    }
  }),
)
