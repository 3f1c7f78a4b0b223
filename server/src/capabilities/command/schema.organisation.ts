import { z } from 'zod'
import { BODY_KINDS, MEMBER_ROLES } from './rules.organisation.ts'
import { Division, Instant, Words } from './schema.documents.ts'
import { File } from './schema.files.ts'

const Day = z.iso.date()
/** Of an office, never of a person. */
const Telephone = z
  .string()
  .trim()
  .regex(/^[\d-]{5,20}$/)
  .nullable()
  .default(null)
export const AddBody = z.strictObject({
  id: z.uuid(),
  division: Division,
  parentId: z.uuid().nullable().default(null),
  kind: z.enum(BODY_KINDS),
  title: Words(60),
  mandate: Words(1000),
  telephone: Telephone,
  nth: z.int().min(0).max(999).default(0),
  at: Instant,
})
export const EndBody = z.strictObject({ id: z.uuid(), bodyId: z.uuid(), documentNo: Words(60), at: Instant })
export const AddMember = z.strictObject({
  id: z.uuid(),
  bodyId: z.uuid(),
  /** A post of responsibility; who sits on it is told there. */
  postId: z.uuid(),
  role: z.enum(MEMBER_ROLES),
  fromOn: Day,
  toOn: Day.nullable().default(null),
})
export const EndMember = z.strictObject({ id: z.uuid(), memberId: z.uuid(), toOn: Day })

export const AskOrganisation = z.strictObject({ asOf: Instant.optional() })
export const Organisation = z.strictObject({
  asOf: Instant,
  bodies: z.array(
    z.strictObject({
      id: z.uuid(),
      division: Division,
      parentId: z.uuid().nullable(),
      kind: z.enum(BODY_KINDS),
      title: z.string(),
      mandate: z.string(),
      telephone: z.string().nullable(),
      nth: z.int(),
      at: Instant,
      members: z.array(
        z.strictObject({
          id: z.uuid(),
          postId: z.uuid(),
          role: z.enum(MEMBER_ROLES),
          title: z.string(),
          holderName: z.string().nullable(),
          fromOn: Day,
          toOn: Day.nullable(),
        }),
      ),
    }),
  ),
})
export type Organisation = z.infer<typeof Organisation>
export const PrintOrganisation = z.strictObject({
  what: z.enum(['chart', 'contacts']),
  /** Pages for the printer, or one picture for a screen. */
  format: z.enum(['pdf', 'svg']).default('pdf'),
  language: z.enum(['zh', 'en']).default('zh'),
  asOf: Instant.optional(),
})

export const AddDuty = z.strictObject({
  id: z.uuid(),
  bodyId: z.uuid(),
  postId: z.uuid(),
  telephone: Telephone,
  startsAt: Instant,
  endsAt: Instant,
})
export type AddDuty = z.infer<typeof AddDuty>
export const CancelDuty = z.strictObject({ id: z.uuid(), dutyId: z.uuid(), note: Words(300) })
export const NoteDuty = z.strictObject({ id: z.uuid(), dutyId: z.uuid(), note: Words(1000), at: Instant })
export const AskRota = z.strictObject({ bodyId: z.uuid(), from: Day, till: Day })
export const Rota = z.strictObject({
  bodyId: z.uuid(),
  title: z.string(),
  duties: z.array(
    z.strictObject({
      id: z.uuid(),
      postId: z.uuid(),
      postTitle: z.string(),
      holderName: z.string().nullable(),
      telephone: z.string().nullable(),
      startsAt: Instant,
      endsAt: Instant,
      notes: z.array(z.strictObject({ id: z.uuid(), note: z.string(), at: Instant })),
    }),
  ),
  gaps: z.array(z.strictObject({ startsAt: Instant, endsAt: Instant })),
})
export const Calendar = File
