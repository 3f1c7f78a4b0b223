import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildField } from './field-stage.ts'

const dist = fileURLToPath(new URL('../field/dist/', import.meta.url))
const weigh = (file: string) => gzipSync(readFileSync(dist + file), { level: 9 }).length

test('the first load stays light, and the service worker keeps every file of the build', () => {
  buildField()
  const files = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((file) => statSync(dist + file).isFile())
  const first = files.filter((file) => /[.](html|js|css)$/.test(file) && file !== 'service-worker.js')
  expect(first.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThan(100 * 1024)
  const worker = readFileSync(`${dist}service-worker.js`, 'utf8')
  for (const file of files.filter((one) => one !== 'service-worker.js')) expect(worker).toContain(`/field/${file}`)
})
