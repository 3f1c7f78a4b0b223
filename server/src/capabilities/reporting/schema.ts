import { z } from 'zod'
import { type Unit, units } from './catalogue/figure.ts'
import { figureNames } from './catalogue/index.ts'

export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
export const Instant = z.iso.datetime({ offset: true })

export const FigureCatalogue = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.enum(figureNames),
      kind: z.enum(['cumulative', 'stock', 'increment']),
      unit: z.enum(Object.keys(units) as [Unit, ...Unit[]]),
      unitZh: z.string(),
      unitEn: z.string(),
      /** How many of what is counted are one of the unit: 100 fen are a yuan. */
      per: z.int(),
      owner: z.string(),
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

/** `owner` empty = all of the catalogue. */
export const AskTable = z.strictObject({
  owner: z.string().max(40).optional(),
  area: Division.optional(),
  asOf: Instant.optional(),
})
export const FigureTable = z.strictObject({
  area: Division,
  asOf: Instant,
  items: z.array(
    z.strictObject({
      figure: z.enum(figureNames),
      version: z.int(),
      value: z.int().nullable(),
      parts: z.array(z.strictObject({ division: Division, value: z.int().nullable() })),
    }),
  ),
})

/** `days` empty = 14. */
export const AskTrend = AskFigure.extend({ days: z.coerce.number().int().min(2).max(92).optional() })
export const FigureTrend = z.strictObject({
  figure: z.enum(figureNames),
  area: Division,
  version: z.int(),
  items: z.array(z.strictObject({ asOf: Instant, value: z.int().nullable() })),
})
