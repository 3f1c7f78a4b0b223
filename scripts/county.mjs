import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './setup.mjs'
import { say, Trouble } from './trouble.mjs'

const LOADER = join(ROOT, 'scenarios', 'xinglong-2020', 'load.ts')
const CLI = join(ROOT, 'server', 'src', 'entrypoints', 'cli', 'qunfang.ts')
const WIDTH = 28

function bar({ done, total, label }) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  const filled = Math.round(share * WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(Math.floor(share * 100)).padStart(3)}%  ${label ?? ''}`
}

/** One line that redraws itself on a terminal; elsewhere a line for every tenth. */
function progress() {
  let tenth = -1
  return (step) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${bar(step)}`)
    else if (Math.floor((step.done / step.total) * 10) > tenth) {
      tenth = Math.floor((step.done / step.total) * 10)
      console.log(bar(step))
    }
  }
}

function run(args, env, onStep, started) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LOADER, ...args], {
    cwd: ROOT,
    env,
    windowsHide: true,
  })
  started(child)
  let complaint = ''
  child.stderr.on('data', (chunk) => (complaint = (complaint + chunk).slice(-4000)))
  createInterface({ input: child.stdout }).on('line', (line) => {
    try {
      onStep(JSON.parse(line))
    } catch {
      complaint += `${line}\n`
    }
  })
  return new Promise((done) => child.once('close', (code) => done({ code, complaint })))
}

/** A one-time sign-in of the county's first person, for as long as nobody has chosen a password. */
function welcomeCode(county, env) {
  const args = [
    '--disable-warning=ExperimentalWarning',
    CLI,
    'welcome',
    '--json',
    ...(county ? ['--county', county] : []),
  ]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' })
  const code = stdout ? JSON.parse(stdout)?.code : undefined
  if (code) return code
  throw new Trouble(
    '县里已有人设置了密码,示例数据请登录后用 scenarios/xinglong-2020/load.ts --token 装入。',
    `Somebody has chosen a password already; load the county with scenarios/xinglong-2020/load.ts --token. ${stderr ?? ''}`,
  )
}

/** Loads the reference county, or another county's places, into an empty database; a second time it has nothing to do. */
export async function loadCounty({ url, ownerUrl, dataFolder, identity, county, onStart }) {
  const note = join(dataFolder, 'loaded.json')
  const loaded = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : {}
  const key = `${createHash('sha256').update(identity).digest('hex').slice(0, 16)}:${county ?? 'reference'}`
  if (loaded[key] || (!county && Object.keys(loaded).length > 0) || !existsSync(LOADER)) return
  say(
    '正在装入示例县(仅第一次)…',
    county ? `Loading county ${county} (first time only)…` : 'Loading the reference county (first time only)…',
  )
  const env = { ...process.env, DATABASE_URL: ownerUrl, QUNFANG_DATA: dataFolder }
  const show = progress()
  const args = ['--url', url, '--welcome', welcomeCode(county, env), ...(county ? ['--county', county] : [])]
  const { code, complaint } = await run(args, env, show, onStart)
  if (process.stdout.isTTY) process.stdout.write('\n')
  if (code !== 0) {
    throw new Trouble(
      `示例县没有装完,服务照常运行;再次 npm start 会接着装,npm start -- --empty 则跳过。`,
      `The county was not loaded completely; the server runs all the same. npm start again goes on with it, npm start -- --empty leaves it out.\n${complaint.trim().split('\n').slice(-8).join('\n')}`,
    )
  }
  writeFileSync(note, JSON.stringify({ ...loaded, [key]: new Date().toISOString() }))
}
