import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../server/src/kernel/operation.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, openConsoleStage, signedInAs } from './console-stage.ts'

const COUNTY = 130_924
let stage: ConsoleStage
let browser: Browser
let village: string

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  const { items } = (await stage.desk.get('/places/divisions?level=village&limit=1')).body
  village = items[0].code
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

/** What was refused since, and whether every answer has come. */
function watched(page: Page) {
  const refused: string[] = []
  let open = 0
  // What is told live has no end.
  const ends = (one: Request) => one.url().includes('/api/') && one.resourceType() !== 'eventsource'
  page.on('request', (one) => void (ends(one) && open++))
  const ended = (one: Request) => void (ends(one) && open--)
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  page.on('response', (one) => void (one.status() === 403 && refused.push(new URL(one.url()).pathname)))
  return { refused, isQuiet: () => open === 0 }
}

/** Where each role begins: the overview for whoever may see the checkpoints, their own work for the others. */
const BEGINS: ReadonlyArray<readonly [Role, path: string]> = [
  ['administrator', '/access'],
  ['isolation-staff', '/isolation'],
  ['supplies-keeper', '/supplies'],
  ['publicity-editor', '/publicity'],
  ['auditor', '/'],
  ['village-cadre', '/'],
]

test.for(BEGINS)('%s begins at %s, and no entry of the menu leads to a refusal', async ([role, begins]) => {
  const division = role === 'village-cadre' ? village : String(COUNTY)
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: stage.url })
  try {
    await signedInAs(context, stage.url, (await stage.as.role(role, { division })).token)
    const page = await context.newPage()
    const [faults, { refused, isQuiet }] = [faultsOf(page), watched(page)]
    const settled = async () => {
      await page.locator('main h1').first().waitFor()
      await expect.poll(isQuiet, { interval: 20, timeout: 12_000 }).toBe(true)
    }
    await page.goto('/')
    await settled()
    expect(new URL(page.url()).pathname).toBe(begins)
    const menu = page.getByRole('navigation', { name: '主菜单' }).first()
    const folded = menu.getByRole('button', { expanded: false })
    while ((await folded.count()) > 0) await folded.first().click()
    const entries = await menu.getByRole('link').all()
    expect(entries.length).toBeGreaterThan(3)
    for (const entry of entries) {
      await entry.click()
      await settled()
    }
    expect([refused, faults]).toEqual([[], []])
  } finally {
    await context.close()
  }
})
