import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { followMoves, type HomeMove } from './handing-on.ts'
import { aHousehold, aHouseholdToSend, aMember } from './households.factory.ts'

const visit = { purpose: 'home-visit' } as const
const told: HomeMove[] = []
followMoves(async (_ctx, moves) => {
  told.push(...moves)
})

async function aFamily(stage: Scenario, members = 3) {
  const { county, as, inside } = stage
  const given = await inside((ctx) => aHousehold(ctx, { members }))
  const beside = `${county}100202`
  const far = `${county}101201`
  const cadre = (division: string) => as.role('village-cadre', { division })
  return { ...given, beside, far, cadre, desk: await as.countyDesk() }
}
const at = (on: string) => ({ on, recordedAt: '2020-02-03T08:00:00+08:00' })
const move = (division: string, more = {}) => ({
  id: newId(),
  division,
  block: '第2组',
  walkOrder: 5,
  door: '9号',
  ...at('2020-02-02'),
  ...more,
})

test(
  'a household that moves is the new village’s, with its people and who they are; the old village keeps its own part',
  scenario(async (stage) => {
    const { id, division, beside, members, cadre, desk } = await aFamily(stage)
    const sent = move(beside)
    expect((await desk.post(`/households/${id}/move`, sent)).body).toEqual({ id: sent.id, arrival: 'new' })
    expect((await desk.post(`/households/${id}/move`, sent)).body).toEqual({ id: sent.id, arrival: 'again' })
    expect((await desk.post(`/households/${id}/move`, { ...sent, door: '8号' })).body.code).toBe('kernel.id-taken')

    const there = await cadre(beside)
    const home = (await there.get(`/households/${id}`, visit)).body
    expect(home).toMatchObject({ division: beside, open: true, block: '第2组', door: '9号', earlier: [] })
    expect(home.members.map((one: { person: { id: string } }) => one.person.id).sort()).toEqual([...members].sort())
    expect(home.members[0]).toMatchObject({
      relation: 'head',
      since: '2020-02-02',
      person: { visible: true, name: '周*满' },
    })

    const here = await cadre(division)
    const before = (await here.get(`/households/${id}`, visit)).body
    expect(before).toMatchObject({ division, open: false, reason: 'moved', members: [] })
    expect(before.earlier).toHaveLength(3)
    expect((await here.get('/households', visit)).body.items).toEqual([])
    expect((await here.get('/households?state=closed', visit)).body.items).toEqual([])

    const whole = (await desk.get(`/households/${id}`, visit)).body
    expect([whole.members.length, whole.earlier.length, whole.dwellings.length]).toEqual([3, 3, 2])
    const published = await stage.inside(({ tx }) =>
      Promise.all([
        tx`select division, open from people.published_household where id = ${id}`,
        tx`select distinct division from people.published_member where household_id = ${id}`,
        tx`select distinct division from people.published_person where county = ${stage.county}`,
      ]),
    )
    expect(published).toEqual([[{ division: beside, open: true }], [{ division: beside }], [{ division: beside }]])
  }),
)

test(
  'neighbours whose work follows people home hear of it in the transaction of the move, and the feed tells both villages',
  scenario(async (stage) => {
    const { id, division, beside, members, cadre, desk } = await aFamily(stage, 2)
    const sent = move(beside)
    await desk.post(`/households/${id}/move`, sent)
    const mine = told.filter(({ householdId }) => householdId === id)
    expect(mine.map(({ personId }) => personId).sort()).toEqual([...members].sort())
    expect(mine[0]).toMatchObject({ from: division, to: beside, on: '2020-02-02', movedBy: sent.id })
    await stage.settle()
    for (const village of [division, beside]) {
      const { items } = (await (await cadre(village)).get('/sync/feed')).body
      expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual(
        expect.arrayContaining(['household', 'person-home']),
      )
    }
  }),
)

test(
  'a move needs somebody who answers for both ends, and a day that makes sense',
  scenario(async (stage) => {
    const { id, division, beside, far, cadre, desk, county } = { ...(await aFamily(stage)), county: stage.county }
    const township = await stage.as.role('township-officer', { division: `${county}100` })
    expect((await (await cadre(division)).post(`/households/${id}/move`, move(beside))).status).not.toBe(201)
    expect((await township.post(`/households/${id}/move`, move(far))).body.code).toMatch(/division-unknown|not-allowed/)
    for (const [more, code] of [
      [{ on: '2999-01-01' }, 'people.day-ahead'],
      [{ on: '2019-01-01' }, 'people.day-before-start'],
      [{ division: `${county}100999` }, 'people.division-unknown'],
      [{ compoundId: newId() }, 'people.compound-unknown'],
      [{ division: `${county}100` }, 'kernel.input-invalid'],
    ] as const) {
      expect((await desk.post(`/households/${id}/move`, move(beside, more))).body.code).toBe(code)
    }
    expect((await township.post(`/households/${id}/move`, move(beside))).status).toBe(201)
    expect((await township.post(`/households/${id}/move`, move(far))).status).toBe(403)
    expect((await desk.post(`/households/${newId()}/move`, move(beside))).body.code).toBe('people.household-unknown')
  }),
)

