import { z } from 'zod'
import { MaskedPerson } from '../people/schema.ts'
import { certainties, contactKinds, durations, illnessStates, means, protections, relations, sources } from './rules.ts'
import { Division, Instant, Whereabouts } from './schema.ts'

const Key = z.string().regex(/^[a-z][a-z0-9-]{1,38}$/)
const Day = z.iso.date()
/** The beginning of a division's code, or the name of a place without one. */
const Prefix = z.string().trim().min(2).max(100)
const Prefixes = z.array(Prefix).min(1).max(50)

const TravelClause = z.strictObject({
  into: z.literal(true).optional(),
  from: Prefixes.optional(),
  via: Prefixes.optional(),
  to: Prefixes.optional(),
  since: Day.optional(),
  until: Day.optional(),
  days: z.int().min(0).max(60).optional(),
})
const Clause = z.union([
  z.strictObject({ travel: TravelClause }),
  z.strictObject({
    contact: z.strictObject({
      with: Key,
      kinds: z.array(z.enum(contactKinds)).min(1).max(contactKinds.length).optional(),
      since: Day.optional(),
    }),
  }),
  z.strictObject({ place: z.strictObject({ key: Key, since: Day.optional() }) }),
  z.strictObject({
    illness: z.strictObject({ states: z.array(z.enum(illnessStates)).min(1).max(illnessStates.length) }),
  }),
  z.strictObject({ member: Key }),
])
const Condition = z.strictObject({
  any: z.array(Clause).min(1).max(20),
  unless: z.array(Key).max(20).optional(),
})

/** The first version is 1; a change is sent as the next. Retiring is a version too. */
export const Category = z.strictObject({
  code: Key,
  version: z.int().min(1).default(1),
  zh: z.string().trim().min(2).max(60),
  en: z.string().trim().min(2).max(120),
  /** The category it is a part of. */
  within: Key.nullable().default(null),
  condition: Condition,
  /** Where it stands in the list. */
  place: z.int().min(0).max(999).default(100),
  retired: z.boolean().default(false),
})
export type Category = z.infer<typeof Category>
export const Defined = z.strictObject({ code: Key, version: z.int(), arrival: z.enum(['new', 'again']) })
export const Started = z.strictObject({ categories: z.int(), places: z.int() })

export const AskCategories = z.strictObject({ area: Division.optional(), asOf: Instant.optional() })
export const Categories = z.strictObject({
  asOf: Instant,
  area: Division,
  items: z.array(Category.omit({ retired: true }).extend({ members: z.int() })),
})

export const AskLineList = z.strictObject({
  category: Key,
  area: Division.optional(),
  asOf: Instant.optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const LineListRow = z.strictObject({
  person: MaskedPerson,
  division: Division,
  since: Instant,
  until: Instant.nullable(),
  /** Every category the person is in at that moment. */
  categories: z.array(Key),
})
export const LineList = z.strictObject({ items: z.array(LineListRow), next: z.string().nullable() })

const told = { id: z.uuid(), recordedAt: Instant, learnedFrom: z.enum(sources), corrects: z.uuid().nullable() }
export const TravelFact = z.strictObject({
  ...told,
  from: Whereabouts.nullable(),
  via: z.array(Whereabouts),
  to: Whereabouts.nullable(),
  leftAt: Instant.nullable(),
  leftEstimated: z.boolean(),
  arrivedAt: Instant.nullable(),
  arrivedEstimated: z.boolean(),
  means: z.enum(means),
  service: z.string().nullable(),
  /** Masked. */
  plate: z.string().nullable(),
})
export const ContactFact = z.strictObject({
  ...told,
  /** The other side, whichever of the two it was filed under. */
  with: z.uuid().nullable(),
  gathering: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  firstAt: Instant,
  firstEstimated: z.boolean(),
  lastAt: Instant,
  lastEstimated: z.boolean(),
  kind: z.enum(contactKinds),
  relation: z.enum(relations),
  protection: z.enum(protections),
  duration: z.enum(durations),
  certainty: z.enum(certainties),
})
export const StayFact = z.strictObject({
  ...told,
  key: Key.nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  arrivedAt: Instant,
  arrivedEstimated: z.boolean(),
  leftAt: Instant,
  leftEstimated: z.boolean(),
  /** The places of the list it falls within, with the distance. */
  within: z.array(z.strictObject({ key: Key, distanceM: z.int() })),
})
export const IllnessFact = z.strictObject({
  ...told,
  onsetAt: Instant,
  onsetEstimated: z.boolean(),
  state: z.enum(illnessStates),
})
export const AskPerson = z.strictObject({ personId: z.uuid() })
export const PersonExposures = z.strictObject({
  person: MaskedPerson,
  travel: z.array(TravelFact),
  contacts: z.array(ContactFact),
  stays: z.array(StayFact),
  illness: z.array(IllnessFact),
  /** Persons named in the contacts. */
  others: z.array(MaskedPerson),
})

export const AskWhy = z.strictObject({ personId: z.uuid(), category: Key, asOf: Instant.optional() })
/** One fact that makes the person a member. `because` is the earlier leg, or the person met. */
const Ground = z.strictObject({
  fact: z.enum(['travel', 'contact', 'stay', 'illness', 'member']),
  factId: z.uuid().nullable(),
  because: z.uuid().nullable(),
  at: Instant,
  clause: Clause,
})
export const Why = z.strictObject({
  personId: z.uuid(),
  category: Key,
  version: z.int(),
  asOf: Instant,
  member: z.boolean(),
  since: Instant.nullable(),
  until: Instant.nullable(),
  grounds: z.array(Ground),
  /** The category above, when there is one: since when the person is in it. */
  within: z.strictObject({ code: Key, since: Instant.nullable() }).nullable(),
  keptOutBy: z.array(z.strictObject({ code: Key, since: Instant })),
})

export const AskRings = z.strictObject({
  /** Around one person, or around everybody of a category. */
  personId: z.uuid().optional(),
  category: Key.optional(),
  area: Division.optional(),
  asOf: Instant.optional(),
  depth: z.coerce.number().int().min(1).max(3).default(2),
})
export const Rings = z.strictObject({
  asOf: Instant,
  nodes: z.array(
    z.strictObject({
      person: MaskedPerson,
      ring: z.int(),
      categories: z.array(Key),
      illness: z.enum(illnessStates).nullable(),
      onsetAt: Instant.nullable(),
    }),
  ),
  edges: z.array(
    z.strictObject({
      one: z.uuid(),
      other: z.uuid(),
      kind: z.enum(contactKinds),
      firstAt: Instant,
      lastAt: Instant,
      gatheringId: z.uuid().nullable(),
    }),
  ),
  /** More persons belong here than are drawn. */
  more: z.boolean(),
})

export const AskClusters = z.strictObject({
  area: Division.optional(),
  asOf: Instant.optional(),
  disease: z.string().max(40).default('covid-19'),
})
export const Clusters = z.strictObject({
  asOf: Instant,
  profile: z.string(),
  rules: z.array(z.strictObject({ cases: z.int(), days: z.int(), scope: z.string() })),
  items: z.array(
    z.strictObject({
      scope: z.string(),
      /** The village or township, where the rule goes by area. */
      division: Division.nullable(),
      firstOnset: Instant,
      lastOnset: Instant,
      cases: z.int(),
      persons: z.array(MaskedPerson),
    }),
  ),
})
