import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('ids are UUIDs of version 7 and follow the clock', async () => {
  const first = newId()
  await new Promise((resolve) => setTimeout(resolve, 3))
  const second = newId()
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Math.abs(Number.parseInt(first.slice(0, 13).replace('-', ''), 16) - Date.now())).toBeLessThan(1000)
  expect(second > first).toBe(true)
  expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000)
})
