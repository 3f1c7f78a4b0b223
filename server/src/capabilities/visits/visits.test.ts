import { expect, test } from 'vitest'
import { type Client, newId, scenario } from '../../../test/scenario/scenario.ts'
import { allNo, aRound, at, aVisit, EVENING, givenRound, NOON, STARTED } from './visits.factory.ts'

const progressOf = async (client: Client, roundId: string, query: Record<string, string> = {}) =>
  (await client.get(`/visits/rounds/${roundId}/progress?${new URLSearchParams(query)}`)).body
const counted = { households: 3, met: 0, phone: 0, notice: 0, nobody: 0, sealed: 0, refused: 0 }

test(
  'a household is visited, and sending the visit again changes nothing',
  scenario(async (stage) => {
    const { roundId, homes, cadre, desk } = await givenRound(stage)
    const [home] = homes
    const sheets = [
      { answers: { 'living-here': 3, 'came-or-left': false } },
      ...(home?.members ?? []).map((personId) => ({ personId, answers: { ...allNo } })),
    ]
    const visit = aVisit({ roundId, householdId: home?.id ?? '', sheets })
    const first = await cadre.post('/visits', visit)
    expect(first).toMatchObject({ status: 201, body: { id: visit.id, arrival: 'new', followUps: [], unanswered: 0 } })
    expect(await cadre.post('/visits', visit)).toMatchObject({ status: 200, body: { arrival: 'again' } })
    const other = await cadre.post('/visits', { ...visit, outcome: 'phone' })
    expect(other).toMatchObject({ status: 409, body: { code: 'kernel.id-taken' } })
    await stage.settle()
    const { total, children } = await progressOf(desk, roundId)
    expect(total).toEqual({ ...counted, met: 1 })
    expect(children.map((one: { name: string; counted: object }) => [one.name, one.counted])).toEqual([
      ['东镇', { ...counted, met: 1 }],
      ['西乡', { ...counted, households: 0 }],
    ])
  }),
)

test(
  'a positive answer opens a follow-up, and the receipt says so whenever the visit is sent',
  scenario(async (stage) => {
    const { roundId, homes, cadre } = await givenRound(stage)
    const [home] = homes
    const sheets = [{ personId: home?.members[0] ?? '', answers: { ...allNo, symptoms: ['fever'] } }]
    const visit = aVisit({ roundId, householdId: home?.id ?? '', sheets })
    const first = await cadre.post('/visits', visit)
    expect(first).toMatchObject({ status: 201, body: { followUps: [{ kind: 'fever' }] } })
    expect((await cadre.post('/visits', visit)).body.followUps).toEqual(first.body.followUps)
  }),
)

test(
  'another township’s visit is not there to be corrected, also when senders share a commit',
  scenario(async (stage) => {
    const [ours, theirs] = [await givenRound(stage), await givenRound(stage, { under: '101201' })]
    const visit = (at: typeof ours) => aVisit({ roundId: at.roundId, householdId: at.homes[0]?.id ?? '' })
    const [own, foreign] = [visit(ours), visit(theirs)]
    expect((await ours.cadre.post('/visits', own)).status).toBe(201)
    expect((await theirs.cadre.post('/visits', foreign)).status).toBe(201)
    const correct = (corrects: string) => ours.cadre.post('/visits', { ...visit(ours), corrects, why: '听错了' })
    const sent = await Promise.all(
      [1, 2, 3, 4].flatMap(() => [correct(foreign.id), theirs.cadre.post('/visits', visit(theirs))]),
    )
    const codes = sent.filter((_, nth) => nth % 2 === 0).map(({ body }) => body.code)
    expect(new Set(codes)).toEqual(new Set(['visits.visit-unknown']))
    expect((await correct(own.id)).status).toBe(201)
  }),
)

