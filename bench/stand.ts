import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { startDatabase } from '../scripts/database.mjs'
import { type App, openApp } from '../server/src/app.ts'
import { actAs } from '../server/src/capabilities/access/access.factory.ts'
import { enrolMany } from '../server/src/capabilities/people/index.ts'
import { importCounty } from '../server/src/capabilities/places/index.ts'
import { type Config, readConfig } from '../server/src/config.ts'
import { migrate } from '../server/src/entrypoints/cli/migrate.ts'
import { silentLog } from '../server/src/kernel/log.ts'
import { asSystem } from '../server/src/kernel/operation.ts'
import { COUNTY } from './county.ts'

/** Everything a measurement stands on: a durable PostgreSQL of its own, the product's server and the limit's, each a process. */
export interface Stand {
  app: App
  owner: postgres.Sql
  productUrl: string
  limitUrl: string
  /** Of the product's server, for whoever looks at its memory. */
  productPid: number
  stations: Array<{ id: string; division: string; token: string }>
  deskToken: string
  /** An officer of the township `100`. */
  townshipToken: string
  /** Travellers whom the county has met. */
  persons: string[]
  /** What a server process of this stand is started with. */
  env: Record<string, string>
  close(): Promise<void>
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}

async function openStations(app: App): Promise<Stand['stations']> {
  const stations = Array.from({ length: 22 }, (_, index) => ({
    id: crypto.randomUUID(),
    division: `${COUNTY}${100 + (index % 12)}`,
  }))
  await asSystem(app.kernel, COUNTY, new Date(), async (ctx) => {
    await importCounty(ctx, String(COUNTY))
    await ctx.tx`insert into places.checkpoint ${ctx.tx(
      stations.map(({ id, division }, index) => ({
        county: COUNTY,
        id,
        division,
        kind: 'county-border',
        name: `检查站${index + 1}`,
        site: 'forehead',
        opened_at: new Date('2020-01-01'),
        recorded_at: new Date('2020-01-01'),
        received_at: new Date('2020-01-01'),
        digest: Buffer.alloc(32),
      })),
    )}`
  })
  const seated = []
  for (const { id, division } of stations) {
    const token = await actAs(app.kernel, { county: COUNTY, role: 'checkpoint-shift', division, placeId: id })
    seated.push({ id, division, token })
  }
  return seated
}

async function enrolSome(app: App): Promise<string[]> {
  const travellers = Array.from({ length: 1000 }, (_, n) => ({
    id: crypto.randomUUID(),
    division: `${COUNTY}100`,
    recordedAt: new Date(),
    name: `测试人员${n}`,
  }))
  await asSystem(app.kernel, COUNTY, new Date(), (ctx) => enrolMany(ctx, travellers))
  return travellers.map(({ id }) => id)
}

async function forked(file: string, args: string[], env: Record<string, string>): Promise<ChildProcess> {
  return fork(new URL(file, import.meta.url), args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const ok = await fetch(url).then(
      (reply) => reply.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing answers at ${url}`)
}

const BARE = `
  create table bare_passage (id uuid primary key, checkpoint_id uuid not null, recorded_at timestamptz not null,
    received_at timestamptz not null, temperature_c numeric(3,1), site text not null, decision text not null, person_id uuid);
  create table bare_index (digest bytea primary key, person_id uuid not null);
  create table bare_token (token bigint not null, person_id uuid not null, primary key (token, person_id));`

export async function openStand(): Promise<Stand> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'qunfang-bench-'))
  const database = await startDatabase({ dataFolder })
  const port = await freePort()
  const limitPort = await freePort()
  const env = {
    DATABASE_URL: database.ownerUrl,
    QUNFANG_DATA: dataFolder,
    QUNFANG_PORT: String(port),
    QUNFANG_LOG: 'error',
  }
  const config: Config = readConfig(env)
  await migrate(config, silentLog)
  // As the superuser: it fills tables past row-level security and foreign keys, which the product's roles cannot.
  const owner = postgres(database.adminUrl.replace(/\/postgres$/, '/qunfang'), { max: 4, onnotice: () => {} })
  await owner.unsafe(`${BARE} grant all on bare_passage, bare_index, bare_token to qunfang;`)
  const app = openApp(config, silentLog)
  const stations = await openStations(app)
  const deskToken = await actAs(app.kernel, { county: COUNTY, role: 'county-desk', division: String(COUNTY) })
  const township = { county: COUNTY, role: 'township-officer', division: `${COUNTY}100` } as const
  const townshipToken = await actAs(app.kernel, township)
  const persons = await enrolSome(app)
  // One clerk a machine: the product's own process keeps it from here on.
  await app.kernel.clerk.settleAll()
  await app.kernel.clerk.stop()
  const product = await forked('../server/src/entrypoints/http/main.ts', [], env)
  const limit = await forked('limit.ts', [database.ownerUrl, String(limitPort), '12', config.appUrl], {})
  await Promise.all([answering(`http://127.0.0.1:${port}/health/ready`), once(limit, 'message')])
  return {
    app,
    owner,
    productUrl: `http://127.0.0.1:${port}/api`,
    limitUrl: `http://127.0.0.1:${limitPort}`,
    productPid: product.pid ?? 0,
    stations,
    deskToken,
    townshipToken,
    persons,
    env,
    close: async () => {
      product.kill('SIGTERM')
      limit.kill('SIGTERM')
      await Promise.all([once(product, 'exit'), once(limit, 'exit')])
      await app.close()
      await owner.end()
      await database.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
