import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { aContact } from '../exposures/exposures.factory.ts'
import { writeExpired } from './expiring.ts'
import { aHomeCheck, anOrder, aStandingOrder, dayFromNow, givenVillage, type OrderToSend } from './isolation.factory.ts'

const care = { purpose: 'isolation-care' } as const
const nowAt = (minutes = 0) => new Date(Date.now() + minutes * 60_000).toISOString()

async function standing(stage: Scenario, given: Partial<OrderToSend> = {}) {
  const village = await givenVillage(stage)
  const order = aStandingOrder(village.village, { personId: village.members[0] ?? '', ...given })
  const kept = await village.desk.post('/isolation/orders', order)
  expect(kept.body.code).toBeUndefined()
  const post = async (step: string, body: object) => {
    const { body: said } = await village.desk.post(`/isolation/orders/${order.id}/${step}`, body)
    return said.code ?? said.arrival
  }
  const read = async () => (await village.desk.get(`/isolation/orders/${order.id}`, care)).body
  return { ...village, order, post, read }
}
const extension = (given: object = {}) => ({
  id: newId(),
  recordedAt: nowAt(),
  decidedAt: nowAt(-1),
  source: { kind: 'hand' },
  documentNo: '试防办〔2020〕31号',
  authority: '试验县疫情防控工作领导小组办公室',
  decider: '赵立新',
  ground: 'close-contact',
  anchorOn: dayFromNow(-1),
  endsOn: dayFromNow(4),
  reviewOn: dayFromNow(3),
  appeal: '可在三日内向县防控办提出申诉。',
  ...given,
})

test(
  'longer only by a fresh decision with everything that belongs to one, and only while the order stands',
  scenario(async (stage) => {
    const { post, read } = await standing(stage)
    for (const field of ['documentNo', 'authority', 'decider', 'ground', 'decidedAt', 'endsOn', 'reviewOn', 'appeal']) {
      expect(await post('extensions', extension({ [field]: undefined }))).toBe('kernel.input-invalid')
    }
    expect(await post('extensions', extension({ endsOn: dayFromNow(3) }))).toBe('isolation.not-longer')
    expect(await post('extensions', extension({ endsOn: dayFromNow(5) }))).toBe('isolation.too-long')
    expect(await post('extensions', extension({ decidedAt: nowAt(-9000) }))).toBe('isolation.before-start')
    const sent = extension()
    expect(await post('extensions', sent)).toBe('new')
    expect(await post('extensions', sent)).toBe('again')
    expect(await post('extensions', { ...sent, decider: '别的人' })).toBe('kernel.id-taken')
    const card = await read()
    expect(card).toMatchObject({
      state: 'standing',
      endsOn: dayFromNow(4),
      decider: '赵立新',
      documentNo: '试防办〔2020〕31号',
    })
    expect(card.acts.map(({ type }: { type: string }) => type)).toEqual(['opened', 'extended'])
    expect(await post('end', { id: newId(), recordedAt: nowAt(), endedAt: nowAt(), why: 'released' })).toBe('new')
    expect(await post('extensions', extension())).toBe('isolation.not-standing')
  }),
)

test(
  'an order that is over can be neither extended, shortened nor reviewed, also before anybody wrote its end down',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = anOrder(village, { personId: members[0] ?? '' })
    await desk.post('/isolation/orders', order)
    const steps: Array<[string, object]> = [
      [
        'extensions',
        extension({
          decidedAt: '2020-02-10T10:00:00+08:00',
          anchorOn: '2020-02-05',
          endsOn: '2020-02-19',
          reviewOn: '2020-02-12',
        }),
      ],
      ['shortenings', { id: newId(), recordedAt: nowAt(), endsOn: '2020-02-12', decider: '周明远', why: '两次阴性' }],
      [
        'reviews',
        {
          id: newId(),
          recordedAt: nowAt(),
          reviewedAt: '2020-02-09T10:00:00+08:00',
          reviewer: '周明远',
          nextOn: '2020-02-12',
        },
      ],
    ]
    for (const [step, body] of steps) {
      const { body: said } = await desk.post(`/isolation/orders/${order.id}/${step}`, body)
      expect(said.code, step).toBe('isolation.not-standing')
    }
  }),
)

