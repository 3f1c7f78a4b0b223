import { z } from 'zod'
import { MEASURE_KINDS } from './rules.levels.ts'
import { Division, Instant, page, paging, Words } from './schema.documents.ts'

export const AddLadder = z.strictObject({
  id: z.uuid(),
  division: Division,
  title: Words(60),
  /** From the mildest to the gravest: IV, III, II, I. */
  rungs: z.array(Words(20)).min(1).max(8),
})
const Measure = z.strictObject({ id: z.uuid(), kind: z.enum(MEASURE_KINDS), words: Words(200) })
export const TurnLevel = z.strictObject({
  id: z.uuid(),
  ladderId: z.uuid(),
  turn: z.enum(['opened', 'changed', 'closed']),
  rung: Words(20).nullable().default(null),
  authority: Words(60),
  documentNo: Words(60),
  /** When the document is one of ours. */
  documentId: z.uuid().nullable().default(null),
  planId: z.uuid().nullable().default(null),
  grounds: Words(500),
  starts: z.array(Measure).max(40).default([]),
  stops: z.array(z.uuid()).max(40).default([]),
  /** How often townships report from here on; as before when it is not said. */
  reportEveryHours: z.int().min(1).max(168).nullable().default(null),
  at: Instant,
})
export type TurnLevel = z.infer<typeof TurnLevel>
export const AskLadders = z.strictObject({ asOf: Instant.optional(), ...paging })
export const LadderRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  title: z.string(),
  rungs: z.array(z.string()),
  rung: z.string().nullable(),
  since: Instant.nullable(),
  reportEveryHours: z.int().nullable(),
  measures: z.array(z.strictObject({ ...Measure.shape, since: Instant })),
  turns: z.array(
    z.strictObject({
      id: z.uuid(),
      turn: TurnLevel.shape.turn,
      rung: z.string().nullable(),
      authority: z.string(),
      documentNo: z.string(),
      documentId: z.uuid().nullable(),
      planId: z.uuid().nullable(),
      grounds: z.string(),
      starts: z.array(Measure),
      stops: z.array(z.uuid()),
      reportEveryHours: z.int().nullable(),
      at: Instant,
    }),
  ),
})
export const LadderPage = page(LadderRow)

const Task = z.strictObject({ what: Words(200), role: Words(60), withinHours: z.int().min(0).max(2160) })
export const AddPlan = z.strictObject({
  id: z.uuid(),
  division: Division,
  title: Words(120),
  year: z.int().min(1949).max(2200),
  /** The plan it begins from; its tasks are taken over unless others are said. */
  fromPlan: z.uuid().nullable().default(null),
  tasks: z.array(Task).max(200).default([]),
})
export const ListPlans = z.strictObject(paging)
export const PlanRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  title: z.string(),
  year: z.int(),
  fromPlan: z.uuid().nullable(),
  /** Since when a level that is open names it. */
  activatedAt: Instant.nullable(),
  tasks: z.array(z.strictObject({ ...Task.shape, dueAt: Instant.nullable() })),
})
export const PlanPage = page(PlanRow)
