import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = readFileSync(new URL('database.ts', import.meta.url), 'utf8')

/** What later versions may not do to the table of records: drop it, give it another key, take an index away, or run code over it. */
function harm(text: string): string[] {
  const said: string[] = []
  if (/\.upgrade\s*\(/.test(text)) said.push('runs code in an upgrade')
  const versions = [...text.matchAll(/outbox:\s*(null|'([^']*)')/g)]
  let before: string[] = []
  for (const [, whole, stores = ''] of versions) {
    if (whole === 'null') said.push('drops the outbox')
    const indexes = stores.split(',').map((index) => index.trim())
    if (whole !== 'null' && indexes[0] !== 'id') said.push('gives records another key')
    if (before.some((index) => whole !== 'null' && !indexes.includes(index))) said.push('takes an index away')
    before = indexes
  }
  return said
}

test('no version of the database harms what waits in it', () => {
  expect([...source.matchAll(/this\.version\(/g)].length).toBeGreaterThan(1)
  expect(harm(source)).toEqual([])
})

test.each([
  ['this.version(3).stores({ outbox: null })', 'drops the outbox'],
  ["this.version(3).stores({ outbox: 'uuid, &seq, state' })", 'gives records another key'],
  ["this.version(3).stores({ outbox: 'id, &seq' })", 'takes an index away'],
  ['this.version(3).stores({}).upgrade(clear)', 'runs code in an upgrade'],
])('%s would be noticed', (planted, what) => {
  expect(harm(source + planted)).toContain(what)
})
