import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, aTally, givenCheckpoint } from './checkpoints.factory.ts'

const CUT_OFF = '2020-02-06T08:00:00+08:00'

test(
  'a passage is recorded, and sending it again changes nothing',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const passage = aPassage(id)
    const first = await shift.post(`/checkpoints/${id}/passages`, passage)
    expect(first).toMatchObject({
      status: 201,
      body: { id: passage.id, arrival: 'new', fever: false, handOverId: null },
    })
    const again = await shift.post(`/checkpoints/${id}/passages`, passage)
    expect(again).toMatchObject({ status: 200, body: { arrival: 'again' } })
    const board = await shift.get(`/checkpoint-board?asOf=${encodeURIComponent(CUT_OFF)}`)
    expect(board.body.total.screened).toBe(1)
  }),
)

test(
  'the same id with another temperature is refused and never acknowledged',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const passage = aPassage(id)
    await shift.post(`/checkpoints/${id}/passages`, passage)
    const other = await shift.post(`/checkpoints/${id}/passages`, { ...passage, temperatureC: 36.9 })
    expect(other).toMatchObject({ status: 409, body: { code: 'kernel.id-taken', resend: 'never' } })
  }),
)

test.each([
  [37.3, false],
  [37.4, true],
])('%s °C is a fever: %s', (temperatureC, fever) =>
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const passage = aPassage(id, { temperatureC, decision: 'medical' })
    const reply = await shift.post(`/checkpoints/${id}/passages`, passage)
    expect(reply.body.fever).toBe(fever)
    const open = await shift.get('/hand-overs?state=open')
    expect(open.body.items.map((one: { id: string }) => one.id)).toEqual(fever ? [passage.id] : [])
  })(),
)

test(
  'a fever stays red until an outcome comes back',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const passage = aPassage(id, { temperatureC: 38.6, decision: 'medical' })
    await shift.post(`/checkpoints/${id}/passages`, passage)
    const desk = await stage.as.countyDesk()
    const outcome = { id: newId(), recordedAt: '2020-02-05T18:00:00+08:00', outcome: 'excluded', note: '县医院' }
    const unreachable = { id: newId(), recordedAt: '2020-02-05T12:00:00+08:00', outcome: 'unreachable' }
    await desk.post(`/hand-overs/${passage.id}/outcomes`, unreachable)
    expect((await desk.get('/hand-overs')).body.items).toHaveLength(1)
    expect(await desk.post(`/hand-overs/${passage.id}/outcomes`, outcome)).toMatchObject({ status: 201 })
    expect((await desk.get('/hand-overs')).body.items).toHaveLength(0)
    const closed = await desk.get('/hand-overs?state=closed')
    expect(closed.body.items[0]).toMatchObject({
      outcome: 'excluded',
      outcomeNote: '县医院',
      checkpointName: '榆树沟劝返点',
    })
    const then = await desk.get('/figures/fevers-open?asOf=2020-02-05T15:00:00%2B08:00')
    expect(then.body.value).toBe(1)
    const excluded = await desk.get('/figures/fevers-excluded?asOf=2020-02-05T18:00:00%2B08:00')
    expect(excluded.body.value).toBe(1)
  }),
)

test(
  'in a batch each item has its own verdict',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const items = [
      aPassage(id),
      aPassage(id, { temperatureC: 45.1 }),
      aPassage(newId()),
      aPassage(id, { decision: 'turned-back' }),
      aPassage(id, { recordedAt: '2099-01-01T00:00:00+08:00' }),
      aPassage(id, { decision: 'turned-back', reason: 'no-need-to-travel' }),
    ]
    const reply = await shift.post('/passages/batch', { items })
    const said = reply.body.verdicts.map((one: { ok: boolean; problem?: { code: string } }) =>
      one.ok ? 'kept' : one.problem?.code,
    )
    expect(said).toEqual([
      'kept',
      'kernel.input-invalid',
      'checkpoints.unknown',
      'checkpoints.reason-needed',
      'checkpoints.in-future',
      'kept',
    ])
    expect(reply.body.verdicts[1].problem.issues[0]).toMatchObject({ path: 'temperatureC' })
  }),
)

