import { expect, test } from 'vitest'
import { type Client, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { A_PASSWORD, authenticatorCode, hashLightly, makeColleague } from './access.factory.ts'

const withToken = ({ server }: Scenario, token: string) => ({
  get: async (url: string) =>
    (await server.inject({ url: `/api${url}`, headers: { authorization: `Bearer ${token}` } })).statusCode,
})
const lightly = (work: (here: Scenario) => Promise<void>) =>
  scenario((here) => {
    hashLightly()
    return work(here)
  })

const cadreOf = (county: number) => ({ role: 'village-cadre', division: `${county}100207` }) as const
const officerOf = (county: number) => ({ role: 'township-officer', division: `${county}100` }) as const

test(
  'a wrong password, an unknown name and a closed account get one and the same answer',
  lightly(async ({ as, county }) => {
    const admin = await as.role('administrator')
    const cadre = await makeColleague(admin, { ...cadreOf(county), password: A_PASSWORD })
    const closed = await makeColleague(admin, { ...cadreOf(county), password: A_PASSWORD })
    await admin.post(`/access/accounts/${closed.id}/close`)
    const answers = [
      await as.nobody().post('/sign-in', { county, name: cadre.signInName, password: 'wrong' }),
      await as.nobody().post('/sign-in', { county, name: 'nobody.here', password: A_PASSWORD }),
      await as.nobody().post('/sign-in', { county, name: closed.signInName, password: A_PASSWORD }),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(401)
      expect({ ...body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' })
      expect(body).toMatchObject({ code: 'access.sign-in-refused', resend: 'never' })
    }
  }),
)

test(
  'a village cadre comes in with the password, and is asked to choose an own one',
  lightly(async (here) => {
    const cadre = await makeColleague(await here.as.role('administrator'), {
      ...cadreOf(here.county),
      password: A_PASSWORD,
    })
    const form = { county: here.county, name: cadre.signInName.toUpperCase(), password: A_PASSWORD }
    const { status, body, headers } = await here.as.nobody().post('/sign-in', form)
    expect(status).toBe(201)
    expect(body).toMatchObject({ outcome: 'signed-in', me: { role: 'village-cadre', todo: ['password'] } })
    expect(String(headers['set-cookie'])).toMatch(
      /^qunfang_session=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/,
    )
    expect(await withToken(here, body.token).get('/me')).toBe(200)
  }),
)

test(
  'above village level nothing is open before the second factor',
  lightly(async (here) => {
    const { as, county } = here
    const officer = await makeColleague(await as.role('administrator'), { ...officerOf(county), password: A_PASSWORD })
    const nobody = as.nobody()
    const half = await nobody.post('/sign-in', { county, name: officer.signInName, password: A_PASSWORD })
    expect(half.body).toEqual({
      outcome: 'second-factor',
      challenge: expect.any(String),
      expiresAt: expect.any(String),
      methods: ['set-up'],
    })
    expect(half.headers['set-cookie']).toBeUndefined()
    expect(await withToken(here, half.body.challenge).get('/me')).toBe(401)

    const { challenge } = half.body
    const { body: set } = await nobody.post('/sign-in/second-factor/set-up', { challenge })
    expect(set.uri).toMatch(/^otpauth:\/\/totp\//)
    const wrong = await nobody.post('/sign-in/second-factor', { challenge, code: '000000' })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'access.second-factor-refused' } })
    const whole = await nobody.post('/sign-in/second-factor', { challenge, code: authenticatorCode(set.secret) })
    expect(whole).toMatchObject({
      status: 201,
      body: { me: { role: 'township-officer', security: { authenticator: true } } },
    })
    expect(await withToken(here, whole.body.token).get('/me')).toBe(200)
    const again = await nobody.post('/sign-in/second-factor', { challenge, code: authenticatorCode(set.secret, 1) })
    expect(again).toMatchObject({ status: 401, body: { code: 'access.code-refused' } })
  }),
)

/** An officer with an authenticator, signed in by welcome code. */
async function readyOfficer({ as, county }: Scenario, admin: Client) {
  const officer = await makeColleague(admin, officerOf(county))
  const { body } = await as.nobody().post('/sign-in/welcome', { code: officer.code })
  const me = as.holding(body.token)
  await me.post('/me/password', { password: A_PASSWORD })
  const { secret } = (await me.post('/me/authenticator')).body
  const { recoveryCodes } = (await me.post('/me/authenticator/confirm', { code: authenticatorCode(secret, -1) })).body
  return { officer, me, secret: secret as string, recoveryCodes: recoveryCodes as string[] }
}

test(
  'a code seen over the shoulder cannot be used a second time, nor one recovery code',
  lightly(async (here) => {
    const { as, county } = here
    const { officer, secret, recoveryCodes } = await readyOfficer(here, await as.role('administrator'))
    const nobody = as.nobody()
    const half = async () =>
      (await nobody.post('/sign-in', { county, name: officer.signInName, password: A_PASSWORD })).body
        .challenge as string
    const code = authenticatorCode(secret)
    expect((await nobody.post('/sign-in/second-factor', { challenge: await half(), code })).status).toBe(201)
    expect((await nobody.post('/sign-in/second-factor', { challenge: await half(), code })).status).toBe(401)

    const [recovery = ''] = recoveryCodes
    const typed = recovery.toLowerCase().replaceAll('-', ' ')
    const first = await nobody.post('/sign-in/second-factor', { challenge: await half(), code: typed })
    expect(first.body.me.security).toMatchObject({ signedInBy: 'recovery-code', recoveryCodesLeft: 9 })
    expect((await nobody.post('/sign-in/second-factor', { challenge: await half(), code: recovery })).status).toBe(401)
  }),
)

test(
  'a password alone never replaces a second factor that is there',
  lightly(async (here) => {
    const { as, county } = here
    const { officer } = await readyOfficer(here, await as.role('administrator'))
    const half = await as.nobody().post('/sign-in', { county, name: officer.signInName, password: A_PASSWORD })
    expect(half.body.methods).toEqual(['authenticator', 'recovery-code'])
    const attempt = await as.nobody().post('/sign-in/second-factor/set-up', { challenge: half.body.challenge })
    expect(attempt).toMatchObject({ status: 401, body: { code: 'access.code-refused' } })
  }),
)

test(
  'a welcome code opens one session, and only once',
  lightly(async (here) => {
    const { as, county } = here
    const officer = await makeColleague(await as.role('administrator'), officerOf(county))
    const typed = officer.code.toLowerCase().replaceAll('-', ' ')
    const [one, two] = await Promise.all(
      [typed, officer.code].map((code) => as.nobody().post('/sign-in/welcome', { code })),
    )
    const statuses = [one?.status, two?.status].sort()
    expect(statuses).toEqual([201, 401])
    const { body } = one?.status === 201 ? one : (two as typeof one & object)
    expect(body.me).toMatchObject({
      todo: ['password', 'second-factor'],
      secureFirst: ['password', 'second-factor'],
      security: { signedInBy: 'welcome-code' },
    })
    expect(await as.nobody().post('/sign-in/welcome', { code: officer.code })).toMatchObject({ status: 401 })
  }),
)

test(
  'a new welcome code makes the earlier one, the old password and open sessions worthless',
  lightly(async (here) => {
    const { as, county } = here
    const admin = await as.role('administrator')
    const cadre = await makeColleague(admin, { ...cadreOf(county), password: A_PASSWORD })
    const open = await as.nobody().post('/sign-in', { county, name: cadre.signInName, password: A_PASSWORD })
    const reset = await admin.post(`/access/accounts/${cadre.id}/welcome`)
    expect(await withToken(here, open.body.token).get('/me')).toBe(401)
    expect((await as.nobody().post('/sign-in/welcome', { code: cadre.code })).status).toBe(401)
    expect((await as.nobody().post('/sign-in', { county, name: cadre.signInName, password: A_PASSWORD })).status).toBe(
      401,
    )
    expect((await as.nobody().post('/sign-in/welcome', { code: reset.body.code })).status).toBe(201)
  }),
)

test(
  'a reset takes the second factor with it, so that nobody is left with one that is lost',
  lightly(async (here) => {
    const { as, county } = here
    const admin = await as.role('administrator')
    const { officer } = await readyOfficer(here, admin)
    const { code } = (await admin.post(`/access/accounts/${officer.id}/welcome`)).body
    const me = as.holding((await as.nobody().post('/sign-in/welcome', { code })).body.token)
    expect((await me.get('/me')).body.security).toMatchObject({ authenticator: false, recoveryCodesLeft: 0 })
    await me.post('/me/password', { password: A_PASSWORD })
    // Left before the end: the password alone leads to setting one up, never in.
    const half = await as.nobody().post('/sign-in', { county, name: officer.signInName, password: A_PASSWORD })
    expect(half.body).toMatchObject({ outcome: 'second-factor', methods: ['set-up'] })
  }),
)

test(
  'a code or token of one county opens nothing in another',
  lightly(async ({ as, county }) => {
    const cadre = await makeColleague(await as.role('administrator'), { ...cadreOf(county), password: A_PASSWORD })
    const elsewhere = county === 900_001 ? 900_002 : county - 1
    const moved = cadre.code.replace(String(county), String(elsewhere))
    expect((await as.nobody().post('/sign-in/welcome', { code: moved })).status).toBe(401)
    const form = { county: elsewhere, name: cadre.signInName, password: A_PASSWORD }
    expect((await as.nobody().post('/sign-in', form)).status).toBe(401)
  }),
)

test(
  'changing the password asks for the old one, refuses a weak one and signs out everywhere else',
  lightly(async (here) => {
    const { as, county } = here
    const cadre = await makeColleague(await as.role('administrator'), { ...cadreOf(county), password: A_PASSWORD })
    const signIn = async (password = A_PASSWORD) =>
      as.nobody().post('/sign-in', { county, name: cadre.signInName, password })
    const [me, other] = [as.holding((await signIn()).body.token), (await signIn()).body.token]
    const change = (form: object) => me.post('/me/password', form)
    expect(await change({ password: 'a new long password' })).toMatchObject({
      status: 403,
      body: { code: 'access.password-wrong' },
    })
    expect(await change({ current: A_PASSWORD, password: '1234567890' })).toMatchObject({
      status: 422,
      body: { code: 'access.password-weak', params: { weakness: 'common' } },
    })
    expect((await change({ current: A_PASSWORD, password: 'a new long password' })).status).toBe(201)
    expect(await withToken(here, other).get('/me')).toBe(401)
    expect((await me.get('/me')).body.todo).toEqual([])
    expect((await signIn()).status).toBe(401)
    expect((await signIn('a new long password')).status).toBe(201)
  }),
)
