import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkEdition, createCluster } from './database-cluster.mjs'
import { chooseHome, chooseUser, findBinaries } from './database-files.mjs'
import { freePort, isAlive, portAnswers } from './processes.mjs'
import { Trouble } from './trouble.mjs'

// Error texts quote the row at fault; no statement and no value may reach the log, where nobody guards them.
const QUIET_LOG = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}
// A plan lasts as long as its connection. One made while a table was empty is made anew once the table has been counted, which
// in a county that is just filling up must not wait for the usual minute.
const COUNT_SOON = { autovacuum_naptime: '5s' }
// Survives a kill of the server, not one of the machine.
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off' }

const secret = () => randomBytes(18).toString('hex')

export function unwritable(folder, error, more = []) {
  if (!['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', ...more].includes(error.code)) return error
  return new Trouble(
    `文件夹 ${folder} 不可写,数据无处存放。请换一个可写的位置:QUNFANG_DATA=/可写/的/文件夹 npm start(若数据是以 root 建立的,请仍以 root 启动)。`,
    `The folder ${folder} cannot be written, so there is nowhere to keep the data. Choose another: QUNFANG_DATA=/a/writable/folder npm start (if root made the data, start as root again).`,
  )
}

const keyless = (memo, folder) =>
  new Trouble(
    `${memo} 不见了,其中有数据库的口令。请从备份恢复它,或把 ${folder} 移开以重新开始。`,
    `${memo} is missing; it holds the passwords of the database. Bring it back from a backup, or move ${folder} away to begin anew.`,
  )

/** What postmaster.pid says, when the server it names is really there; after a kill or a reboot it names nobody or a stranger. */
async function findRunning(folder) {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (pid > 0 && isAlive(pid) && (await portAnswers(port))) return { pid, port }
  return null
}

async function awaitReady(child, folder, log) {
  const file = join(folder, 'postmaster.pid')
  for (let waited = 0; waited < 120_000; waited += 20) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const last = readFileSync(log, 'utf8').trim().split('\n').slice(-6).join('\n')
      if (last.includes('shared memory block')) return false
      throw new Trouble(
        `数据库没有启动成功,日志 ${log} 的末尾是:`,
        `The database did not start; the log ${log} ends with:\n${last}`,
      )
    }
    const status = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[7]?.trim() : ''
    if (status === 'ready') return true
    await sleep(20)
  }
  throw new Trouble(
    `数据库两分钟内没有就绪,请看日志 ${log}。`,
    `The database was not ready within two minutes; see the log ${log}.`,
  )
}

async function launch({ bin, folder, home, user, port, settings }) {
  const log = join(home, 'postgres.log')
  const big = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 20_000_000
  const flags = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    TimeZone: 'UTC',
    port,
    ...QUIET_LOG,
    ...COUNT_SOON,
    ...settings,
  })
  // A group of its own: Ctrl-C must reach the API first, and the database only when the API has finished.
  for (let attempt = 0; attempt < 20; attempt++) {
    const output = openSync(log, big && attempt === 0 ? 'w' : 'a')
    const args = ['-D', folder, ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
    const options = { ...user, cwd: home, detached: true, windowsHide: true, stdio: ['ignore', output, output] }
    const child = spawn(join(bin, 'postgres'), args, options)
    if (await awaitReady(child, folder, log)) return child
    await sleep(500) // Processes of a killed server are still leaving.
  }
  throw new Trouble(
    '上一次的数据库进程还没有退出,请稍候再试。',
    'Processes of the earlier database are still there; try again in a moment.',
  )
}

function stopper(child) {
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGINT')
    await Promise.race([gone, sleep(20_000, undefined, { ref: false })])
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGQUIT')
    await gone
  }
}

/** Ends a server whose `npm start` was killed, so that this one can begin with its own settings. */
async function endOrphan({ pid }) {
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 20_000 && isAlive(pid); waited += 50) await sleep(50)
}

/**
 * Starts the PostgreSQL of a data folder, making it first if need be.
 * `replace` says that a server found running was left behind by a killed run and may be ended.
 */
export async function startDatabase({ dataFolder, durable = true, settings = {}, replace = false }) {
  let home = dataFolder
  try {
    mkdirSync(dataFolder, { recursive: true })
    home = chooseHome(dataFolder)
    const folder = join(home, 'postgres')
    const user = chooseUser(folder)
    const { bin, major } = findBinaries(home, user)
    const memo = join(dataFolder, 'database.json')
    const fresh = !existsSync(folder)
    if (!fresh) {
      checkEdition(folder, major)
      if (!existsSync(memo)) throw keyless(memo, folder)
    }
    const running = fresh ? null : await findRunning(folder)
    if (running && !replace) {
      throw new Trouble(
        `这个文件夹的数据库已在运行(127.0.0.1:${running.port},进程 ${running.pid})。请先停止它,或用 QUNFANG_DATA 另选文件夹。`,
        `The database of this folder is already running (127.0.0.1:${running.port}, process ${running.pid}). Stop it first, or choose another folder with QUNFANG_DATA.`,
      )
    }
    if (running) await endOrphan(running)
    else if (!fresh) rmSync(join(folder, 'postmaster.pid'), { force: true })
    const known = fresh ? { admin: secret(), owner: secret() } : JSON.parse(readFileSync(memo, 'utf8'))
    const port = known.port && !(await portAnswers(known.port)) ? known.port : await freePort()
    writeFileSync(memo, JSON.stringify({ ...known, port }), { mode: 0o600 })
    if (fresh) createCluster({ bin, home, folder, user, durable, secrets: known })
    const child = await launch({
      bin,
      folder,
      home,
      user,
      port,
      settings: { ...(durable ? {} : NOT_DURABLE), ...settings },
    })
    const address = (name, password, database) => `postgres://${name}:${password}@127.0.0.1:${port}/${database}`
    return {
      ownerUrl: address('qunfang', known.owner, 'qunfang'),
      adminUrl: address('postgres', known.admin, 'postgres'),
      pid: child.pid,
      port,
      folder,
      lost: new Promise((done) => child.once('exit', done)),
      stop: stopper(child),
    }
  } catch (error) {
    throw unwritable(home, error)
  }
}
