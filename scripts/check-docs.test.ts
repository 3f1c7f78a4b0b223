import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkDocs } from './check-docs.ts'
import { withCommands } from './readme-commands.mjs'

const root = mkdtempSync(join(tmpdir(), 'docs-'))
afterAll(() => rmSync(root, { recursive: true }))
const manifest = {
  scripts: { start: 'x', check: 'y' },
  commandNotes: { start: ['启动', 'Starts'], check: ['检查', 'Checks'] },
}
const today = new Date('2026-11-24')

function write(file: string, text: string): string[] {
  mkdirSync(join(root, 'docs/adr'), { recursive: true })
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(root, file), text)
  return checkDocs(root, [file], today)
}

test('links, anchors, paths and commands must exist', () => {
  expect(
    write('docs/a.md', '# A b\n[x](#a-b) [y](../package.json) `docs/adr/` `npm run check` [z](https://x.y/)'),
  ).toEqual([])
  expect(write('docs/a.md', '[x](gone.md) [y](a.md#gone) `docs/gone.md` `npm run gone`')).toEqual([
    'docs/a.md: dead link gone.md',
    'docs/a.md: no heading for a.md#gone',
    'docs/a.md: no such path docs/gone.md',
    'docs/a.md: no such command npm run gone',
  ])
})

test('a decision record has a number of its own and is decided within a month', () => {
  expect(write('docs/adr/0001-one.md', 'Status: accepted, 2026-01-01')).toEqual([])
  expect(write('docs/adr/0001-two.md', 'Status: proposed, 2026-09-01')).toEqual([
    'docs/adr/0001-two.md: number taken by 0001-one.md',
    'docs/adr/0001-two.md: proposed for more than 30 days',
  ])
  rmSync(join(root, 'docs/adr/0001-two.md'))
})

test('the command table comes from package.json', () => {
  const stale = '# Q\n<!-- commands: written by npm run readme -->\n<!-- /commands -->\nend\n'
  expect(write('README.md', stale)).toEqual(['README.md: the command table is stale; npm run readme'])
  expect(write('README.md', withCommands(stale, manifest))).toEqual([])
  expect(withCommands(stale, manifest)).toContain('| `npm run check` | 检查 | Checks |')
  expect(() => withCommands(stale, { ...manifest, scripts: { other: '' } })).toThrow('other')
})
