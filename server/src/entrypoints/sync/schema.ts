import { z } from 'zod'

export const CARRY_MAX = 500
const Token = z.string().min(20).max(200)
const Said = z.strictObject({ zh: z.string(), en: z.string() })

/** Bytes as a phone sealed them, base64; the id is the record's own. */
export const Sealed = z.strictObject({
  id: z.uuid(),
  sealed: z
    .string()
    .max(700_000)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/),
})

export const CarrySealed = z.strictObject({
  county: z.int().min(100_000).max(999_999),
  /** Which phone brings it and who is signed in there; neither has to have written any of it. */
  deviceToken: Token.optional(),
  personToken: Token.optional(),
  /** The device's clock at the moment of sending. */
  sentAt: z.iso.datetime({ offset: true }).nullable().default(null),
  items: z.array(Sealed).min(1).max(CARRY_MAX),
  /** For records of another phone: each verdict with a mark by which that phone knows it as ours. */
  prove: z.boolean().optional(),
})

/** Of a verdict, what it says; 16 bytes, base64. docs/adr/0122. */
const Proof = z.string().optional()
export const CarriedVerdict = z.union([
  z.strictObject({
    id: z.uuid(),
    ok: z.literal(true),
    receipt: z.strictObject({
      arrival: z.enum(['new', 'again']),
      receivedAt: z.iso.datetime(),
      /** What the operation itself answered. */
      said: z.record(z.string(), z.unknown()),
    }),
    proof: Proof,
  }),
  z.strictObject({
    id: z.uuid(),
    ok: z.literal(false),
    problem: z.strictObject({
      code: z.string(),
      resend: z.enum(['never', 'later']),
      text: Said,
      fields: z.array(z.strictObject({ path: z.string(), ...Said.shape })),
    }),
    proof: Proof,
  }),
])
export type CarriedVerdict = z.infer<typeof CarriedVerdict>

export const AskStand = z.strictObject({ county: z.coerce.number().int().min(100_000).max(999_999) })

/** Another epoch, or a position behind one that was seen: the server was restored, and what it confirmed since may be gone. */
export const Stand = z.strictObject({ epoch: z.string(), position: z.int() })
export const Carriage = z.strictObject({
  ...Stand.shape,
  verdicts: z.array(CarriedVerdict),
})

/** What stands inside a seal. Fields of a newer app are passed over here; its content is the operation's to judge. */
export const Inside = z.object({
  operation: z.string().max(100),
  /** The session under which it was written, and whose. */
  token: z.string().max(200),
  by: z.uuid(),
  /** The device's clock when it was sealed. */
  at: z.iso.datetime({ offset: true }),
  /** How far that clock was known to be ahead of the server's just then; null when there had been no answer to tell by. */
  aheadMs: z.number().nullable().default(null),
  content: z.record(z.string(), z.unknown()),
})
export type Inside = z.infer<typeof Inside>

export const OpenSealed = Sealed
export const OpenedRecord = z.strictObject({
  id: z.uuid(),
  operation: z.string(),
  content: z.record(z.string(), z.unknown()),
})
export const FieldKeyGiven = z.strictObject({ id: z.string(), publicKey: z.string() })