test(
  'in a county of the past an order is extended while it stands at the moment the county lives at, and not after',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = anOrder(village, { personId: members[0] ?? '', endsOn: '2020-02-12', reviewOn: '2020-02-09' })
    await desk.post('/isolation/orders', order)
    const livesAt = (moment: string) =>
      desk.post('/retention/calendars', { id: newId(), kind: 'historical', moment, ground: '演练' })
    const extend = async () => {
      const decided = { decidedAt: '2020-02-10T10:00:00+08:00', anchorOn: '2020-02-03' }
      const sent = extension({ ...decided, endsOn: '2020-02-17', reviewOn: '2020-02-14' })
      const { body } = await desk.post(`/isolation/orders/${order.id}/extensions`, sent)
      return body.code ?? body.arrival
    }
    await livesAt('2020-02-13T08:00:00+08:00')
    expect(await extend()).toBe('isolation.not-standing')
    await livesAt('2020-02-10T20:00:00+08:00')
    expect(await extend()).toBe('new')
    expect((await desk.get(`/isolation/orders/${order.id}`, care)).body).toMatchObject({ endsOn: '2020-02-17' })
  }),
)

test(
  'the database itself refuses to extend what is over, to lengthen by a shortening, and to end what never stood',
  scenario(async (stage) => {
    const { order, post } = await standing(stage)
    const day = (days: number) => `'${dayFromNow(days)}'`
    const common = `recorded_at, received_at, digest`
    const from = `from isolation.opening where county = (select kernel.app_county()) and id = '${order.id}'`
    const extend = (
      received: string,
      endsOn: string,
    ) => `insert into isolation.extension (county, id, division, order_id, ground, anchor_on,
      source_kind, document_no, authority, decider, appeal, decided_at, ends_on, review_on, ${common})
      select county, gen_random_uuid(), division, id, ground, anchor_on, 'hand', document_no, authority, decider, appeal, starts_at,
        ${endsOn}, review_on, recorded_at, ${received}, digest ${from}`
    const shorten = (
      endsOn: string,
    ) => `insert into isolation.shortening (county, id, division, order_id, ends_on, decider, why, ${common})
      select county, gen_random_uuid(), division, id, ${endsOn}, decider, '阴性', ${common} ${from}`
    const end = (
      at: string,
      why: string,
    ) => `insert into isolation.ending (county, order_id, id, division, ended_at, why, ${common})
      select county, id, gen_random_uuid(), division, ${at}, '${why}', ${common} ${from}`
    const refused = async (text: string) => {
      await expect(stage.inside(({ tx }) => tx.unsafe(text))).rejects.toThrow(/isolation|violates/)
    }
    await refused(extend(`now() + interval '9 days'`, day(6)))
    await refused(extend('now()', day(2)))
    await refused(extend('now()', day(20)))
    await refused(shorten(day(5)))
    await refused(end(`now() + interval '30 days'`, 'died'))
    await refused(end('now()', 'expired'))
    await refused(end('now()', 'released'))
    await stage.inside(({ tx }) => tx.unsafe(extend('now()', day(6))))
    expect(await post('end', { id: newId(), recordedAt: nowAt(), endedAt: nowAt(), why: 'died' })).toBe('new')
    await refused(extend('now()', day(8)))
  }),
)

test(
  'shortened, it ends on the earlier day; it cannot be shortened into the past or beyond its end',
  scenario(async (stage) => {
    const { post, read } = await standing(stage)
    const to = (endsOn: string) => ({
      id: newId(),
      recordedAt: nowAt(),
      endsOn,
      decider: '周明远',
      why: '两次核酸阴性',
    })
    expect(await post('shortenings', to(dayFromNow(-1)))).toBe('isolation.not-shorter')
    expect(await post('shortenings', to(dayFromNow(3)))).toBe('isolation.not-shorter')
    expect(await post('shortenings', to(dayFromNow(1)))).toBe('new')
    expect(await read()).toMatchObject({ endsOn: dayFromNow(1), state: 'standing' })
    expect(await post('extensions', extension({ endsOn: dayFromNow(2), reviewOn: dayFromNow(2) }))).toBe('new')
    expect((await read()).endsOn).toBe(dayFromNow(2))
  }),
)

test(
  'a review puts off the next one by seven days at most; a home that will not do any more is not gone on with',
  scenario(async (stage) => {
    const { post, read } = await standing(stage)
    const review = (given: object) => ({
      id: newId(),
      recordedAt: nowAt(),
      reviewedAt: nowAt(-1),
      reviewer: '孙丽华',
      ...given,
    })
    expect(await post('reviews', review({ nextOn: dayFromNow(8) }))).toBe('isolation.review-too-late')
    expect(await post('reviews', review({ nextOn: dayFromNow(3), homeMet: ['own-room'] }))).toBe('isolation.home-unfit')
    expect(await post('reviews', review({ nextOn: dayFromNow(3) }))).toBe('new')
    expect((await read()).reviewOn).toBe(dayFromNow(3))
  }),
)

