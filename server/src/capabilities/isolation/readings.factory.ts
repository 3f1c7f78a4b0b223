import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { aHousehold } from '../people/households.factory.ts'
import { anOrder, aStandingOrder } from './isolation.factory.ts'
import { publishedPlan, type ReadingPlan } from './rules.readings.ts'
import type { Reading } from './schema.readings.ts'
import { keepPlan } from './sql.readings.ts'

export type ReadingToSend = z.input<typeof Reading>

/** In time, normal, on the seventh day of an order of `anOrder`. */
export const aReading = (
  orderId: string,
  given: Partial<ReadingToSend> = {},
): Omit<ReadingToSend, 'orderId'> & { orderId: string } => ({
  id: newId(),
  orderId,
  recordedAt: '2020-02-08T07:30:00+08:00',
  temperatureC: 36.5,
  ...given,
})

export interface Observed {
  orderId: string
  personId: string
  householdId: string
  village: string
}
export interface GivenObserved extends Observed {
  desk: Client
  cadre: Client
  homes: Observed[]
}

/** Households with one person each, all of whom are under an order; the last door of the village first. */
export async function givenObserved(
  stage: Scenario,
  { homes: many = 1, standing = false, under = '100201' } = {},
): Promise<GivenObserved> {
  const village = `${stage.county}${under}`
  const desk = await stage.as.countyDesk()
  const homes: Observed[] = []
  for (let nth = many; nth > 0; nth -= 1) {
    const block = `第${(nth % 2) + 1}组`
    const { id: householdId, members } = await stage.inside((ctx) =>
      aHousehold(ctx, { under, members: 1, walkOrder: nth, block }),
    )
    const [personId = ''] = members
    const order = (standing ? aStandingOrder : anOrder)(village, { personId, householdId })
    const opened = await desk.post('/isolation/orders', order)
    if (opened.status !== 201) throw new Error(`no order: ${JSON.stringify(opened.body)}`)
    homes.push({ orderId: order.id, personId, householdId, village })
  }
  const [first] = homes
  if (!first) throw new Error('nobody under observation')
  return { ...first, desk, cadre: await stage.as.role('village-cadre', { division: village }), homes }
}

/** Both checks of a day are over five minutes after midnight, so that a test does not hang on the hour at which it runs. */
export const earlyPlan: ReadingPlan = {
  ...publishedPlan,
  windows: {
    ...publishedPlan.windows,
    2: [
      { slot: 'morning', opens: 0, due: 1, missed: 2 },
      { slot: 'evening', opens: 3, due: 4, missed: 5 },
    ],
  },
}
export const givenPlan = ({ inside }: Scenario, body: ReadingPlan = earlyPlan) =>
  inside(({ tx, actor, now }) =>
    keepPlan(tx, {
      county: actor.county,
      id: newId(),
      since: '2020-01-01',
      body,
      recorded_by: null,
      received_at: now,
      digest: Buffer.alloc(32),
    }),
  )

/** The record of this id has told its fever already, where nobody of another village sees it. */
export const aFeverToldElsewhere = ({ tx, actor: { county }, now }: Ctx, originId: string, division: string) => tx`
  with e as (
    insert into cases.episode (county, id, division, person_id, disease, profile, origin, opened_at, received_at)
    values (${county}, ${newId()}, ${division}, ${newId()}, 'covid-19', 'covid19-cn-ed4', 'reading', ${now}, ${now})
    returning county, id, division)
  insert into cases.fever (county, id, division, case_id, origin, origin_id, at, symptoms, received_at, digest)
  select county, ${newId()}, division, id, 'reading', ${originId}, ${now}, '{}', ${now}, '' from e`
