import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterBlock, afterDivision, afterDoor, cursorByBlock, cursorByDivision, cursorByDoor } from './rules.cursors.ts'

const id = '0192f0c1-1111-7abc-8def-000000000001'
const anyId = fc.uuid()
const anyDivision = fc.constantFrom('130822', '130822100', '130822100201')

test('a full page says where it ended, and the next begins there', () => {
  fc.assert(
    fc.property(anyDivision, anyId, fc.integer({ min: 0, max: 1_000_000 }), (division, last, walkOrder) => {
      const rows = [
        { division: '130822', id, walkOrder: 0 },
        { division, id: last, walkOrder },
      ]
      expect(afterDivision(cursorByDivision(rows, 2, (row) => row) ?? '')).toEqual({ division, id: last })
      expect(afterDoor(cursorByDoor(rows, 2, (row) => row))).toEqual(rows[1])
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.string({ unit: 'grapheme' }), (firstDoor, unit) => {
      expect(afterBlock(cursorByBlock([{ firstDoor, unit }], 1) ?? '')).toEqual({ door: firstDoor, unit })
    }),
  )
})

test('a page that was not full has none after it', () => {
  const rows = [{ division: '130822', id, walkOrder: 1, firstDoor: 1, unit: '' }]
  expect([
    cursorByDivision(rows, 2, (row) => row),
    cursorByDoor(rows, 2, (row) => row),
    cursorByBlock(rows, 2),
    cursorByDivision([], 1, (row: never) => row),
  ]).toEqual([null, null, null, null])
})

test.each([
  undefined,
  '',
  '.',
  '130822',
  id,
  `130822.${'-'.repeat(36)}`,
  `13082.${id}`,
  `130822.${id}.`,
  `130822.${id}'`,
  `130822.1.${'-'.repeat(36)}`,
  `130822.-1.${id}`,
  `130822.9999999999.${id}`,
  '9999999999~3',
])('%j is no place in a list', (cursor) => {
  expect([afterDivision(cursor), afterDoor(cursor), afterBlock(cursor)]).toEqual([null, null, null])
})
