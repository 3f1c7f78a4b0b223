import type { CompoundFact, Datum } from './schema.ts'

/** Lacks all three; unknown as long as one of them is: nobody asked is not the same as none there. */
export function isThreeNo(facts: readonly (Pick<CompoundFact, 'present'> | null)[]): boolean | null {
  if (facts.some((fact) => fact?.present)) return false
  return facts.some((fact) => fact === null) ? null : true
}

/** A checkpoint is prepared before it opens, but not weeks before: that is a mistyped date. */
const preparedAheadMs = 14 * 24 * 3_600_000
export const isTooFarAhead = (at: Date, now: Date): boolean => at.getTime() > now.getTime() + preparedAheadMs

const country = { west: 73, east: 136, south: 3, north: 54 }
export const isInCountry = (lon: number, lat: number): boolean =>
  lon >= country.west && lon <= country.east && lat >= country.south && lat <= country.north

export type LonLat = [lon: number, lat: number]

/** Degrees on the WGS 84 globe, whatever map they were read from; seven decimals are about a centimetre. */
export function toWgs84(given: LonLat, datum: Datum): LonLat {
  if (datum === 'wgs84') return given
  // The shift changes so slowly that each round brings the error down a thousandfold.
  let guess = given
  for (let round = 0; round < 4; round += 1) {
    const shifted = toGcj02(guess)
    guess = [guess[0] + given[0] - shifted[0], guess[1] + given[1] - shifted[1]]
  }
  return [round7(guess[0]), round7(guess[1])]
}

const round7 = (degrees: number) => Math.round(degrees * 1e7) / 1e7

const krasovskyAxisM = 6_378_245
const krasovskyEccentricity2 = 0.006_693_421_622_965_943

/** The published approximation of the shift that maps in China carry. */
export function toGcj02([lon, lat]: LonLat): LonLat {
  const x = lon - 105
  const y = lat - 35
  const waves = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3)
  const root = Math.sqrt(Math.abs(x))
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    waves +
    (20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * (2 / 3) +
    (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y / 30) * Math.PI)) * (2 / 3)
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    waves +
    (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3) +
    (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3)
  const phi = (lat / 180) * Math.PI
  const bulge = 1 - krasovskyEccentricity2 * Math.sin(phi) ** 2
  const meridianM = (krasovskyAxisM * (1 - krasovskyEccentricity2)) / bulge ** 1.5
  const parallelM = (krasovskyAxisM / Math.sqrt(bulge)) * Math.cos(phi)
  const degrees = 180 / Math.PI
  return [lon + (east / parallelM) * degrees, lat + (north / meridianM) * degrees]
}

/** Two ways of writing one name: full width or half, with spaces or without. */
export const calledSo = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
