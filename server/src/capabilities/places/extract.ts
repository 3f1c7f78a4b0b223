/**
 * The reference extract: every county of the country with its townships and villages, and its outline. Read from
 * files that `scripts/extract-divisions.ts` and `scripts/extract-outlines.ts` write; nothing here touches the database.
 */
import { open, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { type Outline, unpackOutline } from './outline.ts'

/** The official statistics list is cut off at this date; a code means what it meant on that day. */
export const divisionEdition = '2023-06-30'

export interface ListedCounty {
  code: string
  name: string
  prefecture: string
  province: string
}

export type DivisionLevel = 'county' | 'township' | 'village' | 'community'

export interface ListedDivision {
  code: string
  name: string
  level: DivisionLevel
  parent: string | null
  /** Estates, farms and parks are listed beside villages without having an elected committee. */
  committee: boolean
}

export interface ListedOutline {
  outline: Outline
  labelLon: number
  labelLat: number
  /** The code and name the county had when the outline was drawn; renumbered counties are matched by name. */
  drawnAsCode: string
  drawnAsName: string
}

const decompress = promisify(brotliDecompress)
const inData = (file: string) => new URL(`./data/${file}`, import.meta.url)

const readTable = async (file: string) =>
  (await readFile(inData(file), 'utf8'))
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

let counties: Promise<ReadonlyMap<string, ListedCounty>> | null = null

/** Read once per process: 3,000 lines that never change while it runs. */
export function listedCounties(): Promise<ReadonlyMap<string, ListedCounty>> {
  counties ??= readTable('counties.tsv').then(
    (rows) =>
      new Map(
        rows.map(([code = '', name = '', prefecture = '', province = '']) => [
          code,
          { code, name, prefecture, province },
        ]),
      ),
  )
  return counties
}

/**
 * The third part of a village code says what the unit is: 001–199 residents' committee, 200–399 villagers' committee,
 * 400–499 and 500–599 units treated like the one or the other that have no committee.
 */
export function villageLevel(code: string): { level: 'village' | 'community'; committee: boolean } {
  const block = Number(code[9])
  return { level: block === 2 || block === 3 || block === 5 ? 'village' : 'community', committee: block < 4 }
}

/** A province file has one division a line: county `#130822…`, township `=100…`, village `201…`. */
export function readCounty(provinceText: string, county: string): ListedDivision[] {
  const start = provinceText.indexOf(`#${county}`)
  if (start < 0) return []
  const end = provinceText.indexOf('\n#', start)
  const lines = provinceText.slice(start, end < 0 ? undefined : end).split('\n')
  let township = ''
  return lines.filter(Boolean).map((line): ListedDivision => {
    if (line.startsWith('#')) {
      return { code: county, name: line.slice(7), level: 'county', parent: null, committee: false }
    }
    if (line.startsWith('=')) {
      township = county + line.slice(1, 4)
      return { code: township, name: line.slice(4), level: 'township', parent: county, committee: false }
    }
    const code = township + line.slice(0, 3)
    return { code, name: line.slice(3), parent: township, ...villageLevel(code) }
  })
}

/** Empty when the edition lists no such county. */
export async function listedDivisions(county: string): Promise<ListedDivision[]> {
  if (!(await listedCounties()).has(county)) return []
  const packed = await readFile(inData(`divisions/${county.slice(0, 2)}.txt.br`))
  return readCounty((await decompress(packed)).toString('utf8'), county)
}

let outlineIndex: Promise<string[][]> | null = null

export async function findListedOutline(county: string): Promise<ListedOutline | null> {
  outlineIndex ??= readTable('outlines.tsv')
  const row = (await outlineIndex).find(([code]) => code === county)
  if (!row) return null
  const [, offset, length, lon, lat, drawnAsCode = '', drawnAsName = ''] = row
  const file = await open(inData('outlines.bin'))
  try {
    const packed = Buffer.alloc(Number(length))
    await file.read(packed, 0, packed.length, Number(offset))
    const outline = unpackOutline(await decompress(packed))
    return { outline, labelLon: Number(lon), labelLat: Number(lat), drawnAsCode, drawnAsName }
  } finally {
    await file.close()
  }
}
