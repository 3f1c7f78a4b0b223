import { z } from 'zod'
import { kinds } from './rules.ts'
import { EndedWhyOf, OrderState } from './schema.orders.ts'
import { Day, Instant } from './schema.ts'

const paper = {
  paper: z.enum(['a4', 'a5']).default('a5'),
  language: z.enum(['zh', 'en', 'both']).default('zh'),
}
export const PrintSlip = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  /** Whom the person can call: a name and a number of the team. */
  contact: z.string().trim().min(5).max(100),
  ...paper,
})
export const PrintCertificate = z.strictObject({ orderId: z.uuid(), ...paper })
export const PrintedFile = z.strictObject({
  orderId: z.uuid(),
  fileName: z.string(),
  type: z.string(),
  content: z.string(),
})

export const AskStatus = z.strictObject({ code: z.string().regex(/^\d{6}-[A-Za-z0-9_-]{16}$/) })
/** Where an order stands, for whoever holds the slip: nothing that is not on it, and nobody's name. */
export const OrderStatus = z.strictObject({
  kind: z.enum(kinds),
  state: OrderState,
  startsAt: Instant,
  endsAt: Instant,
  endsOn: Day,
  reviewOn: Day,
  documentNo: z.string(),
  authority: z.string(),
  appeal: z.string(),
  contact: z.string(),
  endedWhy: EndedWhyOf.nullable(),
  certificateNo: z.string().nullable(),
})
