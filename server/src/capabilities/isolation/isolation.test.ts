import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aHomeCheck, anOrder, aStandingOrder, givenVillage } from './isolation.factory.ts'

const published = `select person, kind, state, starts_on::text as "startsOn", ends_at as "endsAt", ended_why as "endedWhy", profile
  from isolation.published_orders where county = (select kernel.app_county())`

test(
  'an order is kept with its edition and its end, once however often it is sent',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = anOrder(village, { personId: members[0] ?? '' })
    const kept = await desk.post('/isolation/orders', order)
    expect(kept.status).toBe(201)
    expect(kept.body).toEqual({
      id: order.id,
      arrival: 'new',
      profile: 'covid19-cn-ed3',
      endsAt: '2020-02-15T16:00:00.000Z',
    })
    expect((await desk.post('/isolation/orders', order)).body.arrival).toBe('again')
    const other = await desk.post('/isolation/orders', { ...order, decider: '别的人' })
    expect(other.body.code).toBe('kernel.id-taken')
    const rows = await stage.inside(({ tx }) => tx.unsafe(published))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ state: 'ended', endedWhy: 'expired', startsOn: '2020-02-03' })
  }),
)

const needed = ['documentNo', 'authority', 'decider', 'ground', 'startsAt', 'endsOn', 'reviewOn', 'appeal'] as const

test.each(needed)('without %s there is no order', (field) =>
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const { [field]: _, ...rest } = anOrder(village, { personId: members[0] ?? '' })
    for (const body of [rest, { ...rest, [field]: null }, { ...rest, [field]: '  ' }]) {
      const { status, body: said } = await desk.post('/isolation/orders', body)
      expect(status).toBe(422)
      expect(said.issues.map(({ path }: { path: string }) => path)).toContain(field)
    }
    expect(await stage.inside(({ tx }) => tx.unsafe(published))).toHaveLength(0)
  })(),
)

test.each([
  ['document_no', `' '`],
  ['document_no', 'null'],
  ['authority', 'null'],
  ['decider', `''`],
  ['decider', 'null'],
  ['ground', `'petition'`],
  ['ground', 'null'],
  ['appeal', 'null'],
  ['starts_at', 'null'],
  ['ends_on', 'null'],
  ['ends_on', `'2020-02-18'`],
  ['ends_on', `'2020-02-02'`],
  ['review_on', 'null'],
  ['review_on', `'2020-02-11'`],
  ['home_met', `'{own-room}'`],
  ['home_checked_by', 'null'],
])('the database itself refuses an order whose %s is %s', (column, value) =>
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    await desk.post('/isolation/orders', anOrder(village, { personId: members[0] ?? '' }))
    const columns = `division, household_id, kind, profile, ground, anchor_on, anchor_kind, source_kind, source_ref, document_no,
      authority, decider, appeal, starts_at, ends_on, review_on, home_checked_at, home_checked_by, home_met, recorded_by, recorded_at,
      received_at, digest`
    const other = columns.split(/,\s*/).map((name) => (name === column ? value : name))
    const copy = (names: readonly string[]) => `insert into isolation.opening (county, id, person_id, ${columns})
      select county, gen_random_uuid(), '${members[1]}', ${names.join(', ')} from isolation.opening
      where county = (select kernel.app_county())`
    await expect(stage.inside(({ tx }) => tx.unsafe(copy(other)))).rejects.toThrow(/violates|invalid/)
    await stage.inside(({ tx }) => tx.unsafe(copy(columns.split(/,\s*/))))
  })(),
)

