import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type {} from '../scripts/test-database.ts'
import { openApp } from '../server/src/app.ts'
import { openServer } from '../server/src/entrypoints/http/server.ts'
import { silentLog } from '../server/src/kernel/log.ts'
import { type Client, type Scenario, stage, testConfig } from '../server/test/scenario/scenario.ts'

export const PASSWORD = 'snow on the river'
/** A county with an outline, which no other test imports; each file of tests has one of its own. */
const USUAL = 130_827

export interface ConsoleStage extends Scenario {
  url: string
  desk: Client
  /** A checkpoint of the county's own border, opened through the front door. */
  checkpointId: string
  /** Somebody who holds a seat of the county desk, with a password and no second factor yet. */
  deskOfficer(): Promise<string>
  close(): Promise<void>
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** `npm test` has built the console already; a test file that is run by itself builds it when it is out of date. */
function buildConsole(): void {
  const built = statSync(join(ROOT, 'console/dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = ['console/src', 'console/public', 'client/src'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
      join(parentPath, name),
    ),
  )
  if (sources.every((file) => statSync(file).mtimeMs < built)) return
  const env = { ...process.env, NODE_ENV: 'production' }
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(ROOT, 'console'), env })
}

/** The whole product on a port of its own, with a county that has an outline, its divisions and one checkpoint. */
export async function openConsoleStage(county = USUAL): Promise<ConsoleStage> {
  buildConsole()
  const app = openApp({ ...testConfig(), county }, silentLog)
  const server = await openServer(app, { ...testConfig(), county })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  const scenario = stage(app, server, county)
  const desk = await scenario.as.countyDesk()
  const imported = await desk.post('/places/county', { code: String(county) })
  if (imported.status !== 201) throw new Error(`no county was imported: ${JSON.stringify(imported.body)}`)
  const administrator = await scenario.as.role('administrator')
  const checkpointId = randomUUID()
  const checkpoint = { id: checkpointId, name: '迎宾路县界检测点', kind: 'county-border', division: String(county) }
  const opened = await desk.post('/places/checkpoints', { ...checkpoint, openedAt: '2020-01-24T08:00:00+08:00' })
  if (opened.status !== 201) throw new Error(`no checkpoint was opened: ${JSON.stringify(opened.body)}`)
  return {
    ...scenario,
    url: `http://127.0.0.1:${port}`,
    desk,
    checkpointId,
    deskOfficer: async () => {
      const signInName = `d${randomUUID().replaceAll('-', '').slice(0, 12)}`
      const division = String(county)
      const seats = [{ division, role: 'county-desk', title: '值班长' }]
      const body = { division, signInName, name: '周值班', seats, password: PASSWORD }
      const made = await administrator.post('/access/accounts', body)
      if (made.status !== 201) throw new Error(`no account was made: ${JSON.stringify(made.body)}`)
      return signInName
    },
    close: async () => {
      await server.close()
      await app.close()
    },
  }
}

/** Past the door, as somebody who signed in this morning. */
export const signedInAs = (context: BrowserContext, url: string, token: string): Promise<void> =>
  context.addCookies([{ name: 'qunfang_session', value: token, url, httpOnly: true, sameSite: 'Strict' }])

export interface Size {
  width: number
  height: number
}
interface Look {
  size: Size
  /** Of whoever looks; empty for nobody. */
  token?: string
  javaScriptEnabled?: boolean
  patienceMs?: number
}

/** A page in a window of that size, opened by somebody of the desk unless it is said who; a fault in the page fails the test. */
export async function withPage(
  browser: Browser,
  { url, desk }: Pick<ConsoleStage, 'url' | 'desk'>,
  { size, token = desk.token, javaScriptEnabled = true, patienceMs = 12_000 }: Look,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', baseURL: url, javaScriptEnabled })
  try {
    if (token) await signedInAs(context, url, token)
    const page = await context.newPage()
    page.setDefaultTimeout(patienceMs)
    const faults = faultsOf(page)
    await work(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

/** What went wrong in the page itself: a fault in its code, or something its own policy forbade. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|React|Warning:/.test(message.text())) {
      faults.push(message.text())
    }
  })
  return faults
}

/** What a page must have for people who do not see it, or do not use a mouse. */
export const flawsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const flaws: string[] = []
    const say = (flaw: string, element: Element) => flaws.push(`${flaw}: ${element.outerHTML.slice(0, 160)}`)
    const named = (element: Element) =>
      Boolean(
        element.getAttribute('aria-label') ||
          element.getAttribute('aria-labelledby') ||
          element.getAttribute('title') ||
          element.textContent?.trim() ||
          (element as HTMLInputElement).labels?.length,
      )
    const visible = (element: Element) => element.checkVisibility?.() ?? true
    if (document.querySelectorAll('main').length !== 1) flaws.push('not exactly one main')
    if (document.querySelectorAll('h1').length !== 1) flaws.push('not exactly one h1')
    if (!document.documentElement.lang) flaws.push('no language')
    if (!document.title.includes('·')) flaws.push(`title without the page's name: ${document.title}`)
    for (const element of document.querySelectorAll('button, a[href], input, select, textarea')) {
      if (visible(element) && !element.closest('[aria-hidden="true"]') && !named(element))
        say('without a name', element)
    }
    for (const image of document.querySelectorAll('img:not([alt])')) say('image without alt', image)
    for (const svg of document.querySelectorAll('svg:not([aria-hidden], [aria-label])')) {
      if (!svg.closest('[aria-hidden="true"]')) say('drawing without a name', svg)
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) flaws.push(`id twice: ${id}`)
    return flaws
  })

export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
