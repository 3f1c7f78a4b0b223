import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startDatabase } from './database.mjs'
import { useDatabase } from './database-external.mjs'

type Running = Awaited<ReturnType<typeof startDatabase>>
let dataFolder: string
const started: Running[] = []

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'qunfang-database-'))
  chmodSync(dataFolder, 0o755)
})
afterEach(async () => {
  for (const database of started.splice(0)) await database.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

async function start(options: { replace?: boolean } = {}): Promise<Running> {
  const database = await startDatabase({ dataFolder, durable: false, ...options })
  started.push(database)
  return database
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1 })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

test('data survive a killed server and a stale lock, on the same port', async () => {
  const first = await start()
  await ask(first.ownerUrl, 'create table kept as select 1 as n')
  process.kill(first.pid ?? 0, 'SIGKILL')
  await first.lost
  expect(readFileSync(join(first.folder, 'postmaster.pid'), 'utf8')).toContain(String(first.pid))
  const second = await start()
  expect(second.ownerUrl).toBe(first.ownerUrl)
  expect(await ask(second.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }])
})

test('a lock that names a stranger, as after a reboot, is no obstacle', async () => {
  const first = await start()
  await first.stop()
  const lines = [process.pid, first.folder, 0, first.port, '', '127.0.0.1', '', 'ready']
  writeFileSync(join(first.folder, 'postmaster.pid'), `${lines.join('\n')}\n`)
  expect(await ask((await start()).ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a second one on the same data is refused with the address of the first, or replaces it when told to', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(new RegExp(`127\\.0\\.0\\.1:${first.port}[\\s\\S]*QUNFANG_DATA`))
  const second = await start({ replace: true })
  expect(second.pid).not.toBe(first.pid)
})

test('when its port is taken it takes another', async () => {
  const first = await start()
  await first.stop()
  const stranger = createServer().listen(first.port, '127.0.0.1')
  await new Promise((done) => stranger.once('listening', done))
  try {
    expect((await start()).port).not.toBe(first.port)
  } finally {
    stranger.close()
  }
})

test('data of another PostgreSQL are left alone', async () => {
  const first = await start()
  await first.stop()
  writeFileSync(join(first.folder, 'PG_VERSION'), '12\n')
  await expect(start()).rejects.toThrow(/PostgreSQL 12[\s\S]*PostgreSQL 12/)
  writeFileSync(join(first.folder, 'PG_VERSION'), '18\n')
})

test('a folder that cannot be written says so', async () => {
  const file = join(dataFolder, 'a-file')
  writeFileSync(file, '')
  await expect(startDatabase({ dataFolder: join(file, 'data') })).rejects.toThrow(/QUNFANG_DATA/)
})

test('neither statements nor values reach the log', async () => {
  const { ownerUrl } = await start()
  await ask(ownerUrl, 'create table secret (number text unique)')
  const sql = postgres(ownerUrl, { max: 1 })
  await sql`insert into secret values ('13082219600101001X')`
  await expect(sql`insert into secret values ('13082219600101001X')`).rejects.toThrow()
  await expect(sql`insert into secret select '13082219600101002X'::int`).rejects.toThrow()
  await expect(sql`select ${'13082219600101003X'}::text::int`).rejects.toThrow()
  await sql.end()
  const log = readFileSync(join(dataFolder, 'postgres.log'), 'utf8')
  expect(log).toContain('ERROR')
  expect(log).not.toMatch(/insert into|13082219600101001X/)
})

test('a server of one’s own is checked, and when it cannot be reached the password stays out of the sentence', async () => {
  const { ownerUrl, port } = await start()
  expect(await useDatabase(ownerUrl)).toMatchObject({ ownerUrl })
  await expect(useDatabase(`postgres://someone:hush@127.0.0.1:${port}/qunfang`)).rejects.toThrow(
    /^(?![\s\S]*hush)[\s\S]*DATABASE_URL/,
  )
})
