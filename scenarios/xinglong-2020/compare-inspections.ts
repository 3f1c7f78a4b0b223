import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import { instant } from './events.ts'
import type { FindingPlan, Inspections } from './inspections.ts'

const HOUR = 3_600_000
const names = [
  'inspections',
  'inspections-led',
  'inspection-findings',
  'inspection-findings-passed',
  'inspection-findings-standing',
  'inspection-findings-overdue',
] as const

/** Counted from the plan of the scenario in a way of its own. */
export function countInspected(
  { visits }: Inspections,
  area: string,
  ms: number,
): Record<(typeof names)[number], number> {
  const made = visits.filter(({ division, atMs }) => division.startsWith(area) && atMs <= ms)
  const findings = made.flatMap((visit) => visit.findings)
  const passed = findings.filter(({ steps }) => steps.some(({ step, atMs }) => step === 'passed' && atMs <= ms))
  const standing = findings.filter((one) => !passed.includes(one))
  return {
    inspections: made.length,
    'inspections-led': made.filter(({ manner }) => manner === 'led').length,
    'inspection-findings': findings.length,
    'inspection-findings-passed': passed.length,
    'inspection-findings-standing': standing.length,
    'inspection-findings-overdue': standing.filter((one) => dueMs(one, ms) < ms).length,
  }
}

function dueMs({ steps, dueMs: first }: FindingPlan, ms: number): number {
  const last = steps.filter(({ atMs }) => atMs <= ms).at(-1)
  if (last?.step === 'rectified') return last.atMs + 48 * HOUR
  return last?.dueMs ?? first
}

/** What was inspected and found, at the end and on days before it, in the county and one of its townships. */
export async function compareInspections(session: Session, inspections: Inspections, hold: Hold): Promise<void> {
  const { visits, county, lastMs, offset } = inspections
  if (visits.length === 0) return
  const township = visits[Math.floor(visits.length / 2)]?.division.slice(0, 9) ?? county
  for (const [area, back] of [
    [county, 0],
    [county, 60],
    [county, 24 * 9 + 5],
    [township, 30],
  ] as const) {
    const ms = lastMs - back * HOUR
    const asOf = instant(ms, offset)
    const ours = countInspected(inspections, area, ms)
    for (const figure of names) {
      const params = { path: { figure }, query: { area, asOf } }
      const { value } = await answer(figure, () => session.GET('/figures/{figure}', { params }))
      hold(figure, area, asOf, ours[figure], value)
    }
    const { total } = await answer('heat', () => session.GET('/inspection-heat', { params: { query: { area, asOf } } }))
    hold('heat inspected', area, asOf, ours.inspections, total.inspected)
    hold('heat overdue', area, asOf, ours['inspection-findings-overdue'], total.overdue)
  }
}
