import { expect, test } from 'vitest'
import { type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { nobody, perform } from '../../kernel/operation.ts'
import { makeColleague } from './access.factory.ts'
import { enrolDevice, signInByWelcome } from './operations.ts'

async function enrolledPhone({ as, county }: Scenario) {
  const desk = await as.countyDesk()
  const division = `${county}100207`
  const invited = await desk.post('/access/devices/invite', { division, label: '卡口一号手机' })
  const phone = await as.nobody().post('/access/devices/enrol', { code: invited.body.code, platform: 'Android 9' })
  return { desk, division, invited: invited.body, phone: phone.body, status: phone.status }
}

test(
  'a device is enrolled once with the code from the desk, and its own token is kept as a hash',
  scenario(async (here) => {
    const { division, invited, phone, status } = await enrolledPhone(here)
    expect(status).toBe(201)
    expect(invited.qr).toBe(`http://127.0.0.1:8130/field/#enrol=${invited.code}`)
    expect(phone).toMatchObject({ county: here.county, division, label: '卡口一号手机' })
    const again = await here.as.nobody().post('/access/devices/enrol', { code: invited.code })
    expect(again).toMatchObject({ status: 401, body: { code: 'access.code-refused' } })
    const [row] = await here.inside((ctx) => ctx.tx`select * from access.device where county = ${here.county}`)
    expect(row?.['token_hash']).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(phone.deviceToken.slice(7))
  }),
)

test(
  'a device token speaks for no person',
  scenario(async (here) => {
    const { phone } = await enrolledPhone(here)
    expect((await here.as.holding(phone.deviceToken).get('/me')).status).toBe(401)
  }),
)

test(
  'a device code lives half an hour and a welcome code a day',
  scenario(async (here) => {
    const { kernel } = here.app
    const at = (ms: number) => ({
      requestId: 'test',
      purpose: null,
      now: new Date(Date.now() + ms),
      clockOffsetMs: 0,
      address: '192.0.2.1',
    })
    const invite = async () =>
      (
        await (
          await here.as.countyDesk()
        ).post('/access/devices/invite', { division: String(here.county), label: '值班室' })
      ).body.code
    const late = perform(kernel, enrolDevice, nobody(here.county), { code: await invite() }, at(31 * 60_000))
    await expect(late).rejects.toMatchObject({ code: 'access.code-refused' })
    const inTime = perform(kernel, enrolDevice, nobody(here.county), { code: await invite() }, at(29 * 60_000))
    await expect(inTime).resolves.toMatchObject({ label: '值班室' })
    const admin = await here.as.role('administrator')
    const { code } = await makeColleague(admin, { role: 'village-cadre', division: `${here.county}100207` })
    const tooLate = perform(kernel, signInByWelcome, nobody(here.county), { code }, at(24 * 3_600_000 + 1000))
    await expect(tooLate).rejects.toMatchObject({ code: 'access.code-refused' })
  }),
)

test(
  'revoking a lost phone ends everybody on it at once and nobody elsewhere',
  scenario(async (here) => {
    const { desk, division, phone } = await enrolledPhone(here)
    const admin = await here.as.role('administrator')
    const [lost, kept] = [
      await makeColleague(admin, { role: 'village-cadre', division }),
      await makeColleague(admin, { role: 'village-cadre', division }),
    ]
    const on = async (code: string, deviceToken?: string) =>
      (await here.as.nobody().post('/sign-in/welcome', { code, ...(deviceToken ? { deviceToken } : {}) })).body
    const [there, elsewhere] = [await on(lost.code, phone.deviceToken), await on(kept.code)]
    expect(there.me.deviceId).toBe(phone.deviceId)
    expect(await desk.post(`/access/devices/${phone.deviceId}/revoke`)).toMatchObject({
      status: 201,
      body: { ended: 1 },
    })
    expect((await here.as.holding(there.token).get('/me')).status).toBe(401)
    expect((await here.as.holding(elsewhere.token).get('/me')).status).toBe(200)
    const { code } = (await admin.post(`/access/accounts/${lost.id}/welcome`)).body
    expect((await on(code, phone.deviceToken)).me.deviceId, 'it is no device of ours any more').toBeNull()
    const [listed] = (await desk.get('/access/devices')).body.items
    expect(listed).toMatchObject({ id: phone.deviceId, revokedAt: expect.any(String) })
  }),
)

test(
  'a township sees and revokes its own devices only',
  scenario(async (here) => {
    const { phone } = await enrolledPhone(here)
    const [home, away] = [
      await here.as.role('township-officer', { division: `${here.county}100` }),
      await here.as.role('township-officer', { division: `${here.county}101` }),
    ]
    expect((await home.get('/access/devices')).body.items).toHaveLength(1)
    expect((await away.get('/access/devices')).body.items).toEqual([])
    expect((await away.post(`/access/devices/${phone.deviceId}/revoke`)).status).toBe(404)
    const reach = await away.post('/access/devices/invite', { division: `${here.county}100207`, label: '越界' })
    expect(reach.status).toBe(403)
  }),
)
