import { z } from 'zod'
import { contactKinds } from '../exposures/rules.ts'
import { MaskedPerson } from '../people/schema.ts'
import { clockKinds } from './rules.clocks.ts'
import { decided } from './rules.course.ts'
import { CaseRow, FeverRow, Instant } from './schema.course.ts'
import { EntryRow } from './schema.entries.ts'

const Item = z.strictObject({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  /** Null: nobody has said. */
  present: z.boolean().nullable(),
  from: z.enum(['said', 'measured', 'laboratory']).nullable(),
})
/** Why the edition makes somebody a suspected or a confirmed case, item by item. */
export const Explanation = z.strictObject({
  history: z.array(Item),
  findings: z.array(Item),
  confirming: z.array(Item),
  counted: z.strictObject({ history: z.int(), findings: z.int(), confirming: z.int() }),
  ways: z.array(
    z.strictObject({
      history: z.int(),
      findings: z.int(),
      /** The findings have to hold one of these sets whole; empty: any will do. */
      anyOf: z.array(z.array(z.string())),
      met: z.boolean(),
    }),
  ),
  suspected: z.boolean(),
  confirmed: z.boolean(),
  /** The same in a sentence. */
  zh: z.string(),
  en: z.string(),
})
export const Exclusion = z.strictObject({
  negatives: z.int(),
  gapHours: z.number(),
  antibodyNegativeDay: z.int().nullable(),
  met: z.boolean(),
  counted: z.array(z.uuid()),
  nextFrom: Instant.nullable(),
  zh: z.string().nullable(),
  en: z.string().nullable(),
})
export const ClockRow = z.strictObject({
  kind: z.enum(clockKinds),
  of: z.uuid(),
  startedAt: Instant,
  dueAt: Instant,
  doneAt: Instant.nullable(),
  overdue: z.boolean(),
})
export const ContactRow = z.strictObject({
  person: MaskedPerson,
  kind: z.enum(contactKinds),
  firstAt: Instant,
  lastAt: Instant,
  /** From when the edition counts contacts of this case: so many days before onset. */
  counts: z.boolean(),
  /** An order of isolation that stands for them. */
  isolated: z.boolean(),
  /** Their own case, when they have one. */
  caseId: z.uuid().nullable(),
})
export const CaseFile = z.strictObject({
  ...CaseRow.shape,
  profileName: z.strictObject({ zh: z.string(), en: z.string() }),
  fevers: z.array(FeverRow),
  entries: z.array(EntryRow),
  explanation: Explanation.nullable(),
  exclusion: Exclusion.nullable(),
  clocks: z.array(ClockRow),
  contacts: z.array(ContactRow),
  /** What may be decided next. */
  next: z.array(z.enum(decided)),
  /** What stands no longer bears out the last decision: a result or a finding was put right afterwards. */
  undermined: z.boolean(),
})
