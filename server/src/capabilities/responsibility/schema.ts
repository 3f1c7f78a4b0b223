import { z } from 'zod'
import { levels } from './rules.ts'

export const BATCH_MAX = 1_000
export const HOUSEHOLDS_MAX = 30_000

export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Village = z.string().regex(/^\d{12}$/)
const Block = z.string().trim().min(1).max(30)
const Code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
const Ground = z.string().trim().min(2).max(200)

export const Level = z.enum(levels)
export const Rank = z.enum([...levels, 'beside'])

/** An account of somebody who works with the system, or a person known to the county. */
export const Holder = z.strictObject({ kind: z.enum(['account', 'person']), id: z.uuid() })
export type Holder = z.infer<typeof Holder>

export const Reach = z.discriminatedUnion('reach', [
  z.strictObject({ reach: z.literal('division'), division: Division }),
  z.strictObject({ reach: z.literal('compound'), division: Village, compoundId: z.uuid() }),
  z.strictObject({
    reach: z.literal('block'),
    division: Village,
    compoundId: z.uuid().nullable().default(null),
    block: Block,
  }),
  z.strictObject({ reach: z.literal('household'), householdId: z.uuid() }),
])
export type Reach = z.infer<typeof Reach>

/** A post, and with it whoever takes it first and what it answers for, so that a county is set up in a few batches. */
export const OpenPost = z.strictObject({
  id: z.uuid(),
  division: Division,
  kind: Code,
  title: z.string().trim().min(1).max(60),
  openedAt: Instant,
  holder: Holder.nullable().default(null),
  duties: z.array(Reach).max(200).default([]),
})
export type OpenPost = z.infer<typeof OpenPost>

const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(BATCH_MAX) })
export const PostBatch = sent(OpenPost)
export const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })

/** Nobody named: the post is vacant from then on. */
export const SeatSomebody = z.strictObject({
  id: z.uuid(),
  postId: z.uuid(),
  holder: Holder.nullable(),
  at: Instant,
})
export const ClosePost = z.strictObject({ postId: z.uuid(), at: Instant, ground: Ground })
export const ClosedPost = z.strictObject({ postId: z.uuid(), arrival: z.enum(['new', 'again']) })

export const BeginDuty = z.strictObject({ id: z.uuid(), postId: z.uuid(), beginsAt: Instant, what: Reach })
export type BeginDuty = z.infer<typeof BeginDuty>
export const DutyBatch = sent(BeginDuty)
export const EndDuty = z.strictObject({ dutyId: z.uuid(), at: Instant })
export const EndedDuty = z.strictObject({ dutyId: z.uuid(), arrival: z.enum(['new', 'again']) })

/** Who answered a call, or was met, or did something: a sign of life of each of the posts. */
export const RollCall = z.strictObject({
  id: z.uuid(),
  division: Division,
  how: z.enum(['met', 'phone', 'message', 'report', 'worked']),
  at: Instant,
  postIds: z.array(z.uuid()).min(1).max(2_000),
})

// --- Reading ----------------------------------------------------------------------------------------------------------------

const paging = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const PostState = z.enum(['vacant', 'silent', 'overloaded'])
export const PostRow = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  kind: z.string(),
  rank: Rank,
  title: z.string(),
  holder: Holder.nullable(),
  /** Of an account; a person's is shown where a purpose is given. */
  holderName: z.string().nullable(),
  seatedAt: Instant.nullable(),
  lastSignAt: Instant.nullable(),
  /** Of the last level; null for posts above it. */
  households: z.int().nullable(),
  states: z.array(PostState),
})
export type PostRow = z.infer<typeof PostRow>
export const ListPosts = z.strictObject({
  area: Division.optional(),
  kind: Code.optional(),
  state: PostState.optional(),
  asOf: Instant.optional(),
  ...paging,
})
export const PostPage = page(PostRow)

export const AnsweringPost = z.strictObject({
  postId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  division: z.string(),
  holder: Holder.nullable(),
  holderName: z.string().nullable(),
})
export type AnsweringPost = z.infer<typeof AnsweringPost>

