import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aPost, aVillage, leadersOf, SINCE } from './responsibility.factory.ts'

const ON = '2020-02-10'

test(
  'a household that moves is answered for where it lives: by the stairwell it moves into, no longer by the one it left',
  scenario(async (stage) => {
    const homes = await aVillage(stage, [3, 2])
    const [village, other] = [`${stage.county}100201`, `${stage.county}100202`]
    const desk = await stage.as.countyDesk()
    const people = homes.flatMap(({ members }) => members)
    await leadersOf(desk, village, people)
    await leadersOf(desk, other, people)
    const [moving, staying] = [homes[2]?.id ?? '', homes[3]?.id ?? '']
    const held = (nth: number) => ({ kind: 'person' as const, id: people[nth] ?? '' })
    const single = { reach: 'household' as const, householdId: moving }
    const block = { reach: 'block' as const, division: village, block: '第2组' }
    const posts = [
      aPost(village, { holder: held(0), duties: [single] }),
      aPost(village, { holder: held(1), duties: [block] }),
    ]
    await desk.post('/responsibility/posts/batch', { items: posts })
    await stage.settle()
    const loads = async () => {
      const { items } = (await desk.get('/responsibility/posts?kind=volunteer')).body
      return posts.map(({ id }) => items.find((one: { id: string }) => one.id === id).households)
    }
    const open = async () =>
      (await desk.get('/responsibility/uncovered')).body.items.map(({ id }: { id: string }) => id)
    const move = (body: object) =>
      desk.post(`/households/${moving}/move`, { id: newId(), on: ON, recordedAt: SINCE, walkOrder: 9, ...body })
    expect(await loads()).toEqual([1, 2])
    expect(await open()).toHaveLength(2)

    expect(await move({ division: village, block: '第2组', door: '9号' })).toMatchObject({ status: 201 })
    await stage.settle()
    expect(await loads()).toEqual([1, 3])
    const { items: blocks } = (await desk.get(`/responsibility/blocks?village=${village}`)).body
    expect(
      blocks.map((one: { block: string; households: number; covered: number }) => [
        one.block,
        one.households,
        one.covered,
      ]),
    ).toEqual([
      ['第1组', 2, 0],
      ['第2组', 3, 3],
    ])

    expect(await move({ division: other, block: '第1组', door: '1号', on: '2020-02-11' })).toMatchObject({
      status: 201,
    })
    await stage.settle()
    expect(await loads()).toEqual([0, 2])
    expect(await open()).toEqual(expect.arrayContaining([moving]))
    expect(await open()).not.toContain(staying)
    const chain = await desk.get(`/responsibility/households/${moving}/chain`, { purpose: 'home-visit' })
    expect(chain.body).toMatchObject({ division: other, lacking: ['household'] })
    const figure = async (name: string, asOf: string) =>
      (await desk.get(`/figures/${name}?area=${village}&asOf=${encodeURIComponent(asOf)}`)).body.value
    const before = '2020-02-10T23:00:00+08:00'
    expect([await figure('households-covered', before), await figure('households-uncovered', before)]).toEqual([3, 2])
    const after = '2020-02-11T08:00:00+08:00'
    expect([await figure('households-covered', after), await figure('households-uncovered', after)]).toEqual([2, 2])
  }),
)
