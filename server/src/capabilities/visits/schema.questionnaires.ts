import { z } from 'zod'
import { draftFields, followUpKinds, operators, questionKinds } from './rules.ts'
import { Key } from './schema.ts'

/** Whatever another system calls its questions, without a blank at either end. */
const LinkId = z
  .string()
  .min(1)
  .max(255)
  .regex(/^\S(?:[^\r\n\t]*\S)?$/u)
const Said = z.union([z.boolean(), z.number(), z.string().max(200)])
const said = (max: number) => z.string().trim().min(1).max(max)
const Operator = z.enum(operators)

export const Question = z.strictObject({
  linkId: LinkId,
  /** The group it belongs to. */
  within: LinkId.nullable().default(null),
  prefix: said(30).nullable().default(null),
  zh: said(1000),
  en: said(1000).nullable().default(null),
  kind: z.enum(questionKinds),
  asked: z.enum(['person', 'household', 'place']).default('person'),
  many: z.boolean().default(false),
  required: z.boolean().default(false),
  options: z
    .array(
      z.strictObject({
        code: said(100),
        system: z.string().max(200).nullable().default(null),
        zh: said(300),
        en: said(300).nullable().default(null),
      }),
    )
    .max(100)
    .default([]),
  when: z
    .array(z.strictObject({ question: LinkId, operator: Operator, answer: Said }))
    .max(8)
    .default([]),
  every: z.boolean().default(true),
  opens: z
    .array(
      z.strictObject({
        operator: Operator,
        answer: Said,
        kind: z.enum(followUpKinds),
        fills: z.partialRecord(z.enum(draftFields), LinkId).default({}),
      }),
    )
    .max(8)
    .default([]),
})
export type Question = z.infer<typeof Question>

const content = {
  zh: said(200),
  en: said(200).nullable().default(null),
  questions: z.array(Question).min(1).max(200),
}
export const Draft = z.strictObject(content)
export type Draft = z.infer<typeof Draft>
/** The first version of a key is 1; a change is sent as the next. */
export const SaveQuestionnaire = z.strictObject({ key: Key, version: z.int().min(1), ...content })
export type SaveQuestionnaire = z.infer<typeof SaveQuestionnaire>
export const Saved = z.strictObject({ key: Key, version: z.int(), arrival: z.enum(['new', 'again']) })

export const Questionnaire = z.strictObject({ key: z.string(), version: z.int(), newest: z.boolean(), ...content })
export type Questionnaire = z.infer<typeof Questionnaire>
export const AskQuestionnaire = z.strictObject({ key: Key, version: z.coerce.number().int().min(1).optional() })
export const ListQuestionnaires = z.strictObject({})
export const Questionnaires = z.strictObject({
  items: z.array(
    z.strictObject({
      key: z.string(),
      zh: z.string(),
      en: z.string().nullable(),
      /** Answered at a door, or of a place by whoever inspects it. */
      of: z.enum(['homes', 'places']),
      versions: z.array(z.strictObject({ version: z.int(), questions: z.int() })),
    }),
  ),
})

/** A resource of FHIR R4, as its own rules have it. */
export const Resource = z.looseObject({ resourceType: z.string() })
export type Resource = z.infer<typeof Resource>
export const ReadFhir = z.strictObject({ resource: Resource })
/** What was read, for somebody to look at before it is saved; nothing is left out silently. */
export const FromFhir = z.strictObject({
  draft: Draft,
  suggestedKey: z.string(),
  leftOut: z.array(z.string()),
})
export const AskResponses = z.strictObject({ visitId: z.uuid() })
