import { beforeAll, expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aHousehold, aHouseholdToSend, aMember } from './households.factory.ts'
import { anIdNumber } from './people.factory.ts'

const visit = { purpose: 'home-visit' } as const
let villages: string[]
beforeAll(() => {
  villages = ['100201', '100202', '101201']
})

/** A county with two townships, its desk, and the cadre of its first village. */
async function aCounty({ inside, as, county }: Scenario) {
  await inside((ctx) => keepInventedDivisions(ctx))
  const [here = '', beside = '', far = ''] = villages.map((under) => `${county}${under}`)
  const cadreOf = (division: string) => as.role('village-cadre', { division })
  return { here, beside, far, desk: await as.countyDesk(), cadre: await cadreOf(here), cadreOf }
}

test(
  'neighbours see households and members of their own area, through the published views',
  scenario(async ({ inside, county }) => {
    const given = await inside((ctx) => aHousehold(ctx, { members: 3, block: '2栋1单元', walkOrder: 7 }))
    const found = await inside(async ({ tx }) => ({
      households: await tx`select * from people.published_household where county = ${county}`,
      members: await tx`select person_id, division, head from people.published_member where household_id = ${given.id}`,
      persons: await tx`select id, now_id, division from people.published_person where county = ${county}`,
    }))
    expect(found.households).toMatchObject([
      { id: given.id, division: given.division, block: '2栋1单元', walk_order: 7, open: true, compound_id: null },
    ])
    expect(found.members.map((one) => one.person_id).sort()).toEqual([...given.members].sort())
    expect(found.members.filter((one) => one.head)).toMatchObject([{ person_id: given.members[0] }])
    expect(found.persons.every((one) => one.id === one.now_id && one.division === given.division)).toBe(true)
  }),
)

test(
  'a household is written down at its door, listed in walking order and seen by its village alone',
  scenario(async (stage) => {
    const { here, cadre, cadreOf, beside, desk } = await aCounty(stage)
    const second = aHouseholdToSend(here, { walkOrder: 2, door: '302室', members: [aMember({ relation: 'head' })] })
    const first = aHouseholdToSend(here, { members: [aMember({ relation: 'head', name: '张永丰' }), aMember()] })
    for (const sent of [second, first]) expect((await cadre.post('/households', sent)).status).toBe(201)
    const list = (await cadre.get('/households', visit)).body
    expect(list.items).toMatchObject([
      { id: first.id, door: '301室', members: 2, head: { name: '张*丰' }, open: true },
      { id: second.id, door: '302室', members: 1 },
    ])
    const page = (await cadre.get('/households?limit=1', visit)).body
    expect((await cadre.get(`/households?limit=1&after=${page.next}`, visit)).body.items[0].id).toBe(second.id)
    const shown = (await cadre.get(`/households/${first.id}`, visit)).body
    expect(shown.members.map(({ relation }: { relation: string }) => relation)).toEqual(['head', 'not-said'])
    const neighbour = await cadreOf(beside)
    expect((await neighbour.get('/households', visit)).body.items).toEqual([])
    expect((await neighbour.get(`/households/${first.id}`, visit)).body.code).toBe('people.household-unknown')
    expect((await neighbour.post('/households', aHouseholdToSend(here))).status).toBe(403)
    const verifier = await stage.as.role('data-verifier')
    const asked = await verifier.get(`/households/${first.id}`, { purpose: 'contact-tracing' })
    expect(asked.body.door).toBe('301室')
    expect((await desk.get('/households')).body.code).toBe('kernel.purpose-needed')
    expect((await desk.get('/households', { purpose: 'checkpoint-screening' })).status).toBe(200)
  }),
)

test(
  'what is wrong is said for each cell, and nothing of that household is kept; the others are',
  scenario(async (stage) => {
    const { here, cadre } = await aCounty(stage)
    const twice = anIdNumber()
    const resident = (number: string) => ({ kind: 'resident-id', number })
    const bad = aHouseholdToSend(here, {
      members: [aMember(), aMember({ document: resident('130899197001010011') }), aMember({ phone: '12' })],
    })
    const items = [
      aHouseholdToSend(here),
      bad,
      aHouseholdToSend(here, { members: [aMember({ document: resident(anIdNumber()), birthDate: '1901-01-01' })] }),
      aHouseholdToSend(here, { members: [aMember({ relation: 'head' }), aMember({ relation: 'head' })] }),
      aHouseholdToSend(here, {
        members: [aMember({ document: resident(twice) }), aMember({ document: resident(twice) })],
      }),
      aHouseholdToSend(here, { since: '2999-01-01' }),
      aHouseholdToSend(`${here.slice(0, 9)}999`),
      aHouseholdToSend(here, { compoundId: newId() }),
      aHouseholdToSend(here, { members: [] }),
    ]
    const { verdicts } = (await cadre.post('/households/batch', { items })).body
    const said = verdicts.map(
      ({ ok, problem }: { ok: boolean; problem?: { code: string; issues?: Array<{ path: string }> } }) =>
        ok ? 'kept' : [problem?.code, ...(problem?.issues ?? []).map(({ path }) => path)].join(' '),
    )
    expect(said).toEqual([
      'kept',
      'kernel.input-invalid members.1.document.number members.2.phone',
      'people.members-refused members.0.document.number',
      'kernel.input-invalid members.1.relation',
      'people.members-refused members.1.document.number',
      'people.day-ahead',
      'kernel.not-allowed',
      'people.compound-unknown',
      'kernel.input-invalid members',
    ])
    const [persons] = await stage.inside(
      ({ tx }) => tx`select count(*)::int as n from people.person where county = ${stage.county}`,
    )
    expect(persons?.n).toBe(2)
  }),
)

