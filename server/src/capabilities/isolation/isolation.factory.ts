import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { aHousehold } from '../people/households.factory.ts'
import { homeConditions } from './rules.ts'
import type { OpenOrder } from './schema.ts'

export type OrderToSend = z.input<typeof OpenOrder>

/** Everything a decision has to say, about nobody yet. Made on 3 February 2020 about an exposure on the first. */
export const anOrder = (
  division: string,
  given: Partial<OrderToSend> & Pick<OrderToSend, 'personId'>,
): OrderToSend => ({
  id: newId(),
  division,
  recordedAt: '2020-02-03T10:05:00+08:00',
  kind: 'home',
  source: { kind: 'hand', ref: null },
  startsAt: '2020-02-03T10:00:00+08:00',
  documentNo: '试防办〔2020〕12号',
  authority: '试验县疫情防控工作领导小组办公室',
  decider: '周明远',
  ground: 'close-contact',
  anchorOn: '2020-02-01',
  endsOn: '2020-02-15',
  reviewOn: '2020-02-09',
  appeal: '可在三日内向县防控办提出申诉,电话0314-5050000。',
  home: aHomeCheck(),
  ...given,
})

export const aHomeCheck = (given: Partial<NonNullable<OrderToSend['home']>> = {}) => ({
  checkedAt: '2020-02-03T09:30:00+08:00',
  checkedBy: '李桂芬',
  met: [...homeConditions],
  ...given,
})

const DAY_MS = 86_400_000
/** A day in China, so many days from today. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10)

/** One that stands at this moment, begun yesterday; what the clock of the test says does not matter. */
export function aStandingOrder(
  division: string,
  given: Partial<OrderToSend> & Pick<OrderToSend, 'personId'>,
): OrderToSend {
  const now = Date.now()
  return anOrder(division, {
    startsAt: new Date(now - DAY_MS).toISOString(),
    recordedAt: new Date(now - DAY_MS + 60_000).toISOString(),
    anchorOn: dayFromNow(-2),
    endsOn: dayFromNow(3),
    reviewOn: dayFromNow(2),
    // The edition in force today ends observation after five days, at home.
    home: aHomeCheck({ checkedAt: new Date(now - DAY_MS - 3_600_000).toISOString() }),
    ...given,
  })
}

export interface GivenVillage {
  desk: Client
  village: string
  members: string[]
  householdId: string
}
/** A village with a household, and the county's desk. */
export async function givenVillage(
  { inside, as, county }: Scenario,
  members = 3,
  under = '100201',
): Promise<GivenVillage> {
  const { id, members: known } = await inside((ctx) => aHousehold(ctx, { members, under }))
  return { desk: await as.countyDesk(), village: `${county}${under}`, members: known, householdId: id }
}
