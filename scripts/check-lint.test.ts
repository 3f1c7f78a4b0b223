import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
const operations = 'server/src/capabilities/places/operations.ts'
let tree: string

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'lint-'))
  for (const file of ['biome.json', '.gitignore', 'scripts/lint'])
    cpSync(join(ROOT, file), join(tree, file), { recursive: true })
})
afterAll(() => rmSync(tree, { recursive: true }))

/** What the lint says of one line in one file. */
function lint(file: string, line: string): string {
  mkdirSync(dirname(join(tree, file)), { recursive: true })
  writeFileSync(join(tree, file), `${line}\n`)
  const done = spawnSync(process.execPath, [BIOME, 'lint', '--colors=off', '--diagnostic-level=warn', file], {
    cwd: tree,
    encoding: 'utf8',
  })
  rmSync(join(tree, file))
  return done.status === 0 ? '' : done.stdout + done.stderr
}

test.each([
  ['no clock in operations', operations, 'export const at = new Date()', 'never read a clock'],
  [
    'no clock in rules',
    operations.replace('operations', 'rules'),
    'export const at = Date.now()',
    'never read a clock',
  ],
  ['no environment outside config', operations, 'export const a = process.env.A', 'noProcessEnv'],
  ['no fetch in the server', operations, "export const a = () => fetch('/x')", 'Only the generated client'],
  ['no fetch in the apps', 'field/src/page.ts', "export const a = () => fetch('/x')", 'Only the generated client'],
  ['no any', operations, 'export const a = (b: any) => b', 'noExplicitAny'],
  ['no non-null assertion', operations, 'export const a = (b: string | null) => b!.length', 'noNonNullAssertion'],
  ['no enum', operations, 'export enum A { B }', 'noEnum'],
  ['no console in the product', operations, "console.log('a')", 'noConsole'],
  ['no default export', operations, 'export default 1', 'noDefaultExport'],
  [
    'no forgotten promise',
    operations,
    'const f = async () => 1\nexport function g() {\n  f()\n}',
    'noFloatingPromises',
  ],
  [
    'no forgotten case',
    operations,
    "export function g(a: 'x' | 'y') {\n  switch (a) {\n    case 'x':\n      return 1\n  }\n}",
    'useExhaustiveSwitchCases',
  ],
  ['no camelCase file', 'server/src/kernel/myFile.ts', 'export const a = 1', 'useFilenamingConvention'],
  ['no long function', operations, `export function f() {\n${'  f()\n'.repeat(61)}}`, 'noExcessiveLinesPerFunction'],
])('%s', (_name, file, line, complaint) => {
  expect(lint(file, line)).toContain(complaint)
})

test.each([
  ['a date that was given', operations, 'export const at = (now: string) => new Date(now)'],
  ['a clock at the edge', 'server/src/entrypoints/http/handler.ts', 'export const at = () => new Date()'],
  ['the environment in config', 'server/src/config.ts', 'export const a = process.env.A'],
  ['fetch in the client', 'client/src/index.ts', "export const a = () => fetch('/x')"],
])('%s is fine', (_name, file, line) => {
  expect(lint(file, line)).toBe('')
})
