import { execFileSync, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { newProfile, openPhone } from '../e2e/browser.ts'
import { COUNTY } from './county.ts'
import type { Order } from './deliveries.page.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const PEER = here('peer')

/** Into a folder of its own and without running anything of it: nobody who uses the product gets these packages. */
function installPeer(): void {
  if (existsSync(here('peer/node_modules/events'))) return
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--workspaces=false']
  execFileSync('npm', words, { cwd: PEER, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** One script for a page, as a browser gets it. */
async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // PouchDB counts on a bundler for this one of Node's modules.
    resolve: { alias: { events: here('peer/node_modules/events/events.js') } },
    define: { APP_VERSION: '"bench"', 'import.meta.env.DEV': 'false', global: 'globalThis' },
    build: { write: false, minify: false, rolldownOptions: { input: here(entry), output: { format: 'iife' } } },
  })
  const [chunk] = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  if (chunk?.type !== 'chunk') throw new Error(`bench: ${entry} was not built`)
  return chunk.code
}

interface Delivered {
  ms: number
  delivered: number
}
interface Client {
  origin: string
  script: string
  /** What waits on the phone. */
  filling: object
  /** Where it goes. */
  going: object
}

/** A browser of its own on a disk of its own, as a phone has one: what waits is written first, and only delivering it is timed. */
async function inBrowser({ origin, script, filling, going }: Client): Promise<Delivered> {
  const profile = newProfile()
  const phone = await openPhone(profile)
  try {
    const page = await phone.context.newPage()
    const body = '<!doctype html><title>bench</title>'
    await page.route('**/bench-phone', (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(`${origin}/bench-phone`)
    await page.addScriptTag({ content: script })
    await page.evaluate((given) => (globalThis as unknown as Doing).fill(given), filling)
    return await page.evaluate((given) => (globalThis as unknown as Doing).deliver(given), going)
  } finally {
    await phone.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
interface Doing {
  fill(given: object): Promise<void>
  deliver(given: object): Promise<Delivered>
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

function byOutbox({ productUrl, stations }: Stand, script: string, count: number): Promise<Delivered> {
  const [station] = stations
  if (!station) throw new Error('bench: no stations')
  const filling: Order = { county: COUNTY, token: station.token, documents: documentsOf(station.id, count) }
  return inBrowser({ origin: productUrl.replace(/\/api$/, ''), script, filling, going: {} })
}

function byPouch(origin: string, script: string, count: number, batch: number): Promise<Delivered> {
  const documents = documentsOf(randomUUID(), count).map(({ id, ...rest }) => ({ _id: id, ...rest }))
  const going = { url: `${origin}/outbox-${randomUUID()}`, batch }
  return inBrowser({ origin, script, filling: { documents }, going })
}

/** PouchDB's own, and the largest that ours grows to. */
const PEER_BATCHES = [100, 500] as const

/** So many records that wait on a phone, delivered with a receipt each; the peer replicates as many documents. Turn by turn. */
export async function benchDeliveries(stand: Stand, count: number, rounds: number): Promise<Line[]> {
  installPeer()
  const [ourScript, theirScript] = await Promise.all([bundled('deliveries.page.ts'), bundled('peer/page.js')])
  const server = fork(here('peer/server.js'), { cwd: PEER, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const origin = `http://127.0.0.1:${port}`
  const ours: number[] = []
  const theirs = new Map<number, number[]>(PEER_BATCHES.map((batch) => [batch, []]))
  const took = (done: Delivered): number => {
    if (done.delivered !== count) throw new Error(`bench: ${JSON.stringify(done)}`)
    return done.ms
  }
  try {
    for (let round = 0; round < rounds; round += 1) {
      ours.push(took(await byOutbox(stand, ourScript, count)))
      for (const [batch, times] of theirs) times.push(took(await byPouch(origin, theirScript, count, batch)))
    }
  } finally {
    server.kill()
  }
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
  return [...theirs].map(([batch, times]) => ({
    what: `(k) ${count.toLocaleString('en')} pending records delivered; limit: as many documents by a PouchDB client to express-pouchdb, ${batch} at a time`,
    product: seconds(median(ours)),
    limit: seconds(median(times)),
    ratio: median(ours.map((ms, at) => ms / (times[at] ?? Number.NaN))),
    asked: '< 1',
  }))
}
