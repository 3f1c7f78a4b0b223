import { answer, type Sent, type Session } from './api.ts'
import { instant } from './events.ts'
import { type FiguresFile, ScenarioError } from './figures.ts'
import type { Residents } from './households.ts'
import { SINCE_MS, stretchesOf } from './journeys.ts'
import { at, type Chance, chance, namedId } from './random.ts'
import { countSuspects, planSuspects, type SuspectPlan, sendSuspects } from './suspects.ts'
import { runQueues } from './upload.ts'

const HOUR = 3_600_000

export interface FeverPlan {
  id: string
  division: string
  personId: string
  origin: 'clinic' | 'self-report'
  atMs: number
  temperatureC: number
  symptoms: string[]
  /** When the hospital knew that it was something else. */
  excludedMs: number | null
}
export interface OtherFevers {
  county: string
  offset: string
  fevers: FeverPlan[]
  suspects: SuspectPlan[]
}

const clinics = [
  { what: ['cough', 'sore-throat'], weight: 5 },
  { what: ['runny-nose', 'sore-throat'], weight: 4 },
  { what: ['headache', 'muscle-pain'], weight: 2 },
  { what: [], weight: 4 },
] as const

/** Fevers that no checkpoint found: seen at the fever clinic or told by the person, each with what the hospital made of it. */
export function planOtherFevers(file: FiguresFile, county: string, residents: Residents, scale: number): OtherFevers {
  const { offset } = file.calendar
  const draw = chance(file.seed, county, 'other fevers', scale)
  const people = residents.households.flatMap(({ division, members }) =>
    members.map(({ id: personId }) => ({ personId, division })),
  )
  const fevers: FeverPlan[] = []
  const taken = new Set<string>()
  for (const { fromMs, toMs, rest } of stretchesOf(file, ['cases.other-fevers', null], scale)) {
    for (let nth = 0; nth < rest; nth += 1) fevers.push(feverOf(draw, people, taken, { fromMs, toMs }))
  }
  fevers.sort((one, other) => one.atMs - other.atMs)
  for (const { fromMs, toMs, rest } of stretchesOf(file, ['cases.other-fevers-excluded', null], scale)) {
    const open = fevers.filter(({ atMs, excludedMs }) => excludedMs === null && atMs < toMs - HOUR / 2)
    if (open.length < rest) throw new ScenarioError('排除的发热多于发热人数 / More fevers excluded than there were')
    for (const fever of open.slice(0, rest)) {
      const earliestMs = Math.max(fever.atMs, fromMs)
      const takesMs = Math.min(toMs - earliestMs, draw.whole(3, 50) * HOUR) * (0.3 + draw.next() * 0.65)
      fever.excludedMs = earliestMs + Math.floor(takesMs / 1000) * 1000
    }
  }
  return { county, offset, fevers, suspects: planSuspects(file, county, residents, scale, taken) }
}

function feverOf(
  draw: Chance,
  people: ReadonlyArray<{ personId: string; division: string }>,
  taken: Set<string>,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): FeverPlan {
  if (taken.size >= people.length)
    throw new ScenarioError('发热人数多于全县登记人口 / More fevers than people on the roster')
  let who = draw.pick(people)
  while (taken.has(who.personId)) who = draw.pick(people)
  taken.add(who.personId)
  const spanMs = toMs - Math.max(fromMs, SINCE_MS)
  const atMs = Math.max(fromMs, SINCE_MS) + Math.floor((spanMs * (0.01 + draw.next() * 0.97)) / 1000) * 1000
  return {
    ...who,
    id: draw.id(atMs),
    origin: draw.may(0.88) ? 'clinic' : 'self-report',
    atMs,
    temperatureC: Math.round(Math.max(draw.around(38.1, 0.5), 37.4) * 10) / 10,
    symptoms: [...draw.weighted(clinics).what],
    excludedMs: null,
  }
}

export const countOtherFevers = ({ fevers, suspects }: OtherFevers): number =>
  fevers.reduce((sum, { excludedMs }) => sum + (excludedMs === null ? 1 : 2), countSuspects(suspects))

const one = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }

export async function sendOtherFevers(
  { fevers, suspects, offset }: OtherFevers,
  desk: Session,
  add: (sent: Sent, label: string) => void,
): Promise<void> {
  await runQueues(
    fevers.map((fever, nth) => [
      async () => {
        const { caseId, ...receipt } = await report(fever, desk, offset)
        add(one(receipt), '其他发热 other fevers')
        if (fever.excludedMs !== null) add(one(await exclude(fever, nth, caseId, desk, offset)), '排除 excluded')
      },
    ]),
  )
  await sendSuspects(suspects, desk, offset, add)
}

function report(
  { id, division, personId, origin, atMs, temperatureC, symptoms }: FeverPlan,
  desk: Session,
  offset: string,
) {
  const when = instant(atMs, offset)
  const body = {
    id,
    division,
    recordedAt: when,
    person: { personId },
    origin,
    at: when,
    temperatureC,
    site: 'axillary' as const,
    symptoms,
  }
  return answer('fever', () => desk.POST('/cases/fevers', { body }))
}

function exclude({ id, excludedMs }: FeverPlan, nth: number, caseId: string, desk: Session, offset: string) {
  const when = instant(excludedMs ?? 0, offset)
  const body = {
    id: namedId(id, 'excluded'),
    recordedAt: when,
    at: when,
    status: 'excluded' as const,
    ground: 'clinical' as const,
    institution: '兴隆县人民医院',
    clinician: `测试医生${(nth % 6) + 1}`,
    note: at(['普通感冒', '上呼吸道感染', '扁桃体炎', '流行性感冒'], nth % 4),
  }
  const params = { path: { caseId } }
  return answer('exclusion', () => desk.POST('/cases/{caseId}/decisions', { params, body }))
}
