import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { dailyState, dueAt, OPENS_BEFORE } from './rules.dailies.ts'

const DAY = '2020-02-05'
const asOf = (time: string, day = DAY) => encodeURIComponent(`${day}T${time}:00+08:00`)
const form = { id: newId(), figures: ['screened', 'fevers'], due: '17:00', fromOn: '2020-02-01' }
const daily = (division: string, screened: number | null, fevers: number | null, given: object = {}) => ({
  ...{ id: newId(), division, day: DAY, recordedAt: `${DAY}T16:00:00+08:00` },
  counted: [
    { figure: 'screened', value: screened },
    { figure: 'fevers', value: fevers },
  ],
  ...given,
})

test('a report is not due, due, late; a zero is one; what was returned is missing until it is sent anew', () => {
  const due = dueAt(DAY, 17 * 60)
  expect(due.toISOString()).toBe('2020-02-05T09:00:00.000Z')
  const at = (ms: number) => dailyState(due, new Date(due.getTime() + ms), null)
  expect([-OPENS_BEFORE - 1, -OPENS_BEFORE, 0, 1].map(at)).toEqual(['not-due', 'due', 'due', 'late'])
  expect(dailyState(due, due, { zero: true, step: null })).toBe('zero')
  expect(dailyState(due, due, { zero: false, step: null })).toBe('submitted')
  expect(dailyState(due, due, { zero: true, step: 'accepted' })).toBe('accepted')
  expect(dailyState(due, due, { zero: false, step: 'returned' })).toBe('returned')
})

test(
  'every village has a state; what was sent stands beside what its records say; nothing is a zero by itself',
  scenario(async (stage) => {
    const area = String(stage.county)
    const { id: station, division: village, shift } = await givenCheckpoint(stage)
    await shift.post(`/checkpoints/${station}/passages`, aPassage(station, { recordedAt: `${DAY}T10:00:00+08:00` }))
    await stage.settle()
    const desk = await stage.as.countyDesk()
    const cadre = await stage.as.role('village-cadre', { division: village })
    const none = await desk.get(`/daily-reports?day=${DAY}`)
    expect(none.body).toMatchObject({ form: null, villages: [] })
    expect((await cadre.post('/daily-reports', daily(village, 1, 0))).body.code).toBe('reporting.daily-form-missing')
    expect((await desk.post('/daily-forms', { ...form, id: newId() })).status).toBe(201)

    const said = daily(village, 2, 0)
    expect(await cadre.post('/daily-reports', said)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect(await cadre.post('/daily-reports', said)).toMatchObject({ status: 200, body: { arrival: 'again' } })
    expect((await cadre.post('/daily-reports', { ...said, note: '改过' })).body.code).toBe('kernel.id-taken')
    const township = village.slice(0, 9)
    const board = async (query = `asOf=${encodeURIComponent(new Date(Date.now() + 60_000).toISOString())}`) =>
      (await desk.get(`/daily-reports?area=${township}&day=${DAY}&${query}`)).body
    const [first] = (await board()).villages.filter((one: { division: string }) => one.division === village)
    expect(first).toMatchObject({ state: 'submitted', late: true })
    expect(first.said).toEqual([
      { figure: 'screened', value: 2, counted: 1 },
      { figure: 'fevers', value: 0, counted: 0 },
    ])
    const before = await board(`asOf=${asOf('12:00')}`)
    expect(before.villages.every((one: { state: string }) => one.state === 'not-due' || one.state === 'due')).toBe(true)

    const officer = await stage.as.role('township-officer', { division: township })
    const step = (dailyId: string, name: string, note: string | null) =>
      officer.post('/daily-report-steps', { items: [{ id: newId(), dailyId, step: name, note }] })
    expect((await step(said.id, 'returned', null)).body.code).toBe('reporting.daily-unknown')
    expect((await step(said.id, 'returned', '与检查站记录不符')).status).toBe(201)
    expect((await board()).states).toMatchObject({ returned: 1, submitted: 0 })
    const again = daily(village, 1, 0)
    await cadre.post('/daily-reports', again)
    expect((await step(again.id, 'accepted', null)).status).toBe(201)
    const { states, villages, townships } = await board()
    expect(states.accepted).toBe(1)
    expect(states.late).toBe(villages.length - 1)
    const silent = villages.length - 1
    const together = [
      { figure: 'screened', value: 1, missing: silent, counted: 1 },
      { figure: 'fevers', value: 0, missing: silent, counted: 0 },
    ]
    expect(townships).toEqual([{ division: township, states, said: together }])
    expect((await desk.get(`/daily-reports?area=${area}&day=${DAY}`)).body.villages).toEqual([])
  }),
)

test(
  'a batch is judged one by one, and another township’s village is nobody’s business',
  scenario(async (stage) => {
    const { division: village } = await givenCheckpoint(stage)
    const { division: other } = await givenCheckpoint(stage, '101201')
    const desk = await stage.as.countyDesk()
    await desk.post('/daily-forms', { ...form, id: newId() })
    const officer = await stage.as.role('township-officer', { division: village.slice(0, 9) })
    const items = [
      daily(village, 0, 0),
      daily(village, 3, 0, { counted: [{ figure: 'screened', value: 3 }] }),
      daily(village, 0, 0, { day: '2999-01-01' }),
      daily(`${village.slice(0, 9)}999`, 0, 0),
      daily(other, 0, 0),
      daily(village, -1, 0),
    ]
    const { body } = await officer.post('/daily-reports/batch', { items })
    const codes = body.verdicts.map((one: { ok: boolean; problem?: { code: string } }) => one.ok || one.problem?.code)
    expect(codes).toEqual([
      ...[true, 'reporting.daily-not-as-asked', 'reporting.daily-day-ahead', 'reporting.daily-village-unknown'],
      ...['kernel.not-allowed', 'kernel.input-invalid'],
    ])
    const board = (await officer.get(`/daily-reports?day=${DAY}`)).body
    expect(board.villages.find((one: { division: string }) => one.division === village).state).toBe('zero')
    expect(board.villages.some((one: { division: string }) => one.division === other)).toBe(false)
  }),
)
