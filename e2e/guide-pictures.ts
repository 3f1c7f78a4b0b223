import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openApp } from '../server/src/app.ts'
import { actAs } from '../server/src/capabilities/access/access.factory.ts'
import { readConfig } from '../server/src/config.ts'
import { silentLog } from '../server/src/kernel/log.ts'
import type { Role } from '../server/src/kernel/operation.ts'
import { openBrowser } from './browser.ts'
import { signedInAs } from './console-stage.ts'
import { PASSWORD, signIn } from './field-stage.ts'

// The pictures of docs/guide/days.md, from a running reference county that was started for them: seats are added to it.

const FOLDER = join(import.meta.dirname, '..', 'docs', 'guide', 'pictures')
const COUNTY = Number(process.argv[2] ?? 130_822)
const TOWNSHIP = `${COUNTY}100`
const DESK = { width: 1440, height: 900 }

interface AtDesk {
  name: string
  role: Role
  division: string
  path: string
  size?: { width: number; height: number }
  /** Of these the first one is where the seat is. */
  at?: string
  /** Opens what the address alone does not show. */
  open?(page: Page): Promise<void>
}
const followFirst = (href: string) => async (page: Page) => {
  await page.locator(`main a[href*="${href}"]`).first().click()
}
const atDesk: readonly AtDesk[] = [
  { name: 'desk-board', role: 'county-desk', division: String(COUNTY), path: '/command/board' },
  {
    name: 'desk-wall',
    role: 'county-desk',
    division: String(COUNTY),
    path: '/wall',
    size: { width: 1920, height: 1080 },
  },
  {
    name: 'desk-report',
    role: 'county-desk',
    division: String(COUNTY),
    path: '/reports',
    open: async (page) => {
      await page.getByRole('button', { name: '新的报告' }).click()
      await page.getByRole('button', { name: '起草', exact: true }).click()
      await page.getByRole('button', { name: '送审' }).waitFor()
    },
  },
  { name: 'verifier-exposures', role: 'data-verifier', division: String(COUNTY), path: '/exposures' },
  { name: 'township-responsibility', role: 'township-officer', division: TOWNSHIP, path: '/responsibility?view=tree' },
  {
    name: 'isolation-site',
    role: 'isolation-staff',
    division: String(COUNTY),
    path: '/sites',
    at: '/sites',
    open: followFirst('/sites/'),
  },
  { name: 'keeper-stock', role: 'supplies-keeper', division: String(COUNTY), path: '/supplies' },
  { name: 'editor-pieces', role: 'publicity-editor', division: String(COUNTY), path: '/publicity' },
  { name: 'auditor-audit', role: 'auditor', division: String(COUNTY), path: '/audit' },
  { name: 'administrator-access', role: 'administrator', division: String(COUNTY), path: '/access' },
]
interface OnPhone {
  name: string
  role: Role
  path: string
  atCheckpoint?: true
}
const onPhone: readonly OnPhone[] = [
  { name: 'shift-screening', role: 'checkpoint-shift', path: '#/screening', atCheckpoint: true },
  { name: 'cadre-tasks', role: 'village-cadre', path: '#/tasks' },
]

const config = readConfig()
const url = `http://127.0.0.1:${config.port}`
const app = openApp(config, silentLog)
const browser = await openBrowser()
mkdirSync(FOLDER, { recursive: true })
try {
  for (const one of atDesk) await takeAtDesk(browser, one)
  for (const one of onPhone) await takeOnPhone(browser, one)
  await takeBoard(browser)
} finally {
  await browser.close()
  await app.close()
}

async function takeAtDesk(of: Browser, { name, role, division, path, size = DESK, at, open }: AtDesk): Promise<void> {
  const context = await of.newContext({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce' })
  const place = at && (await send('county-desk', 'GET', at)).items[0]
  const seat = place ? { division: place.division, placeId: place.id } : { division }
  await signedInAs(context, url, await actAs(app.kernel, { county: COUNTY, role, ...seat }))
  const page = await context.newPage()
  await page.goto(url + path)
  await settled(page)
  await open?.(page)
  await settled(page)
  await take(context, page, name)
}

async function takeOnPhone(of: Browser, { name, role, path, atCheckpoint }: OnPhone): Promise<void> {
  const context = await of.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', isMobile: true })
  const page = await context.newPage()
  await signIn(page, url, await madeAccount(role, atCheckpoint ?? false))
  await page.goto(`${url}/field/${path}`)
  await settled(page)
  await take(context, page, name)
}

/** Whoever works on a phone signs in there with a password, and so has an account of their own. */
async function madeAccount(role: Role, atCheckpoint: boolean): Promise<string> {
  const { items } = await send('county-desk', 'GET', '/places/checkpoints?limit=200')
  const { id: placeId, division } = atCheckpoint
    ? items.find((one: { kind: string }) => one.kind === 'county-border')
    : { id: undefined, division: `${TOWNSHIP}201` }
  const signInName = `p${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const seats = [{ division, role, title: '示例岗位', ...(placeId ? { placeId } : {}) }]
  await send('administrator', 'POST', '/access/accounts', {
    division,
    signInName,
    name: '合成值守',
    seats,
    password: PASSWORD,
  })
  return signInName
}

async function send(role: Role, method: string, path: string, body?: object) {
  const token = await actAs(app.kernel, { county: COUNTY, role, division: String(COUNTY) })
  const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) }
  const reply = await fetch(`${url}/api${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  if (!reply.ok) throw new Error(`${path} answers ${reply.status}: ${await reply.text()}`)
  return reply.json()
}

async function takeBoard(of: Browser): Promise<void> {
  const context = await of.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', isMobile: true })
  const page = await context.newPage()
  await page.goto(`${url}/board/${COUNTY}/`)
  await take(context, page, 'resident-board')
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined)
  await page.waitForTimeout(600)
}

async function take(context: BrowserContext, page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 82 })
  await context.close()
  process.stdout.write(`${name}\n`)
}
