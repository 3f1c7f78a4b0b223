import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { ROOT } from './setup.mjs'
import { Trouble } from './trouble.mjs'

const READY_WITHIN_MS = 120_000

/** Refuses early, before minutes of preparation, when the address cannot be had. */
export function checkPort(host, port) {
  return new Promise((done, refuse) => {
    const probe = createServer()
    probe.once('error', ({ code }) => refuse(portTrouble(host, port, code)))
    probe.listen({ host, port, exclusive: true }, () => probe.close(done))
  })
}

/** Where a person on this machine finds it. */
export function addressOf(host, port) {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function portTrouble(host, port, code) {
  const other = `QUNFANG_PORT=${port > 1023 && port < 65000 ? port + 1 : 8130} npm start`
  if (code === 'EADDRINUSE') {
    return new Trouble(
      `端口 ${port} 已被别的程序占用。请换一个端口:${other}`,
      `Port ${port} is taken by another program. Choose another: ${other}`,
    )
  }
  return new Trouble(
    `不能在 ${host}:${port} 上监听(${code})。请换一个端口或地址:${other}(地址用 QUNFANG_HOST)`,
    `Cannot listen on ${host}:${port} (${code}). Choose another port or address: ${other} (the address is QUNFANG_HOST)`,
  )
}

function lastLines(log, from) {
  const lines = readFileSync(log).subarray(from).toString().trim().split('\n')
  const fault = lines.findIndex((line) => /^\w*Error: /.test(line))
  return (fault >= 0 ? lines.slice(fault, fault + 8) : lines.slice(-8)).join('\n')
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

/** Starts the API and both web apps; answers when they can be used. */
export async function startServer({ dataFolder, host, port, env }) {
  const log = join(dataFolder, 'server.log')
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const fresh = size > 20_000_000
  const output = openSync(log, fresh ? 'w' : 'a', 0o600)
  const args = [
    '--disable-warning=ExperimentalWarning',
    `--import=${pathToFileURL(join(ROOT, 'scripts', 'leave-with-parent.mjs'))}`,
    join(ROOT, 'server', 'src', 'entrypoints', 'http', 'main.ts'),
  ]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', output, output, 'ipc'],
    windowsHide: true,
  })
  closeSync(output)
  const lost = new Promise((done) => child.once('exit', done))
  const url = addressOf(host, port)
  const stop = async (patience = 20_000) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await Promise.race([lost, sleep(patience, undefined, { ref: false })])
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await lost
  }
  for (let waited = 0; !(await isReady(url)); waited += 50) {
    const ended = child.exitCode !== null || child.signalCode !== null
    if (ended || waited > READY_WITHIN_MS) {
      await stop(0)
      const end = lastLines(log, fresh ? 0 : size)
      throw new Trouble(`服务没有启动成功(日志 ${log}):`, `The server did not start (log ${log}):\n${end}`)
    }
    await sleep(50)
  }
  return { url, lost, stop }
}
