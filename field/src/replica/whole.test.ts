import { expect, test } from 'vitest'
import { all } from './whole.ts'

test('a list is asked for page after page to its end', async () => {
  const asked: Array<string | undefined> = []
  const rows = await all<number>(async (after) => {
    asked.push(after)
    return { is: 'ok', value: after === undefined ? { items: [1, 2], next: 'b' } : { items: [3], next: null } }
  })
  expect(rows).toEqual([1, 2, 3])
  expect(asked).toEqual([undefined, 'b'])
})

test('a list whose second page does not come is no list', async () => {
  const rows = await all<number>(async (after) =>
    after === undefined ? { is: 'ok', value: { items: [1], next: 'b' } } : { is: 'silence' },
  )
  expect(rows).toBeNull()
})
