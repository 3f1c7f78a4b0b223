import { expect, test } from 'vitest'
import { checkDraft } from '../../server/src/capabilities/command/rules.checking.ts'
import { countCommand, planCommand } from './command.ts'
import { readFigures } from './figures.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const command = planCommand(file, '130822')
const of = (kind: string) => {
  const series = command.series.find((one) => one.kind === kind)
  return { series, documents: command.documents.filter(({ seriesId }) => seriesId === series?.id) }
}

test('9 directives, 2 notices, 5 work letters and 30 circulars, each series in the order of its days', () => {
  const counts = ['directive', 'notice', 'work-letter', 'circular'].map((kind) => of(kind).documents.length)
  expect(counts).toEqual([9, 2, 5, 30])
  for (const kind of ['directive', 'notice', 'work-letter', 'circular']) {
    const moments = of(kind).documents.map(({ issuedAt }) => issuedAt)
    expect(moments).toEqual(moments.toSorted())
  }
})

test('the second directive is of 25 January and has eight measures', () => {
  const second = of('directive').documents[1]
  expect(second?.issuedAt.slice(0, 10)).toBe('2020-01-25')
  expect(second?.body.filter(({ level }) => level === 1)).toHaveLength(8)
})

test('the checker has nothing to say of any of them', () => {
  for (const { kind } of command.series)
    for (const { title, to, body } of of(kind).documents) {
      const content = { title, to, body, attachments: [], copies: [], secrecy: null, note: null, supersedes: [] }
      const known = {
        kind,
        form: 'standard' as const,
        codes: [],
        documents: new Map(),
        files: new Set<string>(),
        supersedes: new Map(),
      }
      expect(checkDraft(content, known)).toEqual([])
    }
})

test('a county without a command in its figures has none', () => {
  const another = readFigures(new URL('./another-county.figures.json', import.meta.url))
  expect(countCommand(planCommand(another, '130881'))).toBe(0)
  expect(planCommand(another, '130881').documents).toEqual([])
})
