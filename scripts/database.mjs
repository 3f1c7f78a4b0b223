import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chooseHome, chooseUser, findBinaries, makePrivateFolder } from './database-files.mjs'
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
// Survives a kill of the server, not one of the machine.
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off' }

const secret = () => randomBytes(18).toString('hex')

export function freePort() {
  return new Promise((done, refuse) => {
    const probe = createServer().once('error', refuse)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}

export function portAnswers(port, host = '127.0.0.1') {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 1000 })
    const end = (answer) => () => {
      socket.destroy()
      done(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}

export function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

export function unwritable(folder, error) {
  if (!['EACCES', 'EROFS', 'EPERM', 'ENOTDIR'].includes(error.code)) return error
  return new Trouble(
    `文件夹 ${folder} 不可写,数据无处存放。请换一个可写的位置:QUNFANG_DATA=/可写/的/文件夹 npm start(若数据是以 root 建立的,请仍以 root 启动)。`,
    `The folder ${folder} cannot be written, so there is nowhere to keep the data. Choose another: QUNFANG_DATA=/a/writable/folder npm start (if root made the data, start as root again).`,
  )
}

/** What postmaster.pid says, when the server it names is really there; after a kill or a reboot it names nobody or a stranger. */
async function findRunning(folder) {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (pid > 0 && isAlive(pid) && (await portAnswers(port))) return { pid, port }
  return null
}

function createCluster({ bin, home, folder, user, durable, secrets }) {
  const unfinished = join(home, 'postgres.new')
  rmSync(unfinished, { recursive: true, force: true })
  makePrivateFolder(unfinished, user)
  const passwordFile = join(home, 'initial-password')
  writeFileSync(passwordFile, secrets.admin, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const run = (program, args, input) => {
    const done = spawnSync(join(bin, program), args, { ...user, cwd: home, input, encoding: 'utf8', windowsHide: true })
    if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr || done.error}`)
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const safety = [
    '--auth=scram-sha-256',
    '--data-checksums',
    `--pwfile=${passwordFile}`,
    ...(durable ? [] : ['--no-sync']),
  ]
  run('initdb', ['-D', unfinished, '-U', 'postgres', '--no-instructions', ...locale, ...safety])
  rmSync(passwordFile)
  // The owner is no superuser, so that a managed server given by DATABASE_URL meets no surprise.
  run(
    'postgres',
    ['--single', '-D', unfinished, 'postgres'],
    [
      `create role qunfang login createrole createdb bypassrls password '${secrets.owner}'`,
      'create database qunfang owner qunfang template template0',
      '',
    ].join('\n'),
  )
  renameSync(unfinished, folder)
}

function checkEdition(folder, major) {
  const stored = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (stored === String(major)) return
  throw new Trouble(
    `${folder} 中的数据属于 PostgreSQL ${stored},本版本带的是 ${major}。请用原来的版本导出后再导入,或把该文件夹移开以重新开始。`,
    `The data in ${folder} belong to PostgreSQL ${stored}, this version brings ${major}. Export with the earlier version and import here, or move that folder away to begin anew.`,
  )
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
    if (!fresh) checkEdition(folder, major)
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
