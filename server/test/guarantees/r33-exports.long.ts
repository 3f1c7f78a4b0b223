import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readSheets, writeWorkbook } from '../../src/capabilities/exchange/index.ts'
import { hostileTexts } from './r33-exports.ts'

const PACKAGE = '@matbee/libreoffice-converter'
const VERSION = '2.7.2'

interface Converter {
  convert(
    bytes: Buffer,
    options: { outputFormat: string; inputFormat: string },
    name: string,
  ): Promise<{ data: Uint8Array }>
  destroy(): Promise<void>
}

/** LibreOffice itself, as a quarter of a gigabyte of WebAssembly: fetched for this proof alone, and no part of the product. */
async function openLibreOffice(): Promise<Converter> {
  const folder = join(tmpdir(), `qunfang-libreoffice-${VERSION}`)
  const installed = join(folder, 'node_modules', PACKAGE)
  if (!existsSync(installed)) {
    mkdirSync(folder, { recursive: true })
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, `${PACKAGE}@${VERSION}`]
    await promisify(execFile)('npm', args, { timeout: 600_000 })
  }
  const module = await import(pathToFileURL(join(installed, 'dist', 'server.js')).href)
  return module.createSubprocessConverter({ wasmPath: join(installed, 'wasm') })
}

test('opened and saved by LibreOffice, no formula was worked out and every text is what it was', async () => {
  const office = await openLibreOffice()
  try {
    const rows = hostileTexts.map((text) => [text, '周小满'])
    const written = await writeWorkbook([{ name: '名册', rows }])
    const { data } = await office.convert(written, { outputFormat: 'xlsx', inputFormat: 'xlsx' }, '名册.xlsx')
    const { sheets } = await readSheets(Buffer.from(data))
    const cells = sheets[0]?.rows.map((row) => row.cells) ?? []
    expect(cells.flat().filter((cell) => cell === null || cell.formula || cell.kind !== 'text')).toEqual([])
    expect(cells.map((row) => row.map((cell) => cell?.text))).toEqual(rows)
    const { data: csv } = await office.convert(written, { outputFormat: 'csv', inputFormat: 'xlsx' }, '名册.xlsx')
    expect(Buffer.from(csv).toString('utf8')).toContain('=1+1,周小满')
  } finally {
    await office.destroy()
  }
}, 900_000)
