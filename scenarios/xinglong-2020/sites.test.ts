import { expect, test } from 'vitest'
import { planExposures } from './exposures.ts'
import { readFigures } from './figures.ts'
import { householdPlan } from './households.ts'
import { planIsolation } from './isolation.ts'
import { planSites } from './sites.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const county = '130822'
const divisions = Array.from({ length: 20 }, (_, nth) => `130822${100 + nth}`).flatMap((code) => [
  { code, name: '测试镇' },
  ...['201', '001', '202'].map((end) => ({ code: code + end, name: '测试村' })),
])
const residents = householdPlan(file, { county, divisions })
const exposures = planExposures(file, county, 1, residents)
const ground = { file, county, residents, exposures, scale: 1 }
const { spells } = planIsolation(ground)
const sites = planSites(ground, divisions, spells)

test('18 people live in the county’s site at the end of 18 February, each in a room of their own', () => {
  const at = Date.parse('2020-02-19T00:00:00+08:00')
  const inside = sites.lodgings.filter(({ startMs, overMs }) => startMs <= at && at < overMs)
  expect(inside).toHaveLength(18)
  expect(new Set(inside.map(({ room }) => room.id)).size).toBe(18)
  expect(sites.division).toBe('130822100001')
})

test('nobody comes before the order, stays after it, or into a room that is not disinfected yet', () => {
  const bySpell = new Map(spells.map((spell) => [spell.id, spell]))
  for (const { orderId, startMs, overMs } of sites.lodgings) {
    const spell = bySpell.get(orderId)
    expect(spell && spell.startMs < startMs && overMs <= spell.endMs && startMs < overMs).toBe(true)
  }
  for (const own of Map.groupBy(sites.lodgings, ({ room }) => room.id).values()) {
    for (const [nth, one] of own.entries()) {
      expect(one.turn).toBe(nth)
      const before = own[nth - 1]
      if (before) expect(one.startMs - before.overMs).toBeGreaterThanOrEqual(2 * 3_600_000)
    }
  }
})

test('the same file gives the same site', () => {
  expect(planSites(ground, divisions, spells)).toEqual(sites)
})
