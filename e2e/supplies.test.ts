import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted, anItem, aReceipt, aStore, on } from '../server/src/capabilities/supplies/supplies.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 130_928
const division = String(COUNTY)
const pack = { id: newId(), label: '盒(50 只)', holds: 50, from: '2020-01-01' }
const masks = anItem({ code: 'surgical-mask', packs: [pack] })
const grain = anItem({ code: 'rice', name: '大米', kind: 'daily', unit: 'gram' })
const depot = aStore(division)
const spare = aStore(division, { name: '临时库房' })

let stage: ConsoleStage
let browser: Browser
beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { desk } = stage
  await accepted(desk.post('/supplies/items/batch', { items: [masks, grain] }))
  await accepted(desk.post('/supplies/stores/batch', { items: [depot, spare] }))
  const rice = aReceipt(depot.id, { itemId: grain.id, lotId: grain.id }, 56_250_000, { at: on(2) })
  await accepted(desk.post('/supplies/movements/batch', { items: [rice] }))
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, token: string, work: (page: Page) => Promise<void>) =>
  withPage(browser, stage, { size, token }, work)
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click()
}
const send = (page: Page, verb: string) => page.getByRole('dialog').getByRole('button', { name: verb }).click()

test('goods come in boxes, a slip waits for somebody else, a count says what is missing, and the card adds up', async () => {
  await at(DESK, stage.desk.token, async (page) => {
    await page.goto(`/supplies/stores/${depot.id}`)
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: '入库' }).click()
    await choose(page, '品种', '一次性外科口罩')
    await dialog.getByLabel('数量').fill('4')
    await choose(page, '单位', '盒(50 只)')
    await dialog.getByLabel('厂家批号(没有留空)').fill('20200128')
    await dialog.getByLabel('有效期至').fill('2022-01-28')
    await dialog.getByLabel('时间').fill('2020-02-02T09:00')
    await send(page, '入库')
    await page.getByText('200 件').waitFor()

    await page.getByRole('button', { name: '开领料单' }).click()
    await choose(page, '物资与批号', '20200128')
    await dialog.getByLabel('数量').fill('60')
    await dialog.getByLabel('对方单位').fill('迎宾路检查站')
    await dialog.getByLabel('时间').fill('2020-02-03T09:00')
    await send(page, '开领料单')
    await dialog.waitFor({ state: 'hidden' })
    await page.goto('/supplies?view=slips')
    await page.getByText('您开的,须另一人确认').waitFor()
    const printed = async (button: string): Promise<string> => {
      const file = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).first().click()
      return (await file).suggestedFilename()
    }
    expect(await printed('打印单据')).toMatch(/^领料单\(待确认\).*\.pdf$/)
    await page.goto(`/supplies/stores/${depot.id}?view=slips`)
    await page.getByText('您开的,须另一人确认').waitFor()
    await page.goto(`/supplies/stores/${depot.id}`)
    expect(await printed('打印标签')).toBe('县应急物资库库位标签.pdf')
    await page.goto(`/supplies/stores/${depot.id}?view=movements`)
    expect(await printed('打印单据')).toMatch(/^入库单.*\.pdf$/)
  })
  const keeper = await stage.as.role('supplies-keeper')
  await at(PHONE, keeper.token, async (page) => {
    await page.goto('/supplies?view=slips')
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: '确认出库' }).click()
    await dialog.getByLabel('时间').fill('2020-02-03T10:00')
    await send(page, '确认出库')
    await page.getByText('没有待确认的领料单').waitFor()

    await page.goto(`/supplies/stores/${depot.id}`)
    await page.getByText('140 件').waitFor()
    await page.getByRole('button', { name: '盘点' }).click()
    await dialog.getByLabel('一次性外科口罩').fill('138')
    await dialog.getByLabel('时间').fill('2020-02-04T09:00')
    await send(page, '盘点')
    await dialog.getByText('请写明原因').waitFor()
    await dialog.getByLabel('原因').fill('受潮')
    await send(page, '盘点')
    await page.getByText('138 件').waitFor()
    expect(await overflowOf(page)).toBe(0)
    expect(await flawsOf(page)).toEqual([])
    await page.goto(`/supplies/stores/${depot.id}?view=card&item=${masks.id}`)
    await page.getByText('结存 138 件').waitFor()
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: '打印台账' }).click()
    expect((await file).suggestedFilename()).toContain('一次性外科口罩')
    expect(await overflowOf(page)).toBe(0)
  })
  await at(DESK, stage.desk.token, async (page) => {
    await page.goto('/supplies')
    await page.getByText('56.25 吨').first().waitFor()
    await page.goto(`/supplies/stores/${spare.id}`)
    await page.getByRole('button', { name: '停用库点' }).click()
    await page.getByRole('dialog').getByLabel('原因').fill('到期退租')
    await send(page, '停用库点')
    await page.getByText(/ 停用$/).waitFor()
    expect(await page.getByRole('button', { name: '入库' }).count()).toBe(0)
    expect(await flawsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  })
})
