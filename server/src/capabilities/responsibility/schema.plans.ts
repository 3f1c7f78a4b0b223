import { z } from 'zod'
import { followUpKinds, states } from '../visits/rules.ts'
import { Day, Division, Holder, Instant, Level, Rank } from './schema.ts'

const Village = z.string().regex(/^\d{12}$/)
const Code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
const Word = z.string().trim().min(1).max(40)
const paging = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const PlanMode = z.enum(['anew', 'fill'])
export const AskPlan = z.strictObject({ division: Village, kind: Code, mode: PlanMode.default('anew') })
export type AskPlan = z.infer<typeof AskPlan>
export const ProposedPiece = z.strictObject({
  compoundId: z.uuid().nullable(),
  block: z.string().nullable(),
  whole: z.boolean(),
  households: z.int(),
  /** By the numbers of the walk: what the village's own list is in the order of. */
  firstDoor: z.int(),
  lastDoor: z.int(),
})
export const ProposedLine = z.strictObject({
  postId: z.uuid(),
  title: z.string(),
  holder: Holder.nullable(),
  before: z.int(),
  load: z.int(),
  pieces: z.array(ProposedPiece),
})
export const Proposal = z.strictObject({
  division: z.string(),
  kind: z.string(),
  mode: PlanMode,
  /** Says what the plan was made from; sent back to apply exactly this plan. */
  basis: z.string(),
  households: z.int(),
  usual: z.int(),
  most: z.int(),
  lines: z.array(ProposedLine),
  leftOver: z.int(),
  /** Duties that would end and begin. */
  ends: z.int(),
  begins: z.int(),
  /** Stairwells and groups that would be divided between posts. */
  cut: z.int(),
})
export const ApplyPlan = z.strictObject({
  id: z.uuid(),
  division: Village,
  kind: Code,
  mode: PlanMode,
  basis: z.string().regex(/^[0-9a-f]{64}$/),
  at: Instant,
})
export const AppliedPlan = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  begun: z.int(),
  ended: z.int(),
  leftOver: z.int(),
})

export const PostKindBody = z.strictObject({
  code: Code,
  zh: Word,
  en: Word,
  rank: Rank,
  usual: z.int().min(1).max(10_000).nullable(),
  most: z.int().min(1).max(10_000).nullable(),
  silentAfterHours: z.int().min(1).max(8_760).nullable(),
})
export const TeamRuleBody = z.strictObject({
  code: Code,
  zh: Word,
  en: Word,
  roles: z
    .array(
      z.strictObject({
        role: Code,
        zh: Word,
        en: Word,
        kinds: z.array(Code).min(1).max(12),
        least: z.int().min(1).max(20),
      }),
    )
    .min(1)
    .max(12),
})
export const RecordRule = z.discriminatedUnion('subject', [
  z.strictObject({ id: z.uuid(), subject: z.literal('post-kind'), since: Day, body: PostKindBody }),
  z.strictObject({ id: z.uuid(), subject: z.literal('team'), since: Day, body: TeamRuleBody }),
])
export type RecordRule = z.infer<typeof RecordRule>
export const RuleKept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const AskRules = z.strictObject({ day: Day.optional() })
const dated = <T extends z.ZodType>(body: T) =>
  z.array(z.strictObject({ since: Day, inForce: z.boolean(), own: z.boolean(), body }))
export const Rules = z.strictObject({ day: Day, kinds: dated(PostKindBody), teams: dated(TeamRuleBody) })

const Member = z.strictObject({ id: z.uuid(), postId: z.uuid(), role: Code })
/** For a household, a person, or, with neither, for the whole division. */
export const FormTeam = z
  .strictObject({
    id: z.uuid(),
    division: Division,
    rule: Code,
    householdId: z.uuid().nullable().default(null),
    personId: z.uuid().nullable().default(null),
    formedAt: Instant,
    members: z.array(Member).max(20).default([]),
  })
  .refine(({ householdId, personId }) => householdId === null || personId === null, {
    path: ['personId'],
    message: '小组包一户或包一人,不能同时填写 | A team is for a household or for a person, not for both',
  })
export type FormTeam = z.infer<typeof FormTeam>
export const TeamBatch = z.strictObject({
  sentAt: Instant.nullable().default(null),
  items: z.array(FormTeam).max(1_000),
})
export const JoinTeam = z.strictObject({ teamId: z.uuid(), ...Member.shape, at: Instant })
export const LeaveTeam = z.strictObject({ teamId: z.uuid(), memberId: z.uuid(), at: Instant })
export const DissolveTeam = z.strictObject({
  teamId: z.uuid(),
  at: Instant,
  ground: z.string().trim().min(2).max(200),
})
export const TeamKept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const ListTeams = z.strictObject({
  area: Division.optional(),
  rule: Code.optional(),
  state: z.enum(['incomplete', 'complete', 'all']).default('all'),
  ...paging,
})
export const TeamRow = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  divisionName: z.string(),
  rule: z.string(),
  householdId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  formedAt: Instant,
  members: z.array(
    z.strictObject({
      id: z.uuid(),
      postId: z.uuid(),
      role: z.string(),
      title: z.string(),
      kind: z.string(),
      held: z.boolean(),
    }),
  ),
  /** Roles for which somebody is missing, and how many. */
  lacking: z.array(z.strictObject({ role: z.string(), missing: z.int() })),
})
export type TeamRow = z.infer<typeof TeamRow>
export const TeamPage = page(TeamRow)

export const AskHandOver = z.strictObject({ postId: z.uuid() })
/** What the outgoing person puts into the hands of the incoming. */
export const HandOverSheet = z.strictObject({
  postId: z.uuid(),
  title: z.string(),
  kind: z.string(),
  division: z.string(),
  divisionName: z.string(),
  outgoing: z.strictObject({ name: z.string().nullable(), since: Instant, until: Instant.nullable() }).nullable(),
  incoming: z.strictObject({ name: z.string().nullable(), since: Instant }).nullable(),
  households: z.array(
    z.strictObject({
      id: z.uuid(),
      division: z.string(),
      compoundId: z.uuid().nullable(),
      block: z.string().nullable(),
      walkOrder: z.int(),
      lacking: z.array(Level),
      /** Of running rounds in which nobody was met here yet. */
      visits: z.array(z.strictObject({ round: z.string(), state: z.enum(states), attempts: z.int() })),
      /** Kinds of what positive answers opened and nobody has closed. */
      followUps: z.array(z.enum(followUpKinds)),
    }),
  ),
  householdCount: z.int(),
  /** Among the households listed. */
  open: z.strictObject({ visits: z.int(), followUps: z.int() }),
  teams: z.array(
    z.strictObject({ id: z.uuid(), rule: z.string(), division: z.string(), lacking: z.array(z.string()) }),
  ),
  above: z.array(z.strictObject({ level: Level, title: z.string(), name: z.string().nullable() })),
})
export type DoorWork = Pick<z.infer<typeof HandOverSheet>['households'][number], 'visits' | 'followUps'>
