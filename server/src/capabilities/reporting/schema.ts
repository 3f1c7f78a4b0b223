import { z } from 'zod'
import { correctedKinds } from './catalogue/corrections.ts'
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
      /** How it is counted: what is asked of a view of the schema `report`. */
      sql: z.string(),
    }),
  ),
})

/** `area` empty = the reader's whole area; `asOf`, what had happened, and `knownBy`, what was known of it: empty = now. */
export const AskFigure = z.strictObject({
  figure: z.enum(figureNames),
  area: Division.optional(),
  asOf: Instant.optional(),
  knownBy: Instant.optional(),
})
/** Asked by what was known earlier, and the number is as it is known now: what it comes from does not tell. */
const KnownNow = z.boolean()
export const FigureValue = z.strictObject({
  figure: z.enum(figureNames),
  area: Division,
  asOf: Instant,
  knownBy: Instant,
  knownNow: KnownNow,
  value: z.int(),
  version: z.int(),
})

const isFigure = (name: string): boolean => (figureNames as readonly string[]).includes(name)
/** `owner` and `figures` empty = all of the catalogue. */
export const AskTable = z.strictObject({
  owner: z.string().max(40).optional(),
  /** Names of figures, with commas between them. */
  figures: z
    .string()
    .max(8000)
    .refine((names) => names.split(',').every(isFigure))
    .optional(),
  area: Division.optional(),
  asOf: Instant.optional(),
  knownBy: Instant.optional(),
})
export const FigureTable = z.strictObject({
  area: Division,
  asOf: Instant,
  knownBy: Instant,
  items: z.array(
    z.strictObject({
      figure: z.enum(figureNames),
      version: z.int(),
      knownNow: KnownNow,
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
  knownBy: Instant,
  knownNow: KnownNow,
  items: z.array(z.strictObject({ asOf: Instant, value: z.int().nullable() })),
})

/** What became of a number since it was first told: what arrived or was corrected, and the reports it stands in. */
export const FigureHistory = z.strictObject({
  figure: z.enum(figureNames),
  area: Division,
  asOf: Instant,
  /** The number by what was known at each of these moments, the oldest first; those that changed nothing are left out. */
  known: z.array(z.strictObject({ knownBy: Instant, value: z.int().nullable() })),
  /** False where what it comes from does not tell; `known` is empty then. */
  told: z.boolean(),
  /** Records put right since the last sealed report was counted, or since the moment where there is none; the newest of them, as the reader sees them. */
  corrected: z.strictObject({
    since: Instant,
    total: z.int(),
    items: z.array(
      z.strictObject({
        kind: z.enum(correctedKinds),
        division: Division,
        recordId: z.uuid(),
        /** Of whom or what the record's page tells: its checkpoint, person, case, order, site, inspection, store or piece. */
        pageId: z.uuid().nullable(),
        at: Instant,
        correctedAt: Instant,
        /** It was taken back, not changed. */
        voided: z.boolean(),
        why: z.string().nullable(),
      }),
    ),
  }),
  /** Sealed reports of the area up to that moment, the newest first, with what each says of this figure. */
  reports: z.array(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      asOf: Instant,
      countedAt: Instant,
      number: z.int(),
      value: z.int().nullable(),
      version: z.int(),
    }),
  ),
})
