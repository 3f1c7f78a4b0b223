import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { actAs } from '../server/src/capabilities/access/access.factory.ts'
import { COUNTY } from './county.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const BOARDS = 500
const BETWEEN_MS = 3_000
const PATIENCE_MS = 60_000

/** An open stream of events: when it was told last of what is measured, and how much it was told. */
interface Opened {
  toldAt: number
  bytes: number
  close(): void
}

async function openOne(url: string, token: string, mark: string): Promise<Opened> {
  const headers = { authorization: `Bearer ${token}` }
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject)
  })
  if (stream.statusCode !== 200) throw new Error(`bench: ${stream.statusCode} at ${url}`)
  const opened: Opened = { toldAt: 0, bytes: 0, close: () => stream.destroy() }
  let rest = ''
  stream.on('data', (chunk: Buffer) => {
    opened.bytes += chunk.length
    rest += chunk.toString('latin1')
    if (rest.includes(mark)) opened.toldAt = performance.now()
    rest = rest.slice(rest.lastIndexOf('\n\n') + 1)
  })
  // Closed by ourselves in the end.
  stream.on('error', () => {})
  return opened
}

async function openAll(url: string, tokens: readonly string[], mark: string): Promise<Opened[]> {
  const opened: Opened[] = []
  for (let at = 0; at < tokens.length; at += 25) {
    opened.push(...(await Promise.all(tokens.slice(at, at + 25).map((token) => openOne(url, token, mark)))))
  }
  return opened
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!isSo()) {
    if (performance.now() > end) throw new Error('bench: not every board was told')
    await pause(5)
  }
}

/** One change: how long after it was sent each board had it. */
async function tellOnce(boards: readonly Opened[], change: () => Promise<void>): Promise<number[]> {
  const sent = performance.now()
  await change()
  await until(() => boards.every(({ toldAt }) => toldAt > sent))
  return boards.map(({ toldAt }) => toldAt - sent)
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

async function measure(boards: readonly Opened[], changes: number, change: () => Promise<void>) {
  const delays: number[] = []
  const spread: number[] = []
  for (let nth = 0; nth < changes; nth += 1) {
    const told = await tellOnce(boards, change)
    delays.push(...told)
    spread.push(Math.max(...told) - Math.min(...told))
    await pause(BETWEEN_MS)
  }
  return { p95: percentile(delays, 0.95), spread: median(spread) }
}

const send = async (url: string, token: string, body: unknown): Promise<void> => {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  await reply.arrayBuffer()
  if (reply.status >= 300) throw new Error(`bench: ${reply.status} at ${url}`)
}

/** How often the reading was made, by the server's own count. */
async function readingsOf(productUrl: string): Promise<number> {
  const text = await (await fetch(productUrl.replace(/\/api$/, '/metrics'))).text()
  return Number(/operation="checkpoints.board.read",result="done"\} (\d+)/.exec(text)?.[1] ?? 0)
}
const memoryMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

/** 500 boards of the county's desk, each with a session of its own, beside a bare stream that writes as many bytes to as many. */
export async function benchBoards(stand: Stand, changes: number): Promise<Line[]> {
  const { app, productUrl, limitUrl, productPid, stations, persons } = stand
  const tokens: string[] = []
  const seat = { county: COUNTY, role: 'county-desk', division: String(COUNTY) } as const
  while (tokens.length < BOARDS) tokens.push(await actAs(app.kernel, seat))
  const before = memoryMb(productPid)
  const boards = await openAll(`${productUrl}/command-board`, tokens, '"tile":"checkpoints"')
  await until(() => boards.every(({ toldAt }) => toldAt > 0))
  // Everything else that a board shows at first has come too.
  await pause(BETWEEN_MS * 3)
  const readBefore = await readingsOf(productUrl)
  const bytesBefore = boards[0]?.bytes ?? 0
  const began = performance.now()
  const product = await measure(boards, changes, async () => {
    const station = stations[0] as Stand['stations'][number]
    const passage = {
      ...{ id: randomUUID(), checkpointId: station.id, recordedAt: new Date(Date.now() - 1000).toISOString() },
      ...{ temperatureC: 36.5, site: 'forehead', decision: 'pass', traveller: { personId: persons[0] ?? '' } },
    }
    await send(`${productUrl}/checkpoints/${station.id}/passages`, station.token, passage)
  })
  // What a round of every half minute reads besides is no answer to a change.
  const rounds = Math.floor((performance.now() - began) / 30_000)
  const readings = ((await readingsOf(productUrl)) - readBefore - rounds) / changes
  const bytes = Math.round(((boards[0]?.bytes ?? 0) - bytesBefore) / changes)
  const after = memoryMb(productPid)
  for (const board of boards) board.close()

  const bare = await openAll(`${limitUrl}/events`, tokens, 'event: tile')
  const limit = await measure(bare, changes, () => send(`${limitUrl}/events`, '', { bytes }))
  for (const board of bare) board.close()
  const line = (what: string, one: number, other: number | null, asked: string, unit = 'ms'): Line => ({
    ...{ what: `(m) ${what}`, asked, ratio: other === null ? null : one / other },
    ...{
      product: `${one.toFixed(unit === 'ms' ? 0 : 1)} ${unit}`,
      limit: other === null ? '' : `${other.toFixed(0)} ${unit}`,
    },
  })
  return [
    line(`${BOARDS} boards: from the sending of a record to the board, p95`, product.p95, limit.p95, '≤ 5 s'),
    line('the same: from the first board to the last, median', product.spread, limit.spread, 'shown'),
    line('readings of the checkpoints for each change', readings, null, '1, not 500', 'times'),
    line('told to each board for each change', bytes / 1024, null, 'shown', 'KB'),
    line('more memory of the server with the boards open', after - before, null, 'shown', 'MB'),
  ]
}
