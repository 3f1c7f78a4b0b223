import { readFileSync } from 'node:fs'
import type { Body } from '@qunfang/client'
import { exposureRules } from '@qunfang/client/rules'
import { z } from 'zod'
import { ScenarioError } from '../xinglong-2020/figures.ts'

const Column = z.string().min(1)
/** The first of these that says anything is read; columns side by side are read as one, with a comma between. */
const Said = z.array(z.array(Column).min(1)).min(1)

const State = z.enum(exposureRules.illnessStates)

/** A list gives days, a fact gives moments: every time out of a list is marked as estimated. */
const Day = z.strictObject({
  columns: z.array(Column).min(1),
  form: z.enum(['day.month.year', 'year-month-day']),
  /** Of several days in one text. */
  which: z.enum(['first', 'last']).default('first'),
  /** "Early May" and the like, each with the day it is taken for. */
  words: z.record(z.string(), z.iso.date()).default({}),
  /** For rows that say nothing at all; without it they have no such day. */
  otherwise: z.iso.date().optional(),
})
export type Day = z.infer<typeof Day>

const Whereabouts = z.union([z.strictObject({ code: z.string() }), z.strictObject({ place: z.string() })])
/** What is written for a place, and what it means. A text that is not here stops the import; null says that it means nothing. */
const Places = z.record(z.string(), Whereabouts.nullable())
const Legs = z.record(
  z.string(),
  z.strictObject({ from: Whereabouts, via: z.array(Whereabouts).default([]) }).nullable(),
)

export const Mapping = z.strictObject({
  list: z.string().regex(/^[a-z][a-z0-9-]+$/),
  file: z.string().endsWith('.csv'),
  /** Hours of the places the list is about. */
  offset: z.string().regex(/^[+-]\d\d:\d\d$/),
  person: z.strictObject({ id: Column, label: z.string().includes('{id}') }),
  recorded: Day,
  illness: z.strictObject({
    onset: Day,
    state: z.union([
      z.strictObject({ always: State }),
      z.strictObject({ column: Column, words: z.record(z.string(), State) }),
    ]),
  }),
  travel: z
    .strictObject({
      said: Said,
      legs: Legs,
      to: z.strictObject({ said: Said, places: Places }),
      left: Day.optional(),
      arrived: Day,
    })
    .optional(),
  contacts: z
    .strictObject({
      with: Column,
      kind: z.strictObject({ column: Column, words: z.record(z.string(), z.enum(exposureRules.contactKinds)) }),
      day: Day,
    })
    .optional(),
  /** Definitions to go with the list, as `POST /line-list/categories` takes them. */
  categories: z
    .array(z.custom<Body<'/line-list/categories'>>((one) => z.looseObject({}).safeParse(one).success))
    .default([]),
})
export type Mapping = z.infer<typeof Mapping>

export function readMapping(file: string | URL): Mapping {
  const read = Mapping.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.success) throw new ScenarioError(`${file}: ${z.prettifyError(read.error)}`)
  return read.data
}
