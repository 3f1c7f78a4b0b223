import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { good, on, PAPER } from '../server/src/capabilities/funds/funds.factory.ts'
import { accepted, anItem, aReceipt, aSlip, aStore } from '../server/src/capabilities/supplies/supplies.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 130_929

let stage: ConsoleStage
let browser: Browser
const [purposeId, sourceId] = [newId(), newId()]
let itemId = ''

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { desk } = stage
  const division = String(COUNTY)
  await good(desk.post('/fund-purposes', { id: purposeId, division, title: '防护物资' }))
  const shares = [{ purposeId, fen: 100_000_000 }]
  const source = { id: sourceId, division, level: 'county', title: '应急处置经费', paper: PAPER, shares, at: on(1) }
  await good(desk.post('/fund-sources', source))
  await good(desk.post('/fund-rules', { id: newId(), division, aboveFen: 5_000_000, paper: PAPER, at: on(1) }))
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, token: string, work: (page: Page) => Promise<void>) =>
  withPage(browser, stage, { size, token }, work)
const DESK = { width: 1440, height: 900 }

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('dialog').getByLabel(label, { exact: false }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click()
}
async function paper(page: Page, number: string) {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('文号、合同号或票据号').fill(number)
  await dialog.getByLabel('机关或单位').fill('物资保障组')
  await dialog.getByLabel('文件日期').fill('2020-02-02')
}
const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '保存' }).click()

test('money is committed, too much of it refused, a large payment waits for somebody else and is made by them', async () => {
  await at(DESK, stage.desk.token, async (page) => {
    await page.goto('/funds?view=commitments')
    await page.getByRole('button', { name: '登记承诺' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('口罩采购')
    await dialog.getByLabel('收款单位').fill('某医疗器械公司')
    await choose(page, '从哪里出', '应急处置经费')
    await dialog.getByLabel('金额(元)').fill('2000000')
    await paper(page, '合同1号')
    await dialog.getByLabel('时间').fill('2020-02-02T10:00')
    await save(page)
    await dialog.getByText('金额不足').waitFor()
    await dialog.getByLabel('金额(元)').fill('600000')
    await save(page)
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '口罩采购 的附件,0 件' }).click()
    const contract = Buffer.from('序号,单价\n1,2.5\n')
    await page.locator('input[type=file]').setInputFiles({ name: '合同.csv', mimeType: 'text/csv', buffer: contract })
    const file = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '下载 合同.csv' }).click()
    expect((await readFile(await (await file).path())).equals(contract)).toBe(true)
    await dialog.getByText(createHash('sha256').update(contract).digest('hex')).waitFor()
    await dialog.getByRole('button', { name: '作废 合同.csv' }).click()
    const wrong = page.getByRole('dialog', { name: '作废附件' })
    await wrong.getByRole('button', { name: '作废' }).click()
    await wrong.getByText('请选择原因').waitFor()
    await wrong.getByLabel('哪里错了').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '放错文件' }).click()
    await wrong.getByRole('button', { name: '作废' }).click()
    await dialog.getByText('已作废:放错文件').waitFor()
    await wrong.waitFor({ state: 'hidden' })
    expect(await dialog.getByRole('button', { name: '合同.csv' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '口罩采购 的附件,0 件 · 作废 1' }).waitFor()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '付款', exact: true }).click()
    await dialog.getByLabel('金额(元)').fill('200000')
    await paper(page, '发票1号')
    await dialog.getByLabel('时间').fill('2020-02-03T10:00')
    await save(page)
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('付款', { exact: true }).first().click()
    await page.getByText('须另一人批准').waitFor()
    expect(await flawsOf(page)).toEqual([])
  })
  const second = await stage.as.countyDesk()
  await at(DESK, second.token, async (page) => {
    await page.goto('/funds?view=payments')
    await page.getByRole('button', { name: '批准' }).click()
    await page.getByRole('dialog').getByLabel('时间').fill('2020-02-03T11:00')
    await page.getByRole('dialog').getByRole('button', { name: '批准' }).click()
    await page.getByRole('cell', { name: '已支付' }).waitFor()
    await page.goto('/funds')
    await page
      .getByRole('img', { name: '防护物资: 已支付 200,000.00, 已承诺未付 400,000.00, 可用 400,000.00' })
      .waitFor()
  })
  const auditor = await stage.as.role('auditor')
  await at(DESK, auditor.token, async (page) => {
    await page.goto('/funds?view=commitments')
    await page.getByRole('button', { name: '口罩采购 的附件,0 件 · 作废 1' }).waitFor()
    await page.goto('/funds?view=payments')
    await page.getByRole('cell', { name: '已支付' }).waitFor()
    expect(await page.getByRole('button', { name: /附件/ }).count()).toBe(0)
  })
})

