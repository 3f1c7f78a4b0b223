import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aFeverToldElsewhere, aReading, givenObserved } from './readings.factory.ts'

const care = { purpose: 'isolation-care' } as const
const casesOf = (stage: Scenario) =>
  stage.inside(
    ({ tx }) => tx<{ status: string; origin: string }[]>`
    select status, origin from cases.published_cases where county = (select kernel.app_county())`,
  )

test(
  'a reading is recorded, and sending it again changes nothing',
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage)
    const reading = aReading(orderId)
    const first = await cadre.post(`/isolation/orders/${orderId}/readings`, reading)
    expect(first).toMatchObject({
      status: 201,
      body: { arrival: 'new', day: '2020-02-08', slot: 'morning', abnormal: false, doubt: null, caseId: null },
    })
    const again = await cadre.post(`/isolation/orders/${orderId}/readings`, reading)
    expect(again).toMatchObject({ status: 200, body: { arrival: 'again' } })
    const other = await cadre.post(`/isolation/orders/${orderId}/readings`, { ...reading, temperatureC: 36.9 })
    expect(other).toMatchObject({ status: 409, body: { code: 'kernel.id-taken', resend: 'never' } })
    expect(await casesOf(stage)).toEqual([])
  }),
)

test.each([
  [37.3, [], false],
  [37.4, [], true],
  [36.5, ['cough'], true],
])('%s °C with %s is handed over: %s', (temperatureC, symptoms, abnormal) =>
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage)
    const reading = aReading(orderId, { temperatureC, symptoms })
    const { body } = await cadre.post(`/isolation/orders/${orderId}/readings`, reading)
    expect(body.abnormal).toBe(abnormal)
    expect(body.caseId !== null).toBe(abnormal)
    expect(await casesOf(stage)).toEqual(abnormal ? [{ status: 'fever', origin: 'reading' }] : [])
    const again = await cadre.post(`/isolation/orders/${orderId}/readings`, reading)
    expect(again.body.caseId).toBe(body.caseId)
    expect(await casesOf(stage)).toHaveLength(abnormal ? 1 : 0)
  })(),
)

test(
  'a hand-over that cannot be written takes its reading with it',
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage)
    // A record of that id has told its fever already, in another village, where this cadre does not see it.
    const reading = aReading(orderId, { temperatureC: 38.2 })
    await stage.inside((ctx) => aFeverToldElsewhere(ctx, reading.id, `${stage.county}100202`))
    expect((await cadre.post(`/isolation/orders/${orderId}/readings`, reading)).status).not.toBe(201)
    const { body } = await cadre.get(`/isolation/orders/${orderId}/readings`, care)
    expect(body.checks.filter((one: { reading: unknown }) => one.reading !== null)).toEqual([])
  }),
)

test(
  'what cannot be right is refused with its reason: no temperature, a symptom nobody asks about, an order nobody knows',
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage)
    const items = [
      aReading(orderId, { temperatureC: null }),
      aReading(orderId, { symptoms: ['rash'] }),
      aReading(newId()),
      aReading(orderId, { temperatureC: 47 }),
      aReading(orderId, { day: '2020-02-08' }),
      aReading(orderId, { way: 'paper' }),
      aReading(orderId, { corrects: newId() }),
      aReading(orderId, { corrects: newId(), why: '记错了' }),
      aReading(orderId, { voided: true }),
    ]
    const { body } = await cadre.post('/isolation/readings/batch', { items })
    expect(body.verdicts.map((one: { problem?: { code: string } }) => one.problem?.code)).toEqual([
      'isolation.temperature-needed',
      'isolation.symptom-not-asked',
      'isolation.order-unknown',
      'kernel.input-invalid',
      'kernel.input-invalid',
      'kernel.input-invalid',
      'kernel.input-invalid',
      'isolation.reading-unknown',
      'kernel.input-invalid',
    ])
    const many = Array.from({ length: 1001 }, () => aReading(orderId))
    expect(await cadre.post('/isolation/readings/batch', { items: many })).toMatchObject({ status: 413 })
  }),
)

