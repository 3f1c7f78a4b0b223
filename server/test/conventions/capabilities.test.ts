import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const find = (pattern: string) => globSync(pattern, { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] }).sort()
const read = (file: string) => readFileSync(`${ROOT}/${file}`, 'utf8')
const sources = find('server/src/capabilities/*/**/*.ts').filter((file) => !/[.](test|factory|long)[.]/.test(file))
const capabilityOf = (file: string) => file.split('/')[3] ?? ''
const capabilities = [...new Set(sources.map(capabilityOf))]

describe.each(capabilities)('%s', (capability) => {
  const folder = `server/src/capabilities/${capability}`
  const files = sources.filter((file) => capabilityOf(file) === capability)
  const all = files.map(read).join('\n')

  test('says in its README what it is for', () => {
    expect(find(`${folder}/README.md`)).toHaveLength(1)
    expect(read(`${folder}/README.md`).trim().split('\n').length).toBeLessThanOrEqual(40)
  })

  test('names only its own tables in SQL, and of its neighbours what they publish', () => {
    expect(foreignIn(all, capability)).toEqual([])
  })

  test('gives every operation an access table', () => {
    const operations = [...all.matchAll(/export const (\w+)(?::[^=]+)?\s*=\s*(?:operation|batchOperation)\b/g)].map(
      (found) => found[1],
    )
    const tables = find(`${folder}/*.access.test.ts`).map(read).join('\n')
    expect(operations.filter((name) => !new RegExp(`\\b${name}\\b`).test(tables))).toEqual([])
  })
})

/** Every `schema.relation` a piece of SQL names that is not this capability's to name. */
function foreignIn(sql: string, capability: string): string[] {
  const named = [
    ...sql.matchAll(
      /\b(?:from|join|into|update|delete\s+from|table)\s+(?:only\s+)?(?:lateral\s+)?([a-z_]+\.[a-z_0-9]+)/gi,
    ),
    ...sql.matchAll(/\bkeepOnce\(\s*[\w.]+,\s*'([a-z_]+\.[a-z_0-9]+)/g),
  ].map((match) => match[1] ?? '')
  return named.filter((relation) => {
    const [schema = '', name = ''] = relation.split('.')
    return !allowed(capability).includes(schema) && !(name.startsWith('published_') && capability !== 'reporting')
  })
}

/** Reports read only the report schema, and nothing else reads that. */
function allowed(capability: string): string[] {
  if (capability === 'reporting') return ['reporting', 'report']
  // The audit is the kernel's; reading it is an operation of the capability that answers for access.
  if (capability === 'access') return ['access', 'kernel']
  return [capability.replaceAll('-', '_')]
}

test('a look into a neighbour’s table is noticed, and a published view is not taken for one', () => {
  const planted = 'select 1 from visits.round r join people.identity i on true join people.published_member m on true'
  expect(foreignIn(planted, 'visits')).toEqual(['people.identity'])
  expect(foreignIn('select 1 from people.published_member', 'reporting')).toEqual(['people.published_member'])
  expect(foreignIn('insert into people.household values (1)', 'agency-lists')).toEqual(['people.household'])
  expect(foreignIn('select 1 from agency_lists.row, lateral people.met(ids)', 'agency-lists')).toEqual([])
})

test('a refusal has one code, begun with its folder, and a sentence in each language', () => {
  const seen = new Map<string, string>()
  for (const file of [...sources, ...find('server/src/kernel/*.ts'), ...find('server/src/entrypoints/**/*.ts')]) {
    for (const [, code = ''] of read(file).matchAll(/\brefusal(?:<[^(]*>)?\(\s*'([^']+)'/g)) {
      expect(seen.get(code), `${code} in ${file}`).toBeUndefined()
      seen.set(code, file)
      expect(code).toMatch(/^[a-z-]+(\.[a-z0-9-]+)+$/)
      if (file.includes('/capabilities/')) expect(code.split('.')[0], file).toBe(capabilityOf(file))
    }
    for (const [, retired = ''] of read(file).matchAll(/Retired: ([\w.-]+)/g)) expect(seen.get(retired)).toBeUndefined()
  }
  expect(seen.size).toBeGreaterThan(0)
})

test('an operation is named <folder>.<thing>.<verb>, and no two share a name', () => {
  const names = sources.flatMap((file) =>
    [...read(file).matchAll(/(?:operation|batchOperation)\(\{\s*name:\s*'([^']+)'/g)].map((found) => ({
      file,
      name: found[1] ?? '',
    })),
  )
  for (const { file, name } of names) expect(name.split('.')[0], `${name} in ${file}`).toBe(capabilityOf(file))
  expect(new Set(names.map(({ name }) => name)).size).toBe(names.length)
})

test('a test sits beside what it tests', () => {
  const tests = find('{server/src,client/src,console/src,field/src,scripts,scenarios}/**/*.{test,long}.{ts,tsx}')
  const misplaced = tests.filter((file) => {
    const beside = find(`${dirname(file)}/*.{ts,tsx,mjs}`).filter((source) => !/[.](test|long|factory)[.]/.test(source))
    return basename(dirname(file)) === '__tests__' || beside.length === 0
  })
  expect(misplaced).toEqual([])
})