test(
  'progress is right at any moment, by block and against the targets',
  scenario(async (stage) => {
    const { roundId, village, homes, cadre, desk } = await givenRound(stage, { homes: 4 })
    const [one, two, three] = homes.map(({ id }) => id)
    const visit = (householdId = '', time: string, outcome: 'met' | 'phone' | 'notice' | 'nobody') =>
      aVisit({ roundId, householdId, recordedAt: at(time), outcome })
    const items = [
      visit(one, '08:00', 'nobody'),
      visit(two, '09:15', 'met'),
      visit(one, '13:30', 'phone'),
      visit(three, '13:45', 'notice'),
      visit(one, '19:00', 'nobody'),
    ]
    await cadre.post('/visits/batch', { items: items.slice(0, 2) })
    await stage.settle()
    await cadre.post('/visits/batch', { items: items.slice(2) })
    await stage.settle()
    const none = { ...counted, households: 4 }
    const expected = {
      '07:59': none,
      '08:00': { ...none, nobody: 1 },
      '12:00': { ...none, nobody: 1, met: 1 },
      '13:40': { ...none, phone: 1, met: 1 },
      '23:00': { ...none, phone: 1, met: 1, notice: 1 },
    }
    for (const [time, total] of Object.entries(expected)) {
      for (const area of [String(stage.county), `${stage.county}100`, village])
        expect((await progressOf(desk, roundId, { asOf: at(time), area })).total, `${area} ${time}`).toEqual(total)
    }
    const { targets, hours } = await progressOf(cadre, roundId, { asOf: at('16:00') })
    const blocksOf = async (query: Record<string, string>) => {
      const asked = new URLSearchParams({ division: village, asOf: at('16:00'), ...query })
      return (await cadre.get(`/visits/rounds/${roundId}/blocks?${asked}`)).body
    }
    const blocks = (await blocksOf({})).items
    const first = await blocksOf({ limit: '1' })
    const second = await blocksOf({ limit: '1', after: first.next })
    expect([...first.items, ...second.items]).toEqual(blocks)
    expect(blocks.map(({ block, counted: of, needed }: Record<string, unknown>) => ({ block, of, needed }))).toEqual([
      { block: '第1组', of: { ...counted, households: 2, phone: 1, notice: 1 }, needed: 1 },
      { block: '第2组', of: { ...counted, households: 2, met: 1 }, needed: 1 },
    ])
    expect(targets).toMatchObject([
      { percent: 50, due: true, households: 4, needed: 2, done: 1 },
      { percent: 100, due: false, needed: 4, done: 2 },
    ])
    expect(hours.map(({ done }: { done: number }) => done)).toEqual([0, 1, 2])
    expect([NOON, EVENING].map((moment) => new Date(moment).toISOString().slice(0, 19))).toEqual(
      targets.map((target: { at: string }) => target.at.slice(0, 19)),
    )
  }),
)

test(
  'in a batch each item has its own verdict',
  scenario(async (stage) => {
    const { roundId, homes, cadre } = await givenRound(stage)
    const householdId = homes[0]?.id ?? ''
    const of = { roundId, householdId }
    const sheet = (answers: Record<string, string | number | boolean | string[]>) => ({
      sheets: [{ personId: homes[0]?.members[0] ?? '', answers }],
    })
    const items = [
      aVisit(of),
      aVisit({ ...of, roundId: newId() }),
      aVisit({ ...of, householdId: newId() }),
      aVisit({ ...of, recordedAt: '2020-02-17T07:29:59+08:00' }),
      aVisit({ ...of, recordedAt: '2099-01-01T00:00:00+08:00' }),
      aVisit({ ...of, outcome: 'nobody', ...sheet(allNo) }),
      aVisit({ ...of, ...sheet({ ...allNo, 'been-there': 'the moon' }) }),
      aVisit({ ...of, ...sheet({ ...allNo, 'living-here': 3 }) }),
      aVisit({ ...of, sheets: [{ personId: newId(), answers: allNo }] }),
      aVisit({ ...of, version: 7, ...sheet(allNo) }),
      aVisit({ ...of, corrects: newId(), why: '记错了户' }),
      aVisit({ ...of, corrects: newId() }),
      aVisit({ ...of, ...sheet({ 'been-there': 'no' }) }),
    ]
    const reply = await cadre.post('/visits/batch', { items })
    const said = reply.body.verdicts.map(
      (one: { ok: boolean; receipt?: { unanswered: number }; problem?: { code: string } }) =>
        one.ok ? one.receipt?.unanswered : one.problem?.code,
    )
    expect(said).toEqual([
      0,
      'visits.round-unknown',
      'visits.household-unknown',
      'visits.round-not-begun',
      'visits.in-future',
      'visits.nobody-asked',
      'visits.answer-wrong',
      'visits.answer-wrong',
      'visits.person-unknown',
      'visits.questionnaire-unknown',
      'visits.visit-unknown',
      'kernel.input-invalid',
      3,
    ])
  }),
)

