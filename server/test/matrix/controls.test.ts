import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { specialOf } from './area.ts'
import { askOwn, forEach, mayAsk, rolesOf } from './cells.ts'
import { type Line, lines } from './contract.ts'
import { firstWrongRead, withChanged, withoutWalls, wrongWithRead } from './loosening.ts'
import type { Caller } from './part.ts'
import { gapsOf } from './request.ts'
import { openRig, type Rig, wrongWithLine } from './rig.ts'
import { walledTables } from './world.ts'

// What the matrix has to notice. Each control plants one mistake and takes it back.

let rig: Rig
beforeAll(async () => {
  rig = await openRig()
}, 120_000)
afterAll(() => rig.world.close())

const byName = new Map(lines.map((line) => [line.name, line]))
const lineOf = (name: string): Line => {
  const line = byName.get(name)
  if (!line) throw new Error(`no operation ${name}`)
  return line
}

const everybody = () => [...rig.world.callers.local, ...rig.world.callers.desks]
const wrongAboutOwn = (line: Line, callers: readonly Caller[]) =>
  forEach(line, callers, (caller) => askOwn(rig.world, line, caller))

/** What the first of them finds, who finds anything. */
async function firstOf<T, R>(all: readonly T[], work: (one: T) => Promise<R[]>): Promise<R[]> {
  for (const one of all) {
    const found = await work(one)
    if (found.length > 0) return found
  }
  return []
}

/** Operations whose policy, changed for a while, nobody noticed. Where a request cannot come right, more than a policy refuses. */
async function unnoticed(answer: boolean, concerns: (line: Line, caller: Caller) => boolean): Promise<string[]> {
  const found: string[] = []
  for (const [name, line] of byName) {
    const concerned = everybody().filter((caller) => caller.role && caller.usual && concerns(line, caller))
    if (concerned.length === 0 || specialOf(name).answer || (answer && specialOf(name).guardedTwice)) continue
    const ask = () => firstOf(concerned, (caller) => wrongAboutOwn(line, [caller]))
    // Something fresh is sometimes made by the very operation that lets nobody in.
    const wrong = await withChanged(line.operation, { allow: () => answer }, ask).catch(() => ['not even planted'])
    if (wrong.length === 0) found.push(name)
  }
  return found
}

// First, while the lists are short: what is looked for stands on their first page.
test('without walls and policies, something is noticed in every read that has something to show', async () => {
  const silent: string[] = []
  const walls = await walledTables(rig.world)
  await withoutWalls(rig, walls, async () => {
    for (const line of rig.shows) {
      const wrong = await withChanged(line.operation, { allow: () => true }, () => wrongWithRead(rig, line))
      const { toldInCounty, guardedTwice } = specialOf(line.name)
      if (wrong.length === 0 && !toldInCounty?.hears && !guardedTwice) silent.push(line.name)
    }
  })
  expect(silent).toEqual([])
  expect(rig.shows.size).toBeGreaterThan(30)
}, 180_000)

test('with every wall standing there is nothing to notice', async () => {
  expect(await firstWrongRead(rig)).toBeUndefined()
}, 60_000)

test.each(['access.account', 'people.identity', 'places.compound'])(
  'the wall of %s switched off is noticed',
  async (table) => expect(await withoutWalls(rig, [table], () => firstWrongRead(rig))).toMatch(/leaks|tells/),
  60_000,
)

test('a policy that lets nobody in is noticed, whichever operation it is', async () => {
  expect(await unnoticed(false, mayAsk)).toEqual([])
}, 300_000)

test('a policy that lets everybody in is noticed, whichever operation it is', async () => {
  expect(await unnoticed(true, (line, caller) => !mayAsk(line, caller))).toEqual([])
}, 300_000)

type Run = (...given: unknown[]) => Promise<object>

test('a reply that says more than it declares is noticed', async () => {
  const line = lineOf('places.checkpoint.list')
  const { run } = line.operation as { run: Run }
  const change = {
    run: async (...given: unknown[]) => ({ ...(await run(...given)), digest: 'x' }),
    output: { parse: (said: unknown) => said },
  }
  const wrong = await withChanged(line.operation, change, () => wrongAboutOwn(line, everybody()))
  expect(wrong.map(({ what }) => what)).toContain(
    'about the own township says what is not declared: the whole must NOT have additional properties: digest',
  )
})

test('an operation that nobody made a request or a row for says so in a sentence', () => {
  const uuid = { type: 'string', format: 'uuid' }
  const properties = { drillId: uuid, code: { type: 'string', pattern: '^[A-Z]{3}$' } }
  const fresh: Line = {
    ...lineOf('places.checkpoint.list'),
    key: 'GET /drills/{drillId}',
    path: '/drills/{drillId}',
    name: 'drills.drill.show',
    input: { type: 'object', properties, required: ['drillId', 'code'] },
    refuses: ({ code }: { code: string }) => (/^[A-Z]{3}$/.test(code) ? [] : ['/code must match pattern']),
  } as Line
  expect(rolesOf(fresh)).toBeNull()
  expect(gapsOf(fresh, rig.world.own)).toEqual([
    'GET /drills/{drillId}: no area has a thing called `drillId`; let `plant` in server/test/matrix/parts/drills.ts return one by that name.',
    "GET /drills/{drillId}: no request can be made up, /code must match pattern; say it under 'drills.drill.show' in server/test/matrix/parts/drills.ts.",
  ])
})

test('a write into another township is noticed when neither policy nor wall stops it', async () => {
  const line = lineOf('places.checkpoint.open')
  const open = () => wrongWithLine(rig, line, { byTurns: 1 })
  const change = { allow: () => true }
  const wrong = await withChanged(line.operation, change, () =>
    withoutWalls(rig, ['places.checkpoint', 'kernel.feed_inbox'], open),
  )
  expect(wrong.filter((what) => what.includes('changed places.checkpoint of other'))).toHaveLength(1)
}, 60_000)

test('a row in another township’s audit is noticed', async () => {
  const { admin, foreign } = rig.world
  const line = lineOf('places.county.list')
  const { run } = line.operation as { run: Run }
  const change = {
    run: async (...given: unknown[]) => {
      await admin`
        insert into kernel.audit_inbox (county, id, division, at, actor_kind, operation, count, note, request_id)
        values (${foreign.other.county}, ${randomUUID()}, ${foreign.other.village}, now(), 'person', 'planted', 0, '{}', 'x')`
      return run(...given)
    },
  }
  const wrong = await withChanged(line.operation, change, () => wrongWithLine(rig, line, { byTurns: 1 }))
  expect(wrong).toContain('GET /places/counties changed kernel.audit_entry of other')
}, 60_000)
