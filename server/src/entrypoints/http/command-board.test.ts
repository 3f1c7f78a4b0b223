import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import patches from 'fast-json-patch'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Client, newId, type Scenario, scenario, testConfig } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from '../../capabilities/checkpoints/checkpoints.factory.ts'
import { openReadings } from './command-board.readings.ts'
import { tiles } from './command-board.tiles.ts'
import { openServer } from './server.ts'

interface Told {
  tile: string
  at: string
  body?: unknown
  patch?: Parameters<typeof patches.applyPatch>[1]
  problem?: { code: string; status: number }
}
// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a tile
type Bodies = Map<string, any>

/** A board on a real connection: what it shows, and what it was told. */
interface Seen {
  told: Told[]
  bodies: Bodies
  refused(): string[]
  closed: Promise<void>
}

async function openPort(here: Scenario): Promise<number> {
  const server = await openServer(here.app, testConfig())
  await server.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  return (server.server.address() as AddressInfo).port
}

async function look(port: number, { token }: Client): Promise<Seen> {
  const headers = { authorization: `Bearer ${token}` }
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/api/command-board', headers }, resolve).on('error', reject)
    onTestFinished(() => void request.destroy())
  })
  const told: Told[] = []
  const bodies: Bodies = new Map()
  let rest = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    const events = (rest + text).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = /^event: tile\ndata: (.*)$/s.exec(event)?.[1]
      if (!data) continue
      const one: Told = JSON.parse(data)
      told.push(one)
      if (one.patch) bodies.set(one.tile, patches.applyPatch(bodies.get(one.tile), one.patch, true, false).newDocument)
      else if (!one.problem) bodies.set(one.tile, one.body)
    }
  })
  const closed = new Promise<void>((resolve) => stream.on('close', resolve).on('error', () => resolve()))
  const refused = () => told.flatMap(({ tile, problem }) => (problem?.status === 403 ? [tile] : []))
  return { told, bodies, refused, closed }
}

const PATIENCE = { timeout: 15_000, interval: 30 }
const names = Object.keys(tiles)
const seesAll = (seen: Seen) =>
  vi.waitFor(() => expect(new Set(seen.told.map(({ tile }) => tile))).toEqual(new Set(names)), PATIENCE)

const readingsOf = async ({ app }: Scenario): Promise<number> => {
  const { values } = await app.kernel.metrics.operations.get()
  return values
    .filter(({ labels }) => labels.operation === 'checkpoints.board.read' && labels.result === 'done')
    .reduce((sum, { value }) => sum + value, 0)
}

test(
  'boards of the same reach share one reading, and each is told what changed in it',
  scenario(async (here) => {
    const { id, shift } = await givenCheckpoint(here)
    const port = await openPort(here)
    const before = await readingsOf(here)
    const boards = await Promise.all(Array.from({ length: 5 }, async () => look(port, await here.as.countyDesk())))
    for (const board of boards) await seesAll(board)
    for (const { told } of boards) expect(told.filter(({ problem }) => problem)).toEqual([])
    expect((await readingsOf(here)) - before).toBe(1)

    await shift.post(`/checkpoints/${id}/passages`, aPassage(id, { temperatureC: 38.4, decision: 'medical' }))
    await here.settle()
    for (const { bodies } of boards)
      await vi.waitFor(() => expect(bodies.get('checkpoints').openFevers).toBe(1), PATIENCE)
    // However much is settled while it is read, five boards are read for once at a time.
    expect((await readingsOf(here)) - before).toBeLessThanOrEqual(3)
    const { bodies } = boards[0] as Seen
    const { asOf: _, ...shown } = bodies.get('checkpoints')
    const { asOf: __, ...asked } = (await (await here.as.countyDesk()).get('/checkpoint-board')).body
    expect(shown).toEqual(asked)
  }),
)