test(
  'an appeal is decided by somebody else than who decided the measure; upheld, it ends the measure at once',
  scenario(async (stage) => {
    const { desk, order, post, read } = await standing(stage)
    const appeal = { id: newId(), recordedAt: nowAt(), lodgedAt: nowAt(-2), lodger: 'family', said: '家中老人无人照料' }
    expect(await post('appeals', appeal)).toBe('new')
    const listed = await desk.get('/isolation/orders?state=appealed', care)
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([order.id])
    expect((await read()).acts.at(-1)).toMatchObject({ type: 'appealed', said: '家中老人无人照料' })
    const stored = await stage.inside(
      ({ tx }) => tx<{ said: Buffer }[]>`select said from isolation.appeal where county = (select kernel.app_county())`,
    )
    expect(stored[0]?.said.toString('utf8')).not.toContain('老人')
    const decision = {
      id: newId(),
      recordedAt: nowAt(),
      decidedAt: nowAt(-1),
      outcome: 'upheld',
      documentNo: '试防申〔2020〕1号',
      reason: '改由社区照护',
    }
    const path = `appeals/${appeal.id}/decision`
    expect(await post(path, { ...decision, decider: order.decider })).toBe('isolation.appeal-to-decider')
    expect(await post(path, { ...decision, decider: '钱卫国' })).toBe('new')
    expect(await post(path, { ...decision, decider: '钱卫国' })).toBe('again')
    expect(await post(path, { ...decision, id: newId(), decider: '钱卫国' })).toBe('isolation.appeal-decided')
    expect(await post(`appeals/${newId()}/decision`, { ...decision, id: newId(), decider: '钱卫国' })).toBe(
      'isolation.appeal-unknown',
    )
    const card = await read()
    expect(card).toMatchObject({ state: 'ended', endedWhy: 'appeal-upheld', openAppealId: null })
    expect(card.certificateNo).toMatch(/^解除/)
  }),
)

test(
  'a transfer ends one order and opens the next; another kind takes a fresh decision',
  scenario(async (stage) => {
    const { desk, village, order, post, read, members } = await standing(stage)
    const move = {
      id: newId(),
      recordedAt: nowAt(),
      movedAt: nowAt(-1),
      kind: 'home',
      division: village,
      home: aHomeCheck(),
    }
    expect(await post('transfers', move)).toBe('isolation.same-place')
    expect(await post('transfers', { ...move, kind: 'central' })).toBe('isolation.fresh-decision-needed')
    const away = { ...move, division: `${stage.county}101201` }
    expect(await post('transfers', { ...away, home: null })).toBe('isolation.home-unfit')
    expect(await post('transfers', away)).toBe('new')
    expect(await post('transfers', away)).toBe('again')
    expect(await read()).toMatchObject({
      state: 'ended',
      endedWhy: 'transferred',
      certificateNo: null,
      followedBy: away.id,
    })
    const next = (await desk.get(`/isolation/orders/${away.id}`, care)).body
    expect(next).toMatchObject({
      state: 'standing',
      follows: order.id,
      documentNo: order.documentNo,
      endsOn: order.endsOn,
    })
    const board = (await desk.get('/isolation/board')).body
    expect(board.total).toMatchObject({ home: 1, central: 0 })
    expect(board.divisions.map(({ division }: { division: string }) => division)).toEqual([`${stage.county}101201`])
    const again = await desk.post('/isolation/orders', aStandingOrder(village, { personId: members[0] ?? '' }))
    expect(again.body.code).toBe('isolation.under-order')
  }),
)

