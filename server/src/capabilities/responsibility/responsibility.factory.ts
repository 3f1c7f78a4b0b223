import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { announce } from '../../kernel/feed.ts'
import { aHousehold, type GivenHousehold } from '../people/households.factory.ts'
import type { OpenPost } from './schema.ts'

export const SINCE = '2020-01-26T08:00:00+08:00'

/** Households door by door: `blocks` says how many live in each group of the village. */
export async function aVillage(
  stage: Scenario,
  blocks: readonly number[],
  under = '100201',
): Promise<GivenHousehold[]> {
  const homes: GivenHousehold[] = []
  await stage.inside(async (ctx) => {
    let walkOrder = 0
    for (const [index, count] of blocks.entries()) {
      for (let nth = 0; nth < count; nth += 1) {
        walkOrder += 1
        homes.push(await aHousehold(ctx, { under, members: 1, block: `第${index + 1}组`, walkOrder }))
      }
    }
    announce(ctx, [{ kind: 'household', division: `${stage.county}${under}`, ids: homes.map(({ id }) => id) }])
  })
  await stage.settle()
  return homes
}

export const aPost = (division: string, given: Partial<z.input<typeof OpenPost>> = {}): z.input<typeof OpenPost> => ({
  id: newId(),
  division,
  kind: 'volunteer',
  title: '志愿者',
  openedAt: SINCE,
  ...given,
})

/** Somebody on every level above a village; the last level is left to the test. */
export async function leadersOf(desk: Client, village: string, holderIds: readonly string[]) {
  const [county, township] = [village.slice(0, 6), village.slice(0, 9)]
  const held = (nth: number) => ({ kind: 'person' as const, id: holderIds[nth % holderIds.length] ?? '' })
  const items = [
    aPost(county, {
      kind: 'county-leader',
      title: '包东镇县领导',
      holder: held(0),
      duties: [{ reach: 'division', division: township }],
    }),
    aPost(township, {
      kind: 'township-leader',
      title: '包村干部',
      holder: held(1),
      duties: [{ reach: 'division', division: village }],
    }),
    aPost(village, {
      kind: 'village-cadre',
      title: '村支书',
      holder: held(2),
      duties: [{ reach: 'division', division: village }],
    }),
  ]
  const { body } = await desk.post('/responsibility/posts/batch', { items })
  if (!body.verdicts.every((one: { ok: boolean }) => one.ok)) throw new Error(JSON.stringify(body.verdicts))
  return items.map(({ id }) => id)
}
