import { expect, test } from 'vitest'
import { ALIKE_FROM, likenessOf, shinglesOf } from '../../server/src/capabilities/rumours/rules.likeness.ts'
import { strip } from '../../server/src/capabilities/rumours/rules.stripping.ts'
import { readFigures } from './figures.ts'
import type { Division } from './plan.ts'
import { countRumours, heldBy, planRumours } from './rumours.ts'
import { TALKS, type Talk } from './rumours-texts.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const another = readFigures(new URL('./another-county.figures.json', import.meta.url))
const village = (code: string): Division => ({ code, name: '试验村' })
const divisions = [village('130822100201'), village('130822101201')]
const END = '2020-02-18T20:00:00+08:00'

test('ten topics are found by 18 February, eight answered, one of them late; what has seven items is none', () => {
  const rumours = planRumours(file, '130822', divisions)
  const figure = (name: string) => file.figures.find((one) => one.name === name)?.value
  expect(heldBy(rumours, END)).toEqual({
    'rumours-found': figure('rumours.topics'),
    'rumours-items': figure('rumours.items'),
    'rumours-answered': figure('rumours.answered'),
    'rumours-answered-in-time': figure('rumours.answered-in-time'),
    'rumours-open': figure('rumours.open'),
  })
  expect(heldBy(rumours, '2020-01-22T20:00:00+08:00')['rumours-found']).toBe(0)
  expect(planRumours(file, '130822', divisions)).toEqual(rumours)
})

test('whatever is said of a topic is nearly the same in any order, nothing like another, and names nobody', () => {
  const saidOf = (ways: Talk['ways']) =>
    ways.reduce<string[]>((said, part) => said.flatMap((one) => part.map((more) => one + more)), [''])
  const said = TALKS.flatMap(({ key, ways }) =>
    saidOf(ways).map((words) => ({ key, words, shingles: shinglesOf(words) })),
  )
  for (const one of said) {
    expect(strip(one.words)).toEqual({ text: one.words, counts: {}, total: 0 })
    for (const other of said) {
      const isAlike = likenessOf(one.shingles, other.shingles) >= ALIKE_FROM
      expect(isAlike, `${one.words} / ${other.words}`).toBe(one.key === other.key)
    }
  }
})

test('another county has its own; without the figure there is no desk', () => {
  expect(heldBy(planRumours(another, '130881', divisions), END)['rumours-found']).toBe(
    another.figures.find(({ name }) => name === 'rumours.topics')?.value,
  )
  expect(countRumours(planRumours({ ...file, figures: [] }, '130822', divisions))).toBe(0)
})