test(
  'a tally counts beside passages, never twice',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const tally = aTally(id)
    const overlapping = aTally(id, { startedAt: '2020-02-05T08:30:00+08:00', recordedAt: '2020-02-05T09:30:00+08:00' })
    const reply = await shift.post('/tallies/batch', {
      items: [tally, tally, overlapping, { ...overlapping, id: newId(), lane: 2 }],
    })
    const said = reply.body.verdicts.map(
      (one: { ok: boolean; receipt?: { arrival: string }; problem?: { code: string } }) =>
        one.ok ? one.receipt?.arrival : one.problem?.code,
    )
    expect(said).toEqual(['new', 'again', 'checkpoints.tally-overlaps', 'new'])
    await shift.post('/passages/batch', {
      items: [aPassage(id, { fromTallyId: tally.id, temperatureC: 38, decision: 'medical' }), aPassage(id)],
    })
    const desk = await stage.as.countyDesk()
    const board = await desk.get(`/checkpoint-board?asOf=${encodeURIComponent(CUT_OFF)}`)
    expect(board.body.total).toEqual({ screened: 241, fevers: 1, turnedBack: 14, medical: 1, refused: 0, vehicles: 80 })
  }),
)

test(
  'a corrected passage counts as corrected, and the record as it was stays',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const wrong = aPassage(id, { temperatureC: 38.2, decision: 'medical' })
    const ghost = aPassage(id)
    await shift.post('/passages/batch', { items: [wrong, ghost] })
    await stage.settle()
    const desk = await stage.as.countyDesk()
    const correction = {
      id: newId(),
      recordedAt: '2020-02-05T11:00:00+08:00',
      why: '误录温度',
      temperatureC: 36.2,
      decision: 'pass',
    }
    expect(await shift.post(`/passages/${wrong.id}/corrections`, correction)).toMatchObject({
      status: 201,
      body: { fever: false },
    })
    expect(await shift.post(`/passages/${wrong.id}/corrections`, correction)).toMatchObject({
      body: { arrival: 'again' },
    })
    await shift.post(`/passages/${ghost.id}/corrections`, {
      id: newId(),
      recordedAt: correction.recordedAt,
      why: '重复登记',
      voided: true,
    })
    const expected = { screened: 1, fevers: 0, turnedBack: 0, medical: 0, refused: 0, vehicles: 0 }
    const read = async () => (await desk.get(`/checkpoint-board?asOf=${encodeURIComponent(CUT_OFF)}`)).body.total
    expect(await read(), 'before the clerk').toEqual(expected)
    await stage.settle()
    expect(await read(), 'after the clerk').toEqual(expected)
    const list = await desk.get(`/checkpoints/${id}/passages`)
    expect(list.body.items.find((one: { id: string }) => one.id === wrong.id)).toMatchObject({
      temperatureC: 36.2,
      corrections: 1,
      fever: false,
    })
    expect((await desk.get('/hand-overs')).body.items, 'a fever corrected away is open no longer').toEqual([])
    const second = {
      id: newId(),
      recordedAt: '2020-02-05T12:00:00+08:00',
      why: '原记录无误',
      temperatureC: 38.2,
      decision: 'medical',
    }
    await shift.post(`/passages/${wrong.id}/corrections`, second)
    await stage.settle()
    expect(await read()).toMatchObject({ screened: 1, fevers: 1, medical: 1 })
  }),
)

test(
  'a wrong device clock is put right by what it showed when it sent',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const aheadBy = 48 * 3_600_000
    const items = [aPassage(id, { recordedAt: new Date(Date.now() + aheadBy - 60_000).toISOString() })]
    const sentAt = new Date(Date.now() + aheadBy).toISOString()
    expect((await shift.post('/passages/batch', { sentAt, items })).body.verdicts[0].ok).toBe(true)
    const list = await shift.get(`/checkpoints/${id}/passages`)
    const minutesAgo = (Date.now() - Date.parse(list.body.items[0].occurredAt)) / 60_000
    expect(minutesAgo).toBeGreaterThan(0.9)
    expect(minutesAgo).toBeLessThan(2)
  }),
)

