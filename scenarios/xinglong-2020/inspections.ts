import type { CompoundPlan } from './compounds.ts'
import type { CheckpointPlan } from './events.ts'
import { instant } from './events.ts'
import { type FiguresFile, type Mark, marksOf, ScenarioError } from './figures.ts'
import type { PostPlan } from './grid.ts'
import { findingTexts, type PlaceKind, venueNames } from './inspections-texts.ts'
import type { Division } from './plan.ts'
import { at, type Chance, chance, namedId } from './random.ts'

export interface FindingPlan {
  id: string
  linkId: string
  severity: 'minor' | 'serious' | 'grave'
  what: string
  atMs: number
  dueMs: number
  steps: StepPlan[]
}
interface StepPlan {
  id: string
  step: 'rectified' | 'passed' | 'failed'
  note: string | null
  atMs: number
  dueMs: number | null
}
export interface InspectionPlan {
  id: string
  division: string
  placeKind: PlaceKind
  placeId: string | null
  placeName: string | null
  manner: 'planned' | 'unannounced' | 'led'
  atMs: number
  findings: FindingPlan[]
}
export interface Inspections {
  county: string
  seed: string
  offset: string
  from: string
  to: string
  lastMs: number
  /** Posts that lead a visit, and those of the teams. */
  leaders: string[]
  inspectors: string[]
  visits: InspectionPlan[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const TO_PUT_RIGHT: Record<FindingPlan['severity'], number> = { minor: 2 * DAY, serious: DAY, grave: 12 * HOUR }

export interface InspectionGround {
  file: FiguresFile
  county: string
  divisions: readonly Division[]
  checkpoints: readonly CheckpointPlan[]
  residents: { compounds: readonly CompoundPlan[] }
  responsibility: { posts: readonly PostPlan[] }
}

/** Leaders and teams go to townships, villages, checkpoints, compounds and shops, as often as the file says. Pure and seeded. */
export function planInspections(ground: InspectionGround): Inspections {
  const { file, county, responsibility } = ground
  const { seed, calendar } = file
  const { offset } = calendar
  const marks = marksOf(file, 'inspections.visits')
  const lastMs = marks.at(-1)?.atMs ?? Date.parse(calendar.endsAt)
  const idsOf = (...kinds: string[]) =>
    responsibility.posts.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  const shared = { county, seed, offset, lastMs, leaders: idsOf('command-head', 'county-leader').slice(0, 6) }
  const visits = planVisits(ground, marks, shared.leaders.length > 0)
  addFindings(visits, file, lastMs, chance(seed, county, 'findings'))
  return {
    ...shared,
    inspectors: idsOf('command-office', 'command-duty').slice(0, 6),
    from: calendar.orderedAt.slice(0, 10),
    to: instant(lastMs - HOUR, offset).slice(0, 10),
    visits,
  }
}

const figure = (file: FiguresFile, name: string): number => marksOf(file, name).at(-1)?.value ?? 0

function planVisits(ground: InspectionGround, marks: readonly Mark[], mayLead: boolean): InspectionPlan[] {
  const { file, county, divisions } = ground
  const townships = divisions.filter(({ code }) => code.length === 9)
  const total = marks.at(-1)?.value ?? 0
  if (total === 0 || townships.length === 0) return []
  const draw = chance(file.seed, county, 'inspections')
  const moments = marks.flatMap(({ atMs, value }, nth) => {
    const before = marks[nth - 1]
    const from = before?.atMs ?? Date.parse(file.calendar.orderedAt)
    const count = value - (before?.value ?? 0)
    if (count < 0) throw new ScenarioError('督导检查次数不能减少 / The number of inspections cannot fall')
    return Array.from({ length: count }, () =>
      byDay(from + draw.next() * (atMs - from), { from, to: atMs }, file.calendar.offset),
    )
  })
  moments.sort((one, other) => one - other)
  const led = Math.min(mayLead ? figure(file, 'inspections.led') : 0, total)
  return moments.map((atMs, nth) => {
    // Every township has its turn before one is visited again.
    const township = at(townships, (nth * 7 + Math.floor(nth / townships.length)) % townships.length)
    // Spread over the whole time.
    const isLed = Math.floor(((nth + 1) * led) / total) > Math.floor((nth * led) / total)
    const manner = isLed ? 'led' : draw.may(0.6) ? 'unannounced' : 'planned'
    return { id: draw.id(atMs), ...placeIn(ground, township, atMs, draw), manner, atMs, findings: [] }
  })
}

/** By daylight where the stretch of time has any: eight in the morning to eight in the evening, on a whole minute. */
function byDay(ms: number, { from, to }: { from: number; to: number }, offset: string): number {
  const midnight = Date.parse(`${instant(ms, offset).slice(0, 10)}T00:00:00${offset}`)
  const moved = midnight + 8 * HOUR + (ms - midnight) / 2
  const chosen = moved > from && moved <= to ? moved : ms
  return Math.max(Math.ceil(from / 60_000) * 60_000, Math.floor(chosen / 60_000) * 60_000)
}

const kinds = [
  { kind: 'village', weight: 42 },
  { kind: 'checkpoint', weight: 24 },
  { kind: 'township', weight: 10 },
  { kind: 'compound', weight: 10 },
  { kind: 'venue', weight: 14 },
] as const

function placeIn(ground: InspectionGround, township: Division, atMs: number, draw: Chance) {
  const within = <T extends { division: string }>(all: readonly T[]) =>
    all.filter(({ division }) => division.startsWith(township.code))
  const villages = ground.divisions.filter(({ code }) => code.length === 12 && code.startsWith(township.code))
  const places = {
    checkpoint: within(ground.checkpoints).filter(({ openedMs }) => openedMs <= atMs),
    compound: within(ground.residents.compounds),
  }
  const { kind } = draw.weighted(kinds)
  const nowhere = { placeId: null, placeName: null }
  if (kind === 'venue') {
    const name = `${township.name}${draw.pick(venueNames)}`
    return { ...nowhere, placeKind: kind, division: township.code, placeName: name }
  }
  if ((kind === 'checkpoint' || kind === 'compound') && places[kind].length > 0) {
    const { id, division } = draw.pick<{ id: string; division: string }>(places[kind])
    return { ...nowhere, placeKind: kind, division, placeId: id }
  }
  if (kind === 'township' || villages.length === 0)
    return { ...nowhere, placeKind: 'township' as const, division: township.code }
  return { ...nowhere, placeKind: 'village' as const, division: draw.pick(villages).code }
}

/** As many findings as the file says; of those that stand at the end, as many overdue as it says. */
function addFindings(visits: readonly InspectionPlan[], file: FiguresFile, lastMs: number, draw: Chance): void {
  const count = figure(file, 'inspections.findings')
  const standing = count - figure(file, 'inspections.findings-passed')
  const overdue = figure(file, 'inspections.findings-overdue')
  const early = visits.filter(({ atMs }) => atMs <= lastMs - 8 * HOUR)
  if (early.length < count || standing < overdue)
    throw new ScenarioError('督导检查的问题数与检查次数不符 / Findings and inspections of the file do not fit')
  const chosen = shuffled(early, draw)
    .slice(0, count)
    .sort((one, other) => one.atMs - other.atMs)
  for (const visit of chosen) {
    const [linkId, severity, what] = draw.pick(findingTexts[visit.placeKind])
    const dueMs = visit.atMs + TO_PUT_RIGHT[severity]
    visit.findings.push({
      id: namedId(visit.id, 'finding'),
      linkId,
      severity,
      what,
      atMs: visit.atMs,
      dueMs,
      steps: [],
    })
  }
  // The last ones stand; the ones overdue are the last that had a day and a half, so that their time can be over.
  const made = chosen.flatMap(({ findings }) => findings)
  const late = made
    .filter(({ atMs }) => atMs <= lastMs - 1.5 * DAY)
    .slice(made.length === 0 ? 0 : -overdue || made.length)
  const open = made.filter((one) => !late.includes(one)).slice(overdue - standing || made.length)
  if (late.length !== overdue || open.length !== standing - overdue)
    throw new ScenarioError('未销号的问题排不开 / The findings that stand cannot be placed')
  for (const one of late) one.dueMs = Math.min(one.dueMs, lastMs - 5 * HOUR)
  for (const [nth, one] of open.entries()) {
    one.dueMs = Math.max(one.dueMs, lastMs + DAY)
    if (nth % 2 === 0) one.steps.push(stepOf(one, 'rectified', Math.max(one.atMs + HOUR, lastMs - 6 * HOUR)))
  }
  for (const one of made) if (!late.includes(one) && !open.includes(one)) settle(one, lastMs, draw)
}

function shuffled<T>(all: readonly T[], draw: Chance): T[] {
  const drawn = all.map((one) => ({ one, key: draw.next() }))
  return drawn.sort((a, b) => a.key - b.key).map(({ one }) => one)
}

const NOTES = { rectified: '已按要求整改，现场有照片', passed: null, failed: '整改不彻底，限期再改' } as const
function stepOf(finding: FindingPlan, step: StepPlan['step'], atMs: number, dueMs: number | null = null): StepPlan {
  const id = namedId(finding.id, 'step', finding.steps.length)
  return { id, step, note: NOTES[step], atMs: Math.floor(atMs / 60_000) * 60_000, dueMs }
}

/** Put right and passed; one in eight not at the first try, one in ten too late. */
function settle(finding: FindingPlan, lastMs: number, draw: Chance): void {
  const room = lastMs - finding.atMs
  const allowed = (finding.dueMs - finding.atMs) * (draw.may(0.1) ? 1.3 : 0.9)
  const rectifiedMs = finding.atMs + Math.min(allowed * (0.3 + 0.7 * draw.next()), room * 0.4)
  const say = (step: StepPlan['step'], ms: number, dueMs?: number) =>
    finding.steps.push(stepOf(finding, step, ms, dueMs))
  say('rectified', rectifiedMs)
  const again = draw.may(0.125)
  if (again) {
    const failedMs = finding.atMs + room * 0.5
    const next = Math.min(failedMs + 2 * DAY, finding.atMs + room * 0.6)
    say('failed', Math.min(failedMs, rectifiedMs + DAY), next)
    say('rectified', Math.min(next, rectifiedMs + 2 * DAY, finding.atMs + room * 0.7))
  }
  const from = finding.steps.at(-1)?.atMs ?? rectifiedMs
  say('passed', Math.min(from + (2 + 40 * draw.next()) * HOUR, finding.atMs + room * 0.95))
}
