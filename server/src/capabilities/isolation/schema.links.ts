import { z } from 'zod'
import { disorderIn, type ReadingPlan, slots } from './rules.readings.ts'
import { Reading, ReadingReceipt, Slot } from './schema.readings.ts'
import { Day, Instant } from './schema.ts'

export const LINK_HOURS_MOST = 72
export const MakeLink = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  recordedAt: Instant,
  /** How long it is good for. */
  hours: z.int().min(1).max(LINK_HOURS_MOST).default(24),
})
/** The address is said once; only the hash of its code is kept. */
export const LinkMade = z.strictObject({ id: z.uuid(), path: z.string(), expiresAt: Instant })

/** The county, and 128 bits by chance. */
const Code = z.string().regex(/^\d{6}-[\w-]{22}$/)
export const OpenLink = z.strictObject({ code: Code })
/** What the page asks for. Nobody's name: whoever finds a phone learns no more than that somebody is under observation. */
export const LinkOpened = z.strictObject({
  day: Day,
  slot: Slot,
  expiresAt: Instant,
  asksTemperature: z.boolean(),
  symptoms: z.array(z.string()),
})
const { id, temperatureC, site, symptoms } = Reading.shape
export const AnswerLink = z.strictObject({ code: Code, id, recordedAt: Instant, temperatureC, site, symptoms })
const { day, slot, abnormal } = ReadingReceipt.shape
export const LinkAnswered = z.strictObject({ id: z.uuid(), day, slot, abnormal })

const minutes = z.int().min(0).max(1440)
const Window = z.strictObject({ slot: z.enum(slots), opens: minutes, due: minutes, missed: minutes })
const hours = z.int().min(0).max(2880)
/** Minutes of the day in China; clocks count from the first check that was missed. */
export const PlanBody = z
  .strictObject({
    windows: z.strictObject({
      1: z.array(Window).length(1),
      2: z.array(Window).length(2),
      3: z.array(Window).length(3),
    }),
    climb: z.strictObject({ village: hours, township: hours, county: hours }),
  })
  .refine((body) => disorderIn(body as ReadingPlan) === null, {
    message:
      '时段须“开始早于应测、应测早于漏测”且互不重叠,上报时限须逐级递增 | Each window opens before it is due and is due before it is missed, none overlap, and clocks rise',
  })
export const StatePlan = z.strictObject({ id: z.uuid(), since: Day, body: PlanBody })
export const PlanStated = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const Plans = z.strictObject({
  /** Today. */
  day: Day,
  inForce: PlanBody,
  items: z.array(z.strictObject({ since: Day, body: PlanBody })),
})
export const AskPlans = z.strictObject({})
