import { expect, test } from 'vitest'
import { type Scenario, scenario } from '../../../test/scenario/scenario.ts'

const DAY_AGO = new Date(Date.now() - 30 * 3_600_000)
const silence = (stage: Scenario, hours: number, which: object) =>
  stage.inside(({ tx, actor }) =>
    tx`update access.phone_contact set told_at = ${new Date(Date.now() - hours * 3_600_000)}
      where county = ${actor.county} and ${tx(Object.keys(which)[0] ?? '')} = ${Object.values(which)[0]}`.execute(),
  )

async function aPhone(stage: Scenario, division: string, label: string) {
  const administrator = await stage.as.role('administrator')
  const invited = (await administrator.post('/access/devices/invite', { division, label })).body
  const enrolled = await stage.as.nobody().post('/access/devices/enrol', { code: invited.code, platform: '手机' })
  const { deviceId, deviceToken } = enrolled.body
  const tell = (more: object) =>
    stage.as.nobody().post('/access/phones/contact', { county: stage.county, deviceToken, ...more })
  return { administrator, deviceId, deviceToken, tell }
}

test(
  'a phone that was heard within a day is not silent; one that was not says what last waited on it, and whose seat',
  scenario(async (stage) => {
    const village = `${stage.county}100201`
    const phone = await aPhone(stage, village, '六道河1号机')
    const cadre = await stage.as.role('village-cadre', { division: village })
    const asked = () => phone.administrator.get('/access/phones/silent')
    const oldestAt = DAY_AGO.toISOString()
    expect((await phone.tell({ pending: 12, oldestAt, personToken: cadre.token })).body).toEqual({ heard: true })
    expect((await asked()).body.items).toEqual([])
    await silence(stage, 25, { device_id: phone.deviceId })
    const { seat } = (await cadre.get('/me')).body
    expect((await asked()).body.items).toMatchObject([
      { id: phone.deviceId, label: '六道河1号机', division: village, seat: seat.title, pending: 12, oldestAt },
    ])
    expect((await phone.administrator.get('/access/phones/silent?hours=48')).body.items).toEqual([])
    await phone.tell({ pending: 0 })
    expect((await asked()).body.items).toEqual([])
    await silence(stage, 25, { device_id: phone.deviceId })
    await phone.administrator.post(`/access/devices/${phone.deviceId}/revoke`)
    expect((await asked()).body.items).toEqual([])
  }),
)

test(
  'a phone that was never enrolled is known by the seat; one nobody knows is not heard; a township sees its own',
  scenario(async (stage) => {
    const [here, elsewhere] = [`${stage.county}100201`, `${stage.county}101201`]
    const cadre = await stage.as.role('village-cadre', { division: here })
    const tell = (more: object) => stage.as.nobody().post('/access/phones/contact', { county: stage.county, ...more })
    expect((await tell({ pending: 4, personToken: cadre.token })).body).toEqual({ heard: true })
    expect((await tell({ pending: 4 })).body).toEqual({ heard: false })
    expect((await tell({ pending: 4, personToken: `999999-${'x'.repeat(43)}` })).body).toEqual({ heard: false })
    for (const pending of [-1, 1.5, 'many']) expect((await tell({ pending })).status).toBe(422)
    const { seat } = (await cadre.get('/me')).body
    await silence(stage, 30, { phone_id: seat.id })
    const township = (division: string) => stage.as.role('township-officer', { division: division.slice(0, 9) })
    expect((await (await township(here)).get('/access/phones/silent')).body.items).toMatchObject([
      { id: seat.id, label: null, seat: seat.title, pending: 4 },
    ])
    expect((await (await township(elsewhere)).get('/access/phones/silent')).body.items).toEqual([])
  }),
)

test(
  'many silent phones come page by page, the longest silence first',
  scenario(async (stage) => {
    const village = `${stage.county}100201`
    const ids: string[] = []
    for (const hours of [26, 40, 33]) {
      const phone = await aPhone(stage, village, `${hours}号机`)
      await phone.tell({ pending: hours })
      await silence(stage, hours, { device_id: phone.deviceId })
      ids.push(phone.deviceId)
    }
    const administrator = await stage.as.role('administrator')
    const found: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const { body } = await administrator.get(
        `/access/phones/silent?limit=1${after && `&after=${encodeURIComponent(after)}`}`,
      )
      found.push(...body.items.map((one: { id: string }) => one.id))
      after = body.next
    }
    expect(found).toEqual([ids[1], ids[2], ids[0]])
  }),
)
