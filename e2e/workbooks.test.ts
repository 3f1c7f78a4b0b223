import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anIdNumber } from '../server/src/capabilities/people/people.factory.ts'
import { aWorkbook, manyHouseholds } from '../server/src/capabilities/workbooks/workbooks.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

const COUNTY = 130_682
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
let stage: ConsoleStage
let browser: Browser
let village: string

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  stage.app.workers.start()
  const { items } = (await stage.desk.get('/places/divisions?level=village&limit=1')).body
  village = items[0].code
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function atTheDesk(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    baseURL: stage.url,
    acceptDownloads: true,
  })
  try {
    await signedInAs(context, stage.url, stage.desk.token)
    const page = await context.newPage()
    const faults = faultsOf(page)
    await work(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const send = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer })

test('the template is fetched, a wrong file is refused in words, and a workbook is previewed cell by cell and loaded', () =>
  atTheDesk(async (page) => {
    await page.goto('/workbooks')
    await page.getByText('还没有上传过工作簿').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载模板' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/[.]xlsx$/)
    await send(page, '名单.xlsx', Buffer.from('%PDF-1.7'))
    await page.getByText('这不是表格文件').waitFor()
    const { households, people } = manyHouseholds(village, 4)
    const nobody = { division: village, number: '404', name: '周小满', document: anIdNumber() }
    await send(page, '全县.xlsx', await aWorkbook({ households, people: [...people, nobody] }))
    await page.getByText('待载入').waitFor({ timeout: 15_000 })
    await page.getByText('“住户”表中没有这一户', { exact: false }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: /^载\s?入$/ }).click()
    await page.getByText('新增 16 行', { exact: false }).waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^载\s?入$/ })
      .click()
    await page.getByText('已载入').first().waitFor({ timeout: 15_000 })
    const { items } = (await stage.desk.get(`/households?division=${village}`, { purpose: 'home-visit' })).body
    expect(items).toHaveLength(4)
  }))

test('a roster is asked for, and taken once with its second factor still fresh', () =>
  atTheDesk(async (page) => {
    const under = village.slice(0, 9)
    await page.goto('/workbooks?view=exports')
    await page.getByText('还没有导出申请').waitFor()
    await page.getByRole('button', { name: '申请导出' }).click()
    await page.getByLabel('范围').fill(under)
    await page
      .getByTitle(new RegExp(`${under}$`))
      .first()
      .click()
    await page.getByLabel('事由').fill('第一轮敲门用名册')
    await page.getByRole('dialog').getByRole('button', { name: '申请导出' }).click()
    await page.getByText('可下载').waitFor({ timeout: 15_000 })
    expect(await flawsOf(page)).toEqual([])
    await page.getByRole('button', { name: /^下\s?载$/ }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('dialog')
        .getByRole('button', { name: /^下\s?载$/ })
        .click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^名册-\d{9}-[0-9a-f]{12}[.]xlsx$/)
    await page.getByText('已下载').waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }))

test('households leave the same way, without a number of anybody, and the day on the desk says who read how much', () =>
  atTheDesk(async (page) => {
    const under = village.slice(0, 9)
    await page.goto('/workbooks?view=exports')
    await page.getByRole('button', { name: '申请导出' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('住户表').click()
    await dialog.getByText('证件号码').waitFor({ state: 'hidden' })
    await page.getByLabel('范围').fill(under)
    await page
      .getByTitle(new RegExp(`${under}$`))
      .first()
      .click()
    await page.getByLabel('事由').fill('第一轮敲门用住户表')
    await dialog.getByRole('button', { name: '申请导出' }).click()
    await page.getByText('可下载').waitFor({ timeout: 15_000 })
    await page.goto('/audit')
    await page.getByText('每日查阅量').click()
    await page
      .getByRole('row', { name: /测试人员/ })
      .first()
      .waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }))
