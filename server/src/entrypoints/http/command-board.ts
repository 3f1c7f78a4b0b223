import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type App, allRoutes } from '../../app.ts'
import { countyMoment } from '../../capabilities/retention/index.ts'
import { faultOf } from '../../kernel/log.ts'
import { type Actor, type AnyOperation, type Meta, perform, transact, within } from '../../kernel/operation.ts'
import { isOutage, Problem, serverFault, unavailable } from '../../kernel/problem.ts'
import { openReadings, type Readings } from './command-board.readings.ts'
import { type Ask, type Tile, tiles } from './command-board.tiles.ts'
import { type Stream, type Streams, scopeKey } from './open-streams.ts'

/** Of all boards together: the rest of the product needs the database too. */
const AT_ONCE = 2
/** What takes longer is told as failed, so that it holds up no other tile. */
const PATIENCE_MS = 20_000

/**
 * The command board as a stream: each tile when it is opened, and then what changed in it. Boards of the same reach share every
 * reading, so that five hundred of them cost the database no more than one.
 */
export function commandBoardRoute(
  server: FastifyInstance,
  app: App,
  streams: Streams,
  given: Readonly<Record<string, Tile>> = tiles,
): void {
  const shared = new Map<string, { readings: Readings; viewers: Set<Stream> }>()
  const inTurn = openLanes(AT_ONCE)
  const share = (actor: Actor) => {
    const viewers = new Set<Stream>()
    const readings = openReadings({
      tiles: given,
      read: (tile) => inTurn(() => Promise.race([readTile(app, tile, anyOf(viewers) ?? actor), outOfPatience()])),
      tell: (text) => {
        for (const viewer of viewers) viewer.tell(text)
      },
    })
    return { readings, viewers }
  }
  const unsubscribe = app.kernel.clerk.onSettled((county, entries) => {
    for (const { readings, viewers } of shared.values()) {
      const [viewer] = viewers
      if (!viewer || viewer.actor.county !== county) continue
      const inReach = entries.filter(({ division }) => within(viewer.actor, division))
      if (inReach.length > 0) readings.heard(inReach)
    }
  })
  server.addHook('onClose', async () => void unsubscribe())
  server.get('/api/command-board', async (request, reply) => {
    const stream = await streams.open(request, reply)
    const key = scopeKey(stream.actor)
    const own = shared.get(key) ?? share(stream.actor)
    shared.set(key, own)
    own.viewers.add(stream)
    for (const text of own.readings.told()) stream.tell(text)
    stream.onEnd(() => {
      own.viewers.delete(stream)
      if (own.viewers.size > 0) return
      own.readings.close()
      if (shared.get(key) === own) shared.delete(key)
    })
  })
}

/** Somebody who still looks: whoever opened the first board may be gone. */
const anyOf = ([viewer]: Iterable<Stream>): Actor | undefined => viewer?.actor

const operations = new Map<string, AnyOperation>(
  allRoutes().flatMap(([method, path, route]) =>
    method === 'GET' && !('one' in route) && !('many' in route) ? [[`GET ${path}`, route] as const] : [],
  ),
)

async function readTile(app: App, tile: Tile, actor: Actor) {
  const meta: Meta = { requestId: randomUUID(), purpose: null, now: new Date(), clockOffsetMs: 0 }
  try {
    const moment = await transact(app.kernel, actor, meta, countyMoment)
    // A county that lives in the past is read as of then; every other as it stands.
    const asOf = moment.getTime() === meta.now.getTime() ? {} : { asOf: moment.toISOString() }
    const ask: Ask = (route, input) => {
      const operation = operations.get(route)
      if (!operation || operation.personal || operation.kind !== 'read')
        throw new Error(`no reading for a board: ${route}`)
      return perform(app.kernel, operation, actor, { ...asOf, ...input }, meta)
    }
    return { body: await tile.read(ask) }
  } catch (error) {
    const { code, status } = problemOf(app, error, meta.requestId)
    return { problem: { code, status } }
  }
}

async function outOfPatience() {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())
  const { code, status } = unavailable()
  return { problem: { code, status } }
}

function problemOf({ kernel }: App, error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error
  kernel.log.error({ event: 'fault', requestId, route: '/api/command-board', ...faultOf(error) })
  return isOutage(error) ? unavailable() : serverFault()
}

/** Work that is done at most so many at once, in the order in which it came. */
function openLanes(count: number) {
  const waiting: Array<() => void> = []
  let free = count
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
