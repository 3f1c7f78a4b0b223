import { z } from 'zod'
import { MaskedPerson } from './schema.ts'

const Instant = z.iso.datetime({ offset: true })
const Day = z.iso.date()
const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Ground = z.string().trim().min(2).max(200)

/** Sent as a body, never in an address: addresses end up in logs and histories. */
export const SearchPersons = z.strictObject({
  q: z.string().trim().min(1).max(60),
  division: Division.optional(),
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(20),
})
export type SearchPersons = z.infer<typeof SearchPersons>

const Home = z.strictObject({
  householdId: z.uuid(),
  division: z.string(),
  block: z.string().nullable(),
  relation: z.string(),
})
const Found = z.strictObject({ person: MaskedPerson, home: Home.nullable() })
export type Found = z.infer<typeof Found>
/** `by` is how what was typed was understood. */
export const SearchedPersons = z.strictObject({
  by: z.array(z.enum(['name', 'latin', 'tail4', 'tail6', 'phone', 'document'])),
  items: z.array(Found),
  next: z.string().nullable(),
})

export const PersonId = z.strictObject({ personId: z.uuid() })
export const PersonCard = z.strictObject({
  person: MaskedPerson,
  /** Ids that stand for the same person, this one among them. */
  ids: z.array(z.uuid()),
  memberships: z.array(
    z.strictObject({
      membershipId: z.uuid(),
      householdId: z.uuid(),
      division: z.string(),
      block: z.string().nullable(),
      relation: z.string(),
      since: Day,
      until: Day.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  merges: z.array(
    z.strictObject({
      id: z.uuid(),
      keptId: z.uuid(),
      mergedId: z.uuid(),
      ground: z.string(),
      at: Instant,
      undoneAt: Instant.nullable(),
    }),
  ),
  /** Others who may be the same person and of whom nobody has decided yet. */
  alike: z.array(z.uuid()),
})

export const ListLikeness = z.strictObject({
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export const ComparePersons = z.strictObject({ oneId: z.uuid(), otherId: z.uuid() })
/** Whether a field says the same on both sides; null where one of them says nothing. */
const Same = z.boolean().nullable()
export const Pair = z.strictObject({
  notedAt: Instant.nullable(),
  one: Found,
  other: Found,
  same: z.strictObject({ name: Same, sound: Same, document: Same, birthday: Same, phone: Same }),
})
export type Pair = z.infer<typeof Pair>
export const Pairs = z.strictObject({ items: z.array(Pair), next: z.string().nullable() })

export const MergePersons = z.strictObject({
  id: z.uuid(),
  keptId: z.uuid(),
  mergedId: z.uuid(),
  ground: Ground,
  recordedAt: Instant,
})
export type MergePersons = z.infer<typeof MergePersons>
export const UndoMerge = z.strictObject({ id: z.uuid(), mergeId: z.uuid(), ground: Ground, recordedAt: Instant })
export type UndoMerge = z.infer<typeof UndoMerge>
export const SayDifferent = z.strictObject({
  id: z.uuid(),
  oneId: z.uuid(),
  otherId: z.uuid(),
  ground: Ground,
  recordedAt: Instant,
})
export type SayDifferent = z.infer<typeof SayDifferent>
