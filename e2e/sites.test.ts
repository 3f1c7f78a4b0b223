import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStandingOrder } from '../server/src/capabilities/isolation/isolation.factory.ts'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { aRoom, aSite } from '../server/src/capabilities/sites/sites.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 130_730
const HOUR_MS = 3_600_000
const DAYS_AGO = new Date(Date.now() - 3 * 24 * HOUR_MS).toISOString()
/** As a field of local time holds it, in the county's zone. */
const local = (hoursAgo: number) => new Date(Date.now() + 8 * HOUR_MS - hoursAgo * HOUR_MS).toISOString().slice(0, 16)

let stage: ConsoleStage
let browser: Browser
let siteId: string

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { body } = await stage.desk.get('/places/divisions?limit=1000')
  const village: string = body.items.filter(({ code }: { code: string }) => code.length === 12).at(-1).code
  const home = aHouseholdToSend(village, {
    members: [aMember({ relation: 'head', name: '赵长河' }), aMember({ relation: 'spouse', name: '钱小溪' })],
  })
  const kept = await stage.desk.post('/households', home)
  const site = aSite(village, { at: DAYS_AGO })
  siteId = site.id
  const rooms = ['101', '102', '201'].map((label) => aRoom(siteId, label, { at: DAYS_AGO }))
  const orders = kept.body.members.map(({ personId }: { personId: string }) =>
    aStandingOrder(village, { personId, kind: 'central', home: null, disease: 'ebola' }),
  )
  const replies = [
    kept,
    await stage.desk.post('/sites', site),
    await stage.desk.post('/site-rooms/batch', { items: rooms }),
    await stage.desk.post('/isolation/orders/batch', { items: orders }),
  ]
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 200, 200])
  expect(replies[3]?.body.verdicts).toMatchObject([{ ok: true }, { ok: true }])
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, work: (page: Page) => Promise<void>) => withPage(browser, stage, { size }, work)

const tile = (page: Page, room: string, state: string) =>
  page.getByRole('button', { name: new RegExp(`^${room}\\s*${state}`) })

test('somebody is taken into a free room, eats, leaves, and the room is free again once it is disinfected', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/sites')
    await page.getByRole('link', { name: '迎宾路集中隔离点' }).click()
    await tile(page, '101', '可入住').click()
    await page.getByRole('dialog').getByRole('button', { name: '办理入住' }).click()
    const intake = page.getByRole('dialog')
    await intake.getByLabel('人员').click()
    await page.locator('.ant-select-item-option').first().click()
    await intake.getByLabel('时间', { exact: true }).fill(local(5))
    await intake.getByRole('button', { name: '办理入住' }).click()
    await tile(page, '101', '已住').click()
    const room = page.getByRole('dialog')
    await room.getByText(/^[赵钱]/).waitFor()
    await room.getByRole('button', { name: '饮食', exact: true }).click()
    const diet = page.getByRole('dialog')
    await diet.getByLabel('饮食需要').fill('花生过敏')
    await page.keyboard.press('Enter')
    await diet.getByLabel('时间', { exact: true }).fill(local(4))
    await diet.getByRole('button', { name: '保存' }).click()
    await room.getByText('花生过敏').waitFor()
    await room.getByRole('button', { name: '离点', exact: true }).click()
    const leaving = page.getByRole('dialog')
    await leaving.getByLabel('转医院').check()
    await leaving.getByLabel('时间', { exact: true }).fill(local(2))
    await leaving.getByRole('button', { name: '办理离点' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '登记消毒' }).click()
    const disinfecting = page.getByRole('dialog')
    await disinfecting.getByLabel('时间', { exact: true }).fill(local(1))
    await disinfecting.getByRole('button', { name: '登记消毒' }).click()
    await tile(page, '101', '可入住').waitFor()
    const { body } = await stage.desk.get(`/sites/${siteId}/board`)
    expect(body.site.capacity).toMatchObject({ rooms: 3, free: 3, persons: 0 })
    await page.getByText('消毒', { exact: true }).click()
    await page.getByText('84消毒液 1,000 mg/L').waitFor()
    await page.getByText('岗位与交接班').click()
    await page.getByRole('button', { name: '交班' }).click()
    await page.getByRole('dialog').getByLabel('交代的话').fill('102 房夜里要热水')
    await page.getByRole('dialog').getByRole('button', { name: '交班' }).click()
    await page.getByText('等待接班').waitFor()
    expect(await flawsOf(page)).toEqual([])
  }))

const views = [
  '',
  '?view=people',
  '?view=meals',
  '?view=transfers',
  '?view=disinfection',
  '?view=shifts',
  '?view=diary',
]
test('on a phone nothing sticks out, every view can be read, and a wrong record is taken back', () =>
  at({ width: 390, height: 844 }, async (page) => {
    for (const path of ['/sites', ...views.map((view) => `/sites/${siteId}${view}`), `/sites/${siteId}/kitchen`]) {
      await page.goto(path)
      await page.locator('h1').waitFor()
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
      expect({ path, over: await overflowOf(page), flaws: await flawsOf(page) }).toEqual({ path, over: 0, flaws: [] })
    }
    await stage.desk.post(`/sites/${siteId}/activities`, {
      id: randomUUID(),
      at: DAYS_AGO,
      title: '广播体操',
      persons: 2,
    })
    await page.goto(`/sites/${siteId}?view=diary`)
    await page.getByRole('button', { name: /^作废 .*广播体操/ }).click()
    const wrong = page.getByRole('dialog')
    await wrong.getByLabel('错在哪里').click()
    await page.locator('.ant-select-item-option', { hasText: '没有发生' }).click()
    await wrong.getByRole('button', { name: '作废' }).click()
    await page.getByText('已作废:没有发生').waitFor()
    await page.getByText('近七天没有活动').waitFor()
    expect(await overflowOf(page)).toBe(0)
  }))
