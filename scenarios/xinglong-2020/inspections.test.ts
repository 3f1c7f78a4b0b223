import { expect, test } from 'vitest'
import { countInspected } from './compare-inspections.ts'
import { readFigures } from './figures.ts'
import { householdPlan } from './households.ts'
import { planInspections } from './inspections.ts'
import { planCheckpoints } from './plan.ts'
import { planResponsibility } from './responsibility.ts'
import { countInspections } from './send-inspections.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const another = readFigures(new URL('./another-county.figures.json', import.meta.url))
const county = '130881'
const divisions = Array.from({ length: 20 }, (_, nth) => `${county}${100 + nth}`).flatMap((code) => [
  { code, name: '测试镇' },
  ...['201', '001', '202'].map((end) => ({ code: code + end, name: '测试村' })),
])
function planOf(figures: typeof file) {
  const checkpoints = planCheckpoints(figures, county, divisions)
  const scale = 0.01
  const residents = householdPlan(figures, { county, divisions, scale })
  const responsibility = planResponsibility({ file: figures, county, divisions, residents, checkpoints, scale })
  return planInspections({ file: figures, county, divisions, checkpoints, residents, responsibility })
}
const inspections = planOf(file)
const said = (name: string) => file.figures.findLast((one) => one.name === `inspections.${name}`)?.value ?? -1

test('as many visits, findings and open ones as the file says, at each of its moments', () => {
  const last = countInspected(inspections, county, inspections.lastMs)
  expect(last).toEqual({
    inspections: said('visits'),
    'inspections-led': said('led'),
    'inspection-findings': said('findings'),
    'inspection-findings-passed': said('findings-passed'),
    'inspection-findings-standing': said('findings') - said('findings-passed'),
    'inspection-findings-overdue': said('findings-overdue'),
  })
  const first = file.figures.find(({ name }) => name === 'inspections.visits')
  const early = countInspected(inspections, county, Date.parse('2020-02-01T00:00:00+08:00'))
  expect([first?.asOf, early.inspections]).toEqual(['2020-01-31', first?.value])
})

test('every township is visited, and every step follows what it is about', () => {
  const townships = new Set(inspections.visits.map(({ division }) => division.slice(0, 9)))
  expect(townships.size).toBe(20)
  for (const { atMs, findings } of inspections.visits)
    for (const { steps, dueMs } of findings) {
      expect(dueMs).toBeGreaterThan(atMs)
      const moments = [atMs, ...steps.map((one) => one.atMs)]
      expect(moments).toEqual(moments.toSorted((a, b) => a - b))
      for (const step of steps) if (step.step === 'failed') expect(step.dueMs).toBeGreaterThan(step.atMs)
      expect(moments.at(-1)).toBeLessThanOrEqual(inspections.lastMs)
    }
})

test('the same file gives the same inspections, and one that counts none has none', () => {
  expect(planOf(file)).toEqual(inspections)
  const without = { ...another, figures: another.figures.filter(({ owner }) => owner !== 'inspections') }
  expect(countInspections(planOf(without))).toBe(0)
  expect(planOf(another).visits.length).toBeGreaterThan(0)
})
