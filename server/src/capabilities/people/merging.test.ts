import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aHouseholdToSend, aMember } from './households.factory.ts'
import { anIdNumber } from './people.factory.ts'

const tracing = { purpose: 'contact-tracing' } as const
const recordedAt = '2020-02-03T08:00:00+08:00'

/** The old parent in the village, and the same parent in the child's household in town, there without a document. */
async function countedTwice({ inside, as, county }: Scenario) {
  await inside((ctx) => keepInventedDivisions(ctx))
  const desk = await as.countyDesk()
  const [village, town] = [`${county}100201`, `${county}101201`]
  const parent = { name: '张德福', phone: '13800001111' }
  const first = aMember({ ...parent, relation: 'head', document: { kind: 'resident-id', number: anIdNumber() } })
  const second = aMember({ ...parent, relation: 'parent', document: null })
  const home = aHouseholdToSend(village, { members: [first] })
  const childs = aHouseholdToSend(town, { members: [aMember({ relation: 'head' }), second] })
  for (const sent of [home, childs]) expect((await desk.post('/households', sent)).status).toBe(201)
  const merge = (keptId: string, mergedId: string, more = {}) =>
    desk.post('/people/merges', { id: newId(), keptId, mergedId, ground: '同一手机号码', recordedAt, ...more })
  const undo = (mergeId: string, more = {}) =>
    desk.post(`/people/merges/${mergeId}/undo`, { id: newId(), ground: '是父子二人', recordedAt, ...more })
  const card = async (id: string) => (await desk.get(`/people/${id}/card`, tracing)).body
  return { desk, village, town, home, childs, old: first.id, double: second.id, merge, undo, card }
}
const membersOf = (stage: Scenario) =>
  stage.inside(async ({ tx }) => {
    const rows = await tx<{ person_id: string; household_id: string }[]>`
      select person_id, household_id from people.published_member where county = ${stage.county}`
    return new Map(rows.map((row) => [row.person_id, row.household_id]))
  })

test(
  'people who sound alike and share a phone or a birthday are suggested, side by side and masked',
  scenario(async (stage) => {
    const { desk, old, double, card } = await countedTwice(stage)
    const { items } = (await desk.get('/people/likeness', tracing)).body
    expect(items).toHaveLength(1)
    expect([items[0].one.person.id, items[0].other.person.id].sort()).toEqual([old, double].sort())
    expect(items[0].same).toEqual({ name: true, sound: true, phone: true, document: null, birthday: null })
    expect(JSON.stringify(items)).not.toContain('13800001111')
    expect((await card(old)).alike).toEqual([double])
    const cadre = await stage.as.role('village-cadre', { division: `${stage.county}100201` })
    expect((await cadre.get('/people/likeness', { purpose: 'home-visit' })).status).toBe(403)
  }),
)

test(
  'a merge leaves one person with both ids: every read follows, and the home is the kept one’s',
  scenario(async (stage) => {
    const { desk, old, double, merge, card, home, childs } = await countedTwice(stage)
    const id = newId()
    expect((await merge(old, double, { id })).body).toEqual({ id, arrival: 'new' })
    expect((await merge(old, double, { id })).body).toEqual({ id, arrival: 'again' })
    expect((await merge(old, double, { id, ground: '别的理由' })).body.code).toBe('kernel.id-taken')
    expect((await merge(old, double)).body.code).toBe('people.already-one')
    expect((await merge(double, old)).body.code).toBe('people.already-one')
    const [byOld, byDouble] = [await card(old), await card(double)]
    expect(byDouble.person).toEqual(byOld.person)
    expect(byDouble.person).toMatchObject({ id: old, name: '张*福', documentKind: 'resident-id' })
    expect(byOld.ids.sort()).toEqual([old, double].sort())
    expect(byOld.alike).toEqual([])
    expect((await desk.get('/people/likeness', tracing)).body.items).toEqual([])
    expect((await desk.post('/people/search', { q: 'zdf' }, tracing)).body.items).toHaveLength(1)
    expect((await desk.post('/people/find', { by: 'phone', phone: '13800001111' }, tracing)).body.items).toHaveLength(1)
    const members = await membersOf(stage)
    expect([members.get(old), members.has(double)]).toEqual([home.id, false])
    const left = (await desk.get(`/households/${childs.id}`, tracing)).body
    expect(left.earlier).toMatchObject([{ reason: 'merged', person: { id: old } }])
    const aliases = await stage.inside(
      ({ tx }) => tx`select id, now_id from people.published_alias where county = ${stage.county}`,
    )
    expect(aliases).toEqual([{ id: double, now_id: old }])
  }),
)

