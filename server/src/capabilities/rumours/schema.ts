import { z } from 'zod'
import { themeCodes } from './rules.themes.ts'
import { CHANNELS, GRADES, KINDS, MATTERS, SOURCES, VERDICTS } from './rules.ts'

const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Instant = z.iso.datetime({ offset: true })
const Day = z.iso.date()
const words = (max: number) => z.string().trim().min(1).max(max)
const Cursor = z.string().max(80).optional()
const Limit = z.coerce.number().int().min(1).max(200).default(50)

/** What was heard: where, by which way, how often, and the words. Nobody who said it, no account, no address of a post. */
export const Signal = z.strictObject({
  id: z.uuid(),
  division: Division,
  source: z.enum(SOURCES),
  channel: z.enum(CHANNELS),
  words: words(2000),
  /** How many said it, where a channel was counted. */
  items: z.int().min(1).max(100_000).default(1),
  /** How many it reached, where that is known. */
  reach: z.int().min(0).max(100_000_000).nullable().default(null),
  heardAt: Instant,
})
export type Signal = z.infer<typeof Signal>
export const SignalBatch = z.strictObject({ sentAt: Instant.optional(), items: z.array(Signal).max(2000) })
/** The text is not repeated: what was taken out of it is told as a count. */
export const SignalKept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']), stripped: z.int() })
export type SignalKept = z.infer<typeof SignalKept>

export const StripWords = z.strictObject({ words: words(2000) })
export const StrippedWords = z.strictObject({ words: z.string(), stripped: z.int() })

const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
const ofTopic = { id: z.uuid(), topicId: z.uuid(), at: Instant }

export const CodeTopic = z.strictObject({
  ...ofTopic,
  title: words(60),
  theme: z.enum(themeCodes as [string, ...string[]]),
  kind: z.enum(KINDS),
})
export const AssessTopic = z.strictObject({
  ...ofTopic,
  likelihood: z.int().min(1).max(5),
  harm: z.int().min(1).max(5),
  why: words(500),
})
export const ReportTopic = z.strictObject({
  ...ofTopic,
  authority: words(60),
  note: words(500).nullable().default(null),
})
export const VerifyTopic = z.strictObject({
  ...ofTopic,
  verdict: z.enum(VERDICTS),
  /** A post or an office, never who sits on it. */
  expert: words(60),
  sources: words(2000),
  reasoning: words(2000),
})
export const AnswerTopic = z.strictObject({
  ...ofTopic,
  verdictId: z.uuid(),
  /** A piece of publicity that went out. */
  pieceId: z.uuid(),
  channels: z.array(words(40)).min(1).max(20),
})
export const ReferMatter = z.strictObject({
  ...ofTopic,
  matter: z.enum(MATTERS),
  documentNo: words(60),
  authority: words(60),
  sentOn: Day,
  note: words(1000),
})
export const TurnTopic = z.strictObject({ ...ofTopic, turn: z.enum(['closed', 'reopened']), why: words(500) })
export const MergeTopics = z.strictObject({ ...ofTopic, intoId: z.uuid(), why: words(500) })
export const SplitTopic = z.strictObject({
  ...ofTopic,
  /** The topic that the wordings begin. */
  intoId: z.uuid(),
  wordings: z.array(z.uuid()).min(1).max(500),
  why: words(500),
})
export const FactKept = Kept

export const SetMatrix = z.strictObject({
  id: z.uuid(),
  cells: z.array(z.enum(GRADES)).length(25),
  firstHours: z.array(z.int().min(0).max(240)).length(3),
  finalHours: z.array(z.int().min(0).max(240)).length(3),
  why: words(500),
  at: Instant,
})
export const SetWatch = z.strictObject({ id: z.uuid(), bodyId: z.uuid(), at: Instant })
export const Advise = z.strictObject({ id: z.uuid(), weekOn: Day, words: words(2000), at: Instant })

const Clock = z
  .strictObject({ dueAt: Instant, doneAt: Instant.nullable(), state: z.enum(['kept', 'running', 'late', 'overdue']) })
  .nullable()
