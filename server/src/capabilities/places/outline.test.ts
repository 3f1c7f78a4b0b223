import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findListedOutline } from './extract.ts'
import {
  asMultiPolygon,
  boundsOf,
  isInside,
  type Outline,
  packOutline,
  type Ring,
  repairRing,
  unpackOutline,
  windingArea,
} from './outline.ts'

const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
]

test('a ring comes out counter-clockwise, without repeated vertices, straight runs and spikes', () => {
  expect(windingArea(repairRing(square.toReversed()))).toBe(32)
  const untidy: Ring = [
    [0, 0],
    [0, 0],
    [2, 0],
    [4, 0],
    [9, 0],
    [4, 0],
    [4, 4],
    [4, 4],
    [0, 4],
    [0, 2],
    [0, 0],
  ]
  expect(repairRing(untidy)).toEqual(square)
})

test('what encloses nothing is no ring', () => {
  expect(
    repairRing([
      [1, 1],
      [1, 1],
      [1, 1],
    ]),
  ).toEqual([])
  expect(
    repairRing([
      [0, 0],
      [3, 3],
      [0, 0],
    ]),
  ).toEqual([])
  expect(repairRing([])).toEqual([])
})

test('repairing keeps the area and needs doing once', () => {
  const vertex = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
  fc.assert(
    fc.property(fc.array(vertex, { maxLength: 40 }), (ring) => {
      const repaired = repairRing(ring)
      expect(Math.abs(windingArea(repaired))).toBe(Math.abs(windingArea(ring)))
      expect(repairRing(repaired)).toEqual(repaired)
    }),
  )
})

test('an outline survives packing, vertex for vertex', () => {
  const vertex = fc.tuple(fc.integer({ min: -184_320, max: 184_320 }), fc.integer({ min: -92_160, max: 92_160 }))
  fc.assert(
    fc.property(fc.array(fc.array(vertex, { maxLength: 300 }), { maxLength: 4 }), (outline: Outline) => {
      expect(unpackOutline(packOutline(outline))).toEqual(outline)
    }),
  )
  expect(() => unpackOutline(packOutline([square]).subarray(0, 5))).toThrow('cut short')
})

async function outlineOf(county: string): Promise<Outline> {
  const found = await findListedOutline(county)
  if (!found) throw new Error(`no outline for ${county}`)
  return found.outline
}

test('Xinglong has two parts with the county town inside and the mining district outside both', async () => {
  const outline = await outlineOf('130822')
  expect(outline).toHaveLength(2)
  expect(isInside(outline, [117.5, 40.417])).toBe(true)
  expect(isInside(outline, [117.66, 40.55])).toBe(false)
  expect(boundsOf(outline).map((degrees) => Number(degrees.toFixed(3)))).toEqual([117.209, 40.192, 118.262, 40.714])
  expect(outline.map((ring) => Math.round(areaKm2(ring)))).toEqual([2996, 123])
})

/** Close enough for a county: degrees flattened at the middle latitude. */
function areaKm2(ring: Ring): number {
  const [, south, , north] = boundsOf([ring])
  const kmPerStep = 111.2 / 1024
  return (windingArea(ring) / 2) * kmPerStep ** 2 * Math.cos((((south + north) / 2) * Math.PI) / 180)
}

test('rings are closed and run as RFC 7946 asks', async () => {
  for (const county of ['130822', '441900', '620201', '130881', '460400', '110101']) {
    for (const [ring = []] of asMultiPolygon(await outlineOf(county)).coordinates) {
      expect(ring.length).toBeGreaterThanOrEqual(4)
      expect(ring.at(-1)).toEqual(ring[0])
      expect(windingArea(ring)).toBeGreaterThan(0)
      expect(ring.filter(([x, y], at) => at > 0 && x === ring[at - 1]?.[0] && y === ring[at - 1]?.[1])).toEqual([])
    }
  }
})

test('a county that was renumbered keeps the outline of its old number, one that was redrawn has none', async () => {
  expect(await findListedOutline('130881')).toMatchObject({ drawnAsCode: '130823', drawnAsName: '平泉县' })
  expect(await findListedOutline('232701')).toMatchObject({ drawnAsCode: '232723', drawnAsName: '漠河县' })
  expect(await findListedOutline('130902')).toMatchObject({ drawnAsName: '新华区' })
  for (const county of ['130871', '330113', '320613', '999999']) expect(await findListedOutline(county)).toBeNull()
})