test(
  'where only the merged one had a home, the kept one lives there now; taken back, it is as before',
  scenario(async (stage) => {
    const { desk, double, childs, undo, card } = await countedTwice(stage)
    const alone = newId()
    await desk.post('/people', {
      id: alone,
      division: childs.division,
      recordedAt,
      name: '张德福',
      phone: '13800001111',
    })
    const mergeId = newId()
    await desk.post('/people/merges', { id: mergeId, keptId: alone, mergedId: double, ground: '同一手机', recordedAt })
    expect((await membersOf(stage)).get(alone)).toBe(childs.id)
    const back = { id: newId() }
    expect((await undo(mergeId, back)).body).toEqual({ ...back, arrival: 'new' })
    expect((await undo(mergeId, back)).body).toEqual({ ...back, arrival: 'again' })
    expect((await undo(mergeId)).body.code).toBe('people.merge-over')
    const members = await membersOf(stage)
    expect([members.get(double), members.has(alone)]).toEqual([childs.id, false])
    expect((await card(double)).person.id).toBe(double)
    expect((await card(alone)).merges).toMatchObject([{ id: mergeId, keptId: alone, mergedId: double }])
    expect((await card(alone)).merges[0].undoneAt).not.toBeNull()
  }),
)

test(
  'chains come apart where they were joined, in any order',
  scenario(async (stage) => {
    const { desk, village } = await countedTwice(stage)
    const [a, b, c] = [newId(), newId(), newId()]
    for (const id of [a, b, c]) await desk.post('/people', { id, division: village, recordedAt, name: '周一' })
    const join = async (keptId: string, mergedId: string) => {
      const id = newId()
      const reply = await desk.post('/people/merges', { id, keptId, mergedId, ground: '同一人', recordedAt })
      expect(reply.status).toBe(201)
      return id
    }
    const now = async () =>
      Promise.all([a, b, c].map(async (id) => [a, b, c].indexOf((await desk.get(`/people/${id}`, tracing)).body.id)))
    const part = (mergeId: string) =>
      desk.post(`/people/merges/${mergeId}/undo`, { id: newId(), ground: '不是', recordedAt })
    const first = await join(b, a)
    const second = await join(c, a)
    expect(await now()).toEqual([2, 2, 2])
    await part(first)
    expect(await now()).toEqual([0, 2, 2])
    await part(second)
    expect(await now()).toEqual([0, 1, 2])
    const third = await join(b, a)
    await join(c, b)
    await part(third)
    expect(await now()).toEqual([0, 2, 2])
  }),
)

test(
  'two who are two are not suggested again, and who decides has to keep both',
  scenario(async (stage) => {
    const { desk, old, double, merge } = await countedTwice(stage)
    const township = await stage.as.role('township-officer', { division: `${stage.county}100` })
    const send = { id: newId(), keptId: old, mergedId: double, ground: '同一人', recordedAt }
    expect((await township.post('/people/merges', send)).body.code).toBe('people.person-unknown')
    expect((await merge(old, newId())).body.code).toBe('people.person-unknown')
    const said = { id: newId(), oneId: double, otherId: old, ground: '同名邻居', recordedAt }
    expect((await desk.post('/people/different', said)).body.arrival).toBe('new')
    expect((await desk.post('/people/different', said)).body.arrival).toBe('again')
    expect((await desk.post('/people/different', { ...said, ground: '改口' })).body.code).toBe('kernel.id-taken')
    expect((await desk.get('/people/likeness', tracing)).body.items).toEqual([])
    const pair = await desk.post('/people/compare', { oneId: old, otherId: double }, tracing)
    expect(pair.body.same.phone).toBe(true)
    expect((await desk.post('/people/compare', { oneId: old, otherId: newId() }, tracing)).status).toBe(404)
  }),
)

test(
  'eight desks that merge the same pair at once make one merge',
  scenario(async (stage) => {
    const { old, double, merge, card } = await countedTwice(stage)
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, nth) => (nth % 2 ? merge(old, double) : merge(double, old))),
    )
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    const { person, ids } = await card(old)
    expect(ids).toContain(person.id)
    expect((await membersOf(stage)).has(person.id)).toBe(true)
  }),
)
