// Runs on any Node from 20 with nothing installed yet, so at the top it may import only node: modules and its neighbours.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildApps } from './build.mjs'
import { loadCounty } from './county.mjs'
import { startDatabase } from './database.mjs'
import { useDatabase } from './database-external.mjs'
import { claim } from './running.mjs'
import { checkPort, startServer } from './server.mjs'
import { ensureInstalled, ROOT, underRightNode } from './setup.mjs'
import { fail, say, Trouble } from './trouble.mjs'

const RESTARTS = 5
const RESTARTS_WITHIN_MS = 300_000

function readChoices() {
  try {
    const { values } = parseArgs({ options: { empty: { type: 'boolean' }, county: { type: 'string' } } })
    if (values.county && !/^\d{6}$/.test(values.county)) throw new Error('--county')
    return values
  } catch {
    throw new Trouble(
      '用法:npm start [-- --empty | -- --county 六位区划代码]',
      'Usage: npm start [-- --empty | -- --county SIX-DIGIT-CODE]',
    )
  }
}

function readPlace() {
  const { QUNFANG_PORT = '8130', QUNFANG_HOST: host = '127.0.0.1', QUNFANG_DATA = 'data' } = process.env
  const port = Number(QUNFANG_PORT)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Trouble(`QUNFANG_PORT=${QUNFANG_PORT} 不是端口号。`, `QUNFANG_PORT=${QUNFANG_PORT} is not a port number.`)
  }
  return { host, port, dataFolder: resolve(ROOT, QUNFANG_DATA) }
}

/** Starts a part, and starts it again when it dies while nobody has asked it to; gives up when it keeps dying. */
async function keepAlive(part, name, stopping, giveUp) {
  const deaths = []
  const holder = { now: await part() }
  const watch = async () => {
    await holder.now.lost
    if (stopping()) return
    deaths.push(Date.now())
    try {
      if (deaths.filter((at) => at > Date.now() - RESTARTS_WITHIN_MS).length > RESTARTS) throw giveUpTrouble(name)
      say(`${name.zh}意外停止,正在重新启动…`, `The ${name.en} stopped unexpectedly; starting it again…`)
      holder.now = await part()
      say('已恢复。', 'It is back.')
      void watch()
    } catch (error) {
      if (!stopping()) giveUp(error)
    }
  }
  void watch()
  return holder
}

const giveUpTrouble = ({ zh, en }) =>
  new Trouble(`${zh}反复停止,请看数据文件夹中的日志。`, `The ${en} keeps stopping; see the logs in the data folder.`)

function greet(url, ownerUrl, dataFolder) {
  say(`\n群防已就绪:${url}`, `Qunfang is ready: ${url}`)
  const cli = join(ROOT, 'server', 'src', 'entrypoints', 'cli', 'qunfang.ts')
  if (existsSync(cli)) {
    const env = {
      ...process.env,
      DATABASE_URL: ownerUrl,
      QUNFANG_DATA: dataFolder,
      QUNFANG_PUBLIC_URL: process.env.QUNFANG_PUBLIC_URL ?? url,
    }
    const args = ['--disable-warning=ExperimentalWarning', cli, 'welcome']
    spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
  }
  say('按 Ctrl-C 停止,数据会保留。', 'Ctrl-C stops it; the data are kept.')
}

async function main() {
  const choices = readChoices()
  const place = readPlace()
  ensureInstalled()
  if (!(await underRightNode(fileURLToPath(import.meta.url)))) return
  const release = await claim(place.dataFolder, place)
  const parts = []
  let stopping = null
  let askedAt = 0
  const stopAll = () => {
    stopping ??= (async () => {
      for (const stop of parts.reverse()) await stop()
      release()
    })()
    return stopping
  }
  const leave = (signal) => {
    // A terminal's Ctrl-C arrives twice, once by way of the Node that started this one; a person's second one comes later.
    if (stopping && Date.now() - askedAt > 1000) process.exit(130)
    if (stopping) return
    askedAt = Date.now()
    say('\n正在停止…', 'Stopping…')
    stopAll().then(() => process.exit(signal === 'SIGINT' ? 0 : undefined), fail)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(signal))
  const giveUp = (error) => {
    fail(error)
    void stopAll().then(() => process.exit(1))
  }
  const isStopping = () => stopping !== null
  try {
    await checkPort(place.host, place.port)
    await buildApps()
    const given = process.env.DATABASE_URL
    const openDatabase = () =>
      given ? useDatabase(given) : startDatabase({ dataFolder: place.dataFolder, replace: true })
    const database = await keepAlive(openDatabase, { zh: '数据库', en: 'database' }, isStopping, giveUp)
    parts.push(() => database.now.stop())
    const { ownerUrl } = database.now
    const openServer = () => startServer({ ...place, ownerUrl })
    const server = await keepAlive(openServer, { zh: '服务', en: 'server' }, isStopping, giveUp)
    parts.push(() => server.now.stop())
    const { url } = server.now
    const onStart = (child) => parts.push(() => child.kill())
    const identity = database.now.identity ?? ownerUrl.replace(/@.*/, '')
    if (!choices.empty)
      await loadCounty({ ...place, url, ownerUrl, identity, county: choices.county, onStart }).catch(
        (error) => stopping || fail(error),
      )
    if (!stopping) greet(url, ownerUrl, place.dataFolder)
  } catch (error) {
    if (!stopping) giveUp(error)
  }
}

main().catch(fail)
