import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStandingOrder } from '../server/src/capabilities/isolation/isolation.factory.ts'
import { givenPlan } from '../server/src/capabilities/isolation/readings.factory.ts'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { openBrowser } from './browser.ts'
import { type FieldStage, openFieldStage, PASSWORD, phoneContext, signIn, untilOfflineReady } from './field-stage.ts'

let stage: FieldStage
let browser: Browser
const orders: string[] = []

beforeAll(async () => {
  stage = await openFieldStage()
  browser = await openBrowser()
  // Both checks of a day are over five minutes after midnight: whatever the hour is, a reading belongs to today.
  await givenPlan(stage)
  for (const [nth, name] of ['孙一山', '李二水'].entries()) orders.push(await observed(name, nth + 1))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

/** Somebody at home under an order that stands; its id. */
async function observed(name: string, walkOrder: number): Promise<string> {
  const member = aMember({ relation: 'head', name })
  const where = { block: '第1组', walkOrder, door: `${walkOrder}号` }
  const home = aHouseholdToSend(stage.division, { ...where, members: [member] })
  expect((await stage.desk.post('/households', home)).status).toBe(201)
  const order = aStandingOrder(stage.division, { personId: member.id, householdId: home.id })
  expect((await stage.desk.post('/isolation/orders', order)).status).toBe(201)
  return order.id
}

async function aCadre(): Promise<string> {
  const administrator = await stage.as.role('administrator')
  const signInName = `c${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const seats = [{ division: stage.division, role: 'village-cadre', title: '村干部' }]
  const body = { division: stage.division, signInName, name: '何包户', seats, password: PASSWORD }
  expect((await administrator.post('/access/accounts', body)).status).toBe(201)
  return signInName
}

const tap = async (page: Page, digits: string) => {
  for (const digit of digits) await page.click(`.keys button:text-is("${digit}")`)
}
interface Taken {
  reading: { temperatureC: number; symptoms: string[]; way: string } | null
}
async function onServer(orderId: string): Promise<Taken['reading'][]> {
  const asked = await stage.desk.get(`/isolation/orders/${orderId}/readings`, { purpose: 'isolation-care' })
  const { checks, others } = asked.body as { checks: Taken[]; others: NonNullable<Taken['reading']>[] }
  return [...checks.flatMap(({ reading }) => reading ?? []), ...others]
}
const soon = <T>(what: () => Promise<T>) => expect.poll(what, { timeout: 15_000 })

test('a cadre walks the day’s doors without a network; the readings arrive when there is one', async () => {
  const faults: string[] = []
  const context: BrowserContext = await browser.newContext(phoneContext)
  try {
    context.setDefaultTimeout(15_000)
    context.on('weberror', (fault) => faults.push(fault.error().message))
    const page = await context.newPage()
    await signIn(page, stage.url, await aCadre())
    await page.click('.segments button:has-text("全部")')
    await soon(() => page.locator('.doors .door .who b').allInnerTexts()).toEqual(['孙*山', '李*水'])
    await untilOfflineReady(page)
    await context.setOffline(true)

    await page.click('.door >> nth=0')
    await tap(page, '366')
    await page.locator('.decide button').last().click()
    await page.waitForSelector('.watch-head')
    await page.click('.segments button:has-text("全部")')
    await page.waitForSelector('.door:has-text("36.6")')
    await page.click('.door >> nth=1')
    await tap(page, '384')
    await page.click('.symptoms button:has-text("咳嗽")')
    await page.waitForSelector('.verdict.bad')
    await page.locator('.decide button').last().click()
    await page.waitForSelector('.watch-head')
    expect(await onServer(orders[0] ?? '')).toEqual([])

    await context.setOffline(false)
    await soon(async () => (await onServer(orders[0] ?? '')).length).toBe(1)
    const [second] = await onServer(orders[1] ?? '')
    expect(second).toMatchObject({ temperatureC: 38.4, symptoms: ['cough'], way: 'team' })
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}, 60_000)

test('a check that was missed is a red line and says so, until it is made up for', async () => {
  // Whoever opens the app in the first minutes of a day waits for the check to be missed.
  await observed('钱三田', 3)
  const minuteOfDay = Math.floor((Date.now() + 8 * 3_600_000) / 60_000) % 1440
  const timeout = minuteOfDay < 6 ? 400_000 : 15_000
  const context: BrowserContext = await browser.newContext(phoneContext)
  try {
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await signIn(page, stage.url, await aCadre())
    const missed = page.locator('.door.missed', { hasText: '钱*田' })
    await missed.waitFor({ timeout })
    await expect.poll(() => missed.locator('.check.missed').allInnerTexts()).toContain('晚\n漏测')
    const edgeOf = (at: Locator) => at.evaluate((door) => getComputedStyle(door).borderLeftColor)
    const [red, green, blue] =
      /\d+, \d+, \d+/
        .exec(await edgeOf(missed))?.[0]
        .split(', ')
        .map(Number) ?? []
    expect([red, green, blue].map((part) => (part ?? 0) > 120)).toEqual([true, false, false])
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'sun'
    })
    expect(await missed.evaluate((door) => Number.parseFloat(getComputedStyle(door).borderLeftWidth))).toBeGreaterThan(
      5,
    )
    await missed.click()
    await tap(page, '365')
    await page.locator('.decide button').last().click()
    await page.click('.segments button:has-text("全部")')
    const made = page.locator('.door.late', { hasText: '钱*田' })
    await made.waitFor()
    expect(await edgeOf(made)).not.toBe(`rgb(${red}, ${green}, ${blue})`)
  } finally {
    await context.close()
  }
}, 460_000)
