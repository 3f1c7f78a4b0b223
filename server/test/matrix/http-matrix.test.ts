import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { specialNames, specialOf, unfilled } from './area.ts'
import { ask, countRequests } from './asking.ts'
import { rolesOf } from './cells.ts'
import { described, type Line, lines, openFields, operations } from './contract.ts'
import type { Caller } from './part.ts'
import { build, gapsOf, withFields } from './request.ts'
import { openRig, type Rig, reads, silentReads, takeOthersAway, writes, wrongWithLine } from './rig.ts'
import { columnNames, emptyTables, FOREIGN, fingerprint } from './world.ts'

// Every operation of the contract × every role and nobody × {own township, another township, another county}: docs/adr/0045.

let rig: Rig
beforeAll(async () => {
  rig = await openRig()
}, 120_000)
afterAll(async () => {
  console.info(`matrix: ${described.length} operations, ${countRequests()} requests`)
  await rig.world.close()
})

test('every served route is in the contract, and every one of the contract is served', () => {
  expect([...operations.keys()].sort()).toEqual(described)
  const served = listServed(rig.world.server.printRoutes({ commonPrefix: false }))
  const api = served.filter((key) => key.includes(' /api/')).map((key) => key.replace(' /api', ' '))
  // Streams: what happened, and the tiles of a board by the operations they are read with; live.test.ts, command-board.test.ts.
  const streams = ['GET /live', 'GET /command-board']
  expect(api.filter((key) => !streams.includes(key))).toEqual(described)
  const beside = ['GET /health/live', 'GET /health/ready', 'GET /metrics']
  const others = served.filter((key) => !key.includes(' /api/') && !beside.includes(key))
  // Files of the two apps, when they have been built, and the residents' board, whose form is answered by a page.
  const pages = others.filter((key) => key !== 'POST /board/{county}/status')
  expect(pages.filter((key) => !/^GET \/(board|field|assets|\*|[\w.-]*$)/.test(key))).toEqual([])
})

/** The tree that the router prints, as lines; HEAD stands for GET. */
function listServed(tree: string): string[] {
  const found: string[] = []
  const stack: string[] = []
  for (const line of tree.split('\n')) {
    const [, indent = '', part = '', methods = ''] = /^([\s│]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
    if (!part) continue
    stack.length = indent.length / 4
    stack.push(part)
    const path = `/${stack.join('')}`.replace(/^\/+/, '/').replace(/:(\w+)/g, '{$1}')
    for (const method of methods.split(', ')) if (method && method !== 'HEAD') found.push(`${method} ${path}`)
  }
  return found.sort()
}

test('every operation has its row, and a request can be made up for it', () => {
  const missing = lines.filter((line) => !rolesOf(line))
  expect(missing.map(({ key, name }) => `${key}: access/verbs.ts does not say who may '${name}'.`)).toEqual([])
  expect(lines.flatMap((line) => gapsOf(line, rig.world.own))).toEqual([])
  const names = new Set(lines.map(({ name }) => name))
  expect(specialNames.filter((name) => !names.has(name)).map((name) => `${name} is gone: take it off.`)).toEqual([])
})

test('other areas have something in every table, so that there is something to leak', async () => {
  // Waiting rooms are empty once the clerk has been; they are looked at in the database itself.
  const rooms = ['kernel.audit_inbox', 'kernel.feed_inbox']
  const empty = new Set((await Promise.all(FOREIGN.map((target) => emptyTables(rig.world, target)))).flat())
  const missing = [...empty].filter((name) => !rooms.includes(name) && !unfilled.includes(name))
  expect(missing.map((name) => `${name}: let \`plant\` in server/test/matrix/parts put a row into it.`)).toEqual([])
  expect(unfilled.filter((name) => !empty.has(name)).map((name) => `${name} is filled: take it off.`)).toEqual([])
  expect(rig.world.canaries.other.ids.size).toBeGreaterThan(50)
})

let untouched: Record<string, string>
test('another county has something that reads could change', async () => {
  untouched = await fingerprint(rig.world, 'elsewhere')
  expect(Object.values(untouched).filter((said) => !said.startsWith('0 ')).length).toBeGreaterThan(50)
})

const nothingWrong = (line: Line) => wrongWithLine(rig, line, { byTurns: 2 })
// Reads first: what was said in writes may be heard again.
test.each(reads.map((line) => [line.key, line] as const))(
  '%s',
  async (_, line) => expect(await nothingWrong(line)).toEqual([]),
  60_000,
)

test('after all reads another county is as it was', async () => {
  // Wrong codes are counted for a while, whoever tries them.
  const { 'access.failed_guess': _, ...now } = await fingerprint(rig.world, 'elsewhere')
  expect(now).toEqual(Object.fromEntries(Object.entries(untouched).filter(([name]) => name in now)))
})

test.each(writes.map((line) => [line.key, line] as const))(
  '%s',
  async (_, line) => expect(await nothingWrong(line)).toEqual([]),
  60_000,
)

describe('nothing hidden goes in or out', () => {
  test('no input and no reply leaves a place where anything may stand, but those that are named', () => {
    const unnamed = openFields().filter(({ name, field }) => !specialOf(name).open?.includes(field))
    expect(unnamed.map(({ name, field }) => `${name} leaves \`${field || 'the whole'}\` open.`)).toEqual([])
  })

  test('whoever sends a field that is the server’s own is refused', async () => {
    const columns = await columnNames(rig.world)
    const administrator = rig.world.callers.desks.find(({ role }) => role === 'administrator') as Caller
    const accepted: string[] = []
    for (const line of lines) {
      const { values } = build(line, rig.world.own)
      const { items } = line.input.properties ?? {}
      // One of several forms, each of which is asked by itself where it is sent alone.
      const isSentAlone = lines.some(({ name, key }) => name === line.name && key !== line.key)
      if (items?.items && !items.items.properties && isSentAlone) continue
      const hidden = columns.filter((name) => !(name in ((items?.items ?? line.input).properties ?? {})))
      const extra = Object.fromEntries(hidden.map((name) => [name, 'x']))
      const { code, reply } = await ask(line, withFields(values, extra), administrator)
      const { issues = [] } = reply.body?.verdicts?.[0]?.problem ?? reply.body ?? {}
      const named = new Set([...JSON.stringify(issues).matchAll(/\\"(\w+)\\"/g)].map(([, name]) => name))
      if (code !== 'kernel.input-invalid') accepted.push(`${line.key} answers ${reply.status} ${code}`)
      else accepted.push(...hidden.filter((name) => !named.has(name)).map((name) => `${line.key} ${name}`))
    }
    expect(accepted).toEqual([])
    expect(columns.length).toBeGreaterThan(100)
  })
})

test('with the other areas taken away, nothing changes for the own township and much for the county', async () => {
  const difference = await takeOthersAway(rig)
  expect(rig.world.faults).toEqual([])
  expect(difference.local).toEqual([])
  expect(difference.steady).toBeGreaterThan(0.9)
  // The control: of every other read, the county's seats see that there was something to leak.
  const declared = reads.filter(({ name }) => specialOf(name).sameEverywhere).map(({ name }) => name)
  const silent = silentReads(rig, difference).filter((name) => !specialOf(name).unread)
  expect(silent).toEqual([...new Set(declared)].sort())
}, 150_000)
