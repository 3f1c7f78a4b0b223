import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { A_PASSWORD, comeIn, hashLightly, makeColleague } from './access.factory.ts'
import { resetFromCommandLine, welcomeFirstPerson } from './index.ts'

const CLI = fileURLToPath(new URL('../../entrypoints/cli/qunfang.ts', import.meta.url))
const call = promisify(execFile)

test(
  'the first person of a county comes in at the desk, and can take the administrator’s seat',
  scenario(async ({ as, app, county }) => {
    hashLightly()
    const given = await welcomeFirstPerson(app.kernel, county, new Date())
    const first = await comeIn({ as }, given?.code ?? '')
    const me = (await first.get('/me')).body
    expect(me).toMatchObject({ role: 'county-desk', division: String(county), todo: [], secureFirst: [] })
    expect(me.otherSeats).toMatchObject([{ role: 'administrator' }])
    const moved = await first.post('/me/seat', { seatId: me.otherSeats[0].id })
    const admin = as.holding(moved.body.token)
    await makeColleague(admin, { role: 'county-desk', division: String(county) })
  }),
)

test(
  'a welcome is given at every start until a password is chosen, and never a second person made',
  scenario(async ({ as, app, county, inside }) => {
    hashLightly()
    const first = await welcomeFirstPerson(app.kernel, county, new Date())
    const second = await welcomeFirstPerson(app.kernel, county, new Date())
    expect((await as.nobody().post('/sign-in/welcome', { code: first?.code })).status, 'the newer one counts').toBe(401)
    const { body } = await as.nobody().post('/sign-in/welcome', { code: second?.code })
    expect((await as.holding(body.token).post('/me/password', { password: A_PASSWORD })).status).toBe(201)
    expect(await welcomeFirstPerson(app.kernel, county, new Date())).toBeNull()
    await resetFromCommandLine(app.kernel, county, 'admin', new Date())
    expect(await welcomeFirstPerson(app.kernel, county, new Date()), 'locked out is not at work').not.toBeNull()
    const [row] = await inside((ctx) => ctx.tx`select count(*)::int as n from access.account where county = ${county}`)
    expect(row?.['n']).toBe(1)
  }),
)

test(
  'somebody locked out gets back in from the command line, and it is on record',
  scenario(async ({ as, app, county }) => {
    const admin = await as.role('administrator')
    const officer = await makeColleague(admin, { role: 'township-officer', division: `${county}100` })
    expect(await resetFromCommandLine(app.kernel, county, 'nobody-here', new Date())).toBeNull()
    const given = await resetFromCommandLine(app.kernel, county, officer.signInName, new Date())
    expect((await as.nobody().post('/sign-in/welcome', { code: given?.code })).status).toBe(201)
    const { items } = (await admin.get(`/audit?subject=${officer.id}`)).body
    expect(items).toContainEqual(
      expect.objectContaining({ operation: 'access.account.reset-from-command-line', actorKind: 'system' }),
    )
  }),
)

test(
  'the command prints a link whose code stays behind the #, and says how it is used when it is not',
  scenario(async ({ as, county }) => {
    const env = {
      ...process.env,
      DATABASE_URL: inject('ownerUrl'),
      QUNFANG_DATA: inject('dataFolder'),
      QUNFANG_PUBLIC_URL: 'https://county.example',
    }
    const run = (...args: string[]) =>
      call(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], { env })
    const { stdout } = await run('welcome', '--county', String(county))
    const code = /https:\/\/county\.example\/welcome#code=([\w-]+)/.exec(stdout)?.[1]
    expect((await as.nobody().post('/sign-in/welcome', { code })).status).toBe(201)
    await expect(run('open-sesame')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('reset-password'),
    })
  }),
  120_000,
)
