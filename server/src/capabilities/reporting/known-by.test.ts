import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Client, newId, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, aTally, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { aJourney, givenCounty, personOf } from '../exposures/exposures.factory.ts'
import { anOrder, givenVillage } from '../isolation/isolation.factory.ts'
import { figures } from './catalogue/index.ts'
import { knowledgeOf } from './catalogue/knowledge.ts'

const on = (day: number, hour: number) => `2020-02-0${day}T${String(hour).padStart(2, '0')}:00:00+08:00`
/** A moment of knowing between what was sent and what is sent next. */
async function moment(): Promise<string> {
  await wait(3)
  const now = new Date().toISOString()
  await wait(3)
  return now
}
const numberAt = async (desk: Client, figure: string, asked: Record<string, string>): Promise<number> =>
  (await desk.get(`/figures/${figure}?${new URLSearchParams(asked)}`)).body.value

/** The test's own account of what was sent: when it happened, in which round it came, and what the correction of a round made of it. */
interface Sent {
  at: string
  came: number
  fever: boolean
  became?: { came: number; fever: boolean; gone: boolean }
}
function count(sent: readonly Sent[], asOf: string, known: number) {
  const there = sent
    .filter(({ at, came }) => Date.parse(at) <= Date.parse(asOf) && came <= known)
    .map(({ fever, became }) => (became && became.came <= known ? became : { fever, gone: false }))
    .filter(({ gone }) => !gone)
  return { screened: there.length, fevers: there.filter(({ fever }) => fever).length }
}

test(
  'a late record and late corrections: each of two moments by each of two states of knowledge gives its own number',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const desk = await stage.as.countyDesk()
    const sent: Array<Sent & { id: string }> = []
    const pass = async (at: string, came: number, fever = false) => {
      const passage = aPassage(id, { recordedAt: at, ...(fever ? { temperatureC: 38.4, decision: 'medical' } : {}) })
      await shift.post(`/checkpoints/${id}/passages`, passage)
      sent.push({ id: passage.id, at, came, fever })
      return passage.id
    }
    const correct = async (passageId: string, said: object, became: Sent['became']) => {
      const correction = { id: newId(), recordedAt: on(7, 9), why: '复核', ...said }
      expect((await shift.post(`/passages/${passageId}/corrections`, correction)).status).toBe(201)
      Object.assign(sent.find((one) => one.id === passageId) ?? {}, { became })
    }
    await pass(on(4, 10), 1)
    const cooled = await pass(on(4, 11), 1, true)
    await pass(on(5, 12), 1, true)
    const gone = await pass(on(6, 7), 1)
    const first = await moment()
    await stage.settle()
    await pass(on(4, 9), 2)
    const heated = await pass(on(5, 8), 2)
    await correct(cooled, { temperatureC: 36.4, decision: 'pass' }, { came: 2, fever: false, gone: false })
    await correct(heated, { temperatureC: 38.1, decision: 'medical' }, { came: 2, fever: true, gone: false })
    await correct(gone, { voided: true }, { came: 2, fever: false, gone: true })
    const second = await moment()
    await shift.post(`/checkpoints/${id}/passages`, aPassage(id, { recordedAt: on(4, 8) }))

    const looks: string[] = []
    for (const round of ['before the clerk', 'after the clerk']) {
      for (const asOf of [on(4, 12), on(6, 8)])
        for (const [known, knownBy] of [first, second].entries()) {
          const expected = count(sent, asOf, known + 1)
          const told = {
            screened: await numberAt(desk, 'screened', { asOf, knownBy }),
            fevers: await numberAt(desk, 'fevers', { asOf, knownBy }),
          }
          expect(told, `${round} ${asOf} known ${known + 1}`).toEqual(expected)
          expect(await numberAt(desk, 'fevers-open', { asOf, knownBy })).toBe(expected.fevers)
          looks.push(`${expected.screened}/${expected.fevers}`)
        }
      await stage.settle()
    }
    expect(new Set(looks.slice(0, 4)), 'four different answers').toHaveLength(4)
    const table = (
      await desk.get(`/figure-table?owner=checkpoints&${new URLSearchParams({ asOf: on(6, 8), knownBy: first })}`)
    ).body
    const screened = table.items.find(({ figure }: { figure: string }) => figure === 'screened')
    expect(screened).toMatchObject({ value: 4, knownNow: false, parts: [{ division: `${stage.county}100`, value: 4 }] })
    // A course asks for all its moments in one walk, and says at each what the figure by itself says there.
    for (const [known, knownBy] of [first, second].entries())
      for (const figure of ['screened', 'fevers'] as const) {
        const asked = new URLSearchParams({ days: '4', asOf: on(7, 8), knownBy })
        const { items } = (await desk.get(`/figures/${figure}/trend?${asked}`)).body
        const expected = [4, 5, 6, 7].map((day) => count(sent, on(day, 8), known + 1)[figure])
        expect(items.map(({ value }: { value: number }) => value)).toEqual(expected)
      }
    const history = (await desk.get(`/figures/screened/history?${new URLSearchParams({ asOf: on(6, 8) })}`)).body
    expect(history).toMatchObject({ told: true, reports: [] })
    expect(history.known.map(({ value }: { value: number }) => value)).toEqual([0, 6])
  }),
)