test(
  'sent again it is the same; with other content, or under somebody else’s id, it is refused',
  scenario(async (stage) => {
    const { here, cadre, desk } = await aCounty(stage)
    const sent = aHouseholdToSend(here)
    const first = await cadre.post('/households', sent)
    const again = await cadre.post('/households', sent)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual({ ...first.body, arrival: 'again' })
    expect((await cadre.post('/households', { ...sent, door: '999室' })).body.code).toBe('kernel.id-taken')
    const [member] = sent.members
    const stolen = aHouseholdToSend(here, { members: [aMember({ id: member?.id })] })
    expect((await cadre.post('/households', stolen)).body.code).toBe('kernel.id-taken')
    const both = (await desk.post('/households/batch', { items: [sent, sent, { ...sent, block: 'x' }] })).body.verdicts
    expect(both.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true, false])
    expect((await cadre.get('/households', visit)).body.items).toHaveLength(1)
  }),
)

test(
  'nobody lives in two households: whoever has moved is said to move, and leaves the old one',
  scenario(async (stage) => {
    const { here, beside, cadre, desk, cadreOf } = await aCounty(stage)
    const document = { kind: 'resident-id', number: anIdNumber() }
    const old = aHouseholdToSend(here, { members: [aMember({ relation: 'head' }), aMember({ document })] })
    await cadre.post('/households', old)
    const next = (moves: boolean) => aHouseholdToSend(beside, { members: [aMember({ document, moves })] })
    const refused = await desk.post('/households', next(false))
    expect(refused.body).toMatchObject({
      code: 'people.members-refused',
      issues: [{ path: 'members.0.document.number' }],
    })
    const neighbour = await cadreOf(beside)
    const beyond = await neighbour.post('/households', next(true))
    expect(beyond.body.issues[0].zh).toContain('辖区以外')
    const sent = next(true)
    const moved = await desk.post('/households', sent)
    expect(moved.status).toBe(201)
    const personId = moved.body.members[0].personId
    expect(personId).toBe(old.members[1]?.id)
    const left = (await cadre.get(`/households/${old.id}`, visit)).body
    expect(left.members).toHaveLength(1)
    expect(left.earlier).toMatchObject([{ reason: 'moved', until: '2020-01-20', person: { id: personId } }])
    expect((await neighbour.get(`/people/${personId}`, visit)).body).toMatchObject({ visible: true, name: '周*满' })
    const kept = await stage.inside(
      ({ tx }) => tx`select division from people.published_person where county = ${stage.county} and id = ${personId}`,
    )
    expect(kept).toEqual([{ division: beside }])
  }),
)

test(
  'who was met at a checkpoint elsewhere comes home to the village that writes the household down',
  scenario(async (stage) => {
    const { here, far, cadre } = await aCounty(stage)
    const document = { kind: 'resident-id', number: anIdNumber() }
    const shift = await stage.as.role('checkpoint-shift', { division: far })
    const met = await shift.post('/people', {
      id: newId(),
      division: far,
      recordedAt: '2020-02-01T08:00:00+08:00',
      name: '周小满',
      document,
    })
    const home = await cadre.post('/households', aHouseholdToSend(here, { members: [aMember({ document })] }))
    expect(home.body.members[0].personId).toBe(met.body.personId)
    const rows = await stage.inside(
      ({ tx }) => tx`select division from people.published_person where county = ${stage.county}`,
    )
    expect(rows).toEqual([{ division: here }])
    const chosen = aHouseholdToSend(here, { members: [{ id: newId(), personId: met.body.personId }] })
    expect((await cadre.post('/households', chosen)).body.issues[0].path).toBe('members.0.personId')
    const nobody = aHouseholdToSend(here, { members: [{ id: newId(), personId: newId() }] })
    expect((await cadre.post('/households', nobody)).body.issues[0].zh).toContain('没有这个人')
  }),
)

test(
  'eight offices that write the same people down at once make one household of them each, and one person of each',
  scenario(async (stage) => {
    const { here, desk } = await aCounty(stage)
    const document = { kind: 'resident-id', number: anIdNumber() }
    const sent = Array.from({ length: 8 }, () => aHouseholdToSend(here, { members: [aMember({ document })] }))
    const replies = await Promise.all(sent.map((one) => desk.post('/households', one)))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    const members = await stage.inside(
      ({ tx }) => tx`select person_id from people.published_member where county = ${stage.county}`,
    )
    expect(members).toHaveLength(1)
  }),
)
