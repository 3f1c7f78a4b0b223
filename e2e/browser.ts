import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import packed from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--font-render-hinting=none']

let unpacked: Promise<string> | undefined
/** Unpacked into a folder of the user's own: in the common one it lies where the first user of the machine left it, closed to others. */
function browserFile(): Promise<string> {
  unpacked ??= (async () => {
    const common = tmpdir()
    const own = join(common, `qunfang-browser-${userInfo().username}`)
    mkdirSync(own, { recursive: true, mode: 0o700 })
    process.env['TMPDIR'] = own
    try {
      return await packed.executablePath()
    } finally {
      process.env['TMPDIR'] = common
    }
  })()
  return unpacked
}

// Without a locale the browser cannot name a file in Chinese.
const UTF8 = { ...process.env, LANG: 'C.UTF-8' }

/** `more` is for what a test wants of the machine around the browser: a camera, for one. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await browserFile(), args: [...ARGS, ...more], env: UTF8 })
}

export interface Phone {
  context: BrowserContext
  /** The whole tree stands still. */
  freeze(): void
  /** SIGKILL to the whole tree, as when the battery falls out. */
  kill(): Promise<void>
  close(): Promise<void>
}

export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'qunfang-profile-'))

/** A browser of its own on a profile that outlives it, started by us so that it can be killed by us. */
export async function openPhone(profile: string): Promise<Phone> {
  const args = [...ARGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const portFile = join(profile, 'DevToolsActivePort')
  const before = readIfThere(portFile)
  const child = spawn(await browserFile(), args, { detached: true, stdio: 'ignore', env: UTF8 })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
    await gone
  }
  const port = await portOf(portFile, before)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser opened without a context')
  const freeze = () => {
    if (child.pid) process.kill(-child.pid, 'SIGSTOP')
  }
  return { context, freeze, kill, close: () => browser.close().then(kill, kill) }
}

async function portOf(file: string, before: string | null): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const now = readIfThere(file)
    const port = now?.split('\n')[0]
    if (port && now !== before) return port
    await pause(50)
  }
  throw new Error('the browser did not start')
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
