import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { givenCommand } from './documents.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code
const by = { authority: '试验省人民政府', documentNo: '试政〔2020〕1号', grounds: '疫情扩散' }
async function givenLadder(stage: Scenario) {
  const given = await givenCommand(stage)
  const ladderId = newId()
  const ladder = { id: ladderId, division: String(stage.county), title: '省级响应', rungs: ['IV', 'III', 'II', 'I'] }
  expect((await given.desk.post('/response-ladders', ladder)).body.arrival).toBe('new')
  const turn = (said: object) =>
    given.desk.post(`/response-ladders/${ladderId}/turns`, {
      id: newId(),
      ...by,
      at: '2020-01-24T12:00:00+08:00',
      ...said,
    })
  return { ...given, ladderId, turn }
}

test(
  'a level is opened, changed and closed by a document; what a change starts and stops is in force until then',
  scenario(async (stage) => {
    const { desk, turn, issued, ladderId } = await givenLadder(stage)
    const { documentId } = await issued()
    const [transport, gatherings] = [newId(), newId()]
    const starts = [
      { id: transport, kind: 'transport', words: '县际客运停运' },
      { id: gatherings, kind: 'gatherings', words: '取消集会' },
    ]
    expect(await codeOf(turn({ turn: 'changed', rung: 'II' }))).toBe('command.turn-out-of-order')
    expect(await codeOf(turn({ turn: 'opened', rung: 'V' }))).toBe('command.rung-unknown')
    expect(await codeOf(turn({ turn: 'opened', rung: 'I', documentId: newId() }))).toBe('command.document-unknown')
    expect(await codeOf(turn({ turn: 'opened', rung: 'I', at: '2220-01-01T00:00:00Z' }))).toBe(
      'command.turn-out-of-time',
    )
    const opening = { id: newId(), turn: 'opened', rung: 'I', documentId, starts, reportEveryHours: 24 }
    expect((await turn(opening)).body.arrival).toBe('new')
    expect((await turn(opening)).body.arrival).toBe('again')
    expect(await codeOf(turn({ turn: 'opened', rung: 'II' }))).toBe('command.turn-out-of-order')
    const later = { turn: 'changed', rung: 'II', at: '2020-04-30T08:00:00+08:00' }
    expect(await codeOf(turn({ ...later, stops: [newId()] }))).toBe('command.measure-not-in-force')
    expect(await codeOf(turn({ ...later, at: '2020-01-20T08:00:00+08:00' }))).toBe('command.turn-out-of-time')
    await turn({ ...later, stops: [transport] })
    await turn({ turn: 'closed', at: '2020-06-06T00:00:00+08:00' })

    const at = async (moment: string) => {
      const { body } = await desk.get(`/response-ladders?asOf=${encodeURIComponent(moment)}`)
      const row = body.items.find((one: { id: string }) => one.id === ladderId)
      return [row.rung, row.reportEveryHours, row.measures.map((one: { words: string }) => one.words)]
    }
    expect(await at('2020-01-24T11:59:00+08:00')).toEqual([null, null, []])
    expect(await at('2020-02-06T08:00:00+08:00')).toEqual(['I', 24, ['县际客运停运', '取消集会']])
    expect(await at('2020-05-01T08:00:00+08:00')).toEqual(['II', 24, ['取消集会']])
    expect(await at('2020-07-01T08:00:00+08:00')).toEqual([null, null, []])
  }),
)

test(
  'several ladders stand at once, and a township turns none of the county’s',
  scenario(async (stage) => {
    const { desk, turn, ladderId } = await givenLadder(stage)
    const other = {
      id: newId(),
      division: String(stage.county),
      title: '网络舆情应急响应',
      rungs: ['3级', '2级', '1级'],
    }
    await desk.post('/response-ladders', other)
    await turn({ turn: 'opened', rung: 'I' })
    const said = { id: newId(), ...by, turn: 'opened', rung: '1级', at: '2020-01-22T08:00:00+08:00' }
    await desk.post(`/response-ladders/${other.id}/turns`, said)
    const east = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const { items } = (await east.get('/response-ladders')).body
    expect(items.map((one: { rung: string }) => one.rung).sort()).toEqual(['1级', 'I'])
    expect(await codeOf(east.post(`/response-ladders/${ladderId}/turns`, { ...said, id: newId() }))).toBe(
      'kernel.not-allowed',
    )
  }),
)

test(
  'a plan begins from an earlier one, and its clocks run from the opening that names it',
  scenario(async (stage) => {
    const { desk, turn } = await givenLadder(stage)
    const division = String(stage.county)
    const old = {
      id: newId(),
      division,
      title: '非典防治应急预案',
      year: 2003,
      tasks: [{ what: '设立检查站', role: '公安组', withinHours: 6 }],
    }
    await desk.post('/response-plans', old)
    expect(await codeOf(desk.post('/response-plans', { ...old, id: newId(), tasks: [] }))).toBe('command.plan-empty')
    const anew = { id: newId(), division, title: '新冠肺炎应急预案', year: 2020, fromPlan: old.id }
    expect((await desk.post('/response-plans', anew)).body.arrival).toBe('new')
    await turn({ turn: 'opened', rung: 'I', planId: anew.id })
    const plans = (await desk.get('/response-plans')).body.items
    const found = (id: string) => plans.find((one: { id: string }) => one.id === id)
    expect(found(anew.id).tasks).toEqual([{ ...old.tasks[0], dueAt: '2020-01-24T10:00:00.000Z' }])
    expect(found(old.id).tasks[0].dueAt).toBeNull()
  }),
)
