import { expect, test } from 'vitest'
import { figures } from './catalogue/index.ts'
import { checkReport } from './rules.consistency.ts'
import { outline } from './rules.outline.ts'
import { type CountedFigure, differencesOf, fillIn, stateOf, tokensIn, valuesOf } from './rules.reports.ts'

const counted = (
  said: Record<string, number | null>,
  parts: Record<string, Record<string, number>> = {},
): CountedFigure[] =>
  figures.map(({ name }) => ({ figure: name, version: 1, value: said[name] ?? 0, parts: parts[name] ?? {} }))
const remarks = (now: CountedFigure[], before: CountedFigure[] | null = null) =>
  checkReport(valuesOf(now), before && valuesOf(before), []).filter(({ rule }) => rule !== 'missing')

test('the outline names figures that exist, in both languages the same', () => {
  for (const { zh, en } of outline()) {
    const names = (text: string) =>
      tokensIn(text)
        .map(({ figure }) => figure)
        .sort()
    expect(names(zh)).toEqual(names(en))
    expect(checkReport(valuesOf(counted({})), null, [{ zh, en }]).filter(({ rule }) => rule !== 'missing')).toEqual([])
  }
  expect(outline().length).toBeGreaterThan(8)
})

test('every part of the catalogue is a part of something in it', () => {
  const names: string[] = figures.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(figures.filter(({ subsetOf }) => subsetOf !== null && !names.includes(subsetOf))).toEqual([])
})

test('what does not fit is named, and what fits is not', () => {
  expect(remarks(counted({ screened: 5, fevers: 2 }))).toEqual([])
  expect(remarks(counted({ screened: 1, fevers: 2 })).map(({ rule, at }) => [rule, at])).toContainEqual([
    'subset',
    'fevers',
  ])
  const parts = { screened: { '130822100': 3, '130822101': 1 }, fevers: { '130822100': 0, '130822101': 2 } }
  const split = remarks(counted({ screened: 5, fevers: 2 }, parts)).map(({ rule, at }) => [rule, at])
  expect(split).toContainEqual(['parts', 'screened'])
  expect(split).toContainEqual(['subset', 'fevers'])
  const isolated = {
    'isolated-home': 3205,
    'isolated-central': 18,
    'isolation-ordered': 4000,
    'isolation-released': 777,
  }
  expect(remarks(counted(isolated))).toEqual([])
  expect(remarks(counted({ ...isolated, 'isolation-released': 776 })).map(({ rule }) => rule)).toEqual(['arithmetic'])
  const money = { 'funds-appropriated': 515, 'funds-donated': 5, 'funds-paid': 100, 'funds-committed': 20 }
  expect(remarks(counted({ ...money, 'funds-available': 400 }))).toEqual([])
  expect(remarks(counted({ ...money, 'funds-available': 399 }))).toMatchObject([
    { rule: 'arithmetic', weight: 'error', at: 'funds-available', en: expect.stringContaining('519 ≠ 520') },
  ])
  const [now] = counted({}).map((one) => ({ ...one, knownNow: true as const }))
  expect(remarks(now ? [now, ...counted({}).slice(1)] : [])).toMatchObject([{ rule: 'known-now', weight: 'notice' }])
  expect(remarks(counted({ screened: 4 }), counted({ screened: 5 }))).toMatchObject([
    { rule: 'fell', weight: 'explain' },
  ])
  expect(remarks(counted({ 'fevers-open': 0 }), counted({ 'fevers-open': 2 }))).toEqual([])
})

test('numbers go in where their figures stand; what was not reported is never a zero', () => {
  const parts = { screened: { '130822100': 7 } }
  const values = valuesOf(
    counted({ screened: 99013, comparisons: null }, parts).map((one) =>
      one.figure === 'comparisons' ? { ...one, value: null } : one,
    ),
  )
  const before = valuesOf(counted({ screened: 99000 }))
  expect(fillIn('{screened}人,新增{+screened}', values, before, 'zh')).toBe('99013人,新增13')
  expect(fillIn('{screened}, {screened@130822100}', values, null, 'en')).toBe('99,013, 7')
  expect(fillIn('{comparisons} {+screened}', values, null, 'zh')).toBe('（未报） （未报）')
  const numbered = '{screened|person was|people were} screened, {comparisons|entry|entries} compared'
  expect(fillIn(numbered, values, null, 'en')).toBe('99,013 people were screened, (not reported) entries compared')
  expect(fillIn(numbered, valuesOf(counted({ screened: 1 })), null, 'en')).toMatch(/^1 person was screened, /)
  const money = valuesOf(counted({ 'funds-appropriated': 515_000_050, 'outlets-grain': 243_500_000 }))
  expect(fillIn('{funds-appropriated}元 {outlets-grain}吨', money, null, 'zh')).toBe('5150000.5元 243.5吨')
  expect(differencesOf(before, values).find(({ figure, part }) => figure === 'screened' && part === null)).toEqual({
    ...{ figure: 'screened', part: null, before: 99000, after: 99013 },
  })
})

test('typed numbers are told, days and numbers of documents are not', () => {
  const said = (zh: string) =>
    checkReport(valuesOf(counted({})), null, [{ zh, en: 'x' }]).map(({ rule, at }) => `${rule} ${at}`)
  expect(said('截至2月6日8时30分,〔2020〕2号、第3期、{screened}人')).toEqual([])
  expect(said('另有17人')).toEqual(['typed-number 17'])
  expect(said('{nothing}')).toEqual(['unknown-figure {nothing}'])
})

test('a version written after a step is a draft again', () => {
  const done = { step: 'checked', stepVersion: 'a', version: 'a', sealed: false } as const
  expect(stateOf(done)).toBe('checked')
  expect(stateOf({ ...done, version: 'b' })).toBe('drafting')
  expect(stateOf({ ...done, sealed: true })).toBe('sealed')
  expect(stateOf({ ...done, step: 'issued', sealed: true })).toBe('issued')
})
