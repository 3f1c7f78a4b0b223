import { request as ask } from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import type { Client, Reply } from '../scenario/scenario.ts'

/** What becomes of one connection on a line that is as bad as a line can be and still be one: three in ten come to nothing. */
type Weather = 'fine' | 'cut-request' | 'black-hole' | 'lost-reply' | 'half-reply' | 'twice'
const WEATHER: readonly Weather[] = [
  ...Array.from({ length: 10 }, () => 'fine' as const),
  ...(['cut-request', 'black-hole', 'lost-reply', 'lost-reply', 'half-reply', 'half-reply'] as const),
  ...Array.from({ length: 4 }, () => 'twice' as const),
]
/** How long a connection takes to get through, in milliseconds, the shortest and the longest. */
export type Delay = readonly [from: number, to: number]

/** Bytes that travel together; the parts of one request arrive apart. */
const SEGMENT = 700
const PATIENCE = 4

export interface Line {
  /** Null: nothing came back that could be read, whether it had arrived or not. */
  through(client: Client): (method: 'GET' | 'POST', path: string, body?: object) => Promise<Reply | null>
  /** How many connections met which weather. */
  met: Map<Weather, number>
  close(): Promise<void>
}

/** A TCP relay before a server that listens: it is not told what is said through it, it delays, cuts, swallows and repeats bytes. */
export async function openLine(port: number, delay: Delay): Promise<Line> {
  const draw = weatherFrom(22)
  const met: Line['met'] = new Map()
  const open = new Set<Socket>()
  const relay: Server = createServer({ noDelay: true }, (phone) => {
    const [weather, part] = draw()
    met.set(weather, (met.get(weather) ?? 0) + 1)
    open.add(phone)
    phone.on('error', () => phone.destroy())
    phone.on('close', () => open.delete(phone))
    const way = delay[0] + part * (delay[1] - delay[0])
    relayed(phone, { port, weather, way }).catch(() => phone.destroy())
  })
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done))
  const { port: at } = relay.address() as AddressInfo
  return {
    met,
    through:
      ({ token }) =>
      (method, path, body) =>
        exchange({ at, token, patience: PATIENCE * delay[1] + 300 }, method, path, body),
    close() {
      for (const socket of open) socket.destroy()
      return new Promise((done) => relay.close(() => done()))
    },
  }
}

function weatherFrom(seed: number): () => [Weather, number] {
  const exchange = fc.tuple(fc.constantFrom(...WEATHER), fc.double({ min: 0, max: 1, noNaN: true }))
  const drawn = fc.sample(exchange, { numRuns: 9973, seed })
  let nth = 0
  return () => drawn[nth++ % drawn.length] ?? ['fine', 0]
}

interface Way {
  port: number
  weather: Weather
  way: number
}
async function relayed(phone: Socket, { port, weather, way }: Way): Promise<void> {
  if (weather === 'black-hole') {
    phone.resume()
    return
  }
  const server = connect({ port, host: '127.0.0.1', noDelay: true })
  server.on('error', () => phone.destroy())
  phone.on('close', () => server.destroy())
  server.on('close', () => phone.end())
  const said: Buffer[] = []
  // One order for all parts of a request, each a little after the last.
  let sent = wait(way)
  phone.on('data', (bytes: Buffer) => {
    said.push(bytes)
    sent = sent.then(() => inSegments(server, bytes, { breaks: weather === 'cut-request' }))
    if (weather === 'cut-request') sent.then(() => phone.destroy()).catch(() => undefined)
  })
  server.on('data', (bytes: Buffer) => {
    if (weather === 'lost-reply') phone.destroy()
    else if (weather === 'half-reply') phone.end(bytes.subarray(0, bytes.length / 2))
    else phone.write(bytes)
  })
  if (weather === 'twice') phone.once('close', () => replay(port, Buffer.concat(said)))
}

async function inSegments(to: Socket, bytes: Buffer, { breaks }: { breaks: boolean }): Promise<void> {
  const end = breaks ? bytes.length / 2 : bytes.length
  for (let at = 0; at < end && to.writable; at += SEGMENT) {
    to.write(bytes.subarray(at, Math.min(at + SEGMENT, end)))
    if (at + SEGMENT < end) await wait(1)
  }
}

/** The same bytes once more after everything was over, as a network does that lost an acknowledgement. */
function replay(port: number, bytes: Buffer): void {
  const again = connect({ port, host: '127.0.0.1' }, () => again.write(bytes))
  again.on('error', () => again.destroy())
  again.resume()
}

interface Phone {
  at: number
  token: string
  patience: number
}
function exchange({ at, token, patience }: Phone, method: string, path: string, body?: object): Promise<Reply | null> {
  const payload = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    authorization: `Bearer ${token}`,
    connection: 'close',
    ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
  }
  return new Promise((done) => {
    const nothing = () => done(null)
    const asked = ask({ host: '127.0.0.1', port: at, method, path: `/api${path}`, headers, agent: false }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('error', nothing)
      reply.on('aborted', nothing)
      reply.on('end', () => done(readable(reply.statusCode ?? 0, Buffer.concat(parts), reply.headers)))
    })
    asked.setTimeout(patience, () => asked.destroy())
    asked.on('error', nothing)
    asked.on('close', nothing)
    asked.end(payload)
  })
}

function readable(status: number, bytes: Buffer, headers: Record<string, unknown>): Reply | null {
  try {
    return { status, headers, body: JSON.parse(bytes.toString()) }
  } catch {
    return null
  }
}
