import { addDays, midnightInChina } from '../places/rules.clock.ts'

/** What samples say, and when two negatives are enough. By the time of sampling, never by the time a result came. */
export const specimens = [
  'throat-swab',
  'nasal-swab',
  'sputum',
  'lower-respiratory',
  'blood-acute',
  'blood-convalescent',
  'stool',
  'other',
] as const
export type Specimen = (typeof specimens)[number]
export const tests = ['pcr', 'igm', 'igg', 'sequence', 'antigen'] as const
export type Test = (typeof tests)[number]
/** An unfit sample and an unclear result are no test: they neither count nor interrupt. */
export const findings = ['positive', 'negative', 'inconclusive', 'unfit'] as const
export type Finding = (typeof findings)[number]

const respiratory: ReadonlySet<Specimen> = new Set(['throat-swab', 'nasal-swab', 'sputum', 'lower-respiratory'])

export interface TestedSample {
  sampleId: string
  specimen: Specimen
  takenAt: Date
  test: Test
  finding: Finding
  titre: number | null
  resultAt: Date
}

const byTaking = (one: TestedSample, other: TestedSample) =>
  one.takenAt.getTime() - other.takenAt.getTime() || one.resultAt.getTime() - other.resultAt.getTime()

export const isTest = ({ finding }: TestedSample): boolean => finding === 'positive' || finding === 'negative'

/** The codes of what confirms, as the profiles name them, that these results bear out. */
export function confirmedBy(results: readonly TestedSample[]): Set<string> {
  const positive = (test: Test) => results.filter((one) => one.test === test && one.finding === 'positive')
  const said = new Set<string>()
  if (positive('pcr').length > 0) said.add('pcr-positive')
  if (positive('sequence').length > 0) said.add('sequence-homologous')
  if (positive('igm').length > 0) said.add('measles-igm-positive')
  if (positive('igm').length > 0 && positive('igg').length > 0) said.add('igm-and-igg-positive')
  if (hasRisen(results)) said.add('igg-turned-or-fourfold')
  return said
}

function hasRisen(results: readonly TestedSample[]): boolean {
  const igg = results.filter((one) => one.test === 'igg' && isTest(one)).sort(byTaking)
  return igg.some((early, at) =>
    igg.slice(at + 1).some((late) => {
      if (late.finding !== 'positive' || late.takenAt <= early.takenAt) return false
      if (early.finding === 'negative') return true
      return early.titre !== null && late.titre !== null && early.titre > 0 && late.titre >= 4 * early.titre
    }),
  )
}

export interface ExclusionRule {
  negatives: number
  gapHours: number
  antibodyNegativeDay?: number
}
export interface Missing {
  code: 'positive' | 'negatives' | 'gap' | 'onset' | 'antibody'
  have: number
  need: number
}
export interface Exclusion {
  met: boolean
  missing: Missing[]
  /** The negatives that count, by their samples. */
  counted: string[]
  /** When the next sample may be taken so that it counts. */
  nextFrom: Date | null
}

const HOUR_MS = 3_600_000

/** Whether the results known at a moment exclude a suspected case. A positive takes back the negatives before it. */
export function exclusionOf(
  rule: ExclusionRule,
  results: readonly TestedSample[],
  { onset, moment }: { onset: string | null; moment: Date },
): Exclusion {
  const known = results.filter((one) => one.resultAt <= moment && isTest(one))
  const pcr = known.filter(({ test, specimen }) => test === 'pcr' && respiratory.has(specimen)).sort(byTaking)
  const lastPositive = known
    .filter(({ finding }) => finding === 'positive')
    .sort(byTaking)
    .at(-1)
  const run = pcr.filter(({ finding, takenAt }) => {
    return finding === 'negative' && (!lastPositive || takenAt > lastPositive.takenAt)
  })
  const counted: TestedSample[] = []
  for (const one of run) {
    const before = counted.at(-1)
    if (!before || one.takenAt.getTime() - before.takenAt.getTime() >= rule.gapHours * HOUR_MS) counted.push(one)
  }
  const missing: Missing[] = []
  if (lastPositive && run.length === 0) missing.push({ code: 'positive', have: 1, need: 0 })
  if (run.length < rule.negatives) missing.push({ code: 'negatives', have: run.length, need: rule.negatives })
  else if (counted.length < rule.negatives) {
    missing.push({ code: 'gap', have: hoursApart(run), need: rule.gapHours * (rule.negatives - 1) })
  }
  missing.push(...antibodyMissing(rule, known, onset))
  const last = counted.at(-1)
  const nextFrom = counted.length < rule.negatives && last ? last.takenAt.getTime() + rule.gapHours * HOUR_MS : null
  return {
    met: missing.length === 0,
    missing,
    counted: counted.map(({ sampleId }) => sampleId),
    nextFrom: nextFrom === null ? null : new Date(nextFrom),
  }
}

function hoursApart(run: readonly TestedSample[]): number {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return 0
  return Math.floor(((last.takenAt.getTime() - first.takenAt.getTime()) / HOUR_MS) * 10) / 10
}

/** Both antibodies still negative so many days after onset, counted in days of China. */
function antibodyMissing(
  { antibodyNegativeDay: day }: ExclusionRule,
  known: readonly TestedSample[],
  onset: string | null,
) {
  if (day === undefined) return []
  if (onset === null) return [{ code: 'onset' as const, have: 0, need: day }]
  const from = midnightInChina(addDays(onset, day))
  const late = known.filter(({ takenAt, finding }) => finding === 'negative' && takenAt >= from)
  const have = (['igm', 'igg'] as const).filter((test) => late.some((one) => one.test === test)).length
  return have === 2 ? [] : [{ code: 'antibody' as const, have, need: 2 }]
}
