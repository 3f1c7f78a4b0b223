import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Instant = z.iso.datetime({ offset: true })
const Day = z.iso.date()
const Code = z.string().regex(/^\d{6}$/)

export const Figure = z.strictObject({
  name: z.string().regex(/^[a-z-]+\.[a-z0-9-]+$/),
  /** The capability that answers for it. */
  owner: z.string(),
  kind: z.enum(['cumulative', 'stock', 'increment']),
  unit: z.string(),
  value: z.number().min(0),
  /** A moment, or a day meant as its end. */
  asOf: z.union([Instant, Day]),
  zh: z.string(),
  en: z.string(),
  subsetOf: z.string().optional(),
  /** The source says "more than" or "at least". */
  atLeast: z.literal(true).optional(),
  /** Not in the account itself: taken from the code list, following from other figures, or the scenario's own where it gives none. */
  basis: z.enum(['code-list', 'derived', 'scenario']).optional(),
})
export type Figure = z.infer<typeof Figure>

const Station = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  kind: z.enum(['county-border', 'expressway-exit']),
  division: z.string().regex(/^\d{6}(\d{3}){0,2}$/),
  weight: z.number().positive(),
  /** Named by the account, or put where it is plausible. */
  basis: z.enum(['seed', 'placed']),
  towards: Code.optional(),
})
export type Station = z.infer<typeof Station>

export const FiguresFile = z.strictObject({
  edition: z.literal(1),
  seed: z.string().regex(/^[a-z0-9-]+$/),
  /** Where the numbers come from. */
  source: z.strictObject({ zh: z.string(), en: z.string() }),
  county: z.strictObject({ code: Code, zh: z.string(), en: z.string() }),
  calendar: z.strictObject({
    offset: z.string().regex(/^[+-]\d\d:\d\d$/),
    orderedAt: Instant,
    allOpenBy: Instant,
    endsAt: Instant,
    shiftHours: z.array(z.int().min(0).max(23)).min(1).max(6),
    growthPerDay: z.number().min(-0.5).max(1),
    days: z.array(
      z.strictObject({
        day: Day,
        factor: z.number().positive(),
        inward: z.number().min(0).max(1),
        zh: z.string(),
        en: z.string(),
      }),
    ),
  }),
  checkpoints: z.strictObject({
    /** Part of the screened with a record of their own; the others were counted in a rush. */
    individualShare: z.number().min(0).max(1),
    villageShare: z.number().min(0).max(1),
    /** Left out: everybody comes from the county itself. */
    origins: z.array(z.strictObject({ code: Code, weight: z.number().positive(), affected: z.boolean() })).default([]),
    platePrefixes: z.array(z.strictObject({ prefix: z.string(), weight: z.number().positive() })).default([]),
    /** Fewer than the figure asks for: the rest is placed by the generator. */
    stations: z.array(Station).default([]),
  }),
  /** Left out: what volunteers and cadres look after, by the figures. */
  households: z.strictObject({ inCommunities: z.int().min(0), inVillages: z.int().min(0) }).optional(),
  figures: z.array(Figure),
})
export type FiguresFile = z.infer<typeof FiguresFile>

/** Something is wrong with what the scenario was asked to do; the sentence is for a person. */
export class ScenarioError extends Error {
  override name = 'ScenarioError'
}

export function readFigures(path: string | URL): FiguresFile {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new ScenarioError(`读不到数字文件 ${path} / The figures file ${path} cannot be read`)
  }
  return parseFigures(text, String(path))
}

export function parseFigures(text: string, from: string): FiguresFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new ScenarioError(`数字文件不是 JSON / ${from} is not JSON: ${(error as Error).message}`)
  }
  const parsed = FiguresFile.safeParse(json)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`)
  throw new ScenarioError(`数字文件有误 / ${from} does not have the form of a figures file: ${issues.join('; ')}`)
}

/** A day stands for its end: what had happened when the day was over. */
export function momentOf(asOf: string, offset: string): number {
  return asOf.length === 10 ? Date.parse(`${asOf}T00:00:00${offset}`) + 86_400_000 : Date.parse(asOf)
}

export interface Mark {
  atMs: number
  value: number
}

/** The values a figure has to have, oldest first. */
export function marksOf(file: FiguresFile, name: string): Mark[] {
  const marks = file.figures
    .filter((figure) => figure.name === name)
    .map((figure) => ({ atMs: momentOf(figure.asOf, file.calendar.offset), value: figure.value }))
    .sort((one, other) => one.atMs - other.atMs)
  for (const [index, mark] of marks.entries()) {
    const before = marks[index - 1]
    if (!Number.isInteger(mark.value)) throw new ScenarioError(`${name} 应为整数 / ${name} has to be a whole number`)
    if (before && before.atMs === mark.atMs && before.value !== mark.value)
      throw new ScenarioError(`${name} 同一时刻有两个数 / ${name} has two values at one moment`)
  }
  return marks.filter((mark, index) => marks[index + 1]?.atMs !== mark.atMs)
}