test(
  'figures are right at any moment, settled or not',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const moments = [
      '2020-02-01T23:59:59',
      '2020-02-02T00:00:00',
      '2020-02-05T08:59:59',
      '2020-02-06T07:59:59',
      '2020-02-06T08:00:00',
      '2020-02-06T08:00:01',
    ]
    const items = moments.map((moment) => aPassage(id, { recordedAt: `${moment}+08:00` }))
    await shift.post('/passages/batch', { items: items.slice(0, 3) })
    await stage.settle()
    await shift.post('/passages/batch', { items: items.slice(3) })
    const desk = await stage.as.countyDesk()
    for (const [index, moment] of moments.entries()) {
      const { body } = await desk.get(`/figures/screened?asOf=${encodeURIComponent(`${moment}+08:00`)}`)
      expect(body.value, moment).toBe(index + 1)
    }
    const before = await desk.get(`/figures/screened?asOf=${encodeURIComponent('2020-02-01T00:00:00+08:00')}`)
    expect(before.body.value).toBe(0)
  }),
)

test(
  'a day by hour',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const at = (time: string) => aPassage(id, { recordedAt: `2020-02-05T${time}+08:00` })
    await shift.post('/passages/batch', { items: [at('00:00:00'), at('10:01:00'), at('10:59:00'), at('23:59:59')] })
    await stage.settle()
    const { body } = await shift.get(`/checkpoints/${id}/day?day=2020-02-05`)
    expect(body.hours.map((one: { counts: { screened: number } }) => one.counts.screened)).toEqual([1, 2, 1])
    expect(body.total.screened).toBe(4)
  }),
)

test(
  'a shift hands over to the next, and its records may still arrive',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const day = { id: newId(), recordedAt: '2020-02-05T08:00:00+08:00', members: 4 }
    const night = {
      id: newId(),
      recordedAt: '2020-02-05T20:00:00+08:00',
      members: 3,
      handedOverFrom: day.id,
      note: '测温枪一把换电池',
    }
    await shift.post(`/checkpoints/${id}/shifts`, day)
    expect(await shift.post(`/checkpoints/${id}/shifts`, night)).toMatchObject({
      status: 201,
      body: { arrival: 'new' },
    })
    const late = aPassage(id, { shiftId: day.id, recordedAt: '2020-02-05T19:59:00+08:00' })
    expect(await shift.post(`/checkpoints/${id}/passages`, late)).toMatchObject({ status: 201 })
    await shift.post(`/shifts/${night.id}/close`, { recordedAt: '2020-02-06T08:00:00+08:00' })
    const { body } = await shift.get(`/checkpoints/${id}/shifts`)
    expect(body.items.map((one: { closedAt: string }) => one.closedAt)).toEqual([
      '2020-02-06T00:00:00.000Z',
      '2020-02-05T12:00:00.000Z',
    ])
  }),
)

test(
  'the identity is sealed with the passage, and pages follow one another',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const traveller = {
      name: '测试甲',
      document: { kind: 'resident-id' as const, number: '13082219700101001x' },
      phone: null,
    }
    const items = [0, 1, 2, 3, 4].map((minute) =>
      aPassage(id, { traveller, recordedAt: `2020-02-05T10:0${minute}:00+08:00` }),
    )
    const { body } = await shift.post('/passages/batch', { items })
    expect(body.verdicts.every((one: { ok: boolean }) => one.ok)).toBe(true)
    const first = await shift.get(`/checkpoints/${id}/passages?limit=3`)
    const second = await shift.get(`/checkpoints/${id}/passages?limit=3&after=${encodeURIComponent(first.body.next)}`)
    const all = [...first.body.items, ...second.body.items]
    expect(all.map((one: { id: string }) => one.id)).toEqual(items.map((one) => one.id).reverse())
    expect(new Set(all.map((one: { personId: string }) => one.personId)).size).toBe(1)
    const bad = aPassage(id, {
      traveller: { ...traveller, document: { kind: 'resident-id', number: '130822197001010011' } },
    })
    expect(await shift.post(`/checkpoints/${id}/passages`, bad)).toMatchObject({
      status: 422,
      body: { code: 'kernel.input-invalid' },
    })
  }),
)

