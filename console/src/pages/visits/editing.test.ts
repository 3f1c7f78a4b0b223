import { expect, test } from 'vitest'
import { answerOf, freeLinkId, linesOf, moved, optionsOf, whole } from './editing.ts'

const a = whole({ linkId: 'a', zh: '甲', kind: 'yes-no' })
const b = whole({ linkId: 'b', zh: '乙', kind: 'number' })
const c = whole({ linkId: 'c', zh: '丙', kind: 'text' })

test('options are lines, and lines are the same options again', () => {
  const options = [
    { code: '4201', system: 'urn:x', zh: '武汉', en: 'Wuhan' },
    { code: 'no', system: null, zh: '没有', en: null },
  ]
  expect(linesOf(options)).toBe('4201 = 武汉 / Wuhan\nno = 没有')
  expect(optionsOf(linesOf(options), options)).toEqual(options)
  expect(optionsOf(' yes \n\n x = 甲=乙 / A/B', [])).toEqual([
    { code: 'yes', system: null, zh: 'yes', en: null },
    { code: 'x', system: null, zh: '甲=乙', en: 'A/B' },
  ])
})

test('questions change places, and not beyond the ends', () => {
  expect(moved([a, b, c], 'b', -1).map(({ linkId }) => linkId)).toEqual(['b', 'a', 'c'])
  expect(moved([a, b, c], 'a', -1)).toEqual([a, b, c])
  expect(moved([a, b, c], 'c', 1)).toEqual([a, b, c])
  expect(freeLinkId([a, whole({ linkId: 'q3', zh: 'x', kind: 'text' })])).toBe('q4')
})

test('an answer is read as what its question takes', () => {
  expect([answerOf(a, 'true'), answerOf(a, ''), answerOf(b, '37.3'), answerOf(b, 'x'), answerOf(c, '3')]).toEqual([
    true,
    false,
    37.3,
    'x',
    '3',
  ])
})
