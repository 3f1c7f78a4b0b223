import type { CheckpointPlan } from './events.ts'
import { type FiguresFile, type Mark, marksOf, ScenarioError } from './figures.ts'
import { at, chance, cumulative, drawIndex, share } from './random.ts'

/** How many people one checkpoint screens in (at most) one hour. */
export interface Cell {
  checkpoint: CheckpointPlan
  fromMs: number
  toMs: number
  people: number
  inward: number
  segment: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

const stationHours = [
  0.25, 0.18, 0.14, 0.12, 0.14, 0.3, 0.6, 1, 1.5, 1.8, 1.7, 1.4, 1.1, 1.2, 1.5, 1.7, 1.8, 1.6, 1.2, 0.9, 0.7, 0.55,
  0.42, 0.32,
]
const exitHours = stationHours.map((weight) => weight + 0.2)
const villageHours = [
  0, 0, 0, 0, 0, 0.05, 0.3, 0.8, 1.4, 1.7, 1.5, 1.1, 0.8, 0.9, 1.3, 1.5, 1.2, 0.8, 0.4, 0.2, 0.08, 0.02, 0, 0,
]
const hoursOf = { 'county-border': stationHours, 'expressway-exit': exitHours, 'village-turn-back': villageHours }

interface Segment {
  fromMs: number
  toMs: number
  total: number
}

/** The people of each checkpoint and hour; between two marks of the figures file they add up to their difference exactly. */
export function planTraffic(file: FiguresFile, checkpoints: readonly CheckpointPlan[], scale: number): Cell[] {
  const endsMs = Date.parse(file.calendar.endsAt)
  const marks = scaledMarks(file, scale)
  const cells: Cell[] = []
  let [fromMs, before, perWeight] = [Date.parse(file.calendar.orderedAt), 0, 0]
  for (const [index, mark] of marks.entries()) {
    const segment = { fromMs, toMs: mark.atMs, total: mark.value - before }
    const pieces = piecesOf(file, checkpoints, segment, index)
    const weight = pieces.reduce((sum, piece) => sum + piece.weight, 0)
    if (segment.total > 0 && weight === 0)
      throw new ScenarioError(
        `第 ${index + 1} 个时点之前没有检查点开放 / No checkpoint is open before mark ${index + 1} of checkpoints.screened`,
      )
    cells.push(...fill(file, pieces, segment.total, index))
    perWeight = weight > 0 ? segment.total / weight : perWeight
    fromMs = mark.atMs
    before = mark.value
  }
  // Work does not stop at the cut-off: what comes later must not show in the figure of that moment.
  const rest = piecesOf(file, checkpoints, { fromMs, toMs: endsMs, total: 0 }, marks.length)
  const total = Math.round(rest.reduce((sum, piece) => sum + piece.weight, 0) * perWeight)
  return [...cells, ...fill(file, rest, total, marks.length)]
}

function scaledMarks(file: FiguresFile, scale: number): Mark[] {
  const marks = marksOf(file, 'checkpoints.screened').map(({ atMs, value }) => ({
    atMs,
    value: Math.round(value * scale),
  }))
  if (marks.length === 0)
    throw new ScenarioError('数字文件缺少 checkpoints.screened / The figures file has no checkpoints.screened')
  const startMs = Date.parse(file.calendar.orderedAt)
  for (const [index, mark] of marks.entries()) {
    if (mark.value < (marks[index - 1]?.value ?? 0))
      throw new ScenarioError('累计数不能减少 / checkpoints.screened is cumulative and cannot fall')
    if (mark.atMs <= startMs || mark.atMs > Date.parse(file.calendar.endsAt))
      throw new ScenarioError(
        'checkpoints.screened 的时点不在日历之内 / A mark of checkpoints.screened lies outside the calendar',
      )
  }
  return marks
}

interface Piece {
  checkpoint: CheckpointPlan
  hours: Array<{ fromMs: number; toMs: number; weight: number }>
  weight: number
  inward: number
}

/** One piece per checkpoint and day: small numbers are dealt out by day first, or the quietest hours would never see anybody. */
function piecesOf(file: FiguresFile, checkpoints: readonly CheckpointPlan[], segment: Segment, index: number): Piece[] {
  const placeWeight = placeWeights(file, checkpoints)
  const pieces: Piece[] = []
  const days = daysOf(file, segment)
  for (const checkpoint of checkpoints) {
    const draw = chance(file.seed, 'weights', checkpoint.key, index)
    const curve = hoursOf[checkpoint.kind]
    for (const day of days) {
      const hours: Piece['hours'] = []
      const mood = 0.75 + draw.next() * 0.5
      for (let hour = 0; hour < 24; hour += 1) {
        const fromMs = Math.max(day.startMs + hour * HOUR, segment.fromMs, checkpoint.openedMs)
        const toMs = Math.min(day.startMs + (hour + 1) * HOUR, segment.toMs)
        const jitter = 0.7 + draw.next() * 0.6
        if (toMs - fromMs < 60_000) continue
        hours.push({ fromMs, toMs, weight: (at(curve, hour) * jitter * (toMs - fromMs)) / HOUR })
      }
      const weight = hours.reduce((sum, { weight }) => sum + weight, 0) * mood * day.factor * placeWeight(checkpoint)
      if (weight > 0) pieces.push({ checkpoint, hours, weight, inward: day.inward })
    }
  }
  return pieces
}

function placeWeights(
  file: FiguresFile,
  checkpoints: readonly CheckpointPlan[],
): (checkpoint: CheckpointPlan) => number {
  const isVillage = ({ kind }: CheckpointPlan) => kind === 'village-turn-back'
  const sum = (of: readonly CheckpointPlan[]) => of.reduce((so, { weight }) => so + weight, 0)
  const villages = sum(checkpoints.filter(isVillage))
  const stations = sum(checkpoints.filter((checkpoint) => !isVillage(checkpoint)))
  const villageShare = stations === 0 ? 1 : villages === 0 ? 0 : file.checkpoints.villageShare
  return (checkpoint) =>
    isVillage(checkpoint)
      ? (checkpoint.weight / villages) * villageShare
      : (checkpoint.weight / stations) * (1 - villageShare)
}

function daysOf(file: FiguresFile, segment: Segment): Array<{ startMs: number; factor: number; inward: number }> {
  const firstMs = midnight(Date.parse(file.calendar.orderedAt), file.calendar.offset)
  const days = []
  for (let startMs = midnight(segment.fromMs, file.calendar.offset); startMs < segment.toMs; startMs += DAY) {
    const nth = Math.round((startMs - firstMs) / DAY)
    const named = file.calendar.days.find(({ day }) => Date.parse(`${day}T00:00:00${file.calendar.offset}`) === startMs)
    const growth = Math.max((1 + file.calendar.growthPerDay) ** nth, 0)
    days.push({ startMs, factor: growth * (named?.factor ?? 1), inward: named?.inward ?? 0.58 })
  }
  return days
}

export function midnight(ms: number, offset: string): number {
  const zero = Date.parse(`1970-01-01T00:00:00${offset}`)
  return Math.floor((ms - zero) / DAY) * DAY + zero
}

function fill(file: FiguresFile, pieces: readonly Piece[], total: number, segment: number): Cell[] {
  if (total === 0) return []
  const parts = share(
    total,
    pieces.map(({ weight }) => weight),
  )
  return pieces.flatMap(({ checkpoint, hours, inward }, index) => {
    const sums = cumulative(hours.map(({ weight }) => weight))
    const draw = chance(file.seed, 'hours', checkpoint.key, segment, at(hours, 0).fromMs)
    const counts = hours.map(() => 0)
    for (let person = 0; person < at(parts, index); person += 1) {
      const hour = drawIndex(sums, draw.next())
      counts[hour] = at(counts, hour) + 1
    }
    return hours.flatMap(({ fromMs, toMs }, hour) => {
      const people = at(counts, hour)
      return people > 0 ? [{ checkpoint, fromMs, toMs, people, inward, segment }] : []
    })
  })
}
