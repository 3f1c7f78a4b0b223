import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { aContact, aJourney, anIllness, givenCounty, personOf } from './exposures.factory.ts'

const CUT_OFF = '2020-02-18T23:59:59+08:00'
const tracing = { purpose: 'contact-tracing' } as const
const at = (moment: string) => encodeURIComponent(moment)

test(
  'rings go outward from a person, each meeting drawn once',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const middle = personOf(await desk.post('/exposures/travel', aJourney(village)))
    const met = async (personId: string) =>
      personOf(await desk.post('/exposures/contacts', aContact(village, { with: { personId } })))
    const spouse = await met(middle)
    const colleague = await met(spouse)
    const third = await met(colleague)
    personOf(
      await desk.post(
        '/exposures/contacts',
        aContact(village, { person: { personId: middle }, with: { personId: spouse } }),
      ),
    )
    personOf(await desk.post('/exposures/illness', anIllness(village, { person: { personId: spouse } })))
    const rings = async (query: string) =>
      (await desk.get(`/exposures/rings?${query}&asOf=${at(CUT_OFF)}`, tracing)).body
    const { nodes, edges, more } = await rings(`personId=${middle}&depth=2`)
    expect(new Map(nodes.map((node: { person: { id: string }; ring: number }) => [node.person.id, node.ring]))).toEqual(
      new Map([
        [middle, 0],
        [spouse, 1],
        [colleague, 2],
      ]),
    )
    expect(edges).toHaveLength(2)
    expect(more).toBe(false)
    expect(nodes[1]).toMatchObject({ illness: 'suspected', categories: ['contacts-both', 'contacts-wuhan'] })
    expect((await rings(`personId=${middle}&depth=3`)).nodes).toHaveLength(4)
    const around = await rings('category=from-wuhan&depth=1')
    expect(around.nodes.map(({ person }: { person: { id: string } }) => person.id)).toEqual([middle, spouse])
    expect(around.nodes.map(({ person }: { person: { id: string } }) => person.id)).not.toContain(third)
    expect(await desk.get('/exposures/rings', tracing)).toMatchObject({
      status: 422,
      body: { code: 'exposures.centre-needed' },
    })
    const early = `/exposures/rings?personId=${middle}&asOf=${at('2020-01-22T20:00:00+08:00')}`
    expect((await desk.get(early, tracing)).body.nodes).toHaveLength(1)
  }),
)

test(
  'two who fell ill within fourteen days in one household are a cluster by the plan of February 2020; other plans go by area',
  scenario(async (stage) => {
    const { desk, village } = await givenCounty(stage)
    const first = personOf(
      await desk.post('/exposures/illness', anIllness(village, { onsetAt: '2020-01-20T08:00:00+08:00' })),
    )
    const ill = async (onsetAt: string, kind: 'household' | 'same-vehicle' = 'household') => {
      const personId = personOf(
        await desk.post('/exposures/contacts', aContact(village, { with: { personId: first }, kind })),
      )
      personOf(await desk.post('/exposures/illness', anIllness(village, { person: { personId }, onsetAt })))
      return personId
    }
    const clusters = async (moment = CUT_OFF, disease = 'covid-19') =>
      (await desk.get(`/exposures/clusters?asOf=${at(moment)}&disease=${disease}`, tracing)).body
    await ill('2020-02-04T00:00:00+08:00')
    await ill('2020-01-22T08:00:00+08:00', 'same-vehicle')
    expect((await clusters()).items).toEqual([])
    const second = await ill('2020-02-03T23:00:00+08:00')
    const found = await clusters()
    expect(found).toMatchObject({ profile: 'covid19-cn-ed4', rules: [{ cases: 2, days: 14, scope: 'small-setting' }] })
    expect(found.items).toHaveLength(1)
    expect(found.items[0]).toMatchObject({ cases: 3, scope: 'small-setting', division: null })
    expect(found.items[0].persons.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([first, second]))
    expect((await clusters('2020-02-01T00:00:00+08:00')).items).toEqual([])
    expect(await clusters(CUT_OFF, 'measles')).toMatchObject({
      rules: [
        { cases: 2, days: 10, scope: 'village-or-school' },
        { cases: 5, days: 10, scope: 'township' },
      ],
      items: [
        { scope: 'village-or-school', division: village, cases: 2 },
        { scope: 'village-or-school', division: village, cases: 2 },
      ],
    })
  }),
)