test(
  'an order lasts 14 days at most, never beyond the observation, and is reviewed within seven',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const send = async (given: object) => {
      const { body } = await desk.post('/isolation/orders', anOrder(village, { personId: members[0] ?? '', ...given }))
      return body.code ?? body.arrival
    }
    expect(await send({ endsOn: '2020-02-16' })).toBe('isolation.too-long')
    expect(await send({ anchorOn: '2020-02-04', endsOn: '2020-02-18' })).toBe('isolation.too-long')
    expect(await send({ endsOn: '2020-02-02' })).toBe('isolation.end-before-start')
    expect(await send({ reviewOn: '2020-02-11' })).toBe('isolation.review-too-late')
    expect(await send({ reviewOn: '2020-02-02' })).toBe('isolation.review-too-late')
    expect(await send({ startsAt: '2031-02-03T10:00:00+08:00', endsOn: '2031-02-10' })).toBe('isolation.in-future')
    expect(await send({ disease: 'chikungunya' })).toBe('isolation.not-under-profile')
    expect(await send({ disease: 'measles', anchorOn: '2020-02-03', endsOn: '2020-02-18' })).toBe('isolation.too-long')
    expect(await send({ disease: 'nothing-known' })).toBe('cases.disease-unknown')
    expect(await send({ personId: newId() })).toBe('isolation.person-unknown')
    expect(await send({ division: `${stage.county}999999` })).toBe('isolation.division-unknown')
    expect(await send({ source: { kind: 'visit', ref: newId() } })).toBe('isolation.source-unknown')
    expect(await send({ disease: 'measles', anchorOn: '2020-02-03', endsOn: '2020-02-17' })).toBe('new')
  }),
)

test(
  'a home that will not do, or that nobody saw, is answered with a central place',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = anOrder(village, { personId: members[0] ?? '' })
    for (const home of [null, aHomeCheck({ met: ['own-room'] })]) {
      const { body } = await desk.post('/isolation/orders', { ...order, home })
      expect(body.code).toBe('isolation.home-unfit')
      expect(JSON.stringify(body)).toContain('集中隔离')
    }
    expect((await desk.post('/isolation/orders', { ...order, kind: 'central', home: null })).status).toBe(201)
  }),
)

test(
  'nobody is under two orders at one time, whoever writes them',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const [one = '', other = ''] = members
    const first = anOrder(village, { personId: one })
    const { body } = await desk.post('/isolation/orders/batch', {
      items: [
        first,
        anOrder(village, { personId: one }),
        anOrder(village, { personId: other }),
        anOrder(village, {
          personId: one,
          startsAt: '2020-02-16T00:00:00+08:00',
          anchorOn: '2020-02-15',
          endsOn: '2020-02-20',
          reviewOn: '2020-02-18',
        }),
      ],
    })
    expect(body.verdicts.map((verdict: { ok: boolean }) => verdict.ok)).toEqual([true, false, true, true])
    expect(body.verdicts[1].problem).toMatchObject({ code: 'isolation.under-order', params: { orderId: first.id } })
    const twice = `insert into isolation.opening (county, id, division, person_id, kind, profile, ground, anchor_on, anchor_kind, source_kind,
        document_no, authority, decider, appeal, starts_at, ends_on, review_on, home_met, recorded_at, received_at, digest)
      select county, gen_random_uuid(), division, person_id, 'central', profile, ground, anchor_on, anchor_kind, 'hand', document_no, authority,
        decider, appeal, starts_at, ends_on, review_on, '{}', recorded_at, received_at, digest
      from isolation.opening where county = (select kernel.app_county()) and id = '${first.id}'`
    await expect(stage.inside(({ tx }) => tx.unsafe(twice))).rejects.toThrow('two orders')
  }),
)

test(
  'an order that is ended makes room for the next, and whoever goes free has a certificate',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = aStandingOrder(village, { personId: members[0] ?? '' })
    expect((await desk.post('/isolation/orders', order)).status).toBe(201)
    const now = new Date().toISOString()
    const end = { id: newId(), recordedAt: now, endedAt: now, why: 'released' }
    const ended = await desk.post(`/isolation/orders/${order.id}/end`, end)
    expect(ended.status).toBe(201)
    expect(ended.body.certificateNo).toMatch(/^解除〔\d{4}〕[0-9A-F]{8}$/)
    expect((await desk.post(`/isolation/orders/${order.id}/end`, end)).body.arrival).toBe('again')
    const second = await desk.post(`/isolation/orders/${order.id}/end`, { ...end, id: newId() })
    expect(second.body.code).toBe('isolation.ended-already')
    const next = aStandingOrder(village, { personId: members[0] ?? '', startsAt: now })
    expect((await desk.post('/isolation/orders', next)).status).toBe(201)
    const rows = await stage.inside(({ tx }) => tx.unsafe(`${published} order by starts_at`))
    expect(rows).toMatchObject([
      { state: 'ended', endedWhy: 'released' },
      { state: 'standing', endedWhy: null },
    ])
  }),
)
