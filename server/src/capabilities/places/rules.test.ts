import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInCountry, isThreeNo, toGcj02, toWgs84 } from './rules.ts'

test('three-no means none of the three, and is unknown while one is', () => {
  const no = { present: false }
  const yes = { present: true }
  expect(isThreeNo([no, no, no])).toBe(true)
  expect(isThreeNo([no, yes, no])).toBe(false)
  expect(isThreeNo([no, no, null])).toBeNull()
  expect(isThreeNo([null, null, null])).toBeNull()
  expect(isThreeNo([null, yes, no])).toBe(false)
})

test('a Chinese map position is brought back to the globe', () => {
  const lon = fc.double({ min: 74, max: 135, noNaN: true })
  const lat = fc.double({ min: 4, max: 53, noNaN: true })
  fc.assert(
    fc.property(lon, lat, (x, y) => {
      const [backX, backY] = toWgs84(toGcj02([x, y]), 'gcj02')
      expect(Math.hypot((backX - x) * 111_200, (backY - y) * 111_200)).toBeLessThan(0.5)
    }),
  )
  const [shiftedLon, shiftedLat] = toGcj02([117.5, 40.417])
  const shiftM = Math.hypot((shiftedLon - 117.5) * 84_600, (shiftedLat - 40.417) * 111_200)
  expect(shiftM).toBeGreaterThan(100)
  expect(shiftM).toBeLessThan(800)
  expect(toWgs84([117.5, 40.417], 'wgs84')).toEqual([117.5, 40.417])
})

test('the shift agrees with what maps in Beijing show', () => {
  const [lon, lat] = toGcj02([116.377817, 39.911954])
  expect(lon).toBeCloseTo(116.384047, 5)
  expect(lat).toBeCloseTo(39.913345, 5)
})

test('swapped longitude and latitude are not in the country', () => {
  expect(isInCountry(117.5, 40.417)).toBe(true)
  expect(isInCountry(40.417, 117.5)).toBe(false)
})
