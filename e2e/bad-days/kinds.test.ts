import { expect, test } from 'vitest'
import { kinds } from '../../field/src/outbox/kinds.ts'
import { carriedNames } from '../../server/src/entrypoints/sync/carried.ts'

test('whatever the phone can record, the server takes when it is carried', () => {
  const names = carriedNames()
  expect(Object.values(kinds).filter(({ operation }) => !names.includes(operation))).toEqual([])
})
