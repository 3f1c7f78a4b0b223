import fc from 'fast-check'
import encodeQR from 'qr'
import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import type { CarriedReceipt } from '../database.ts'
import { newId } from '../device/ids.ts'
import { type Filmed, FRAMES_MAX, filmed, framesOf, fromBase45, toBase45, wholeOf } from './frames.ts'
import { openParcel, packParcel } from './parcel.ts'

const bytes = (given: fc.ArrayConstraints & { maxLength: number }) =>
  fc.uint8Array(given).map((one) => Uint8Array.from(one))

test('the signs of RFC 9285 and back again; what is no text of it is none', () => {
  expect(toBase45(new TextEncoder().encode('AB'))).toBe('BB8')
  expect(toBase45(new TextEncoder().encode('Hello!!'))).toBe('%69 VD92EX0')
  expect(new TextDecoder().decode(fromBase45('QED8WEX0') ?? undefined)).toBe('ietf!')
  for (const wrong of ['A', 'ABCD', ':::', 'a12', '!!!']) expect([wrong, fromBase45(wrong)]).toEqual([wrong, null])
  fc.assert(
    fc.property(bytes({ maxLength: 300 }), (one) => {
      expect(fromBase45(toBase45(one))).toEqual(one)
    }),
  )
})

const anItem = (size: number) => ({ id: newId(), sealed: crypto.getRandomValues(new Uint8Array(size)) })

test('a parcel is whole or it is none', async () => {
  const items = [anItem(312), anItem(0), anItem(5000)]
  const packed = await packParcel({ kind: 'records', county: 130_822, items })
  expect(await openParcel(packed)).toEqual({ kind: 'records', county: 130_822, items })
  for (const at of [0, 4, 9, 40, packed.length - 1]) {
    const damaged = packed.slice()
    damaged[at] = (damaged[at] ?? 0) ^ 1
    expect([at, await openParcel(damaged)]).toEqual([at, null])
  }
  expect(await openParcel(packed.slice(0, -1))).toBeNull()
  expect(await openParcel(new Uint8Array())).toBeNull()
  const receipt: CarriedReceipt = {
    id: newId(),
    ok: true,
    receivedAt: '2020-02-06T08:00:00Z',
    arrival: 'new',
    fever: false,
    proof: 'AAAA',
  }
  const receipts = await packParcel({ kind: 'receipts', county: 130_822, receipts: [receipt] })
  expect(await openParcel(receipts)).toEqual({ kind: 'receipts', county: 130_822, receipts: [receipt] })
})

test('codes may come in any order, twice and mixed with others’; nothing is whole before all are there', async () => {
  const packed = await packParcel({ kind: 'records', county: 130_822, items: [anItem(3000)] })
  const other = framesOf(await packParcel({ kind: 'records', county: 130_822, items: [anItem(3000)] }))
  const frames = framesOf(packed)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(frames, { minLength: frames.length }), async (order) => {
      let seen: Filmed | null = null
      for (const [nth, frame] of order.entries()) {
        expect(seen && wholeOf(seen)).toBeNull()
        for (const text of [frame, frame, 'https://example.org', 'QFP:00000000:1/9999:AB']) seen = filmed(seen, text)
        expect(seen?.parts.size).toBe(nth + 1)
      }
      expect(seen && wholeOf(seen)).toEqual(packed)
    }),
    { numRuns: 20 },
  )
  // Another parcel's codes begin anew.
  const half = frames.slice(0, 2).reduce(filmed, null)
  expect(other.slice(0, 1).reduce(filmed, half)?.parts.size).toBe(1)
  expect(framesOf(new Uint8Array(420 * FRAMES_MAX))).toHaveLength(FRAMES_MAX)
})

/** As a screen shows it and a camera sees it: four pixels a square. */
function photographed(text: string) {
  const squares = encodeQR(text, 'raw', { ecc: 'low', encoding: 'alphanumeric', border: 4 })
  const side = squares.length * 4
  const data = new Uint8Array(side * side * 4)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      data.set([...Array(3).fill(squares[y >> 2]?.[x >> 2] ? 20 : 235), 255], (y * side + x) * 4)
    }
  }
  return { width: side, height: side, data, squares: squares.length }
}

test('what is shown as QR codes is read out of their picture', async () => {
  const packed = await packParcel({ kind: 'records', county: 130_822, items: [anItem(380), anItem(380)] })
  let seen: Filmed | null = null
  for (const frame of framesOf(packed)) {
    const picture = photographed(frame)
    // With its border: what a cheap camera can tell apart on a cheap screen.
    expect(picture.squares).toBeLessThanOrEqual(77 + 8)
    seen = filmed(seen, decodeQR(picture))
  }
  expect(await openParcel((seen && wholeOf(seen)) ?? new Uint8Array())).toMatchObject({ items: [{}, {}] })
})
