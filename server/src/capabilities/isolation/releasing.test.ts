import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aCase } from '../cases/course.factory.ts'
import { seedProfiles } from '../cases/index.ts'
import { aContact, somebody } from '../exposures/exposures.factory.ts'
import { followChangeovers } from './editions.ts'
import { anOrder, dayFromNow, givenVillage } from './isolation.factory.ts'

const care = { purpose: 'isolation-care' } as const
const at = (day: string, hour = '12:00') => `${day}T${hour}:00+08:00`

/** Two who met a case: one of them met another case too. */
async function contacts(stage: Scenario) {
  const { desk, village, members } = await givenVillage(stage, 3)
  const one = await aCase(desk, village, { origin: 'clinic' })
  const other = await aCase(desk, village, { person: somebody({ name: '吴小川' }) })
  const meet = async (personId: string, caseOf: string) => {
    const contact = aContact(village, { person: { personId }, with: { personId: caseOf } })
    expect((await desk.post('/exposures/contacts', contact)).status).toBe(201)
    return contact.id
  }
  const keep = async (nth: number, source: { kind: 'exposure' | 'hand'; ref: string | null }) => {
    const order = anOrder(village, { personId: members[nth] ?? '', source })
    expect((await desk.post('/isolation/orders', order)).body.code).toBeUndefined()
    return async () => (await desk.get(`/isolation/orders/${order.id}`, care)).body
  }
  return { desk, village, members, one, other, meet, keep }
}

test(
  'when a case is excluded, whoever was kept for it goes home at once; whoever met another case stays',
  scenario(async (stage) => {
    const { members, one, other, meet, keep } = await contacts(stage)
    const [first = '', second = '', third = ''] = members
    const free = await keep(0, { kind: 'exposure', ref: await meet(first, one.personId) })
    const kept = await keep(1, { kind: 'exposure', ref: await meet(second, one.personId) })
    await meet(second, other.personId)
    const byHand = await keep(2, { kind: 'hand', ref: null })
    await meet(third, one.personId)
    expect(
      (await other.decide(at('2020-02-11'), 'suspected', 'judgement', { clinician: '赵报告', note: '专家组会诊' })).body
        .code,
    ).toBeUndefined()
    const named = { clinician: '赵报告', note: '专家组会诊' }
    expect((await one.decide(at('2020-02-11'), 'suspected', 'judgement', named)).body.code).toBeUndefined()
    expect((await one.decide(at('2020-02-12'), 'excluded', 'authorised', named)).body.code).toBeUndefined()
    expect(await free()).toMatchObject({
      state: 'ended',
      endedWhy: 'case-excluded',
      endsAt: '2020-02-12T04:00:00.000Z',
    })
    expect((await free()).certificateNo).toMatch(/^解除/)
    expect(await kept()).toMatchObject({ endedWhy: 'expired', endsOn: '2020-02-15' })
    expect(await byHand()).toMatchObject({ endedWhy: 'expired', endsOn: '2020-02-15' })
  }),
)

test(
  'a fever that never was a suspected case lets nobody go who was kept for having met somebody from elsewhere',
  scenario(async (stage) => {
    const { members, one, meet, keep } = await contacts(stage)
    const kept = await keep(0, { kind: 'exposure', ref: await meet(members[0] ?? '', one.personId) })
    expect((await one.decide(at('2020-02-12'), 'excluded', 'clinical')).body.code).toBeUndefined()
    expect(await kept()).toMatchObject({ endedWhy: 'expired', endsOn: '2020-02-15' })
  }),
)

test(
  'an order of changeover to a shorter edition lets people go earlier; nobody is kept longer by one',
  scenario(async (stage) => {
    const { desk, village, members } = await givenVillage(stage)
    const nowIso = new Date().toISOString()
    const order = anOrder(village, {
      personId: members[0] ?? '',
      disease: 'measles',
      startsAt: nowIso,
      recordedAt: nowIso,
      anchorOn: dayFromNow(-1),
      endsOn: dayFromNow(13),
      reviewOn: dayFromNow(7),
      home: null,
      kind: 'central',
    })
    expect((await desk.post('/isolation/orders', order)).body.code).toBeUndefined()
    const changeover = {
      id: newId(),
      from: 'measles-cn-2024',
      to: 'h5n1-us-cdc',
      day: dayFromNow(0),
    }
    // Told to the database as `cases` would keep it; which editions may follow each other is that neighbour's to judge.
    await stage.inside(async (ctx) => {
      await seedProfiles(ctx)
      await ctx.tx.unsafe(`insert into cases.changeover (county, id, disease, from_code, to_code, from_day, document_no, authority, decider, received_at, digest)
        values (${stage.county}, '${changeover.id}', 'measles', '${changeover.from}', '${changeover.to}', '${changeover.day}', '试防办〔2026〕9号', '县防控办', '周明远', now(), '')`)
    })
    const read = async () => (await desk.get(`/isolation/orders/${order.id}`, care)).body
    expect(await read()).toMatchObject({ profile: 'h5n1-us-cdc', endsOn: dayFromNow(13) })
    await stage.inside(followChangeovers)
    await stage.inside(followChangeovers)
    const after = await read()
    // Ten days after the anchor.
    expect(after.endsOn).toBe(dayFromNow(9))
    expect(after.acts.map(({ type }: { type: string }) => type)).toEqual(['opened', 'shortened'])
    expect(after.acts.at(-1).why).toContain('试防办〔2026〕9号')
  }),
)
