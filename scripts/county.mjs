import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './setup.mjs'
import { say, Trouble } from './trouble.mjs'

const LOADER = join(ROOT, 'scenarios', 'xinglong-2020', 'load.ts')
export const CLI = join(ROOT, 'server', 'src', 'entrypoints', 'cli', 'qunfang.ts')
const WIDTH = 28

/**
 * What this data folder was begun with. It is kept, so that a later plain `npm start` never pours the reference county into
 * an installation that somebody works in.
 */
export function rememberChoice(dataFolder, asked) {
  const note = join(dataFolder, 'choice.json')
  const known = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : null
  const choice =
    asked.county || asked.empty
      ? { county: known?.county, ...asked, empty: asked.empty ?? false }
      : (known ?? { empty: false })
  writeFileSync(note, JSON.stringify(choice))
  return choice
}

function bar({ done, total, label }) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  const filled = Math.round(share * WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(Math.floor(share * 100)).padStart(3)}%  ${label ?? ''}`
}

/** One line that redraws itself on a terminal; elsewhere a line for every tenth. */
export function progress() {
  let tenth = -1
  return (step) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${bar(step)}`)
    else if (Math.floor((step.done / step.total) * 10) > tenth) {
      tenth = Math.floor((step.done / step.total) * 10)
      console.log(bar(step))
    }
  }
}

/** Runs one of our own programs; each line of its output goes to `onLine`. */
function run(program, args, env, { onLine, onStart }) {
  const options = { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], options)
  onStart(child)
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint = (complaint + chunk).slice(-4000)
  })
  createInterface({ input: child.stdout }).on('line', onLine)
  return new Promise((done) => child.once('close', (code) => done({ code, complaint })))
}

const notLoaded = (complaint) =>
  new Trouble(
    '示例县没有装完,服务照常运行;再次 npm start 会接着装,npm start -- --empty 则跳过。',
    `The county was not loaded completely; the server runs all the same. npm start again goes on with it, npm start -- --empty leaves it out.\n${complaint.trim().split('\n').slice(-8).join('\n')}`,
  )

/** Loads the reference county, or the places of one's own, through the public API; a second time there is nothing to do. */
export async function loadCounty({ url, env, dataFolder, identity, county, onStart }) {
  const note = join(dataFolder, 'loaded.json')
  const loaded = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : {}
  const key = `${createHash('sha256').update(identity).digest('hex').slice(0, 16)}:${county ?? 'reference'}`
  if (typeof loaded[key] === 'string') return
  const which = county ? ['--county', county] : []
  const ask = async (...command) => {
    let given = null
    const onLine = (line) => {
      given = JSON.parse(line)
    }
    const asked = await run(CLI, [...command, '--json', ...which], env, { onStart, onLine })
    if (asked.code !== 0) throw notLoaded(asked.complaint)
    return given
  }
  const remember = (what) => writeFileSync(note, JSON.stringify({ ...loaded, [key]: what }))
  // A start that was killed while it was loading left the first person's account in its own hands.
  const left = loaded[key]?.by
  const welcome = left ? { signInName: left, ...(await ask('reset-password', left)) } : await ask('welcome')
  // Somebody has chosen a password and runs this county: nothing is put among their records.
  if (!welcome) return
  remember({ by: welcome.signInName })
  if (county) say(`正在装入 ${county}(仅第一次)…`, `Loading county ${county} (first time only)…`)
  else say('正在装入示例县兴隆(仅第一次)…', 'Loading the reference county (first time only)…')
  const show = progress()
  const onLine = (line) => line.startsWith('{') && show(JSON.parse(line))
  const { code, complaint } = await run(LOADER, ['--url', url, '--welcome', welcome.code, ...which], env, {
    onStart,
    onLine,
  })
  if (process.stdout.isTTY) process.stdout.write('\n')
  await ask('reset-password', welcome.signInName)
  remember(code === 0 ? new Date().toISOString() : undefined)
  if (code !== 0) throw notLoaded(complaint)
}
