import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { COUNTY, type Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const PEER = here('peer')

/** Into a folder of its own and without running anything of it: nobody who uses the product gets these packages. */
function installPeer(): void {
  if (existsSync(here('peer/node_modules/express-pouchdb'))) return
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--workspaces=false']
  execFileSync('npm', words, { cwd: PEER, stdio: ['ignore', 'ignore', 'inherit'] })
}

interface Delivered {
  ms: number
  delivered: number
  failed: number
}

async function ask<T>(child: ChildProcess, order: object): Promise<T> {
  child.send(order)
  const [said] = (await once(child, 'message')) as [T]
  return said
}

async function started(file: string): Promise<ChildProcess> {
  const child = fork(here(file), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await once(child, 'message')
  return child
}

const documentsOf = (checkpointId: string, count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    id: randomUUID(),
    checkpointId,
    recordedAt: new Date(Date.now() - nth * 1000).toISOString(),
    temperatureC: 36.5,
    site: 'forehead',
    decision: 'pass',
    direction: 'in',
  }))

async function byOutbox({ productUrl, stations }: Stand, count: number): Promise<Delivered> {
  const [station] = stations
  if (!station) throw new Error('bench: no stations')
  const phone = await started('deliveries.phone.ts')
  const url = productUrl.replace(/\/api$/, '')
  const order = { url, county: COUNTY, token: station.token, documents: documentsOf(station.id, count) }
  const done = await ask<Delivered>(phone, order)
  phone.kill()
  return done
}

async function byPouch(port: number, count: number): Promise<Delivered> {
  const client = await started('peer/client.js')
  const documents = documentsOf(randomUUID(), count).map(({ id, ...rest }) => ({ _id: id, ...rest }))
  const done = await ask<Delivered>(client, { url: `http://127.0.0.1:${port}/outbox-${randomUUID()}`, documents })
  client.kill()
  return done
}

/** So many records that wait on a phone, delivered with a receipt each; the peer replicates as many documents. Turn by turn. */
export async function benchDeliveries(stand: Stand, count: number, rounds: number): Promise<Line> {
  installPeer()
  const server = fork(here('peer/server.js'), { cwd: PEER, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [times, done] of [
        [ours, await byOutbox(stand, count)],
        [theirs, await byPouch(port, count)],
      ] as const) {
        if (done.delivered !== count || done.failed > 0) throw new Error(`bench: ${JSON.stringify(done)}`)
        times.push(done.ms)
      }
    }
  } finally {
    server.kill()
  }
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
  return {
    what: `(k) ${count.toLocaleString('en')} pending records delivered; limit: as many documents by a PouchDB client to express-pouchdb`,
    product: seconds(median(ours)),
    limit: seconds(median(theirs)),
    ratio: median(ours.map((ms, at) => ms / (theirs[at] ?? Number.NaN))),
    asked: '< 1',
  }
}
