import { expect, test } from 'vitest'
import { mostAlike, shinglesOf } from '../../server/src/capabilities/rumours/rules.likeness.ts'
import { strip } from '../../server/src/capabilities/rumours/rules.stripping.ts'
import { readFigures } from './figures.ts'
import type { Division } from './plan.ts'
import { countRumours, heldBy, planRumours } from './rumours.ts'

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

test('what is said keeps to its topic and names nobody', () => {
  const { topics } = planRumours(file, '130822', divisions)
  const known: Array<{ shingles: Set<string>; key: string; words: string }> = []
  for (const { talk, signals } of topics)
    for (const { words } of signals) {
      expect(strip(words)).toEqual({ text: words, counts: {}, total: 0 })
      const shingles = shinglesOf(words)
      const near = mostAlike(shingles, known)
      if (known.some(({ key }) => key === talk.key)) expect(near?.key, words).toBe(talk.key)
      else expect(near?.key, words).toBeUndefined()
      known.push({ shingles, key: talk.key, words })
    }
})

test('another county has its own; without the figure there is no desk', () => {
  expect(heldBy(planRumours(another, '130881', divisions), END)['rumours-found']).toBe(
    another.figures.find(({ name }) => name === 'rumours.topics')?.value,
  )
  expect(countRumours(planRumours({ ...file, figures: [] }, '130822', divisions))).toBe(0)
})
