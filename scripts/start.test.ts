import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freePort, isAlive } from './processes.mjs'

const START = fileURLToPath(new URL('start.mjs', import.meta.url))
const PATIENCE_MS = 180_000
let dataFolder: string
let port: number
const running: ChildProcess[] = []

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'qunfang-start-'))
  chmodSync(dataFolder, 0o755)
  port = await freePort()
})
afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGTERM')
})
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = new Promise<number | null>((done) => child.once('exit', done))
  child.kill(signal)
  return gone
}

/** `npm start -- --empty`, until it greets or gives up; answers all it has said. */
async function start(env: Record<string, string> = {}): Promise<{ child: ChildProcess; said: string }> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const ours = { ...inherited, QUNFANG_DATA: dataFolder, QUNFANG_PORT: String(port), ...env }
  const child = spawn(process.execPath, [START, '--empty'], { env: ours, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
    })
  }
  const closed = new Promise((done) => child.once('close', done))
  while (!said.includes('Ctrl-C') && child.exitCode === null) await Promise.race([sleep(50), closed])
  return { child, said }
}

async function isReady(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (reply) => reply.ok,
    () => false,
  )
}
async function untilReady(): Promise<void> {
  while (!(await isReady())) await sleep(100)
}
const note = (file: string) => JSON.parse(readFileSync(join(dataFolder, file), 'utf8'))
const postmaster = () => Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

test(
  'it starts, greets with an address and a way in, stops when asked and starts again on the same data',
  async () => {
    const first = await start()
    expect(first.said).toContain(`http://127.0.0.1:${port}`)
    expect(first.said).toContain('/welcome#code=')
    expect(await isReady()).toBe(true)
    const made = note('database.json')
    expect(await end(first.child, 'SIGINT')).toBe(0)
    expect(await isReady()).toBe(false)
    const second = await start()
    expect(second.said).toContain('/welcome#code=')
    expect(note('database.json')).toEqual(made)
  },
  PATIENCE_MS,
)

test(
  'a killed database and a second start on the same folder are met with a sentence',
  async () => {
    await start()
    process.kill(postmaster(), 'SIGKILL')
    await sleep(200)
    await untilReady()
    const other = await start({ QUNFANG_PORT: String(await freePort()) })
    expect(other.said).toContain(`already running: http://127.0.0.1:${port}`)
    expect(other.child.exitCode).toBe(1)
  },
  PATIENCE_MS,
)

test(
  'after a kill of the whole start the next one puts things in order',
  async () => {
    const first = await start()
    const left = postmaster()
    await end(first.child, 'SIGKILL')
    const second = await start()
    expect(second.said).toContain('Qunfang is ready')
    expect(isAlive(left)).toBe(false)
  },
  PATIENCE_MS,
)

test(
  'a taken port is named with the way to choose another',
  async () => {
    await start()
    const folder = mkdtempSync(join(tmpdir(), 'qunfang-start-'))
    const other = await start({ QUNFANG_DATA: folder })
    rmSync(folder, { recursive: true })
    expect(other.said).toContain(`Port ${port} is taken`)
    expect(other.said).toContain('QUNFANG_PORT=')
    expect(other.child.exitCode).toBe(1)
  },
  PATIENCE_MS,
)
