import { z } from 'zod'
import { atSite, Instant, listOfSite, page } from './schema.ts'

export const RecordKind = z.enum(['meal', 'activity', 'goods', 'disinfection', 'ride', 'arrival', 'cleaning'])
export type RecordKind = z.infer<typeof RecordKind>
export const Mistake = z.enum(['twice', 'wrong-number', 'wrong-time', 'wrong-place', 'never-happened'])

export const TakeBack = z.strictObject({ ...atSite, kind: RecordKind, recordId: z.uuid(), why: Mistake })

export const ListRecords = listOfSite
export const RecordRow = z.strictObject({
  id: z.uuid(),
  kind: RecordKind,
  at: Instant,
  /** A meal, the title of an activity, what was used up, with what was disinfected, or which vehicle went where. */
  what: z.string(),
  /** Portions, people, an amount, a concentration in mg/L, or the crew of a ride. */
  amount: z.number(),
  /** Of goods. */
  unit: z.string().nullable(),
  /** The account that recorded it. */
  by: z.string().nullable(),
  takenBack: z.strictObject({ at: Instant, why: Mistake, by: z.string().nullable() }).nullable(),
})
export const RecordPage = page(RecordRow)