test(
  'a correction is a new fact, once; what it corrects stays, and counts no more',
  scenario(async (stage) => {
    const { orderId, cadre, desk } = await givenObserved(stage)
    const wrong = aReading(orderId, { temperatureC: 38.5 })
    await cadre.post(`/isolation/orders/${orderId}/readings`, wrong)
    const right = aReading(orderId, { temperatureC: 36.8, corrects: wrong.id, why: '体温计读错' })
    expect((await cadre.post(`/isolation/orders/${orderId}/readings`, right)).status).toBe(201)
    const second = aReading(orderId, { corrects: wrong.id, why: '再改一次' })
    expect((await cadre.post(`/isolation/orders/${orderId}/readings`, second)).body.code).toBe(
      'isolation.reading-corrected',
    )
    const morning = async () => {
      const { body } = await desk.get(`/isolation/orders/${orderId}/readings`, care)
      return body.checks.find(
        (one: { day: string; slot: string }) => one.day === '2020-02-08' && one.slot === 'morning',
      )
    }
    expect(await morning()).toMatchObject({ standing: 'done', reading: { id: right.id, temperatureC: 36.8 } })
    const gone = aReading(orderId, { corrects: right.id, why: '没有测过', voided: true, temperatureC: null })
    await cadre.post(`/isolation/orders/${orderId}/readings`, gone)
    expect(await morning()).toMatchObject({ standing: 'missed', reading: null })
    const rows = await stage.inside(({ tx }) => tx`select id from isolation.reading where order_id = ${orderId}`)
    expect(rows).toHaveLength(3)
  }),
)

test(
  'readings of an order that has ended may still arrive',
  scenario(async (stage) => {
    const { orderId, desk, cadre } = await givenObserved(stage)
    const end = { id: newId(), orderId, recordedAt: '2020-02-10T09:00:00+08:00', endedAt: '2020-02-10T09:00:00+08:00' }
    expect((await desk.post(`/isolation/orders/${orderId}/end`, { ...end, why: 'released' })).status).toBe(201)
    const before = await cadre.post(`/isolation/orders/${orderId}/readings`, aReading(orderId))
    expect(before).toMatchObject({ status: 201, body: { doubt: null } })
    const late = aReading(orderId, { recordedAt: '2020-02-12T07:30:00+08:00' })
    const after = await cadre.post(`/isolation/orders/${orderId}/readings`, late)
    expect(after).toMatchObject({ status: 201, body: { doubt: 'outside-observation' } })
    const { body } = await cadre.get(`/isolation/orders/${orderId}/readings`, care)
    expect(body.checks.at(-1)).toMatchObject({ day: '2020-02-10', slot: 'morning', standing: 'missed' })
    expect(body.others.map(({ id }: { id: string }) => id)).toEqual([late.id])
  }),
)

test(
  'fourteen days of paper, two cells a day, typed in at once',
  scenario(async (stage) => {
    const { orderId, cadre } = await givenObserved(stage)
    const days = Array.from({ length: 12 }, (_, nth) => `2020-02-${String(nth + 4).padStart(2, '0')}`)
    const items = days.flatMap((day) =>
      (['morning', 'evening'] as const).map((slot) =>
        aReading(orderId, { recordedAt: new Date().toISOString(), way: 'paper', day, slot }),
      ),
    )
    const { body } = await cadre.post('/isolation/readings/batch', { items })
    expect(body.verdicts.every((one: { ok: boolean; receipt: { doubt: null } }) => one.ok && !one.receipt.doubt)).toBe(
      true,
    )
    const chart = await cadre.get(`/isolation/orders/${orderId}/readings`, care)
    const standings = chart.body.checks.map((one: { standing: string }) => one.standing)
    expect(standings).toEqual(['missed', 'missed', ...new Array(24).fill('done')])
  }),
)
