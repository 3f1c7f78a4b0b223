import { z } from 'zod'
import { Contact, Travel } from '../exposures/schema.ts'
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

const { with: withWhom, firstAt, firstEstimated, lastAt, lastEstimated } = Contact.shape
const { kind, relation, protection, duration, certainty } = Contact.shape
/** The contact a follow-up was about: with whom or at which gathering, from when to when; it closes the follow-up. */
export const RecordContact = z.strictObject({
  /** Of the outcome; the contact gets `contactId`. */
  id: z.uuid(),
  followUpId: z.uuid(),
  contactId: z.uuid(),
  recordedAt: Instant,
  with: withWhom,
  firstAt,
  firstEstimated,
  lastAt,
  lastEstimated,
  kind,
  relation,
  protection,
  duration,
  certainty,
})
