import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ROOT } from './setup.mjs'
import { say, Trouble } from './trouble.mjs'

const APPS = ['console', 'field']
const CAPABILITIES = 'server/src/capabilities'

function addFolder(hash, folder, wanted = () => true) {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['node_modules', 'dist'].includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) addFolder(hash, path, wanted)
    else if (wanted(entry.name)) hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path))
  }
}

/** Everything that can change what an app is made of. */
function digest(app) {
  const hash = createHash('sha256')
  hash.update(readFileSync(join(ROOT, 'package-lock.json'))).update(readFileSync(join(ROOT, 'tsconfig.base.json')))
  addFolder(hash, join(ROOT, app))
  addFolder(hash, join(ROOT, 'client'))
  addFolder(hash, join(ROOT, CAPABILITIES), (name) => name === 'rules.ts' || name === 'schema.ts')
  return hash.digest('hex')
}

function build(app) {
  const vite = join(
    dirname(createRequire(join(ROOT, app, 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  )
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(ROOT, app),
    windowsHide: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((done, refuse) => {
    child.once('error', refuse).once('exit', (code) => {
      if (code === 0) return done()
      const reason = stripVTControlCharacters(output)
        .trim()
        .split('\n')
        .filter((line) => !/^ +at /.test(line))
        .slice(0, 20)
        .join('\n')
      refuse(new Trouble(`${app} 没有构建成功:`, `${app} could not be built:\n${reason}`))
    })
  })
}

/** Builds the two web apps whose sources have changed since their last build. */
export async function buildApps() {
  const memo = join(ROOT, 'node_modules', '.cache', 'qunfang')
  const due = APPS.filter((app) => existsSync(join(ROOT, app, 'index.html')))
    .map((app) => ({ app, stamp: join(memo, `${app}.built`), digest: digest(app) }))
    .filter(({ app, stamp, digest: now }) => {
      const built = statSync(join(ROOT, app, 'dist', 'index.html'), { throwIfNoEntry: false })
      return !built || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now
    })
  if (due.length === 0) return
  say('正在构建网页…', 'Building the web apps…')
  for (const { app, stamp, digest: now } of due) {
    await build(app)
    mkdirSync(memo, { recursive: true })
    writeFileSync(stamp, now)
  }
}