test(
  'what arrives broken is refused whole',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const many = { items: Array.from({ length: 10_001 }, () => ({})) }
    expect(await shift.post('/passages/batch', many)).toMatchObject({
      status: 413,
      body: { code: 'kernel.batch-too-large' },
    })
    const truncated = await stage.server.inject({
      method: 'POST',
      url: '/api/passages/batch',
      headers: { authorization: `Bearer ${shift.token}`, 'content-type': 'application/json' },
      payload: '{"items":[{"id":"',
    })
    expect(truncated.json()).toMatchObject({ status: 400, code: 'kernel.body-unreadable', resend: 'later' })
    expect(await shift.post('/passages/batch', { items: 'all' })).toMatchObject({ status: 422 })
    const hostile = aPassage(id, { traveller: { name: '<script>alert(1)</script>', document: null, phone: null } })
    expect(
      (await shift.post(`/checkpoints/${id}/passages`, { ...hostile, profile: 'mine', fever: false })).status,
    ).toBe(422)
  }),
)

test(
  'another post, another township',
  scenario(async (stage) => {
    const here = await givenCheckpoint(stage, '100201')
    const there = await givenCheckpoint(stage, '101201')
    const reply = await here.shift.post(`/checkpoints/${there.id}/passages`, aPassage(there.id))
    expect(reply).toMatchObject({ status: 404, body: { code: 'checkpoints.unknown' } })
    const neighbour = await stage.as.role('checkpoint-shift', { division: here.division, placeId: newId() })
    expect(await neighbour.post(`/checkpoints/${here.id}/passages`, aPassage(here.id))).toMatchObject({
      status: 403,
      body: { code: 'checkpoints.not-yours' },
    })
    const passage = aPassage(there.id)
    await there.shift.post(`/checkpoints/${there.id}/passages`, passage)
    const squatting = await here.shift.post(`/checkpoints/${here.id}/passages`, aPassage(here.id, { id: passage.id }))
    expect(squatting).toMatchObject({ status: 409, body: { code: 'kernel.id-taken' } })
  }),
)

test(
  'a day of the whole area by hour ends at the moment asked for',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const at = (time: string) => aPassage(id, { recordedAt: `2020-02-05T${time}+08:00` })
    await shift.post('/passages/batch', { items: [at('00:00:00'), at('10:01:00'), at('10:31:00'), at('23:59:59')] })
    const desk = await stage.as.countyDesk()
    const hoursUntil = async (moment: string) => {
      const { body } = await desk.get(
        `/checkpoint-board/day?day=2020-02-05&asOf=${encodeURIComponent(`${moment}+08:00`)}`,
      )
      return body.hours.map((one: { counts: { screened: number } }) => one.counts.screened)
    }
    for (const settled of [false, true]) {
      if (settled) await stage.settle()
      expect(await hoursUntil('2020-02-06T08:00:00'), String(settled)).toEqual([1, 2, 1])
      expect(await hoursUntil('2020-02-05T10:30:00'), String(settled)).toEqual([1, 1])
    }
  }),
)

test(
  'a passage names a person who is there, or is refused',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const nobody = aPassage(id, { traveller: { personId: newId() } })
    expect(await shift.post(`/checkpoints/${id}/passages`, nobody)).toMatchObject({
      status: 404,
      body: { code: 'checkpoints.person-unknown' },
    })
    const stranger = aPassage(id, { traveller: { name: '测试乙', document: null, phone: null } })
    await shift.post(`/checkpoints/${id}/passages`, stranger)
    const { items } = (await shift.get(`/checkpoints/${id}/passages`, { purpose: 'checkpoint-screening' })).body
    const { personId } = items[0]
    expect(personId).not.toBe(stranger.id)
    const known = aPassage(id, { traveller: { personId } })
    expect(await shift.post(`/checkpoints/${id}/passages`, known)).toMatchObject({ status: 201 })
  }),
)
