import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import { type App, capabilities, openApp } from '../../src/app.ts'
import { actAs } from '../../src/capabilities/access/access.factory.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { openServer } from '../../src/entrypoints/http/server.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { asSystem, type Ctx, type Purpose, type Role } from '../../src/kernel/operation.ts'

export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of a body
  body: any
  headers: Record<string, unknown>
}

export interface Client {
  token: string
  get(path: string, options?: SendOptions): Promise<Reply>
  post(path: string, body?: unknown, options?: SendOptions): Promise<Reply>
  send(method: string, path: string, body?: unknown, options?: SendOptions): Promise<Reply>
}
interface SendOptions {
  purpose?: Purpose
  headers?: Record<string, string>
}
export interface Seat {
  division?: string
  placeId?: string | null
}

export interface Scenario {
  county: number
  app: App
  server: FastifyInstance
  as: {
    role(role: Role, seat?: Seat): Promise<Client>
    countyDesk(): Promise<Client>
    nobody(): Client
    /** Whoever holds this token. */
    holding(token: string): Client
  }
  /** Runs under the system's scope of this county, for looking behind the answers. */
  inside<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  settle(): Promise<void>
}

/** The configuration of this run's own server, read as the product reads it. */
export function testConfig(): Config {
  const env = {
    DATABASE_URL: inject('ownerUrl'),
    QUNFANG_DATA: inject('dataFolder'),
    QUNFANG_POOL: '6',
    QUNFANG_LOG: 'silent',
  }
  return readConfig(env)
}

let shared: Promise<{ app: App; server: FastifyInstance }> | null = null
/** One app for a test file; tests are kept apart by their counties, not by their databases. */
function openShared() {
  shared ??= (async () => {
    const config = testConfig()
    const app = openApp(config, silentLog)
    return { app, server: await openServer(app, config) }
  })()
  return shared
}

/**
 * A test with a county of its own. Everything in the product happens within one county, so tests share a server and a real
 * database with the real migrations and cannot see each other; that wall is itself one of the promises under test.
 */
export function scenario(test: (scenario: Scenario) => Promise<void>): () => Promise<void> {
  return async () => {
    const { app, server } = await openShared()
    await test(stage(app, server, newCounty()))
  }
}

/** Behind all provinces. Each test file has a lane of its own: drawn by chance, two of some hundred tests would meet. */
const FIRST_COUNTY = 660_001
const COUNTIES_PER_FILE = 1100
const LANES = 308
/** Codes that no province has either, for the files that come after. */
const MORE_COUNTIES = 160_001
let countiesTaken = 0
export function newCounty(): number {
  const lane = Number(process.env['VITEST_WORKER_ID'] ?? 0)
  const first =
    lane < LANES ? FIRST_COUNTY + lane * COUNTIES_PER_FILE : MORE_COUNTIES + (lane - LANES) * COUNTIES_PER_FILE
  return first + countiesTaken++
}

export function stage(app: App, server: FastifyInstance, county: number): Scenario {
  const role = async (name: Role, seat: Seat = {}) =>
    client(
      server,
      await actAs(app.kernel, {
        county,
        role: name,
        division: seat.division ?? String(county),
        placeId: seat.placeId ?? null,
      }),
    )
  return {
    county,
    app,
    server,
    as: {
      role,
      countyDesk: () => role('county-desk'),
      nobody: () => client(server, ''),
      holding: (token) => client(server, token),
    },
    inside: (work) => asSystem(app.kernel, county, new Date(), work),
    settle: () => app.kernel.clerk.settleAll(),
  }
}

function client(server: FastifyInstance, token: string): Client {
  async function send(method: string, path: string, body?: unknown, options: SendOptions = {}): Promise<Reply> {
    const reply = await server.inject({
      method: method as 'GET',
      url: `/api${path}`,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(options.purpose ? { 'qunfang-purpose': options.purpose } : {}),
        ...options.headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const isJson = String(reply.headers['content-type'] ?? '').includes('json')
    return {
      status: reply.statusCode,
      body: isJson && reply.body ? JSON.parse(reply.body) : reply.body,
      headers: reply.headers,
    }
  }
  return {
    token,
    send,
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body = {}, options) => send('POST', path, body, options),
  }
}

export const newId = (): string => randomUUID()
export { capabilities }
