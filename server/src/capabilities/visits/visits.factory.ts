import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { announce } from '../../kernel/feed.ts'
import { aHousehold, type GivenHousehold } from '../people/households.factory.ts'
import type { OpenRound, Visit } from './schema.ts'

export const STARTED = '2020-02-17T07:30:00+08:00'
export const NOON = '2020-02-17T12:00:00+08:00'
export const EVENING = '2020-02-17T20:00:00+08:00'
/** A moment of the day of the round. */
export const at = (time: string): string => `2020-02-17T${time}:00+08:00`

export const aRound = (area: string, given: Partial<z.input<typeof OpenRound>> = {}): z.input<typeof OpenRound> => ({
  id: newId(),
  area,
  title: '第一轮敲门见人',
  questionnaire: { key: 'five-questions', version: 1 },
  startedAt: STARTED,
  targets: [
    { at: NOON, percent: 50 },
    { at: EVENING, percent: 100 },
  ],
  ...given,
})

type Given = Partial<z.input<typeof Visit>> & { roundId: string; householdId: string }
export const aVisit = (given: Given): z.input<typeof Visit> => ({
  id: newId(),
  recordedAt: at('09:30'),
  outcome: 'met',
  ...given,
})

/** Nobody was anywhere and nobody is ill. */
export const allNo = { 'been-there': 'no', 'met-from-there': false, symptoms: ['none'], travelled: false }

export interface GivenRound {
  roundId: string
  village: string
  desk: Client
  cadre: Client
  homes: GivenHousehold[]
}

/** A round over the county with some households in one village, the first of three people. `under` is the village in its county. */
export async function givenRound(
  { inside, as, county, settle }: Scenario,
  { under = '100201', homes: wanted = 3 } = {},
): Promise<GivenRound> {
  const homes: GivenHousehold[] = []
  for (let nth = 0; nth < wanted; nth += 1) {
    const block = `第${(nth % 2) + 1}组`
    homes.push(await inside((ctx) => aHousehold(ctx, { under, members: nth === 0 ? 3 : 1, walkOrder: nth + 1, block })))
  }
  const village = `${county}${under}`
  await inside(async (ctx) => announce(ctx, [{ kind: 'household', division: village, ids: homes.map(({ id }) => id) }]))
  const desk = await as.countyDesk()
  const round = aRound(String(county))
  const opened = await desk.post('/visits/rounds', round)
  if (opened.status !== 201) throw new Error(`no round was opened: ${JSON.stringify(opened.body)}`)
  await settle()
  return { roundId: round.id, village, desk, homes, cadre: await as.role('village-cadre', { division: village }) }
}
