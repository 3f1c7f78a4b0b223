import { z } from 'zod'
import { Travel } from '../exposures/schema.ts'
import { Instant } from './schema.ts'

const { from, via, to, leftAt, leftEstimated, arrivedAt, arrivedEstimated, means, service, plate } = Travel.shape
/** The journey a follow-up was about, with what the draft lacked; it is recorded and the follow-up closed as one. */
export const RecordJourney = z.strictObject({
  /** Of the outcome; the journey gets `travelId`. */
  id: z.uuid(),
  followUpId: z.uuid(),
  travelId: z.uuid(),
  recordedAt: Instant,
  from,
  via,
  to,
  leftAt,
  leftEstimated,
  arrivedAt,
  arrivedEstimated,
  means,
  service,
  plate,
})