test(
  'a tally that came late and an order of isolation that was ended late are known from when they came',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const { desk, village, members } = await givenVillage(stage)
    const order = anOrder(village, { personId: members[0] ?? '' })
    expect((await desk.post('/isolation/orders', order)).status).toBe(201)
    const first = await moment()
    await shift.post('/tallies/batch', { items: [aTally(id)] })
    const end = { id: newId(), endedAt: on(8, 9), why: 'released', note: '解除', recordedAt: on(8, 9) }
    const ended = await desk.post(`/isolation/orders/${order.id}/end`, end)
    expect(ended.body.code ?? ended.status).toBe(201)
    const second = await moment()
    const at = (asOf: string, knownBy: string) => numberAt(desk, 'isolated-home', { asOf, knownBy })
    expect([await at(on(7, 9), first), await at(on(9, 9), first)]).toEqual([1, 1])
    expect([await at(on(7, 9), second), await at(on(9, 9), second)]).toEqual([1, 0])
    expect(await numberAt(desk, 'isolation-released', { asOf: on(9, 9), knownBy: first })).toBe(0)
    expect(await numberAt(desk, 'screened', { asOf: on(6, 8), knownBy: first })).toBe(0)
    expect(await numberAt(desk, 'screened', { asOf: on(6, 8), knownBy: second })).toBe(120)
  }),
)

test(
  'what cannot tell says so by name, and a number below the county does not lose what it cannot see',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    const asked = new URLSearchParams({ asOf: on(6, 8), knownBy: on(7, 8) })
    const items: Array<{ figure: string; knownNow: boolean; value: number | null }> = (
      await desk.get(`/figure-table?${asked}`)
    ).body.items
    const silent = new Set(
      figures.filter(({ source }) => knowledgeOf(source.view).by === 'nothing').map(({ name }) => name as string),
    )
    expect(items.filter(({ knownNow }) => knownNow).map(({ figure }) => figure)).toEqual(
      figures.map(({ name }) => name).filter((name) => silent.has(name)),
    )
    expect(silent.size).toBeLessThan(items.length / 2)
    expect(items.filter(({ figure, value }) => !silent.has(figure) && value).map(({ figure }) => figure)).toEqual([])
    const officer = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const own = (await officer.get(`/figure-table?owner=exposures&${asked}`)).body.items
    expect(own.every(({ knownNow }: { knownNow: boolean }) => knownNow)).toBe(true)
    expect(
      (await desk.get(`/figure-table?owner=checkpoints`)).body.items.some(
        ({ knownNow }: { knownNow: boolean }) => knownNow,
      ),
    ).toBe(false)
    const trend = (figure: string) => desk.get(`/figures/${figure}/trend?${asked}`)
    const ofMany = await Promise.all(['households-visited', 'responsibility-posts'].map(trend))
    expect(
      ofMany.map(({ body }) => body.knownNow),
      'what is slow to tell is not told for each of many days',
    ).toEqual([true, false])
    expect((await desk.get('/figures/screened?knownBy=yesterday')).status).toBe(422)
  }),
)

test(
  'two who turn out to be one are two for whoever did not know it yet, and two again when they are not',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const travelled = async () => personOf(await desk.post('/exposures/travel', aJourney(village)))
    const [keptId, mergedId] = [await travelled(), await travelled()]
    const asOf = on(8, 8)
    const first = await moment()
    const merge = { id: newId(), keptId, mergedId, ground: '同一手机号码', recordedAt: on(7, 9) }
    expect((await desk.post('/people/merges', merge)).status).toBe(201)
    const second = await moment()
    const undo = { id: newId(), ground: '是父子二人', recordedAt: on(7, 10) }
    expect((await desk.post(`/people/merges/${merge.id}/undo`, undo)).status).toBe(201)
    await stage.settle()
    const known = await Promise.all([first, second].map((knownBy) => numberAt(desk, 'from-wuhan', { asOf, knownBy })))
    expect([...known, await numberAt(desk, 'from-wuhan', { asOf })]).toEqual([2, 1, 2])
  }),
)
