import { z } from 'zod'
import { statuses } from './rules.course.ts'
import { families } from './rules.delays.ts'
import { Day, Division, Instant } from './schema.course.ts'
import { sourceKinds } from './schema.entries.ts'

const asked = { area: Division.optional(), disease: z.string().max(40).default('covid-19'), asOf: Instant.optional() }
const Classed = z.enum(['suspected', 'confirmed', 'asymptomatic'])

export const AskCurve = z.strictObject(asked)
export const Curve = z.strictObject({
  asOf: Instant,
  /** By the day of onset. */
  days: z.array(z.strictObject({ day: Day, status: Classed, cases: z.int() })),
  /** Nobody knows or has written down when it began; never put on a day. */
  withoutOnset: z.array(z.strictObject({ status: Classed, cases: z.int() })),
  stands: z.array(z.strictObject({ status: z.enum(statuses), cases: z.int() })),
})

export const AskDelays = z.strictObject({ ...asked, suspected: z.stringbool().default(false) })
const DelayEstimate = z.strictObject({
  family: z.enum(families),
  n: z.int(),
  mean: z.number(),
  /** The 95 % interval of the mean; null on a side where the dates do not bound it. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  sd: z.number(),
  median: z.number(),
  p95: z.number(),
  aic: z.number(),
})
/** Empty where there are too few dates; the likeliest distribution first. */
const Delays = z.strictObject({ n: z.int(), fewest: z.int(), estimates: z.array(DelayEstimate) })
export const DelayEstimates = z.strictObject({ asOf: Instant, incubation: Delays, serialInterval: Delays })

export const AskTree = z.strictObject(asked)
export const Tree = z.strictObject({
  asOf: Instant,
  cases: z.array(
    z.strictObject({
      id: z.uuid(),
      division: z.string(),
      status: z.enum(statuses),
      /** The onset, or the day of the decision for somebody without one. */
      day: Day,
      onset: z.boolean(),
      /** How the one they may have caught it from is known; null where nobody has said. */
      setting: z.enum(sourceKinds).nullable(),
    }),
  ),
  links: z.array(
    z.strictObject({
      source: z.uuid(),
      target: z.uuid(),
      setting: z.enum(sourceKinds),
      certainty: z.enum(['high', 'moderate', 'low']),
      metFrom: Instant.nullable(),
      metTill: Instant.nullable(),
      /** Days between the onsets. */
      days: z.int().nullable(),
    }),
  ),
  /** More cases than are drawn. */
  more: z.boolean(),
})
