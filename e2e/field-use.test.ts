import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStandingOrder } from '../server/src/capabilities/isolation/isolation.factory.ts'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { aRound } from '../server/src/capabilities/visits/visits.factory.ts'
import { checkerSource } from './accessible.ts'
import { openBrowser } from './browser.ts'
import { faultsOf, opened } from './field-look.ts'
import { type FieldStage, openFieldStage, PASSWORD, PIN, phoneContext, screen, signIn } from './field-stage.ts'
import { cameraBefore } from './film.ts'

let stage: FieldStage
let browser: Browser
let homeId: string
let orderId: string

beforeAll(async () => {
  stage = await openFieldStage()
  const { desk, division } = stage
  const member = aMember({ relation: 'head', name: '周大山' })
  const home = aHouseholdToSend(division, { block: '第1组', walkOrder: 1, door: '1号', members: [member] })
  await desk.post('/households', home)
  homeId = home.id
  const order = aStandingOrder(division, { personId: member.id, householdId: home.id })
  await desk.post('/isolation/orders', order)
  orderId = order.id
  const round = aRound(String(stage.county))
  await desk.post('/visits/rounds', round)
  await stage.settle()
  const printed = await desk.post(`/visits/rounds/${round.id}/cards`, { division }, { purpose: 'home-visit' })
  const code: string = printed.body.items[0].code
  browser = await openBrowser(cameraBefore(`${stage.url}/visits/re-entry?code=${code}`))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function aCadre(placeId: string | null = null): Promise<string> {
  const administrator = await stage.as.role('administrator')
  const signInName = `u${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const seats = [
    { division: stage.division, role: placeId ? 'checkpoint-shift' : 'village-cadre', placeId, title: '包户' },
  ]
  const body = { division: stage.division, signInName, name: '何包户', seats, password: PASSWORD }
  expect((await administrator.post('/access/accounts', body)).status).toBe(201)
  return signInName
}

async function aPhone(name: string, more: object = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ...phoneContext, permissions: ['camera'], ...more })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await signIn(page, stage.url, name)
  return { context, page }
}

test('no page of the phone stands against WCAG 2.2, has a target too small for a glove, or has to be pushed sideways', async () => {
  const found: string[] = await faultsOnTheWayIn()
  for (const [who, pages] of [
    [await aCadre(), ['watch', `watch/${orderId}`, 'visits', `visits/${homeId}`, 'visits/follow-ups', 'reading-out']],
    [await aCadre(stage.checkpointId), ['screening', 'tally', 'outbox', 'carry', 'shift', 'settings']],
  ] as const) {
    const { context, page } = await aPhone(who, { bypassCSP: true })
    await page.evaluate(checkerSource)
    for (const theme of ['light', 'dark', 'sun']) {
      await page.evaluate((wanted) => {
        document.documentElement.dataset['theme'] = wanted
      }, theme)
      for (const path of theme === 'light' ? pages : pages.slice(0, 4)) {
        await opened(page, path)
        if (path === `visits/${homeId}`) await page.getByRole('button', { name: '见到人了' }).click()
        found.push(...(await faultsOf(page, `${path} ${theme}`)))
      }
    }
    await context.close()
  }
  expect(found).toEqual([])
}, 120_000)

/** What comes before any work, and a record that is kept on the phone. */
async function faultsOnTheWayIn(): Promise<string[]> {
  const found: string[] = []
  const context = await browser.newContext({ ...phoneContext, bypassCSP: true })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(`${stage.url}/field/`)
  await page.evaluate(checkerSource)
  await page.fill('input[name=name]', await aCadre(stage.checkpointId))
  found.push(...(await faultsOf(page, 'sign-in')))
  await page.fill('input[name=password]', PASSWORD)
  await page.click('button[type=submit]')
  for (const said of ['设置', '再输一次']) {
    await page.waitForSelector(`.pin:has-text("${said}")`)
    found.push(...(await faultsOf(page, `pin ${said}`)))
    await page.fill('input[name=pin]', PIN)
  }
  await page.waitForSelector('.shell')
  await context.setOffline(true)
  await screen(page, { temperature: '366' })
  await opened(page, 'outbox')
  await page.locator('.entries a').first().click()
  await page.locator('main.item').waitFor()
  found.push(...(await faultsOf(page, 'entry')))
  await opened(page, 'settings')
  await page.getByRole('button', { name: '锁定', exact: true }).click()
  await page.locator('.ways button').first().waitFor()
  found.push(...(await faultsOf(page, 'locked')))
  await context.close()
  return found
}

test('the camera finds the door of a paper card; a number typed does too', async () => {
  const { context, page } = await aPhone(await aCadre())
  try {
    await page.getByRole('link', { name: '入户' }).click()
    await page.getByRole('button', { name: '扫户卡' }).click()
    await page.getByRole('heading', { name: '1号' }).waitFor()
    expect(page.url()).toContain(homeId)
  } finally {
    await context.close()
  }
}, 40_000)

test('a broadcast is read out by the phone again and again with a pause, until somebody stops it', async () => {
  const { context, page } = await aPhone(await aCadre())
  try {
    // The voice itself belongs to the phone: what it is given is what counts.
    await page.evaluate(() => {
      const said: string[] = []
      const speak = (utterance: SpeechSynthesisUtterance) => {
        said.push(utterance.text)
        setTimeout(() => utterance.onend?.(new Event('end') as SpeechSynthesisEvent), 20)
      }
      Object.defineProperty(globalThis, 'speechSynthesis', {
        value: { speak, cancel: () => undefined },
        configurable: true,
      })
      Object.assign(globalThis, { said })
    })
    await opened(page, 'reading-out')
    await page.getByRole('button', { name: '知道了' }).click()
    await page.getByLabel('要念的话').fill('少出门,勤洗手。从外地回来的请登记。')
    await page.clock.install()
    await page.getByRole('button', { name: '5 秒', exact: true }).click()
    await page.getByRole('button', { name: '开始念' }).click()
    const times = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said.length)
    await page.clock.runFor(100)
    expect(await times()).toBe(1)
    await page.getByText('歇一会儿再念').waitFor()
    await page.clock.runFor(5_100)
    expect(await times()).toBe(2)
    await page.getByRole('button', { name: '停', exact: true }).click()
    await page.clock.runFor(60_000)
    expect(await times()).toBe(2)
  } finally {
    await context.close()
  }
}, 40_000)
