import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import walls from '../.dependency-cruiser.mjs'
import { checkWalls } from './check-walls.ts'

const caps = 'server/src/capabilities'
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A small tree that breaks nothing: `file: what it imports`. */
const sound: Record<string, string[]> = {
  [`${caps}/places/index.ts`]: ['./routes.ts'],
  [`${caps}/places/routes.ts`]: ['./operations.ts', './schema.ts'],
  [`${caps}/places/operations.ts`]: ['./sql.ts', './rules.ts', '../people/index.ts', '../../kernel/operation.ts'],
  [`${caps}/places/sql.ts`]: ['../../kernel/db.ts'],
  [`${caps}/places/rules.ts`]: ['zod', './schema.ts'],
  [`${caps}/places/schema.ts`]: ['zod'],
  [`${caps}/places/places.test.ts`]: ['./places.factory.ts', './sql.ts'],
  [`${caps}/places/places.factory.ts`]: [],
  [`${caps}/people/index.ts`]: ['./sql.ts'],
  [`${caps}/people/sql.ts`]: [],
  'server/src/app.ts': ['./capabilities/places/index.ts'],
  'server/src/kernel/operation.ts': ['./db.ts'],
  'server/src/kernel/db.ts': ['postgres'],
  'server/src/entrypoints/http/main.ts': ['fastify', '../../app.ts'],
  'client/src/api.ts': ['../../server/src/capabilities/places/rules.ts'],
  'console/src/main.tsx': ['../../client/src/api.ts'],
  'field/src/main.tsx': ['../../client/src/api.ts'],
  'scenarios/county/load.ts': ['../../client/src/api.ts'],
}

function plant(extra: Record<string, string[]>): string {
  const root = mkdtempSync(join(tmpdir(), 'walls-'))
  folders.push(root)
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  for (const name of ['zod', 'fastify', 'postgres']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, exports: './index.js' }))
    write(`node_modules/${name}/index.js`, 'export const a = 1')
  }
  const files = new Map(Object.entries(sound))
  for (const [file, imports] of Object.entries(extra)) files.set(file, [...(files.get(file) ?? []), ...imports])
  // Type-only imports must be seen too: they are how server code first creeps into an app.
  for (const [file, imports] of files) {
    write(
      file,
      `${imports.map((to) => `import type {} from '${to}'\nimport '${to}'`).join('\n')}\nexport const x = 1\n`,
    )
  }
  return root
}

const planted: Record<string, Record<string, string[]>> = {
  'nothing-unresolved': { 'console/src/main.tsx': ['./missing.ts'] },
  'no-cycles': { 'server/src/kernel/db.ts': ['./operation.ts'] },
  'routes-call-operations-only': { [`${caps}/places/routes.ts`]: ['./sql.ts'] },
  'sql-is-the-bottom': { [`${caps}/places/sql.ts`]: ['../people/index.ts'] },
  'rules-and-schema-run-in-the-browser': { [`${caps}/places/rules.ts`]: ['node:fs'] },
  'one-door-per-capability': { [`${caps}/places/operations.ts`]: ['../people/sql.ts'] },
  'entrypoints-use-the-same-door': {
    'server/src/entrypoints/http/main.ts': ['../../capabilities/places/operations.ts'],
  },
  'kernel-knows-no-capability': { 'server/src/kernel/db.ts': ['../capabilities/people/index.ts'] },
  'capabilities-do-not-know-how-they-are-reached': {
    [`${caps}/people/index.ts`]: ['../../entrypoints/jobs/run.ts'],
    'server/src/entrypoints/jobs/run.ts': [],
  },
  'database-driver-only-in-the-kernel': { [`${caps}/people/index.ts`]: ['postgres'] },
  'http-framework-only-at-its-entrypoint': { [`${caps}/people/index.ts`]: ['fastify'] },
  'apps-use-the-client': { 'field/src/main.tsx': ['../../console/src/ui.ts'], 'console/src/ui.ts': [] },
  'client-borrows-rules-and-schemas-only': { 'client/src/api.ts': ['../../server/src/kernel/db.ts'] },
  'scenarios-use-the-front-door': { 'scenarios/county/load.ts': ['../../server/src/app.ts'] },
  'no-test-code-in-the-product': { [`${caps}/places/operations.ts`]: ['./places.factory.ts'] },
}

test('a sound tree passes', async () => {
  expect(await checkWalls(plant({}))).toEqual([])
})

test('every wall has its planted violation', () => {
  expect(Object.keys(planted)).toEqual(walls.forbidden.map(({ name }) => name))
})

test.each(Object.entries(planted))('%s is seen', async (wall, extra) => {
  const found = (await checkWalls(plant(extra))).map((violation) => violation.split(':')[0])
  expect(new Set(found)).toEqual(new Set([wall]))
})

test('a workspace reached by its package name is followed through its exports', async () => {
  const root = plant({ 'console/src/main.tsx': ['@qunfang/server/app'] })
  writeFileSync(join(root, 'server/package.json'), JSON.stringify({ exports: { './app': './src/app.ts' } }))
  mkdirSync(join(root, 'node_modules/@qunfang'))
  symlinkSync('../../server', join(root, 'node_modules/@qunfang/server'), 'junction')
  expect((await checkWalls(root)).map((violation) => violation.split(' (')[0])).toEqual([
    'apps-use-the-client: console/src/main.tsx → server/src/app.ts',
  ])
})
