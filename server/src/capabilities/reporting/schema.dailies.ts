import { z } from 'zod'
import { figureNames } from './catalogue/index.ts'
import { DAILY_STATES } from './rules.dailies.ts'
import { Division, Instant } from './schema.ts'

const Day = z.iso.date()
const Value = z.int().min(0).max(100_000_000)
export const KeptDaily = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })

/** What every village says each day, and by which hour of the county's day. */
export const AddForm = z.strictObject({
  id: z.uuid(),
  figures: z.array(z.enum(figureNames)).min(1).max(20),
  due: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  fromOn: Day,
})
export type AddForm = z.infer<typeof AddForm>

/** One village's day. Every figure of the form is said: a zero as 0, what is not known as null. */
export const Daily = z.strictObject({
  id: z.uuid(),
  division: z.string().regex(/^\d{12}$/),
  day: Day,
  counted: z
    .array(z.strictObject({ figure: z.enum(figureNames), value: Value.nullable() }))
    .min(1)
    .max(20),
  note: z.string().trim().min(2).max(300).nullable().default(null),
  recordedAt: Instant,
})
export type Daily = z.infer<typeof Daily>
export const DailyBatch = z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(Daily).max(1000) })

export const StepDailies = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: z.uuid(),
        dailyId: z.uuid(),
        step: z.enum(['returned', 'accepted']),
        note: z.string().trim().min(2).max(300).nullable().default(null),
      }),
    )
    .min(1)
    .max(300),
})
export const SteppedDailies = z.strictObject({ kept: z.int(), again: z.int() })

/** `day` empty = the day of `asOf`; `asOf` empty = now. */
export const AskDailies = z.strictObject({ area: Division.optional(), day: Day.optional(), asOf: Instant.optional() })
const State = z.enum(DAILY_STATES)
export const DailyBoard = z.strictObject({
  area: Division,
  day: Day,
  asOf: Instant,
  /** Null when no form stands on that day: nobody is asked, so nobody is late. */
  form: z.strictObject({ id: z.uuid(), figures: z.array(z.string()), due: Instant }).nullable(),
  states: z.record(State, z.int()),
  townships: z.array(
    z.strictObject({
      division: Division,
      states: z.record(State, z.int()),
      /** What its villages said together; of how many it is missing; what the records say. */
      said: z.array(
        z.strictObject({
          figure: z.string(),
          value: z.int().nullable(),
          missing: z.int(),
          counted: z.int().nullable(),
        }),
      ),
    }),
  ),
  /** The villages of one township; empty for the county. */
  villages: z.array(
    z.strictObject({
      division: Division,
      state: State,
      late: z.boolean(),
      dailyId: z.uuid().nullable(),
      receivedAt: Instant.nullable(),
      note: z.string().nullable(),
      said: z.array(z.strictObject({ figure: z.string(), value: z.int().nullable(), counted: z.int().nullable() })),
    }),
  ),
})
