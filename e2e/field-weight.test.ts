import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildField } from './build-field.ts'

const dist = fileURLToPath(new URL('../field/dist/', import.meta.url))
const weigh = (file: string) => gzipSync(readFileSync(dist + file), { level: 9 }).length

/** What a browser fetches before the first screen stands: the page, what it names, and what that cannot do without. */
function firstLoad(): string[] {
  const found = new Set(['index.html'])
  for (const file of found) {
    const text = readFileSync(dist + file, 'utf8')
    const named = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="\/field\/([^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '')
      : [...text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, path]) => `assets/${path}`)
    for (const one of named) found.add(one)
  }
  return [...found]
}

test('the first load stays light, the rest comes later, and the service worker keeps every file of the build', () => {
  buildField()
  const files = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((file) => statSync(dist + file).isFile() && !/[.](br|gz)$/.test(file))
  const first = firstLoad()
  expect(first.some((file) => file.endsWith('.css'))).toBe(true)
  expect(first.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThan(100 * 1024)
  const later = files.filter((file) => /^assets\/.*[.]js$/.test(file) && !first.includes(file))
  expect(later.some((file) => file.includes('watch'))).toBe(true)
  // A thin line carries the packed copies: the server has to find one beside every file of text.
  for (const file of files.filter((one) => /[.](js|css|html)$/.test(one)))
    expect(statSync(`${dist}${file}.br`).size, file).toBeLessThan(statSync(dist + file).size)
  const worker = readFileSync(`${dist}service-worker.js`, 'utf8')
  for (const file of files.filter((one) => one !== 'service-worker.js')) expect(worker).toContain(`/field/${file}`)
})
