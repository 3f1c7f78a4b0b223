import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, expect, inject, test } from 'vitest'
import { mended } from './mend-driver.mjs'

const DRIVER = fileURLToPath(import.meta.resolve('postgres'))

test('the installed driver is the mended one, and mending it again changes nothing', () => {
  const source = readFileSync(DRIVER.replace('index.js', 'connection.js'), 'utf8')
  expect(source.split('// mended')).toHaveLength(5)
  expect(mended(source)).toBeNull()
})

test('another driver is refused rather than mended blindly', () => {
  expect(() => mended('function closed() {}')).toThrow('not the one')
})

let relay: Server | null = null
afterEach(() => relay?.close())

/** A way to the database that can be cut. */
async function openRelay(): Promise<{ url: string; cut(how: 'end' | 'reset'): void }> {
  const target = new URL(inject('ownerUrl'))
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    open.add(near)
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) socket.on('error', () => {}).on('close', () => open.delete(near))
  })
  relay = server
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  const cut = (how: 'end' | 'reset') => {
    for (const socket of open) how === 'end' ? socket.destroy() : socket.resetAndDestroy()
  }
  return { url: url.href, cut }
}

test.each(['end', 'reset'] as const)(
  'a connection lost by %s in the middle of transactions fails them, and the next ones work',
  async (how) => {
    const { url, cut } = await openRelay()
    const sql = postgres(url, { max: 3, backoff: () => 0.05, connect_timeout: 2, onnotice: () => {} })
    for (let round = 0; round < 8; round++) {
      let begun = 0
      const under = [1, 2, 3].map((n) =>
        sql.begin(async (tx) => {
          await tx`select ${n}::int`
          begun += 1
          if (n === 3) await sleep(20)
          await tx`select pg_sleep(0.6)`
          await tx`select ${n}::int`
        }),
      )
      while (begun < 3) await sleep(1)
      await sleep(round)
      cut(how)
      for (const { status } of await Promise.allSettled(under)) expect(status).toBe('rejected')
      const after = await Promise.all(
        [1, 2, 3].map((n) => sql.begin((tx) => tx<{ n: number }[]>`select ${n}::int as n`)),
      )
      expect(after.map(([row]) => row?.n)).toEqual([1, 2, 3])
    }
    await sql.end({ timeout: 2 })
  },
  60_000,
)
