import { answer, type Sent, type Session } from './api.ts'
import { instant } from './events.ts'
import { type FiguresFile, ScenarioError } from './figures.ts'
import type { Residents } from './households.ts'
import { SINCE_MS, stretchesOf } from './journeys.ts'
import { chance, namedId } from './random.ts'
import { runQueues } from './upload.ts'

const HOUR = 3_600_000

export interface SuspectPlan {
  id: string
  division: string
  personId: string
  atMs: number
  suspectedMs: number | null
  confirmedMs: number | null
}

/** Suspected and confirmed cases, as many by each mark as the file says; a suspected one is confirmed before somebody new is. */
export function planSuspects(
  file: FiguresFile,
  county: string,
  residents: Residents,
  scale: number,
  taken: ReadonlySet<string>,
): SuspectPlan[] {
  const draw = chance(file.seed, county, 'suspects', scale)
  const free = residents.households
    .flatMap(({ division, members }) => members.map(({ id: personId }) => ({ personId, division })))
    .filter(({ personId }) => !taken.has(personId))
  const plans: SuspectPlan[] = []
  const moment = (fromMs: number, toMs: number) => {
    const first = Math.max(fromMs, SINCE_MS)
    return first + Math.floor(((toMs - first) * (0.4 + draw.next() * 0.5)) / 1000) * 1000
  }
  const somebody = (knownMs: number): SuspectPlan => {
    const who = free.splice(draw.whole(0, Math.max(free.length - 1, 0)), 1)[0]
    if (!who) throw new ScenarioError('病例多于全县登记人口 / More cases than people on the roster')
    const atMs = knownMs - HOUR
    const plan = { ...who, id: namedId('case', who.personId, knownMs), atMs, suspectedMs: null, confirmedMs: null }
    plans.push(plan)
    return plan
  }
  for (const { fromMs, toMs, rest } of stretchesOf(file, ['cases.suspected', null], scale)) {
    for (let nth = 0; nth < rest; nth += 1) {
      const suspectedMs = moment(fromMs, toMs)
      somebody(suspectedMs).suspectedMs = suspectedMs
    }
  }
  for (const { fromMs, toMs, rest } of stretchesOf(file, ['cases.confirmed', null], scale)) {
    for (let nth = 0; nth < rest; nth += 1) {
      const confirmedMs = moment(fromMs, toMs)
      const waiting = plans.find(
        (plan) => plan.confirmedMs === null && (plan.suspectedMs ?? toMs) < confirmedMs - 5 * HOUR,
      )
      const plan = waiting ?? somebody(confirmedMs - 5 * HOUR)
      plan.confirmedMs = confirmedMs
    }
  }
  return plans
}

/** What is written of each: that it was reported, the decisions, and the sample behind a confirmation. */
const entriesOf = ({ suspectedMs, confirmedMs }: SuspectPlan): number =>
  1 + (suspectedMs === null ? 0 : 1) + (confirmedMs === null ? 0 : 3)
export const countSuspects = (plans: readonly SuspectPlan[]): number =>
  plans.reduce((sum, plan) => sum + entriesOf(plan), 0)

export async function sendSuspects(
  plans: readonly SuspectPlan[],
  desk: Session,
  offset: string,
  add: (sent: Sent, label: string) => void,
): Promise<void> {
  const told = ({ arrival }: { arrival: 'new' | 'again' }) =>
    add(arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }, '病例 cases')
  await runQueues(
    plans.map((plan) => [
      async () => {
        const { id, division, personId, atMs, suspectedMs, confirmedMs } = plan
        const at = instant(atMs, offset)
        const body = { id, division, recordedAt: at, person: { personId }, origin: 'clinic' as const, at }
        const opened = await answer('case', () => desk.POST('/cases/fevers', { body }))
        told(opened)
        const params = { path: { caseId: opened.caseId } }
        const named = { clinician: '测试医生1', note: '专家组会诊', institution: '县人民医院' }
        const said = (name: string, ms: number) => {
          const when = instant(ms, offset)
          return { id: namedId(id, name), recordedAt: when, at: when }
        }
        const decide = (status: 'suspected' | 'confirmed', ground: 'judgement' | 'laboratory', ms: number) =>
          answer(status, () =>
            desk.POST('/cases/{caseId}/decisions', { params, body: { ...said(status, ms), status, ground, ...named } }),
          )
        if (suspectedMs !== null) told(await decide('suspected', 'judgement', suspectedMs))
        if (confirmedMs === null) return
        const sample = {
          ...said('sample', confirmedMs - 4 * HOUR),
          specimen: 'throat-swab' as const,
          laboratory: '县疾控中心',
        }
        told(await answer('sample', () => desk.POST('/cases/{caseId}/samples', { params, body: sample })))
        const result = {
          ...said('result', confirmedMs - HOUR),
          sampleId: sample.id,
          test: 'pcr' as const,
          finding: 'positive' as const,
        }
        told(await answer('result', () => desk.POST('/cases/{caseId}/results', { params, body: result })))
        told(await decide('confirmed', 'laboratory', confirmedMs))
      },
    ]),
  )
}
