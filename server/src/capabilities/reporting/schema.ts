import { z } from 'zod'
import { figureNames } from './rules.ts'

const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Instant = z.iso.datetime({ offset: true })

export const FigureCatalogue = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.enum(figureNames),
      kind: z.enum(['cumulative', 'stock', 'increment']),
      unit: z.enum(['person', 'person-time', 'vehicle', 'station', 'household', 'post', 'team', 'room']),
      zh: z.string(),
      en: z.string(),
      subsetOf: z.string().nullable(),
      version: z.int(),
    }),
  ),
})

/** `area` empty = the reader's whole area; `asOf` empty = now. */
export const AskFigure = z.strictObject({
  figure: z.enum(figureNames),
  area: Division.optional(),
  asOf: Instant.optional(),
})
export const FigureValue = z.strictObject({
  figure: z.enum(figureNames),
  area: Division,
  asOf: Instant,
  value: z.int(),
  version: z.int(),
})
