import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { blindIndex, open, seal, useKeys } from './seal.ts'

const newKeys = () => ({
  seal: randomBytes(32),
  index: randomBytes(32),
  field: [],
  rolePassword: { app: '', clerk: '', apart: '' },
})
const [ours, others] = [newKeys(), newKeys()]
const PLACE = 'person:7:name'
beforeEach(() => useKeys(ours))

test('what was sealed opens again, whatever it says', () => {
  for (const text of ['', '张永丰', 'a'.repeat(100_000), '\0"\'--', '𠮷🙂'])
    expect(open(seal(text, PLACE), PLACE)).toBe(text)
})

test('another key opens nothing', () => {
  const sealed = seal('张永丰', PLACE)
  useKeys(others)
  expect(() => open(sealed, PLACE)).toThrow()
})

test('no single bit can be changed without being noticed, and nothing can be cut off or moved elsewhere', () => {
  const sealed = seal('张永丰', PLACE)
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => open(changed, PLACE), `bit ${bit}`).toThrow()
  }
  for (const whole of [sealed, seal('', PLACE)]) {
    for (let length = 0; length < whole.length; length++) {
      expect(() => open(whole.subarray(0, length), PLACE), `${length} bytes`).toThrow()
    }
  }
  expect(() => open(Buffer.concat([sealed, Buffer.of(0)]), PLACE)).toThrow()
  expect(() => open(sealed, 'person:8:name')).toThrow()
})

test('the first byte names the algorithm; one that is not known is said to be unknown', () => {
  const sealed = seal('张永丰', PLACE)
  expect(sealed[0]).toBe(1)
  sealed[0] = 2
  expect(() => open(sealed, PLACE)).toThrow('unknown algorithm 2')
})

test('the same text is never sealed to the same bytes', () => {
  const nonces = Array.from({ length: 2000 }, () => seal('张永丰', PLACE).subarray(1, 13).toString('hex'))
  expect(new Set(nonces).size).toBe(nonces.length)
})

test('a blind index is the same for the same value, and for no other value, kind or key', () => {
  const index = blindIndex('phone', '13800000000')
  expect(index).toHaveLength(32)
  expect(blindIndex('phone', '13800000000')).toEqual(index)
  expect(blindIndex('phone', '13800000001')).not.toEqual(index)
  expect(blindIndex('plate', '13800000000')).not.toEqual(index)
  expect(blindIndex('phon', 'e\u000013800000000')).not.toEqual(index)
  useKeys(others)
  expect(blindIndex('phone', '13800000000')).not.toEqual(index)
})

test('without keys nothing is sealed, opened or indexed', async () => {
  vi.resetModules()
  const fresh = await import('./seal.ts')
  expect(() => fresh.seal('x', PLACE)).toThrow('no keys')
  expect(() => fresh.open(seal('x', PLACE), PLACE)).toThrow('no keys')
  expect(() => fresh.blindIndex('phone', '1')).toThrow('no keys')
})
