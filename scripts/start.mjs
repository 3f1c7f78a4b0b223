// Runs on any Node from 20 with nothing installed yet, so at the top it may import only node: modules and its neighbours.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildApps } from './build.mjs'
import { CLI, loadCounty, rememberChoice } from './county.mjs'
import { startDatabase } from './database.mjs'
import { useDatabase } from './database-external.mjs'
import { Lifetime } from './lifetime.mjs'
import { claim } from './running.mjs'
import { addressOf, checkPort, startServer } from './server.mjs'
import { ensureInstalled, ROOT, underRightNode } from './setup.mjs'
import { fail, say, Trouble } from './trouble.mjs'

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

function greet(url, env) {
  say(`\n群防已就绪:${url}`, `Qunfang is ready: ${url}`)
  const args = ['--disable-warning=ExperimentalWarning', CLI, 'welcome']
  spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
  say('按 Ctrl-C 停止,数据会保留。', 'Ctrl-C stops it; the data are kept.')
}

/** What our own programs read: see server/src/config.ts. */
function environment({ host, port, dataFolder }, ownerUrl, county) {
  const given = { DATABASE_URL: ownerUrl, QUNFANG_DATA: dataFolder, QUNFANG_HOST: host, QUNFANG_PORT: String(port) }
  const ours = { QUNFANG_PUBLIC_URL: addressOf(host, port), ...(county ? { QUNFANG_COUNTY: county } : {}) }
  return { ...ours, ...process.env, ...given }
}

async function run(choices, place, lifetime) {
  const { dataFolder } = place
  lifetime.atEnd(await claim(dataFolder, place))
  const { empty, county } = rememberChoice(dataFolder, choices)
  await checkPort(place.host, place.port)
  await buildApps()
  const given = process.env.DATABASE_URL
  const openDatabase = () => (given ? useDatabase(given) : startDatabase({ dataFolder, replace: true }))
  const { now: database } = await lifetime.keep(openDatabase, { zh: '数据库', en: 'database' })
  const env = environment(place, database.ownerUrl, county)
  const openServer = () => startServer({ ...place, env })
  const { now: server } = await lifetime.keep(openServer, { zh: '服务', en: 'server' })
  if (!empty) {
    const onStart = (child) => lifetime.atEnd(() => child.kill())
    const identity = database.identity ?? database.ownerUrl.replace(/@.*/, '')
    const loading = loadCounty({ url: server.url, env, dataFolder, identity, county, onStart })
    await loading.catch((error) => lifetime.isEnding || fail(error))
  }
  if (!lifetime.isEnding) greet(server.url, env)
}

async function main() {
  const choices = readChoices()
  const place = readPlace()
  ensureInstalled()
  if (!(await underRightNode(fileURLToPath(import.meta.url)))) return
  const lifetime = new Lifetime()
  lifetime.endOnSignals()
  await run(choices, place, lifetime).catch((error) => lifetime.endWith(error))
}

main().catch(fail)