export const DutyRow = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  reach: z.enum(['division', 'compound', 'block', 'household']),
  compoundId: z.uuid().nullable(),
  block: z.string().nullable(),
  householdId: z.uuid().nullable(),
  beginsAt: Instant,
})
export type DutyRow = z.infer<typeof DutyRow>
export const AskPost = z.strictObject({ postId: z.uuid() })
export const PostDetails = z.strictObject({
  ...PostRow.shape,
  openedAt: Instant,
  closedAt: Instant.nullable(),
  usual: z.int().nullable(),
  most: z.int().nullable(),
  /** Whoever answers for the same place one level up, and above them. */
  above: z.array(AnsweringPost),
  /** The first hundred; households of a list are in the list of its households. */
  duties: z.array(DutyRow),
  dutyCount: z.int(),
  teams: z.int(),
})
export const ListPostHouseholds = z.strictObject({ postId: z.uuid(), ...paging })
export const PostHousehold = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  compoundId: z.uuid().nullable(),
  block: z.string().nullable(),
  walkOrder: z.int(),
})
export const PostHouseholds = page(PostHousehold)
export const ListOccupancies = z.strictObject({ postId: z.uuid(), ...paging })
export const Occupancy = z.strictObject({
  id: z.uuid(),
  /** Null for a time when nobody was on it. */
  holder: Holder.nullable(),
  /** Masked, for a person. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  since: Instant,
  until: Instant.nullable(),
})
export const Occupancies = page(Occupancy)

const Counted = z.strictObject({
  households: z.int(),
  uncovered: z.int(),
  lacking: z.strictObject({ county: z.int(), township: z.int(), village: z.int(), household: z.int() }),
})
export const AskCoverage = z.strictObject({ area: Division.optional(), asOf: Instant.optional() })
export const CoverageBoard = z.strictObject({
  area: z.string(),
  name: z.string(),
  asOf: Instant,
  total: Counted,
  /** Whoever answers for the whole area, from the county down. */
  path: z.array(
    z.strictObject({ level: Level, division: z.string(), name: z.string(), posts: z.array(AnsweringPost) }),
  ),
  /** Townships of a county, villages of a township; a village has blocks, which are a list of their own. */
  children: z.array(
    z.strictObject({ division: z.string(), name: z.string(), counted: Counted, posts: z.array(AnsweringPost) }),
  ),
  posts: z.strictObject({ all: z.int(), vacant: z.int() }),
})
export type CoverageBoard = z.infer<typeof CoverageBoard>

export const ListBlocks = z.strictObject({ village: Village, ...paging })
export const BlockPage = page(
  z.strictObject({
    /** The compound and the stairwell or group, as one key. */
    unit: z.string(),
    compoundId: z.uuid().nullable(),
    block: z.string().nullable(),
    households: z.int(),
    covered: z.int(),
    posts: z.array(AnsweringPost),
  }),
)
export const AskPostCounts = z.strictObject({ area: Division.optional(), asOf: Instant.optional() })
export const PostCounts = z.strictObject({ all: z.int(), vacant: z.int(), silent: z.int(), overloaded: z.int() })

export const ListUncovered = z.strictObject({ area: Division.optional(), ...paging })
export const UncoveredRow = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  divisionName: z.string(),
  compoundId: z.uuid().nullable(),
  block: z.string().nullable(),
  walkOrder: z.int(),
  lacking: z.array(Level),
  /** The nearest post above the gap that has somebody on it: whom to ask. */
  above: AnsweringPost.nullable(),
})
export const UncoveredPage = page(UncoveredRow)

export const AskChain = z.strictObject({ householdId: z.uuid() })
export const ChainPost = z.strictObject({
  ...AnsweringPost.shape,
  /** Masked, where the holder is a person of the reader's area. */
  phone: z.string().nullable(),
})
export const Chain = z.strictObject({
  householdId: z.uuid(),
  division: z.string(),
  levels: z.array(z.strictObject({ level: Level, posts: z.array(ChainPost) })),
  beside: z.array(ChainPost),
  lacking: z.array(Level),
})
export type Chain = z.infer<typeof Chain>