test('a donation gets its receipt, and every view can be read at a desk and on a phone', async () => {
  await at(DESK, stage.desk.token, async (page) => {
    await page.goto('/funds?view=donations')
    await page.getByRole('button', { name: '登记捐款' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('姓名或单位名称').fill('测试金雨禾')
    await dialog.getByLabel('金额(元)').fill('500.5')
    await dialog.getByLabel('用途', { exact: true }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '防护物资' }).click()
    await dialog.getByLabel('时间').fill('2020-02-04T10:00')
    await save(page)
    await page.getByText('疫捐款〔2020〕1号').waitFor()
    await page.getByText('公示不署名').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '打印收据' }).click()
    expect((await download).suggestedFilename()).toBe('疫捐款〔2020〕1号.pdf')
  })
  for (const size of [DESK, { width: 390, height: 844 }])
    await at(size, stage.desk.token, async (page) => {
      for (const view of ['balance', 'commitments', 'payments', 'donations', 'entries']) {
        await page.goto(`/funds?view=${view}`)
        await page.getByRole('table').first().waitFor()
        expect({ view, over: await overflowOf(page), flaws: await flawsOf(page) }).toEqual({ view, over: 0, flaws: [] })
      }
    })
})

/** So many days ago: a forecast looks back from today. */
const ago = (days: number, hours = 0) => new Date(Date.now() - days * 86_400_000 + hours * 3_600_000).toISOString()

async function stocked() {
  const { desk } = stage
  const division = String(COUNTY)
  const item = anItem({ name: '测试口罩' })
  const goods = { itemId: item.id, lotId: item.id }
  const [depot, town] = [aStore(division), aStore(division, { owner: 'township', name: '东镇防疫物资点' })]
  const hospital = aStore(division, { owner: 'hospital', name: '县医院库房' })
  await accepted(desk.post('/supplies/items/batch', { items: [item] }))
  await accepted(desk.post('/supplies/stores/batch', { items: [depot, town, hospital] }))
  await accepted(desk.post('/supplies/movements/batch', { items: [aReceipt(depot.id, goods, 1000, { at: ago(12) })] }))
  const slips = Array.from({ length: 10 }, (_, nth) =>
    aSlip(depot.id, goods, 30 + (nth % 4) * 6, { at: ago(11 - nth) }),
  )
  await accepted(desk.post('/supplies/slips/batch', { items: slips }))
  const keeper = await stage.as.role('supplies-keeper')
  const confirmations = slips.map(({ id }, nth) => ({ id: newId(), slipId: id, at: ago(11 - nth, 1) }))
  await accepted(keeper.post('/supplies/confirmations/batch', { items: confirmations }))
  const asked = { itemId: item.id, neededOn: ago(0).slice(0, 10), at: ago(1) }
  const requests = [
    { ...asked, id: newId(), storeId: hospital.id, quantity: 400, purpose: 'medical' },
    { ...asked, id: newId(), storeId: town.id, quantity: 600, purpose: 'checkpoints' },
  ]
  await accepted(desk.post('/supplies/requests/batch', { items: requests }))
  return item.id
}

test('what is not enough is proposed with reasons, decided by somebody and sent; days of cover show their band', async () => {
  itemId = await stocked()
  await at(DESK, stage.desk.token, async (page) => {
    await page.goto(`/supplies/allocation?item=${itemId}`)
    await page.getByLabel('从哪个库点出').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '县应急物资库' }).click()
    await page.getByRole('button', { name: '给出建议' }).click()
    await page.getByText('全额满足 400。').waitFor()
    await page.getByText('其余在同级中按申领量同比例分').waitFor()
    await page.getByLabel('决定给 东镇防疫物资点').fill('100')
    expect(await flawsOf(page)).toEqual([])
    await page.getByRole('button', { name: '按此分配' }).click()
    await page.getByText('全额满足 400。').waitFor({ state: 'detached' })
    await page.goto('/supplies/requests')
    const row = page.getByRole('row').filter({ hasText: '县医院库房' })
    await row.getByRole('button', { name: '发货' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('从哪个库点出').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '县应急物资库' }).click()
    await dialog.getByLabel('批号').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '无批号' }).click()
    await dialog.getByRole('button', { name: '发货' }).click()
    await row.getByText('在途').waitFor()
    await page.goto(`/supplies/cover/${itemId}`)
    await page.getByRole('button', { name: '设定用量' }).click()
    await dialog.getByLabel('每日每个').fill('45')
    await dialog.getByLabel('依据').fill('按两周平均')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('按两周平均').waitFor()
    await page.getByText(/最可能在 \d{4}-\d\d-\d\d 用完/).waitFor()
  })
})

test('what is built on the stock can be read at a desk and on a phone', async () => {
  for (const size of [DESK, { width: 390, height: 844 }])
    await at(size, stage.desk.token, async (page) => {
      for (const path of [
        '/supplies/requests',
        '/supplies/allocation',
        '/supplies/cover',
        `/supplies/cover/${itemId}`,
        '/supplies/donations',
        '/supplies/shops',
      ]) {
        await page.goto(path)
        await page.locator('h1').waitFor()
        await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
        expect({ path, over: await overflowOf(page), flaws: await flawsOf(page) }).toEqual({ path, over: 0, flaws: [] })
      }
    })
})
