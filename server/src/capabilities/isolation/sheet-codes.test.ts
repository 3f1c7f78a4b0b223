import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetCodeOf, tailIn } from './sheet-codes.ts'

test('what is typed off a sheet is the end of its order, however it is written', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const code = sheetCodeOf(id)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/)
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code} `, code.replaceAll('0', 'o')])
        expect(tailIn(typed)).toBe(id.slice(-12))
    }),
  )
})

test('one wrong letter, or two beside each other in the wrong order, is found', () => {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(fc.uuid(), fc.nat(9), fc.nat(31), (id, at, which) => {
      const right = sheetCodeOf(id).replaceAll('-', '')
      const other = letters[which] ?? ''
      const apart = Math.abs(letters.indexOf(right[at] ?? '') - which)
      fc.pre(apart !== 0 && apart !== 29)
      expect(tailIn(right.slice(0, at) + other + right.slice(at + 1))).toBeNull()
      const [one = '', two = ''] = right.slice(at, at + 2)
      const difference = Math.abs(letters.indexOf(one) - letters.indexOf(two))
      if (at < 9 && difference !== 0 && difference !== 29)
        expect(tailIn(right.slice(0, at) + two + one + right.slice(at + 2))).toBeNull()
    }),
  )
})

test('what is no code is none', () => {
  expect(['', 'ABC', '00000-00000-1', '00000-0000U-0', '0'.repeat(30), 'ZZZZZ-ZZZZZ-0'].map(tailIn)).toEqual(
    Array(6).fill(null),
  )
})