export const Topic = z.strictObject({
  id: z.uuid(),
  title: z.string().nullable(),
  theme: z.string().nullable(),
  kind: z.enum(KINDS).nullable(),
  items: z.int(),
  villages: z.int(),
  reach: z.int().nullable(),
  firstHeardAt: Instant,
  lastHeardAt: Instant,
  likelihood: z.int().nullable(),
  harm: z.int().nullable(),
  grade: z.enum(GRADES).nullable(),
  stage: z.enum(['found', 'reported', 'verified', 'answered', 'closed']),
  verdict: z.enum(VERDICTS).nullable(),
  foundAt: Instant,
  reportedAt: Instant.nullable(),
  verifiedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  first: Clock,
  final: Clock,
  dueAt: Instant.nullable(),
  /** Said again after the first answer. */
  itemsAfterAnswer: z.int(),
})
export const ListTopics = z.strictObject({
  asOf: Instant.optional(),
  show: z.enum(['open', 'overdue', 'closed', 'all']).default('open'),
  theme: z.string().max(60).optional(),
  after: Cursor,
  limit: Limit,
})
export const TopicPage = z.strictObject({
  asOf: Instant,
  items: z.array(Topic),
  next: z.string().nullable(),
  counts: z.strictObject({ open: z.int(), overdue: z.int(), unassessed: z.int(), answeredToday: z.int() }),
})

export const AskTopic = z.strictObject({ topicId: z.uuid(), asOf: Instant.optional() })
const Part = z.strictObject({ code: z.string(), items: z.int().nullable() })
export const TopicRead = z.strictObject({
  asOf: Instant,
  topic: Topic,
  wordings: z.array(z.strictObject({ id: z.uuid(), words: z.string(), items: z.int() })),
  /** Below ten: only that there are some. */
  channels: z.array(Part),
  townships: z.array(Part),
  days: z.array(z.strictObject({ day: Day, items: z.int() })),
  history: z.array(
    z.strictObject({
      id: z.uuid(),
      is: z.enum([
        'coded',
        'assessed',
        'reported',
        'verified',
        'answered',
        'referred',
        'closed',
        'reopened',
        'merged',
        'split',
      ]),
      at: Instant,
      said: z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())])),
    }),
  ),
  alike: z.array(z.strictObject({ id: z.uuid(), title: z.string().nullable(), likeness: z.number() })),
})

export const AskDesk = z.strictObject({ asOf: Instant.optional() })
export const Desk = z.strictObject({
  asOf: Instant,
  matrix: z.strictObject({
    cells: z.array(z.enum(GRADES)),
    firstHours: z.array(z.int()),
    finalHours: z.array(z.int()),
    at: Instant.nullable(),
    why: z.string().nullable(),
  }),
  editions: z.array(z.strictObject({ id: z.uuid(), at: Instant, why: z.string() })),
  themes: z.array(z.strictObject({ code: z.string(), zh: z.string(), en: z.string() })),
  watchBodyId: z.uuid().nullable(),
})

export const AskWeek = z.strictObject({ weekOn: Day.optional() })
const Share = z.strictObject({ due: z.int(), kept: z.int() })
export const Week = z.strictObject({
  weekOn: Day,
  tillOn: Day,
  signals: z.int(),
  items: z.int(),
  found: z.int(),
  answered: z.int(),
  overdue: z.int(),
  verdicts: z.strictObject({ true: z.int(), false: z.int(), unsettled: z.int() }),
  first: Share,
  final: Share,
  medianHoursToAnswer: z.number().nullable(),
  themes: z.array(
    z.strictObject({ theme: z.string().nullable(), topics: z.int(), items: z.int().nullable(), isNew: z.boolean() }),
  ),
  topics: z.array(Topic),
  advice: z.string().nullable(),
  referrals: z.int(),
})
export const PrintWeek = z.strictObject({ weekOn: Day, lang: z.enum(['zh', 'en']).default('zh') })
export const WeekFile = z.strictObject({ fileName: z.string(), type: z.string(), content: z.string() })
