import { expect, test } from 'vitest'
import { partsOf } from './voice.ts'

test('a long text is read by the sentence, a short one at once, and nothing of it is left out', () => {
  expect(partsOf('')).toEqual([])
  expect(partsOf('  \n。')).toEqual([])
  expect(partsOf('少出门。勤洗手!')).toEqual(['少出门。勤洗手!'])
  const text = '各位村民请注意,从外地回来的请到村委会登记。'.repeat(6)
  const parts = partsOf(text)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.every((part) => part.length <= 80)).toBe(true)
  expect(parts.join('')).toBe(text)
})
