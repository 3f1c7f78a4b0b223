import { z } from 'zod'
import { Who } from '../exposures/schema.ts'
import { MaskedPerson } from '../people/schema.ts'
import { origins, statuses } from './rules.course.ts'

export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
/** A profile's own word for a symptom, a finding or an item of history. */
export const Word = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)
export const Origin = z.enum(origins)
export const Status = z.enum(statuses)
export const Site = z.enum(['forehead', 'axillary', 'ear', 'wrist'])

const measured = {
  at: Instant,
  /** Empty for somebody who was found by a sample and feels well. */
  temperatureC: z.number().min(30).max(45).multipleOf(0.1).nullable().default(null),
  site: Site.nullable().default(null),
  symptoms: z.array(Word).max(30).default([]),
}

/** A fever that no checkpoint and no reading found: at a door, in a clinic, or told by the person. */
export const ReportFever = z
  .strictObject({
    id: z.uuid(),
    division: Division,
    recordedAt: Instant,
    person: Who,
    origin: z.enum(['visit', 'clinic', 'self-report']),
    ...measured,
  })
  .refine(({ temperatureC, site }) => (temperatureC === null) === (site === null), {
    path: ['site'],
    message: '体温与测量部位须一并填写 | A temperature needs the place where it was measured, and the other way round',
  })
export type ReportFever = z.infer<typeof ReportFever>
export const FeverReceipt = z.strictObject({
  id: z.uuid(),
  caseId: z.uuid(),
  personId: z.uuid(),
  arrival: z.enum(['new', 'again']),
  receivedAt: Instant,
})

export const ListCases = z.strictObject({
  area: Division.optional(),
  /** `open` is every case that is not excluded. */
  status: z.enum([...statuses, 'open']).optional(),
  /** Only cases in which something waits longer than its edition allows. */
  overdue: z.stringbool().optional(),
  origin: Origin.optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const CaseRow = z.strictObject({
  id: z.uuid(),
  person: MaskedPerson,
  division: z.string(),
  disease: z.string(),
  profile: z.string(),
  origin: Origin,
  openedAt: Instant,
  status: Status,
  since: Instant,
  onset: Day.nullable(),
  /** How many clocks of the edition have run out and still wait. */
  overdue: z.int(),
})
export const CasePage = z.strictObject({ items: z.array(CaseRow), next: z.string().nullable() })

export const FeverRow = z.strictObject({
  id: z.uuid(),
  origin: Origin,
  originId: z.uuid(),
  at: Instant,
  temperatureC: z.number().nullable(),
  site: Site.nullable(),
  symptoms: z.array(z.string()),
})
export const AskCase = z.strictObject({ caseId: z.uuid() })
