import { z } from 'zod'
import { contactKinds } from '../exposures/rules.ts'
import { decided } from './rules.course.ts'
import { findings, specimens, tests } from './rules.samples.ts'
import { Day, Instant, Word } from './schema.course.ts'

const Short = z.string().trim().min(1).max(60)
const Name = z.string().trim().min(1).max(30)
const Note = z.string().trim().min(1).max(300).nullable().default(null)

/** What every entry says of itself. A correction is a whole entry that names the one whose place it takes; voided, it leaves none. */
const entry = {
  id: z.uuid(),
  caseId: z.uuid(),
  recordedAt: Instant,
  /** When it was so, not when it was written down. */
  at: Instant,
  corrects: z.uuid().nullable().default(null),
  why: z.string().trim().min(2).max(200).nullable().default(null),
  voided: z.boolean().default(false),
}
interface Corrects {
  corrects: string | null
  why: string | null
  voided: boolean
}
const entryOf = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ ...entry, ...shape }).refine(
    (said) => {
      const { corrects, why, voided } = said as unknown as Corrects
      return corrects === null ? why === null && !voided : why !== null
    },
    {
      path: ['why'],
      message:
        '更正须写明所更正的记录和原因 | A correction names the entry and says why; without one there is nothing to explain',
    },
  )

/** What was asked and found: items of the edition's own rule, yes or no. The last word on each counts. */
export const Evidence = entryOf({
  answers: z
    .array(z.strictObject({ code: Word, present: z.boolean() }))
    .min(1)
    .max(30),
})
/** No day: nothing has begun, the person feels well. */
export const Onset = entryOf({ day: Day.nullable(), estimated: z.boolean().default(false) })
export const Sample = entryOf({
  specimen: z.enum(specimens),
  laboratory: Short,
  deliveredAt: Instant.nullable().default(null),
})
export const Result = entryOf({
  sampleId: z.uuid(),
  test: z.enum(tests),
  finding: z.enum(findings),
  /** For an antibody that may rise: 160 for 1:160. */
  titre: z.number().min(1).max(1_000_000).nullable().default(null),
})

export const grounds = ['rule', 'laboratory', 'negatives', 'clinical', 'authorised', 'judgement'] as const
export const Decision = entryOf({
  status: z.enum(decided),
  ground: z.enum(grounds),
  /** Where it was decided: the hospital or the centre for disease control. */
  institution: Short,
  clinician: Name.nullable().default(null),
  /** What a decision against the rule or without a test rests on. */
  document: Short.nullable().default(null),
  note: Note,
})
export const Investigation = entryOf({ investigator: Name, unit: Short, note: Note })

export type ContactKind = (typeof contactKinds)[number]
export const sourceKinds = [...contactKinds, 'affected-area', 'unknown'] as const
/** By whom it may have been caught: another case of the county, or somewhere outside. */
export const Source = entryOf({
  sourceCaseId: z.uuid().nullable().default(null),
  setting: z.enum(sourceKinds),
  /** Between these moments they met. */
  metFrom: Instant.nullable().default(null),
  metTill: Instant.nullable().default(null),
  certainty: z.enum(['high', 'moderate', 'low']).default('high'),
  note: Note,
})

export const belongings = ['county', 'city', 'province', 'other-province', 'hk-mo-tw', 'foreign'] as const
export const populationGroups = [
  'nursery-child',
  'child-at-home',
  'student',
  'teacher',
  'nursery-staff',
  'catering',
  'commerce',
  'medical-staff',
  'worker',
  'migrant-worker',
  'farmer',
  'herdsman',
  'fisher',
  'cadre',
  'retired',
  'housework',
  'other',
  'unknown',
] as const
/** What stands on the report card beside the person, whose identity stays in people. */
export const Report = entryOf({
  turn: z.enum(['first', 'correction']),
  cardNo: z.string().regex(/^[0-9A-Za-z-]{4,30}$/),
  belongsTo: z.enum(belongings),
  populationGroup: z.enum(populationGroups),
  workplace: Short.nullable().default(null),
  diedOn: Day.nullable().default(null),
  correctedName: Short.nullable().default(null),
  returnedBecause: Short.nullable().default(null),
  unit: Short,
  unitPhone: z.string().regex(/^[0-9+() -]{5,20}$/),
  doctor: Name,
  remarks: Note,
})

export const EntryReceipt = z.strictObject({
  id: z.uuid(),
  caseId: z.uuid(),
  arrival: z.enum(['new', 'again']),
  receivedAt: Instant,
})

export const entryKinds = [
  'evidence',
  'onset',
  'sample',
  'result',
  'decision',
  'report',
  'investigation',
  'source',
] as const
export type EntryKind = (typeof entryKinds)[number]
/** The rest of an entry; which of these there are goes by its kind. */
export const Details = z.strictObject({
  answers: z.array(z.strictObject({ code: z.string(), present: z.boolean() })).optional(),
  estimated: z.boolean().optional(),
  laboratory: z.string().optional(),
  deliveredAt: Instant.nullish(),
  test: z.enum(tests).optional(),
  titre: z.number().nullish(),
  ground: z.enum(grounds).optional(),
  institution: z.string().optional(),
  document: z.string().nullish(),
  note: z.string().nullish(),
  unit: z.string().optional(),
  unitPhone: z.string().optional(),
  metFrom: Instant.nullish(),
  metTill: Instant.nullish(),
  certainty: z.enum(['high', 'moderate', 'low']).optional(),
  cardNo: z.string().optional(),
  belongsTo: z.enum(belongings).optional(),
  populationGroup: z.enum(populationGroups).optional(),
  workplace: z.string().nullish(),
  diedOn: Day.nullish(),
  correctedName: z.string().nullish(),
  returnedBecause: z.string().nullish(),
})
export type Details = z.infer<typeof Details>
export const EntryRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum(entryKinds),
  at: Instant,
  /** The decision, specimen, finding, setting or turn, by the kind. */
  code: z.string(),
  day: Day.nullable(),
  sampleId: z.uuid().nullable(),
  sourceCaseId: z.uuid().nullable(),
  decider: z.string().nullable(),
  details: Details,
  recordedAt: Instant,
  receivedAt: Instant,
  corrects: z.uuid().nullable(),
  why: z.string().nullable(),
  voided: z.boolean(),
  /** Nothing has taken its place. */
  standing: z.boolean(),
})
