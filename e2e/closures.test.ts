import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOrder, aSubject, dayOf, on } from '../server/src/capabilities/closures/closures.factory.ts'
import { aSeries, givenDraft, issue, signed } from '../server/src/capabilities/command/documents.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county that no other test of the browser imports. */
const COUNTY = 130_927
const HOUR_MS = 3_600_000
/** As a field of local time holds it, in the county's zone. */
const local = (hoursAgo: number) => new Date(Date.now() + 8 * HOUR_MS - hoursAgo * HOUR_MS).toISOString().slice(0, 16)

let stage: ConsoleStage
let browser: Browser

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { desk } = stage
  const { body } = await desk.get('/places/divisions?limit=1000')
  const village: string = body.items.filter(({ code }: { code: string }) => code.length === 12).at(-1).code
  const series = aSeries(String(COUNTY), { firstYear: Number(on(10).slice(0, 4)) })
  await desk.post('/document-series', series)
  const draft = await signed(desk, await stage.as.countyDesk(), await givenDraft(desk, series.id))
  await issue(desk, draft, on(10))
  const items = ['星河歌厅', '月光歌厅'].map((name) => aSubject(village, { name }))
  const fair = aSubject(village, {
    kind: 'gathering',
    class: 'fair',
    name: '正月庙会',
    heldFrom: on(58),
    heldTo: on(58, 18),
  })
  const cafe = aSubject(village, { class: 'internet-cafe', name: '飞宇网吧' })
  const line = aSubject(String(COUNTY), { kind: 'line', class: 'coach', name: '班线1' })
  const days = { startsAt: on(50), endsOn: dayOf(75), reviewOn: dayOf(60) }
  const order = anOrder(String(COUNTY), { documentId: draft.documentId, classes: ['ktv', 'fair', 'coach'], ...days })
  const found = { id: randomUUID(), at: on(52), found: 'closed', inspector: '文化站' }
  const replies = [
    await desk.post('/closures/subjects/batch', { items: [...items, fair, line, cafe] }),
    await desk.post('/closures/orders', order),
    await desk.post(`/closures/subjects/${items[1]?.id}/inspections`, found),
  ]
  expect(replies.map(({ status }) => status)).toEqual([200, 201, 201])
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, work: (page: Page) => Promise<void>) => withPage(browser, stage, { size }, work)
async function say(page: Page, verb: string, fields: Record<string, string>): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('from the sheet to the door: a breach is found, put right, and the venue applies, is looked at and opens again', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/closures')
    await page.getByRole('link', { name: /KTV\(歌厅\):已关 1,应关 2/ }).click()
    await page.getByRole('link', { name: '星河歌厅' }).click()
    const main = page.getByRole('main')
    await main.getByRole('heading', { name: '应停未查' }).waitFor()
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await press('登记检查')
    await page.getByRole('dialog').getByLabel('仍在营业').check()
    await page.getByRole('dialog').getByLabel('书面警告').check()
    await say(page, '保存', { 检查单位: '文化站', 时间: local(50) })
    await main.getByRole('heading', { name: '仍在营业' }).waitFor()
    await press('登记检查')
    await say(page, '保存', { 检查单位: '文化站', 时间: local(30) })
    await press('登记复业申请')
    await say(page, '保存', { 时间: local(20) })
    await press('复业查验')
    await page.getByRole('checkbox').nth(7).waitFor()
    for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check()
    await say(page, '保存', { 检查单位: '卫生监督所', 时间: local(10) })
    await press('决定复业申请')
    await say(page, '保存', { 决定人职务: '防控办主任', 理由: '条件达到', 时间: local(5) })
    await main.getByRole('heading', { name: '已复业' }).waitFor()
    expect(await main.getByRole('list', { name: '经过' }).getByRole('listitem').count()).toBe(6)
    expect(await flawsOf(page)).toEqual([])
  }))

test('one shop is closed by its name, and one that is not there any more is struck off', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    const dialog = page.getByRole('dialog')
    await page.goto('/closures?view=venue')
    await page.getByRole('button', { name: '作出关停决定' }).click()
    await dialog.getByLabel('点名').check()
    await dialog.getByLabel('类别', { exact: true }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '网吧' }).click()
    await dialog.getByRole('combobox', { name: '点名哪几家' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '飞宇网吧' }).click()
    await page.keyboard.press('Escape')
    await dialog.getByLabel('所依据的公文').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '〕1号' }).click()
    await say(page, '作出关停决定', {
      决定机关: '县防控领导小组',
      决定人职务: '组长',
      理由: '防止聚集',
      申诉途径: '向县防控办书面申诉',
    })
    await page.getByText('点名 1 家').waitFor()
    await page.goto('/closures?view=venue&class=internet-cafe')
    await page.getByRole('link', { name: '飞宇网吧' }).click()
    await page.getByRole('main').getByRole('heading', { name: '应停未查' }).waitFor()
    await page.getByRole('button', { name: '注销登记' }).click()
    await say(page, '注销登记', { 时间: local(0) })
    await page.getByText('不再经营').waitFor()
    expect(await flawsOf(page)).toEqual([])
  }))

test('on a phone every view fits and can be read', () =>
  at({ width: 390, height: 844 }, async (page) => {
    for (const view of ['matrix', 'venue', 'gathering', 'line', 'orders']) {
      await page.goto(`/closures?view=${view}`)
      await page.getByRole('main').getByRole('table').waitFor()
      expect(await overflowOf(page), view).toBeLessThanOrEqual(0)
    }
    expect(await flawsOf(page)).toEqual([])
  }))

test('an order is lifted, and stands among those that are over', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    const main = page.getByRole('main')
    await page.goto('/closures?view=orders')
    const ofClasses = page.getByRole('row').filter({ hasNotText: '点名' }).getByRole('link', { name: /1号/ })
    await ofClasses.click()
    await page.getByRole('button', { name: '解除关停', exact: true }).click()
    await say(page, '解除关停', { 原因: '疫情缓解', 时间: local(1) })
    await main.getByText('已解除').waitFor()
    await page.goto('/closures?view=orders')
    await main.getByText('点名 1 家').waitFor()
    expect(await ofClasses.count()).toBe(0)
  }))
