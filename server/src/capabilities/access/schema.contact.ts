import { z } from 'zod'

const Instant = z.iso.datetime({ offset: true })
const Token = z.string().min(20).max(200)

/** Which phone it is and who is at work on it, and what waits there: a count and an age, nothing of what it says. */
export const TellContact = z.strictObject({
  county: z.int().min(100_000).max(999_999),
  deviceToken: Token.optional(),
  personToken: Token.optional(),
  pending: z.int().min(0).max(1_000_000),
  oldestAt: Instant.nullable().default(null),
})
export const ContactKept = z.strictObject({ heard: z.boolean() })

export const ListSilent = z.strictObject({
  division: z
    .string()
    .regex(/^\d{6}(\d{3}){0,2}$/)
    .optional(),
  /** Nothing heard for so long. */
  hours: z.coerce.number().int().min(1).max(720).default(24),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const SilentPhone = z.strictObject({
  id: z.uuid(),
  /** What the desk called the device; null for a phone that was not enrolled. */
  label: z.string().nullable(),
  division: z.string(),
  placeId: z.uuid().nullable(),
  /** Who worked on it when it was last heard, by the seat. */
  seat: z.string().nullable(),
  /** Null: nothing since it was enrolled. */
  lastAt: Instant.nullable(),
  since: Instant,
  /** As last told; null when it never said. */
  pending: z.int().nullable(),
  oldestAt: Instant.nullable(),
})
export const SilentPhones = z.strictObject({ items: z.array(SilentPhone), next: z.string().nullable() })