test(
  'a corrected visit counts as corrected, and one that never was counts no longer',
  scenario(async (stage) => {
    const { roundId, homes, cadre, desk } = await givenRound(stage)
    const [one, two] = homes.map(({ id }) => id)
    const wrong = aVisit({ roundId, householdId: one ?? '', outcome: 'refused' })
    const ghost = aVisit({ roundId, householdId: two ?? '' })
    await cadre.post('/visits/batch', { items: [wrong, ghost] })
    await stage.settle()
    expect((await progressOf(desk, roundId)).total).toEqual({ ...counted, refused: 1, met: 1 })
    const right = aVisit({ ...wrong, id: newId(), outcome: 'sealed', corrects: wrong.id, why: '看错了门牌' })
    const never = aVisit({ ...ghost, id: newId(), corrects: ghost.id, why: '没有去过', voided: true })
    expect((await cadre.post('/visits', right)).status).toBe(201)
    expect((await cadre.post('/visits', never)).status).toBe(201)
    await stage.settle()
    expect((await progressOf(desk, roundId)).total).toEqual({ ...counted, sealed: 1 })
    expect(await cadre.post('/visits', { ...right, id: newId() })).toMatchObject({
      status: 409,
      body: { code: 'visits.corrected-already' },
    })
    const elsewhere = aVisit({ roundId, householdId: two ?? '', corrects: right.id, why: '换一户' })
    expect(await cadre.post('/visits', elsewhere)).toMatchObject({ body: { code: 'visits.correction-of-other' } })
  }),
)

test(
  'a household that comes joins the round, one that goes leaves it, and one that moves is to be visited anew',
  scenario(async (stage) => {
    const { roundId, village, homes, cadre, desk } = await givenRound(stage)
    const [stays, leaves, moves] = homes.map(({ id }) => id)
    const items = [stays, leaves, moves].map((householdId = '') => aVisit({ roundId, householdId }))
    await cadre.post('/visits/batch', { items })
    const at18 = '2020-02-18T09:00:00+08:00'
    const close = { id: newId(), on: '2020-02-18', reason: 'left-county', recordedAt: at18 }
    expect((await desk.post(`/households/${leaves}/close`, close)).status).toBe(201)
    const beside = `${stage.county}100202`
    const move = { id: newId(), division: beside, on: '2020-02-18', recordedAt: at18 }
    expect((await desk.post(`/households/${moves}/move`, move)).status).toBe(201)
    await stage.settle()
    const on17 = await progressOf(desk, roundId, { asOf: at('23:59') })
    expect(on17.total).toEqual({ ...counted, met: 3 })
    const on18 = await progressOf(desk, roundId, { asOf: at18 })
    expect(on18.total).toEqual({ ...counted, households: 2, met: 1 })
    const late = aVisit({ roundId, householdId: leaves ?? '', recordedAt: at18 })
    expect(await cadre.post('/visits', late)).toMatchObject({ status: 409, body: { code: 'visits.household-gone' } })
    const anew = aVisit({ roundId, householdId: moves ?? '', recordedAt: at18, outcome: 'nobody' })
    expect(await cadre.post('/visits', anew), 'the village it left').toMatchObject({
      body: { code: 'visits.household-gone' },
    })
    const neighbour = await stage.as.role('village-cadre', { division: beside })
    expect((await neighbour.post('/visits', anew)).status).toBe(201)
    await stage.settle()
    expect((await progressOf(desk, roundId, { asOf: at18 })).total).toEqual({
      ...counted,
      households: 2,
      met: 1,
      nobody: 1,
    })
    expect((await progressOf(neighbour, roundId, { asOf: at18 })).total).toEqual({
      ...counted,
      households: 1,
      nobody: 1,
    })
    expect(await progressOf(neighbour, roundId, { area: village })).toMatchObject({ code: 'kernel.not-allowed' })
  }),
)

