import { z } from 'zod'
import { figureNames } from '../reporting/index.ts'
import { Division, Instant, page, paging, Words } from './schema.documents.ts'

const Figure = z.strictObject({ figure: z.enum(figureNames), area: Division, asOf: Instant })
export const RecordDecision = z
  .strictObject({
    id: z.uuid(),
    division: Division,
    /** Under which post it was decided. */
    post: Words(40),
    decidedAt: Instant,
    decision: Words(1000),
    grounds: Words(1000),
    documentId: z.uuid().nullable().default(null),
    /** What it rested on: which figure, where, as of when. Their values are looked up, never typed. */
    figures: z.array(Figure).max(12).default([]),
    corrects: z.uuid().nullable().default(null),
    why: Words(300).nullable().default(null),
  })
  .refine(({ corrects, why }) => (corrects === null) === (why === null), {
    path: ['why'],
    message: '更正须写明被更正的记录与原因 | A correction names the record and the reason',
  })
export const DecisionKept = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  figures: z.array(z.strictObject({ ...Figure.shape, version: z.int(), value: z.number().nullable() })),
})
export const ListDecisions = z.strictObject({
  documentId: z.uuid().optional(),
  /** Also what was put right since. */
  corrected: z.stringbool().default(false),
  asOf: Instant.optional(),
  ...paging,
})
export const DecisionRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  post: z.string(),
  seat: z.string().nullable(),
  decidedAt: Instant,
  receivedAt: Instant,
  decision: z.string(),
  grounds: z.string(),
  document: z.strictObject({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
  figures: z.array(z.strictObject({ ...Figure.shape, version: z.int(), value: z.number().nullable() })),
  corrects: z.uuid().nullable(),
  why: z.string().nullable(),
  correctedBy: z.uuid().nullable(),
})
export const DecisionPage = page(DecisionRow)
