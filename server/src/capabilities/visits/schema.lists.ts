import { z } from 'zod'
import { MaskedPerson } from '../people/schema.ts'
import { followUpKinds, followUpOutcomes, states } from './rules.ts'
import { Questionnaire } from './schema.questionnaires.ts'
import { Arrived, Division, Instant, Outcome, page, paging, Village } from './schema.ts'

const State = z.enum(states)
const Cursor = z.string().max(100)
const Home = z.strictObject({ relation: z.string(), person: MaskedPerson })

export const ListHomes = z.strictObject({
  roundId: z.uuid(),
  /** All of them when left out. `not-met` is a notice left or nobody met, `done` is met, by phone, or empty and sealed. */
  state: z.enum([...states, 'not-met', 'done']).optional(),
  area: Division.optional(),
  /** With everybody who lives there, for a phone that goes where no network is. */
  who: z.enum(['heads', 'everybody']).default('heads'),
  after: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListHomes = z.infer<typeof ListHomes>
export const HomeLine = z.strictObject({
  householdId: z.uuid(),
  division: z.string(),
  compoundId: z.uuid().nullable(),
  block: z.string().nullable(),
  walkOrder: z.int(),
  state: State,
  /** How many times nobody was met. */
  attempts: z.int(),
  lastAt: Instant.nullable(),
  /** Whole for seats that visit; null where the address is not theirs to see. */
  door: z.string().nullable(),
  /** The head first, and nobody else unless everybody was asked for. */
  members: z.array(Home),
})
export const HomePage = page(HomeLine)

const FollowUpRef = z.strictObject({
  id: z.uuid(),
  kind: z.enum(followUpKinds),
  personId: z.uuid().nullable(),
  outcome: z.enum(followUpOutcomes).nullable(),
})
const KeptAnswers = z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]))
export const VisitLine = z.strictObject({
  id: z.uuid(),
  roundId: z.uuid(),
  roundTitle: z.string(),
  division: z.string(),
  outcome: Outcome,
  /** Which time nobody was met, when nobody was. */
  attempt: z.int().nullable(),
  way: z.enum(['app', 'paper', 'desk']),
  note: z.string().nullable(),
  recordedAt: Instant,
  occurredAt: Instant,
  receivedAt: Instant,
  /** The record it takes the place of, and why. */
  corrects: z.uuid().nullable(),
  why: z.string().nullable(),
  voided: z.boolean(),
  /** What took its place; then it counts no longer. */
  correctedBy: z.uuid().nullable(),
  sheets: z.array(
    z.strictObject({
      person: MaskedPerson.nullable(),
      key: z.string(),
      version: z.int(),
      answers: KeptAnswers,
      unanswered: z.array(z.string()),
    }),
  ),
  followUps: z.array(FollowUpRef),
})
export const AskHousehold = z.strictObject({ householdId: z.uuid() })
export const HouseholdVisits = z.strictObject({
  householdId: z.uuid(),
  division: z.string(),
  door: z.string().nullable(),
  members: z.array(Home),
  rounds: z.array(
    z.strictObject({ roundId: z.uuid(), title: z.string(), state: State, attempts: z.int(), startedAt: Instant }),
  ),
  visits: z.array(VisitLine),
  /** Every version that one of the sheets answers. */
  questionnaires: z.array(Questionnaire),
})

export const PrintCards = z.strictObject({
  roundId: z.uuid(),
  division: Village,
  block: z.string().trim().min(1).max(30).nullable().default(null),
  state: z.enum(['to-visit', 'not-met', 'all']).default('all'),
  after: Cursor.nullable().default(null),
  limit: z.int().min(1).max(200).default(100),
})
export type PrintCards = z.infer<typeof PrintCards>
const Card = z.strictObject({ code: z.string(), ...HomeLine.shape })
export const Cards = z.strictObject({
  items: z.array(Card),
  next: z.string().nullable(),
  questionnaire: Questionnaire,
})
export const AskCard = z.strictObject({
  /** As it stands on the paper: `100201-00013-4`. */
  code: z.string().max(20),
})
export const FoundCard = z.strictObject({
  ...Card.shape,
  roundId: z.uuid(),
  roundTitle: z.string(),
  startedAt: Instant,
  questionnaire: Questionnaire,
})

export const ListFollowUps = z.strictObject({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  kind: z.enum(followUpKinds).optional(),
  area: Division.optional(),
  ...paging,
})
export type ListFollowUps = z.infer<typeof ListFollowUps>
export const FollowUpLine = z.strictObject({
  id: z.uuid(),
  kind: z.enum(followUpKinds),
  division: z.string(),
  householdId: z.uuid(),
  roundId: z.uuid(),
  visitId: z.uuid(),
  /** The question whose answer opened it, in the version that was asked. */
  linkId: z.string(),
  key: z.string(),
  version: z.int(),
  person: MaskedPerson.nullable(),
  /** What the answers say already of the fact that has to be recorded. */
  draft: z.strictObject({
    from: z.string().optional(),
    arrivedOn: z.string().optional(),
    means: z.string().optional(),
  }),
  openedAt: Instant,
  open: z.boolean(),
  outcome: z.enum(followUpOutcomes).nullable(),
  outcomeAt: Instant.nullable(),
  note: z.string().nullable(),
  exposureId: z.uuid().nullable(),
})
export const FollowUpPage = page(FollowUpLine)

export const CloseFollowUp = z.strictObject({
  id: z.uuid(),
  followUpId: z.uuid(),
  recordedAt: Instant,
  outcome: z.enum(followUpOutcomes),
  /** Where it was examined or how it was found out; never a name. */
  note: z.string().trim().max(200).nullable().default(null),
})
export type CloseFollowUp = z.infer<typeof CloseFollowUp>
export const ENDINGS_MAX = 1_000
export const CloseFollowUps = z.strictObject({
  sentAt: Instant.nullable().default(null),
  items: z.array(CloseFollowUp).max(ENDINGS_MAX),
})
export const FollowUpClosed = Arrived