test(
  'an order that comes to its end is over at once, and the job gives its certificate',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const order = anOrder(village, { personId: members[0] ?? '' })
    await desk.post('/isolation/orders', order)
    const read = async () => (await desk.get(`/isolation/orders/${order.id}`, care)).body
    expect(await read()).toMatchObject({ state: 'ended', endedWhy: 'expired', certificateNo: null })
    await stage.inside(writeExpired)
    // It was over when it was entered, so there is time to say how it really ended.
    expect((await read()).certificateNo).toBeNull()
    const later = (ctx: Ctx) => writeExpired({ ...ctx, now: new Date(Date.now() + 61 * 60_000) })
    await stage.inside(later)
    await stage.inside(later)
    const card = await read()
    expect(card).toMatchObject({ state: 'ended', endedWhy: 'expired', endsOn: '2020-02-15' })
    expect(card.certificateNo).toMatch(/^解除〔2020〕/)
    expect(card.acts.at(-1)).toMatchObject({ type: 'ended', at: '2020-02-15T16:00:00.000Z' })
  }),
)

test(
  'an order rests on a record that is there: a passage, a contact',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const checkpoint = await givenCheckpoint(stage)
    const passage = aPassage(checkpoint.id)
    await checkpoint.shift.post(`/checkpoints/${checkpoint.id}/passages`, passage)
    const contact = aContact(village, { person: { personId: members[0] ?? '' }, with: { personId: members[1] ?? '' } })
    await desk.post('/exposures/contacts', contact)
    const open = async (nth: number, source: OrderToSend['source']) => {
      const { body } = await desk.post('/isolation/orders', anOrder(village, { personId: members[nth] ?? '', source }))
      return body.code ?? body.arrival
    }
    expect(await open(0, { kind: 'exposure', ref: passage.id })).toBe('isolation.source-unknown')
    expect(await open(0, { kind: 'exposure', ref: contact.id })).toBe('new')
    expect(await open(1, { kind: 'screening', ref: passage.id })).toBe('new')
    expect(await open(2, { kind: 'hand', ref: passage.id })).toBe('kernel.input-invalid')
  }),
)

test(
  'a township proposes, the desk decides',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const officer = await stage.as.role('township-officer', { division: village.slice(0, 9) })
    const proposal = (personId = members[0] ?? '') => ({
      id: newId(),
      division: village,
      recordedAt: nowAt(),
      personId,
      kind: 'central',
      source: { kind: 'hand' },
      ground: 'close-contact',
      anchorOn: '2020-02-01',
    })
    const [one, other] = [proposal(), proposal(members[1])]
    expect((await officer.post('/isolation/proposals', one)).status).toBe(201)
    await officer.post('/isolation/proposals', other)
    const order = anOrder(village, { personId: members[0] ?? '', kind: 'central', home: null, proposalId: one.id })
    expect((await officer.post('/isolation/orders', order)).status).toBe(403)
    expect((await desk.post('/isolation/orders', { ...order, personId: members[2] ?? '' })).body.code).toBe(
      'isolation.proposal-unknown',
    )
    expect((await desk.post('/isolation/orders', order)).status).toBe(201)
    expect((await desk.post('/isolation/orders', order)).body.arrival).toBe('again')
    const decline = { id: newId(), recordedAt: nowAt(), reason: '不属密切接触' }
    expect((await desk.post(`/isolation/proposals/${one.id}/decline`, decline)).body.code).toBe(
      'isolation.proposal-answered',
    )
    const left = await desk.get('/isolation/proposals', care)
    expect(left.body.items.map(({ id }: { id: string }) => id)).toEqual([other.id])
    expect((await desk.post(`/isolation/proposals/${other.id}/decline`, decline)).status).toBe(201)
    expect((await desk.get('/isolation/proposals', care)).body.items).toEqual([])
  }),
)

test(
  'a village reads those at home, a site those in it, nobody another area',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const home = aStandingOrder(village, { personId: members[0] ?? '' })
    const central = aStandingOrder(village, {
      personId: members[1] ?? '',
      kind: 'central',
      home: null,
      disease: 'measles',
    })
    for (const order of [home, central]) expect((await desk.post('/isolation/orders', order)).body.code).toBeUndefined()
    const list = async (client: typeof desk) =>
      (await client.get('/isolation/orders', care)).body.items.map(({ id }: { id: string }) => id)
    expect(await list(desk)).toEqual([home.id, central.id].sort())
    expect(await list(await stage.as.role('village-cadre', { division: village }))).toEqual([home.id])
    expect(await list(await stage.as.role('isolation-staff', { division: village }))).toEqual([central.id])
    const elsewhere = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect(await list(elsewhere)).toEqual([])
    expect((await elsewhere.get(`/isolation/orders/${home.id}`, care)).status).toBe(404)
    expect((await elsewhere.get(`/isolation/orders?area=${village}`, care)).status).toBe(403)
  }),
)
