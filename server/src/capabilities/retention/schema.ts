import { z } from 'zod'
import { CLASSES, ENDS, OWNERS, PURPOSES_OF_FIELDS } from './rules.ts'

const Instant = z.iso.datetime({ offset: true })
const Disease = z.string().regex(/^[a-z0-9-]{2,40}$/)
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const ListFields = z.strictObject({
  /** `next` of the page before. */
  after: z
    .string()
    .regex(/^[a-z0-9_.]{5,200}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
})

const Term = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['hours', 'days', 'years']), count: z.int(), after: z.enum(ENDS).nullable() }),
  z.strictObject({ kind: z.literal('event') }),
  z.strictObject({ kind: z.literal('with'), owner: z.enum(OWNERS) }),
  z.strictObject({ kind: z.literal('until-replaced') }),
])

export const Fields = page(
  z.strictObject({
    relation: z.string(),
    field: z.string(),
    purpose: z.enum(PURPOSES_OF_FIELDS),
    words: z.string().nullable(),
    basis: z.string(),
    class: z.enum(CLASSES),
    sealed: z.boolean(),
    term: Term,
    readers: z.string(),
  }),
)

const turn = {
  id: z.uuid(),
  disease: Disease,
  documentNo: z.string().trim().min(2).max(60),
  documentDate: z.iso.date(),
}
export const CloseEvent = z.strictObject({
  ...turn,
  /** From this moment nothing is collected; what was recorded before may still arrive. */
  at: Instant,
  /** The county has no other event: identities go thirty days later, whatever still refers to them. */
  responseEnds: z.boolean(),
})
export type CloseEvent = z.infer<typeof CloseEvent>
export const ReopenEvent = z.strictObject(turn)
export type ReopenEvent = z.infer<typeof ReopenEvent>

export const ListEvents = z.strictObject({})
export const Events = page(
  z.strictObject({
    disease: z.string(),
    turn: z.enum(['closed', 'reopened']),
    responseEnds: z.boolean(),
    at: Instant,
    documentNo: z.string(),
    documentDate: z.iso.date(),
  }),
)
export const Turned = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })

export const SetCalendar = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['running', 'historical']),
  /** The moment that a historical county lives at; left out, today. */
  moment: Instant.nullable().default(null),
  ground: z.string().trim().min(2).max(200),
})
export type SetCalendar = z.infer<typeof SetCalendar>
export const ReadState = z.strictObject({})
export const State = z.strictObject({
  calendar: z.enum(['running', 'historical']),
  /** As of when the county is shown unless somebody asks otherwise; null: now. */
  moment: Instant.nullable(),
  /** When the response ended; null while it lasts. */
  responseEnded: Instant.nullable(),
})

export const StartRun = z.strictObject({ id: z.uuid() })
export const StartedRun = z.strictObject({ id: z.uuid() })

export const ListRuns = z.strictObject({
  after: z
    .string()
    .regex(/^[0-9TZ:.-]{20,30}\/[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const Runs = page(
  z.strictObject({
    id: z.uuid(),
    moment: Instant,
    steps: z.int(),
    looked: z.int(),
    gone: z.array(z.strictObject({ relation: z.string(), class: z.string(), rows: z.int() })),
    /** Empty while the run is under way. The hash is SHA-256 of the one before and of the body. */
    certificate: z
      .strictObject({ nth: z.int(), at: Instant, body: z.string(), previous: z.string(), hash: z.string() })
      .nullable(),
  }),
)
