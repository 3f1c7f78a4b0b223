import { z } from 'zod'
import { statuses } from './rules.course.ts'
import { families } from './rules.delays.ts'
import { Day, Division, Instant } from './schema.course.ts'
import { sourceKinds } from './schema.entries.ts'

const asked = { area: Division.optional(), disease: z.string().max(40).default('covid-19'), asOf: Instant.optional() }
const Classed = z.enum(['suspected', 'confirmed', 'asymptomatic'])

/** By the day somebody fell ill, or by the day the county found them. */
export const AskCurve = z.strictObject({ ...asked, by: z.enum(['onset', 'found']).default('onset') })
export const Curve = z.strictObject({
  asOf: Instant,
  by: z.enum(['onset', 'found']),
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
/** When others whom nobody found stood between a case and its source: so many generations a day as `rate` says. */
const ThroughOthers = z.strictObject({
  rate: z.number(),
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  generation: z.number(),
})
/** Empty where there are too few dates; the likeliest distribution first. */
const Delays = z.strictObject({ n: z.int(), fewest: z.int(), estimates: z.array(DelayEstimate) })
export const DelayEstimates = z.strictObject({
  asOf: Instant,
  incubation: Delays.extend({ throughOthers: z.array(ThroughOthers) }),
  serialInterval: Delays,
})

export const AskReproduction = z.strictObject({ ...asked, suspected: z.stringbool().default(false) })
export const Reproduction = z.strictObject({
  asOf: Instant,
  /** Days of the window that ends on each day, and how few local cases in it are too few. */
  windowDays: z.int(),
  fewest: z.int(),
  /** From pairs of cases of the county, where there are enough; otherwise from the edition in force. Null: neither says it. */
  interval: z.strictObject({ meanDays: z.number(), sdDays: z.number(), from: z.enum(['pairs', 'profile']) }).nullable(),
  pairs: z.int(),
  fewestPairs: z.int(),
  cases: z.int(),
  imported: z.int(),
  withoutOnset: z.int(),
  /** From this day on more cases are still expected to become known than a tenth; until then the curve may be taken as it is. */
  unsettledFrom: Day.nullable(),
  /** In so many days nine of ten cases were counted after they fell ill; null where too few say it. */
  delayDays: z.int().nullable(),
  days: z.array(
    z.strictObject({
      day: Day,
      local: z.int(),
      imported: z.int(),
      inWindow: z.int(),
      found: z.strictObject({ mean: z.number(), median: z.number(), low: z.number(), high: z.number() }).nullable(),
      why: z.enum(['too-early', 'too-few']).nullable(),
    }),
  ),
})

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