test(
  'everybody is told their own area, and nothing that their seat may not read',
  scenario(async (here) => {
    const own = await givenCheckpoint(here)
    const other = await givenCheckpoint(here, '101201')
    const port = await openPort(here)
    const township = await look(port, await here.as.role('township-officer', { division: `${here.county}100` }))
    const keeper = await look(port, await here.as.role('supplies-keeper'))
    await Promise.all([seesAll(township), seesAll(keeper)])
    const seen = township.bodies.get('checkpoints').checkpoints.map((one: { id: string }) => one.id)
    expect(seen).toEqual([own.id])
    expect(JSON.stringify([...township.bodies.values()])).not.toContain(other.id)
    // Rumours are the county's to read.
    expect(township.refused()).toEqual(['rumours'])
    expect(keeper.refused()).toContain('checkpoints')
    expect(keeper.bodies.has('checkpoints')).toBe(false)
    expect(keeper.bodies.has('cover')).toBe(true)
  }),
)

test(
  'nobody looks without a session, and a board closes when its seat is closed',
  scenario(async (here) => {
    const port = await openPort(here)
    const refused = await fetch(`http://127.0.0.1:${port}/api/command-board`)
    expect(refused.status).toBe(401)
    const desk = await here.as.countyDesk()
    const board = await look(port, desk)
    const me = (await desk.get('/me')).body
    await here.inside(
      (ctx) => ctx.tx`update access.seat set closed_at = now() where county = ${here.county} and id = ${me.seat.id}`,
    )
    // How soon is measured where the rights of every stream are tested; this one would stay open for ever.
    await board.closed
  }),
)

test(
  'a county that lives in the past is read as of its moment',
  scenario(async (here) => {
    const { id, shift } = await givenCheckpoint(here)
    await shift.post(`/checkpoints/${id}/passages`, aPassage(id, { recordedAt: '2020-02-05T10:15:00+08:00' }))
    await shift.post(`/checkpoints/${id}/passages`, aPassage(id, { recordedAt: '2020-02-07T10:15:00+08:00' }))
    const desk = await here.as.countyDesk()
    const moment = '2020-02-06T00:00:00.000Z'
    const said = { id: newId(), kind: 'historical', moment, ground: '演练' }
    expect(await desk.post('/retention/calendars', said)).toMatchObject({ status: 201 })
    const board = await look(await openPort(here), desk)
    await seesAll(board)
    expect(board.bodies.get('checkpoints')).toMatchObject({ asOf: moment, total: { screened: 1 } })
    const trend = board.bodies.get('trend.screened').items
    expect(trend.at(-1)).toEqual({ asOf: moment, value: 1 })
  }),
)

const rows = (first: number) => ({ rows: Array.from({ length: 50 }, (_, nth) => ({ n: nth === 0 ? first : nth })) })

test('a tile that fails says so, keeps what it showed, and takes nothing from the others', async () => {
  const told: Told[] = []
  const tell = (text: string) => told.push(JSON.parse(text.slice(text.indexOf('data: ') + 6)))
  const answers = { good: [rows(7), rows(8)], bad: [{ n: 1 }, null] }
  const asked = { good: 0, bad: 0 }
  const made = Object.fromEntries(
    (['good', 'bad'] as const).map((name) => [
      name,
      { after: ['passage'], read: async () => answers[name][Math.min(asked[name]++, 1)] },
    ]),
  )
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const problem = { code: 'kernel.unavailable', status: 503 }
  const read = async (tile: (typeof made)[string]) => {
    const body = await tile.read()
    return body ? { body } : { problem }
  }
  const readings = openReadings({ tiles: made, read, tell })
  await vi.advanceTimersByTimeAsync(10)
  expect(told.map(({ tile, body }) => [tile, body])).toEqual([
    ['good', rows(7)],
    ['bad', { n: 1 }],
  ])
  readings.heard([{ kind: 'passage' }])
  readings.heard([{ kind: 'funds' }])
  await vi.advanceTimersByTimeAsync(2_100)
  // No longer than it has to be: what changed in fifty rows, or that nothing came.
  expect(told.slice(2)).toEqual([
    { tile: 'good', at: expect.any(String), patch: [{ op: 'replace', path: '/rows/0/n', value: 8 }] },
    { tile: 'bad', at: expect.any(String), problem },
  ])
  // Whoever comes now is told both: what it was, and that it failed.
  const whole = readings.told().map((text) => JSON.parse(text.slice(text.indexOf('data: ') + 6)))
  expect(whole).toMatchObject([
    { tile: 'good', body: rows(8) },
    { tile: 'bad', body: { n: 1 }, problem },
  ])
  readings.close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual({ good: 2, bad: 2 })
})
