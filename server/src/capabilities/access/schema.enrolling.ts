import { z } from 'zod'
import { NewAccount, NewSeat } from './schema.ts'

/** No field for a password, and none for a code. */
export const EnrolAccount = z.strictObject({
  id: z.uuid(),
  signInName: NewAccount.shape.signInName,
  name: NewAccount.shape.name,
  seat: NewSeat.pick({ division: true, role: true, title: true }).extend({ id: z.uuid() }),
})
export type EnrolAccount = z.infer<typeof EnrolAccount>
export const EnrolledAccount = z.strictObject({ accountId: z.uuid() })
export type EnrolledAccount = z.infer<typeof EnrolledAccount>