test(
  'one member moves to another household, and another leaves the county',
  scenario(async (stage) => {
    const { id, beside, cadre, desk } = await aFamily(stage)
    const other = aHouseholdToSend(beside)
    await desk.post('/households', other)
    const shown = async () => (await desk.get(`/households/${id}`, visit)).body
    const [head, going, leaving] = (await shown()).members
    const sent = { id: newId(), householdId: other.id, relation: 'parent', ...at('2020-02-02') }
    expect((await desk.post(`/memberships/${going.membershipId}/move`, sent)).status).toBe(201)
    expect((await desk.post(`/memberships/${going.membershipId}/move`, sent)).body.arrival).toBe('again')
    expect((await desk.post(`/memberships/${going.membershipId}/move`, { ...sent, id: newId() })).body.code).toBe(
      'people.membership-over',
    )
    const joined = (await (await cadre(beside)).get(`/households/${other.id}`, visit)).body
    expect(joined.members.find((one: { membershipId: string }) => one.membershipId === sent.id)).toMatchObject({
      relation: 'parent',
      person: { id: going.person.id, visible: true },
    })
    const end = { id: newId(), reason: 'left-county', ...at('2020-02-02') }
    expect((await desk.post(`/memberships/${leaving.membershipId}/end`, end)).status).toBe(201)
    expect((await desk.post(`/memberships/${leaving.membershipId}/end`, end)).body.arrival).toBe('again')
    expect((await desk.post(`/memberships/${leaving.membershipId}/end`, { ...end, id: newId() })).body.code).toBe(
      'people.membership-over',
    )
    expect((await desk.post(`/memberships/${newId()}/end`, end)).body.code).toBe('people.membership-unknown')
    const after = await shown()
    expect(after.members.map((one: { membershipId: string }) => one.membershipId)).toEqual([head.membershipId])
    expect(after.earlier.map(({ reason }: { reason: string }) => reason).sort()).toEqual(['left-county', 'moved'])
  }),
)

test(
  'a household is closed with its memberships, and takes nobody in afterwards',
  scenario(async (stage) => {
    const { id, division, cadre } = await aFamily(stage, 2)
    const here = await cadre(division)
    const more = {
      since: '2020-02-01',
      recordedAt: '2020-02-01T08:00:00+08:00',
      members: [aMember({ relation: 'child' })],
    }
    const added = await here.post(`/households/${id}/members`, more)
    expect(added.body).toMatchObject({ id, arrival: 'new' })
    expect((await here.post(`/households/${id}/members`, more)).body.arrival).toBe('again')
    const second = { ...more, members: [aMember({ relation: 'head' })] }
    expect((await here.post(`/households/${id}/members`, second)).body.issues[0].path).toBe('members.0.relation')
    const end = { id: newId(), reason: 'empty', ...at('2020-02-02') }
    expect((await here.post(`/households/${id}/close`, end)).status).toBe(201)
    expect((await here.post(`/households/${id}/close`, end)).body.arrival).toBe('again')
    expect((await here.post(`/households/${id}/close`, { ...end, id: newId() })).body.code).toBe(
      'people.household-closed',
    )
    expect((await here.post(`/households/${id}/members`, { ...more, members: [aMember()] })).body.code).toBe(
      'people.household-closed',
    )
    expect((await here.get('/households?state=closed', visit)).body.items).toMatchObject([
      { id, open: false, members: 0 },
    ])
    expect((await here.get(`/households/${id}`, visit)).body).toMatchObject({ reason: 'empty', members: [] })
  }),
)

test(
  'the head hands over to a successor, and both relations have a history',
  scenario(async (stage) => {
    const { id, division, cadre } = await aFamily(stage)
    const here = await cadre(division)
    const shown = async () => (await here.get(`/households/${id}`, visit)).body
    const [head, next] = (await shown()).members
    const sent = { id: newId(), relation: 'head', ...at('2020-02-02') }
    expect((await here.post(`/memberships/${next.membershipId}/relation`, sent)).body.arrival).toBe('new')
    expect((await here.post(`/memberships/${next.membershipId}/relation`, sent)).body.arrival).toBe('again')
    const after = await shown()
    expect(after.members[0]).toMatchObject({ relation: 'head', person: { id: next.person.id } })
    expect(after.members.filter((one: { relation: string }) => one.relation === 'head')).toHaveLength(1)
    expect(after.earlier.map((one: { reason: string }) => one.reason)).toEqual(['relation-changed', 'relation-changed'])
    const late = { ...sent, id: newId() }
    expect((await here.post(`/memberships/${head.membershipId}/relation`, late)).body.code).toBe(
      'people.membership-over',
    )
  }),
)