test(
  'a round that is over takes what happened before its end, and is read as it ended',
  scenario(async (stage) => {
    const { roundId, homes, cadre, desk } = await givenRound(stage)
    const [one, two] = homes.map(({ id }) => id)
    const ended = { endedAt: EVENING }
    expect(await desk.post(`/visits/rounds/${roundId}/end`, { endedAt: '2020-02-17T07:00:00+08:00' })).toMatchObject({
      status: 422,
      body: { code: 'visits.end-before-start' },
    })
    expect(await desk.post(`/visits/rounds/${roundId}/end`, ended)).toMatchObject({ body: { arrival: 'new' } })
    expect(await desk.post(`/visits/rounds/${roundId}/end`, ended)).toMatchObject({ body: { arrival: 'again' } })
    expect(await desk.post(`/visits/rounds/${roundId}/end`, { endedAt: NOON })).toMatchObject({ status: 409 })
    const late = aVisit({ roundId, householdId: one ?? '', recordedAt: at('19:59') })
    const tooLate = aVisit({ roundId, householdId: two ?? '', recordedAt: at('20:01') })
    expect((await cadre.post('/visits', late)).status).toBe(201)
    expect(await cadre.post('/visits', tooLate)).toMatchObject({ status: 409, body: { code: 'visits.round-over' } })
    await stage.settle()
    expect(await progressOf(desk, roundId)).toMatchObject({
      asOf: new Date(EVENING).toISOString(),
      total: { ...counted, met: 1 },
      round: { endedAt: new Date(EVENING).toISOString() },
    })
    expect((await desk.get('/visits/rounds?state=running')).body.items).toEqual([])
    const [listed] = (await desk.get('/visits/rounds?state=ended')).body.items
    expect(listed).toMatchObject({ id: roundId, areaName: '试验县', startedAt: new Date(STARTED).toISOString() })
  }),
)

test(
  'figures are of the round that was running, and there are none without a round',
  scenario(async (stage) => {
    const { roundId, homes, cadre, desk } = await givenRound(stage, { homes: 5 })
    const outcomes = ['met', 'sealed', 'notice', 'refused'] as const
    const items = outcomes.map((outcome, nth) => aVisit({ roundId, householdId: homes[nth]?.id ?? '', outcome }))
    await cadre.post('/visits/batch', { items })
    await stage.settle()
    const names = ['to-visit', 'visited', 'not-met', 'refused']
    const valuesAt = async (moment: string, area: string) => {
      const query = new URLSearchParams({ asOf: moment, area })
      const replies = await Promise.all(names.map((name) => desk.get(`/figures/households-${name}?${query}`)))
      return replies.map(({ body }) => body.value ?? body.code)
    }
    const county = String(stage.county)
    expect(await valuesAt(EVENING, county)).toEqual([5, 2, 1, 1])
    expect(await valuesAt(at('09:29'), county)).toEqual([5, 0, 0, 0])
    expect(await valuesAt(EVENING, `${county}101`)).toEqual([0, 0, 0, 0])
    expect(await valuesAt(at('07:00'), county)).toEqual(names.map(() => 'reporting.no-round'))
    const second = aRound(`${county}100`, { startedAt: at('18:00'), targets: [] })
    await desk.post('/visits/rounds', second)
    await stage.settle()
    expect(await valuesAt(EVENING, county), 'the round called last is the one that counts').toEqual([5, 0, 0, 0])
    await desk.post(`/visits/rounds/${second.id}/end`, { endedAt: at('19:00') })
    expect(await valuesAt(EVENING, county)).toEqual([5, 2, 1, 1])
  }),
)
