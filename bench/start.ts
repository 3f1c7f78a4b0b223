import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { freePort, type Stand } from './stand.ts'
import { type Line, median } from './table.ts'

function residentMb(pid: number): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
  } catch {
    return null
  }
}

/** From the start of the process to the first ready answer, on a database that is already migrated. */
async function startOnce(stand: Stand): Promise<{ ms: number; mb: number | null }> {
  const port = await freePort()
  const began = performance.now()
  const child = fork(new URL('../server/src/entrypoints/http/main.ts', import.meta.url), [], {
    env: { ...process.env, ...stand.env, QUNFANG_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  while (
    !(await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (reply) => reply.ok,
      () => false,
    ))
  ) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const ms = performance.now() - began
  const mb = child.pid ? residentMb(child.pid) : null
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { ms, mb }
}

export async function benchStart(stand: Stand, times: number): Promise<Line[]> {
  const runs = []
  for (let time = 0; time < times; time++) runs.push(await startOnce(stand))
  const line = (what: string, product: string, asked: string): Line => ({
    what,
    product,
    limit: '',
    ratio: null,
    asked,
  })
  return [
    line('(e) server process until ready', `${median(runs.map(({ ms }) => ms)).toFixed(0)} ms`, 'start within 5 s'),
    line(
      '(e) memory of a fresh server process',
      `${median(runs.map(({ mb }) => mb ?? Number.NaN)).toFixed(0)} MB`,
      'shown',
    ),
  ]
}
