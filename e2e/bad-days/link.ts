import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { seeded } from './chance.ts'

/** What a link does to one request. `after-commit` is the cruel one: the server has it, and the phone never hears. */
export type Fault = 'none' | 'before' | 'mid-body' | 'after-commit' | 'half-reply' | 'flip-request' | 'flip-reply'

export interface Weather {
  seed: number
  /** Share of requests that are dropped, a third each before, in the middle and after the commit. */
  dropped: number
  /** Share of bodies in which one byte arrives changed. */
  flipped: number
  delayMs: [least: number, most: number]
  /** Both ways; none when left out. */
  bytesPerSecond?: number
}

export interface Link {
  url: string
  counted: Record<Fault, number>
  /** Bytes of bodies that the phone sent, also of those that never arrived. */
  sent: number
  cut(off: boolean): void
  /** Where requests go from now on: another port of a server that was started anew. */
  lead(port: number): void
  close(): Promise<void>
}

/** Between the phone and the server, and no friend of either. */
export async function openLink(port: number, weather: Weather): Promise<Link> {
  const chance = seeded(weather.seed)
  const counted = Object.fromEntries(
    ['none', 'before', 'mid-body', 'after-commit', 'half-reply', 'flip-request', 'flip-reply'].map((one) => [one, 0]),
  ) as Record<Fault, number>
  let to = port
  let off = false
  const link: Link = {
    url: '',
    counted,
    sent: 0,
    cut: (now) => {
      off = now
    },
    lead: (next) => {
      to = next
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  const server = createServer((request, reply) => {
    carry(request, reply).catch(() => reply.destroy())
  })
  async function carry(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const fault: Fault = off ? 'before' : draw(weather, chance)
    counted[fault] += 1
    await pause(weather.delayMs[0] + chance() * (weather.delayMs[1] - weather.delayMs[0]))
    if (fault === 'before') return void reply.destroy()
    const body = await read(request)
    link.sent += body.length
    await slowly(body.length, weather)
    if (fault === 'mid-body') return forwardHalf(request, body, to).then(() => void reply.destroy())
    if (fault === 'flip-request') flip(body, chance)
    const answer = await forward(request, body, to)
    if (fault === 'after-commit') return void reply.destroy()
    await slowly(answer.body.length, weather)
    if (fault === 'flip-reply') flip(answer.body, chance)
    reply.writeHead(answer.status, { ...answer.headers, connection: 'close' })
    if (fault === 'half-reply') {
      reply.write(answer.body.subarray(0, answer.body.length >> 1))
      return void setTimeout(() => reply.destroy(), 5)
    }
    reply.end(answer.body)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  link.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return link
}

const DROPS: readonly Fault[] = ['before', 'mid-body', 'after-commit', 'half-reply']
function draw({ dropped, flipped }: Weather, chance: () => number): Fault {
  const fate = chance()
  if (fate < dropped) return DROPS[Math.floor(chance() * DROPS.length)] ?? 'before'
  if (fate < dropped + flipped) return chance() < 0.5 ? 'flip-request' : 'flip-reply'
  return 'none'
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const slowly = (bytes: number, { bytesPerSecond }: Weather): Promise<unknown> =>
  bytesPerSecond ? pause((bytes / bytesPerSecond) * 1000) : Promise.resolve()

function flip(body: Buffer, chance: () => number): void {
  const at = Math.floor(chance() * body.length)
  body[at] = (body[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
}

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}
const optionsOf = ({ method, url, headers }: IncomingMessage, port: number) => ({
  host: '127.0.0.1',
  port,
  method,
  path: url,
  headers: { ...headers, connection: 'close' },
  agent: false as const,
})

function forward(request: IncomingMessage, body: Buffer, port: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const on = ask(optionsOf(request, port), async (reply) => {
      const { 'transfer-encoding': _, ...headers } = reply.headers
      resolve({ status: reply.statusCode ?? 502, headers, body: await read(reply) })
    })
    on.on('error', reject)
    on.end(body)
  })
}

/** The server gets the head and half of the body, and then nobody is there any more. */
function forwardHalf(request: IncomingMessage, body: Buffer, port: number): Promise<void> {
  return new Promise((resolve) => {
    const on = ask(optionsOf(request, port))
    on.on('error', () => resolve())
    on.write(body.subarray(0, body.length >> 1))
    setTimeout(() => {
      on.destroy()
      resolve()
    }, 5)
  })
}
