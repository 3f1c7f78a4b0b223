import { answer, type Sent, type Session, sentBy } from './api.ts'
import { instant } from './events.ts'
import type { FindingPlan, InspectionPlan, Inspections } from './inspections.ts'
import { questionsOf } from './inspections-texts.ts'
import { namedId } from './random.ts'

/** Somebody of a township, by their how-manieth account; null when that one was given out before. */
export type Officer = (township: string, nth: number) => Promise<Session | null>
type Add = (sent: Sent, label: string) => void
const LABEL = '督导检查 inspections'
const BATCH = 500
const PLANS = 2
const stepsOf = ({ visits }: Inspections) =>
  visits.flatMap(({ division, findings }) =>
    findings.flatMap((finding) => finding.steps.map((step, nth) => ({ division, finding, step, nth }))),
  )

export const countInspections = (plan: Inspections): number =>
  plan.visits.length === 0 ? 0 : PLANS + plan.visits.length + stepsOf(plan).length

const asSent = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }

/** Plans with their teams, visits in batches, and what became of the findings: put right by one, said to be right by another. */
export async function sendInspections(plan: Inspections, desk: Session, officerOf: Officer, add: Add): Promise<void> {
  if (plan.visits.length === 0) return
  await answer('checklists', () => desk.POST('/inspection-checklists/start'))
  for (const body of plansOf(plan))
    add(asSent(await answer('plan', () => desk.POST('/inspection-plans', { body }))), LABEL)
  for (let from = 0; from < plan.visits.length; from += BATCH) {
    const items = plan.visits.slice(from, from + BATCH).map((visit, nth) => bodyOf(plan, visit, from + nth))
    const { verdicts } = await answer('inspections', () => desk.POST('/inspections/batch', { body: { items } }))
    add(sentBy('inspection', verdicts), LABEL)
  }
  await sendSteps(plan, desk, officerOf, add)
}

async function sendSteps(plan: Inspections, desk: Session, officerOf: Officer, add: Add): Promise<void> {
  const steps = stepsOf(plan)
  const asOf = instant(plan.lastMs, plan.offset)
  const { total } = await answer('heat', () => desk.GET('/inspection-heat', { params: { query: { asOf } } }))
  const passed = steps.filter(({ step }) => step.step === 'passed').length
  const findings = plan.visits.flatMap((visit) => visit.findings)
  const waiting = findings.filter(({ steps: own }) => own.at(-1)?.step === 'rectified').length
  if (total.passed === passed && total.waiting === waiting) return add({ fresh: 0, again: steps.length }, LABEL)
  const officers = new Map<string, Session>()
  const seated = async (township: string): Promise<Session> => {
    for (let nth = 0; !officers.has(township) && nth < TRIES; nth += 1) {
      const officer = await officerOf(township, nth)
      if (officer) officers.set(township, officer)
    }
    return officers.get(township) ?? desk
  }
  for (let nth = 0; ; nth += 1) {
    const now = steps.filter((one) => one.nth === nth)
    if (now.length === 0) return
    // Steps of a finding follow each other: the township puts right, the county looks again.
    const isRectified = now[0]?.step.step === 'rectified'
    const groups = Map.groupBy(now, ({ division }) => (isRectified ? division.slice(0, 9) : ''))
    for (const [township, own] of groups) {
      const items = own.map(({ finding, step }) => stepBody(plan, finding, step))
      const by = isRectified ? await seated(township) : desk
      const { verdicts } = await answer('steps', () => by.POST('/inspection-finding-steps/batch', { body: { items } }))
      add(sentBy('step', verdicts), LABEL)
    }
  }
}
/** A load that broke off has left its accounts behind: somebody new puts right. */
const TRIES = 9

const stepBody = ({ offset }: Inspections, finding: FindingPlan, step: FindingPlan['steps'][number]) => ({
  id: step.id,
  findingId: finding.id,
  step: step.step,
  note: step.note,
  counted: step.step === 'rectified' ? 1 : null,
  dueAt: step.dueMs === null ? null : instant(step.dueMs, offset),
  recordedAt: instant(step.atMs, offset),
  way: 'desk' as const,
})

const VERSION = 1
function plansOf({ county, seed, from, to, leaders, inspectors, visits }: Inspections) {
  const id = (name: string) => namedId(seed, county, 'inspection-plan', name)
  const teamsOf = (plan: string) =>
    (['督查一组', '督查二组', '督查三组'] as const).flatMap((title, nth) => {
      const postIds = inspectors.filter((_, at) => at % 3 === nth)
      return postIds.length > 0 ? [{ id: namedId(plan, 'team', nth), title, postIds }] : []
    })
  const leadTeam =
    leaders.length > 0 ? [{ id: namedId(id('all'), 'leaders'), title: '县级领导带队', postIds: leaders }] : []
  return [
    {
      id: id('all'),
      area: county,
      title: '全县防控工作督导检查',
      placeKinds: ['township', 'village', 'checkpoint', 'compound', 'venue', 'site'] as const,
      ...{ from, to, wanted: visits.length },
      teams: [...leadTeam, ...teamsOf(id('all'))],
    },
    {
      id: id('night'),
      area: county,
      title: '检查点、劝返点不打招呼抽查',
      placeKinds: ['village', 'checkpoint'] as const,
      ...{ from, to, wanted: null, unannounced: true, checklist: { key: 'inspect-checkpoint', version: VERSION } },
      teams: teamsOf(id('night')),
    },
  ].map((one) => ({ ...one, placeKinds: [...one.placeKinds] }))
}

function bodyOf(plan: Inspections, visit: InspectionPlan, nth: number) {
  const { offset, leaders } = plan
  const [all, night] = plansOf(plan)
  const { findings, placeKind, manner, atMs } = visit
  const own = manner === 'unannounced' && (placeKind === 'village' || placeKind === 'checkpoint') ? night : all
  const teams =
    manner === 'led'
      ? (own?.teams.slice(0, 1) ?? [])
      : (own?.teams.filter(({ title }) => title.startsWith('督查')) ?? [])
  const team = teams[nth % Math.max(teams.length, 1)]
  const wrong = new Set(findings.map(({ linkId }) => linkId))
  const leader = leaders[nth % Math.max(leaders.length, 1)]
  return {
    id: visit.id,
    division: visit.division,
    placeKind,
    placeId: visit.placeId,
    placeName: visit.placeName,
    manner,
    planId: own?.id ?? null,
    teamId: team?.id ?? null,
    postIds: manner === 'led' && leader ? [leader] : (team?.postIds ?? []),
    checklist: { key: `inspect-${placeKind}`, version: VERSION },
    answers: Object.fromEntries(questionsOf[placeKind].map((linkId) => [linkId, !wrong.has(linkId)])),
    findings: findings.map(({ id, linkId, severity, what, dueMs }) => ({
      ...{ id, linkId, severity, what },
      dueAt: instant(dueMs, offset),
    })),
    recordedAt: instant(atMs, offset),
    way: 'desk' as const,
  }
}
