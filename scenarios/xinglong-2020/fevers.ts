import {
  type CheckpointPlan,
  instant,
  type Outcome,
  type OutcomePlan,
  type PassagePlan,
  type Symptom,
} from './events.ts'
import { type FiguresFile, marksOf, ScenarioError } from './figures.ts'
import { at, type Chance, chance } from './random.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const outcomes = ['excluded', 'suspected', 'confirmed', 'unreachable'] as const
const feverSymptoms: Symptom[] = ['cough', 'chills', 'headache', 'weakness', 'sore-throat']
const notes: Record<Outcome, string> = {
  excluded: '县医院发热门诊检查,排除疑似',
  suspected: '转县医院隔离病区,按疑似管理',
  confirmed: '核酸检测阳性,转定点医院',
  unreachable: '联系方式无人接听,已转乡镇核查',
}

interface Open {
  passage: PassagePlan
  atMs: number
}

/** Turns as many passages into fevers as the figures ask for by each moment, and brings their outcomes in time. */
export function planFevers(
  file: FiguresFile,
  county: string,
  checkpoints: readonly CheckpointPlan[],
  passages: readonly PassagePlan[],
): OutcomePlan[] {
  const draw = chance(file.seed, county, 'fevers')
  const steps = stepsOf(file)
  const stations = new Set(checkpoints.filter(({ kind }) => kind !== 'village-turn-back').map(({ id }) => id))
  const plans: OutcomePlan[] = []
  const open: Open[] = []
  // "Could not be reached" says where the search stands; the fever stays open.
  let unreachable = 0
  let fromMs = Date.parse(file.calendar.orderedAt)
  for (const step of steps) {
    const resolved = outcomes.reduce((sum, outcome) => sum + step.news[outcome], 0)
    const found = pickFevers(passages, stations, { fromMs, toMs: step.atMs, inTime: resolved > 0 }, step.fevers, draw)
    open.push(...found)
    open.sort((one, other) => one.atMs - other.atMs)
    if (resolved > open.length)
      throw new ScenarioError('发热结果多于发热人数 / More outcomes of fevers are asked for than there are fevers')
    for (const outcome of outcomes) {
      for (const { passage, atMs } of open.splice(0, step.news[outcome])) {
        plans.push(bring(file, passage, Math.max(atMs, fromMs), step.atMs, outcome, draw))
      }
    }
    unreachable += step.news.unreachable
    if (step.open !== null && step.open !== open.length + unreachable)
      throw new ScenarioError(
        `发热未结数与其他数字不符 / checkpoints.fevers-open says ${step.open}, the other figures leave ${open.length + unreachable}`,
      )
    fromMs = step.atMs
  }
  return plans
}

interface Step {
  atMs: number
  fevers: number
  news: Record<Outcome, number>
  open: number | null
}

/** What changed between one moment of the figures file and the next. */
function stepsOf(file: FiguresFile): Step[] {
  const fevers = marksOf(file, 'checkpoints.fevers')
  const byOutcome = {
    excluded: marksOf(file, 'checkpoints.fevers-excluded'),
    suspected: marksOf(file, 'checkpoints.fevers-suspected'),
    confirmed: marksOf(file, 'checkpoints.fevers-confirmed'),
    unreachable: marksOf(file, 'checkpoints.fevers-unreachable'),
  }
  const stillOpen = marksOf(file, 'checkpoints.fevers-open')
  const moments = [...new Set([fevers, ...Object.values(byOutcome)].flatMap((marks) => marks.map(({ atMs }) => atMs)))]
  moments.sort((one, other) => one - other)
  const valueAt = (marks: ReturnType<typeof marksOf>, atMs: number) =>
    marks.findLast((mark) => mark.atMs <= atMs)?.value ?? 0
  return moments.map((atMs, index) => {
    const increase = (marks: ReturnType<typeof marksOf>) => {
      const grown = valueAt(marks, atMs) - (index === 0 ? 0 : valueAt(marks, at(moments, index - 1)))
      if (grown < 0) throw new ScenarioError('发热累计数不能减少 / The fever figures are cumulative and cannot fall')
      return grown
    }
    return {
      atMs,
      fevers: increase(fevers),
      news: {
        excluded: increase(byOutcome.excluded),
        suspected: increase(byOutcome.suspected),
        confirmed: increase(byOutcome.confirmed),
        unreachable: increase(byOutcome.unreachable),
      },
      open: stillOpen.find((mark) => mark.atMs === atMs)?.value ?? null,
    }
  })
}

function pickFevers(
  passages: readonly PassagePlan[],
  stations: ReadonlySet<string>,
  window: { fromMs: number; toMs: number; inTime: boolean },
  count: number,
  draw: Chance,
): Open[] {
  if (count === 0) return []
  const may = passages
    .map((passage) => ({ passage, atMs: Date.parse(passage.recordedAt) }))
    .filter(({ passage, atMs }) => atMs > window.fromMs && atMs < window.toMs && passage.decision === 'pass')
    .filter(({ passage }) => passage.fromTallyId === null && passage.traveller.document !== null)
  const early = may.filter(({ passage, atMs }) => {
    const hour = Number(passage.recordedAt.slice(11, 13))
    return (
      stations.has(passage.checkpointId) &&
      hour >= 7 &&
      hour < 21 &&
      atMs < window.toMs - (window.inTime ? 30 : 0.5) * HOUR
    )
  })
  const inTime = may.filter(({ atMs }) => atMs < window.toMs - 20 * MINUTE)
  const pool = early.length >= count ? early : inTime.length >= count ? inTime : may
  if (pool.length < count)
    throw new ScenarioError(
      `有 ${count} 例发热,但只有 ${pool.length} 条个人记录可用 / ${count} fevers are asked for among ${pool.length} individual records`,
    )
  // One from each equal part of the time, so that they do not crowd on one day.
  return Array.from({ length: count }, (_, nth) => {
    const chosen = at(
      pool,
      draw.whole(Math.floor((nth * pool.length) / count), Math.floor(((nth + 1) * pool.length) / count) - 1),
    )
    makeFever(chosen.passage, draw)
    return chosen
  })
}

function makeFever(passage: PassagePlan, draw: Chance): void {
  passage.temperatureC = draw.whole(376, 389) / 10
  passage.site = 'axillary'
  passage.symptoms = [...new Set([draw.pick(feverSymptoms), draw.pick(feverSymptoms)])]
  passage.decision = 'medical'
  passage.reason = 'fever'
}

function bring(
  file: FiguresFile,
  passage: PassagePlan,
  openMs: number,
  byMs: number,
  outcome: Outcome,
  draw: Chance,
): OutcomePlan {
  const wish = openMs + (5 + draw.next() * 20) * HOUR
  const last = byMs - 10 * MINUTE
  const when = wish <= last ? wish : openMs + Math.max((byMs - openMs) * 0.6, 1000)
  const recordedMs = Math.floor(when / MINUTE) * MINUTE + 17_000
  const safeMs = recordedMs < byMs && recordedMs > openMs ? recordedMs : Math.floor((openMs + byMs) / 2)
  return {
    id: draw.id(safeMs),
    passageId: passage.id,
    recordedAt: instant(safeMs, file.calendar.offset),
    outcome,
    note: notes[outcome],
  }
}
