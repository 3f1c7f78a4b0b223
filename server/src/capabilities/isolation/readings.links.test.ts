import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { givenObserved } from './readings.factory.ts'

const care = { purpose: 'isolation-care' } as const
async function givenLink(stage: Scenario, hours = 24) {
  const observed = await givenObserved(stage, { standing: true })
  const { orderId, cadre } = observed
  const made = await cadre.post(`/isolation/orders/${orderId}/reading-links`, {
    id: newId(),
    recordedAt: new Date().toISOString(),
    hours,
  })
  return { ...observed, made, code: String(made.body.path).split('#')[1] ?? '' }
}
const answer = (code: string, temperatureC = 36.6) => ({
  code,
  id: newId(),
  recordedAt: new Date().toISOString(),
  temperatureC,
})

test(
  'a link is good for one reading, names nobody, and only the hash of its code is kept',
  scenario(async (stage) => {
    const { made, code, orderId, cadre, personId } = await givenLink(stage)
    expect(made.status).toBe(201)
    const nobody = stage.as.nobody()
    const opened = await nobody.post('/self-check/open', { code })
    expect(opened.body).toMatchObject({ asksTemperature: true })
    expect(JSON.stringify(opened.body)).not.toContain(personId)
    const given = await nobody.post('/self-check/answer', answer(code, 38.4))
    expect(given).toMatchObject({ status: 201, body: { abnormal: true } })
    const { body } = await cadre.get(`/isolation/orders/${orderId}/readings`, care)
    const taken = [...body.checks.map((one: { reading: unknown }) => one.reading), ...body.others].filter(Boolean)
    expect(taken).toMatchObject([{ way: 'self', temperatureC: 38.4 }])
    for (const path of ['/self-check/open', '/self-check/answer']) {
      const again = await nobody.post(path, path.endsWith('open') ? { code } : answer(code))
      expect(again).toMatchObject({ status: 404, body: { code: 'isolation.link-refused' } })
    }
    const rows = await stage.inside(({ tx }) => tx`select * from isolation.reading_link`)
    expect(JSON.stringify(rows)).not.toContain(code.slice(7))
  }),
)

test(
  'a link that has expired, or was never made, opens nothing; guessing comes to an end',
  scenario(async (stage) => {
    const { code } = await givenLink(stage)
    const nobody = stage.as.nobody()
    const wrong = `${stage.county}-${'A'.repeat(22)}`
    const tries = await Promise.all(Array.from({ length: 70 }, () => nobody.post('/self-check/open', { code: wrong })))
    const codes = new Set(tries.map(({ body }) => body.code))
    expect(codes).toEqual(new Set(['isolation.link-refused', 'access.too-many-guesses']))
    expect((await nobody.post('/self-check/open', { code })).body.code, 'the control: a good one waits too').toBe(
      'access.too-many-guesses',
    )
  }),
)

test(
  'no link is made for somebody whose order has ended, nor by a seat of another village',
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage)
    const body = { id: newId(), recordedAt: new Date().toISOString() }
    expect((await cadre.post(`/isolation/orders/${orderId}/reading-links`, body)).body.code).toBe(
      'isolation.order-over',
    )
    const neighbour = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect((await neighbour.post(`/isolation/orders/${orderId}/reading-links`, body)).body.code).toBe(
      'isolation.order-unknown',
    )
  }),
)

test(
  'in a county of the past a link asks for the check of its moment, and the answer stands there',
  scenario(async (stage) => {
    const { orderId, cadre, desk } = await givenObserved(stage)
    const moment = '2020-02-08T08:30:00+08:00'
    expect(
      await desk.post('/retention/calendars', { id: newId(), kind: 'historical', moment, ground: '演练' }),
    ).toMatchObject({ status: 201 })
    const made = await cadre.post(`/isolation/orders/${orderId}/reading-links`, {
      id: newId(),
      recordedAt: new Date().toISOString(),
    })
    expect(made.status).toBe(201)
    const code = String(made.body.path).split('#')[1] ?? ''
    const nobody = stage.as.nobody()
    const check = { day: '2020-02-08', slot: 'morning' }
    expect((await nobody.post('/self-check/open', { code })).body).toMatchObject(check)
    expect(await nobody.post('/self-check/answer', answer(code))).toMatchObject({ status: 201, body: check })
    const { body } = await cadre.get(`/isolation/orders/${orderId}/readings`, care)
    expect(body.checks).toContainEqual(
      expect.objectContaining({ ...check, reading: expect.objectContaining({ way: 'self', temperatureC: 36.6 }) }),
    )
    const after = '2020-03-08T08:30:00+08:00'
    await desk.post('/retention/calendars', { id: newId(), kind: 'historical', moment: after, ground: '演练' })
    const late = { id: newId(), recordedAt: new Date().toISOString() }
    expect((await cadre.post(`/isolation/orders/${orderId}/reading-links`, late)).body.code).toBe(
      'isolation.order-over',
    )
  }),
)
