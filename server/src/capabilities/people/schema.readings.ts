import { z } from 'zod'
import { readingAlerts } from './rules.readings.ts'

export const ListReadings = z.strictObject({
  /** A day in China; today unless it is said. */
  day: z.iso.date().optional(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const Readings = z.strictObject({
  day: z.iso.date(),
  /** Who saw most first. */
  items: z.array(
    z.strictObject({
      accountId: z.uuid(),
      name: z.string(),
      role: z.string(),
      division: z.string(),
      /** Rows of persons that were shown, taken out in files among them. */
      persons: z.int(),
      /** Of these, with something of the person unmasked. */
      whole: z.int(),
      requests: z.int(),
      /** Requests that showed one person alone. */
      singleViews: z.int(),
    }),
  ),
  /** The newest first. */
  alerts: z.array(
    z.strictObject({
      accountId: z.uuid(),
      name: z.string(),
      kind: z.enum(readingAlerts),
      at: z.iso.datetime({ offset: true }),
      count: z.int(),
    }),
  ),
  next: z.string().nullable(),
})
