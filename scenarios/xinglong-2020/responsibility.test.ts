import { expect, test } from 'vitest'
import { readFigures } from './figures.ts'
import { generate } from './generator.ts'
import type { Ground } from './grid.ts'
import { householdPlan } from './households.ts'
import type { Division } from './plan.ts'
import { planResponsibility } from './responsibility.ts'

const xinglong = readFigures(new URL('./figures.json', import.meta.url))
const townships = [...new Set(xinglong.checkpoints.stations.map(({ division }) => division))]
const divisions: Division[] = [
  { code: '130822', name: '县' },
  ...townships.map((code) => ({ code, name: '镇' })),
  ...Array.from({ length: 8 }, (_, nth) => ({ code: `${townships[0]}00${nth + 1}`, name: '东街社区居民委员会' })),
  ...Array.from({ length: 289 }, (_, nth) => ({
    code: `${townships[nth % townships.length]}${200 + Math.floor(nth / townships.length)}`,
    name: '上沟村民委员会',
  })),
]
const wish = { county: '130822', divisions }
const residents = householdPlan(xinglong, wish)
const { checkpoints } = generate(xinglong, { ...wish, scale: 0.001 })
const ground: Ground = { file: xinglong, residents, checkpoints, scale: 1, ...wish }
const whole = planResponsibility(ground)
const count = (kind: string) => whole.posts.filter((post) => post.kind === kind).length

test('as many of each as the account says', () => {
  expect(count('group-leader')).toBe(147)
  expect(count('volunteer')).toBe(739)
  expect(count('resident-cadre')).toBe(3903)
  expect(count('household-cadre')).toBe(3752)
  expect([count('posted-department'), count('posted-community')]).toEqual([385, 190])
  expect(count('village-cadre')).toBe(289 + 8)
  expect(whole.teams).toHaveLength(289)
})

test('nobody sits on two posts, and no two things share an id', () => {
  const holders = whole.posts.map(({ holder }) => holder.id)
  expect(new Set(holders).size).toBe(holders.length)
  const ids = [...whole.posts, ...whole.teams, ...whole.rollCalls, ...whole.plans].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every household has somebody at each level, and one has nobody at the last', () => {
  const named = new Set(
    whole.posts.flatMap(({ kind, duties }) =>
      duties.map((duty) => {
        if (duty.reach === 'household') return `${kind}/${duty.householdId}`
        if (duty.reach === 'block') return `${kind}/${duty.compoundId}/${duty.block}`
        return `${kind}/${duty.division}`
      }),
    ),
  )
  const isNamed = (kind: string, ...where: string[]) => where.some((one) => named.has(`${kind}/${one}`))
  const open = residents.households.filter(({ id, division, compoundId, block }) => {
    const last = compoundId ? isNamed('resident-cadre', `${compoundId}/${block}`) : isNamed('household-cadre', id)
    const above = isNamed('county-leader', division.slice(0, 9)) && isNamed('township-leader', division)
    return !(last && above && isNamed('village-cadre', division))
  })
  expect(open.map(({ id }) => id)).toEqual([whole.left?.id])
})

test('asked again it is the same; on a small scale it is smaller; without such figures there is nothing', () => {
  expect(planResponsibility(ground)).toEqual(whole)
  const few = householdPlan(xinglong, { ...wish, scale: 0.01 })
  const small = planResponsibility({ ...ground, residents: few, scale: 0.01 })
  expect(small.posts.filter(({ kind }) => kind === 'volunteer')).toHaveLength(7)
  const figures = xinglong.figures.filter(({ owner }) => owner !== 'responsibility')
  expect(planResponsibility({ ...ground, file: { ...xinglong, figures } }).posts).toEqual([])
})
