import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStandingOrder } from '../server/src/capabilities/isolation/isolation.factory.ts'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

let stage: ConsoleStage
let browser: Browser
let village: string
let persons: string[]

beforeAll(async () => {
  stage = await openConsoleStage(130_804)
  browser = await openBrowser()
  const { body } = await stage.desk.get('/places/divisions?limit=1000')
  village = body.items.find(({ code }: { code: string }) => code.length === 12).code
  const members = ['赵长河', '钱小溪'].map((name) => aMember({ name }))
  expect((await stage.desk.post('/households', aHouseholdToSend(village, { members }))).status).toBe(201)
  persons = members.map(({ id }) => id)
  const other = aStandingOrder(village, { personId: persons[1] ?? '' })
  expect((await stage.desk.post('/isolation/orders', other)).status).toBe(201)
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function atTheDesk(work: (page: Page) => Promise<void>, size = { width: 1440, height: 900 }): Promise<void> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    baseURL: stage.url,
    acceptDownloads: true,
  })
  try {
    await signedInAs(context, stage.url, stage.desk.token)
    const page = await context.newPage()
    page.setDefaultTimeout(12_000)
    const faults = faultsOf(page)
    await work(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}
const dayFromNow = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

test('an order is made with everything that belongs to it, printed, shortened, appealed and ended', () =>
  atTheDesk(async (page) => {
    await page.goto(`/isolation/new?person=${persons[0]}&division=${village}`)
    const send = page.getByRole('button', { name: '作出隔离决定' })
    await send.click()
    await page.getByText('必填').first().waitFor()
    for (const label of ['有单独通风房间', '一间只住一人', '无人来访', '保持1米、戴口罩'])
      await page.getByLabel(label).check()
    await page.getByLabel('查看人').fill('李桂芬')
    await page.getByLabel('文号').fill('试防办〔2026〕12号')
    await page.getByLabel('决定人').fill('周明远')
    await page.getByLabel('决定机关').fill('试验县防控办')
    await page.getByLabel('第0天', { exact: true }).fill(dayFromNow(-1))
    await page.getByLabel('截止日').fill(dayFromNow(3))
    await page.getByLabel('复核日').fill(dayFromNow(2))
    await page.getByLabel('申诉途径').fill('可在三日内向县防控办提出申诉。')
    await send.click()
    await page.getByText('建议集中隔离').last().waitFor()
    for (const label of ['餐具毛巾分开', '不外出', '垃圾装袋', '能联系到医生']) await page.getByLabel(label).check()
    await send.click()
    await page.getByRole('heading', { name: '隔离决定' }).waitFor()
    expect(await flawsOf(page)).toEqual([])

    await page.getByRole('button', { name: '打印告知书' }).click()
    await page.getByLabel('有事找谁').fill('包联干部 王建国 0314-5050001')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '生成 PDF' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^居家隔离医学观察告知书-.*\.pdf$/)

    await page.getByRole('button', { name: '缩短' }).click()
    const shorten = page.getByRole('dialog')
    await shorten.getByLabel('截止日').fill(dayFromNow(1))
    await shorten.getByLabel('决定人').fill('周明远')
    await shorten.getByLabel('原因').fill('两次核酸阴性')
    await shorten.getByRole('button', { name: '缩短' }).click()
    await page.getByRole('listitem').getByText('缩短').waitFor()

    await page.getByRole('button', { name: '登记申诉' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByText('申诉待裁决').first().waitFor()
    await page.getByRole('button', { name: '解除' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '解除' }).click()
    await page.getByRole('button', { name: '打印解除证明' }).waitFor()
  }))

test('the notices of a whole village come as one file', () =>
  atTheDesk(async (page) => {
    await page.goto(`/isolation?area=${village}`)
    await page.getByRole('button', { name: '一并打印告知书' }).click()
    await page.getByLabel('有事找谁').fill('包联干部 王建国 0314-5050001')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '生成 PDF' }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`隔离医学观察告知书-${village}.pdf`)
  }))

test('the list and an order fit a telephone, and say what they are without colours', () =>
  atTheDesk(
    async (page) => {
      await page.goto('/isolation')
      await page.getByRole('link', { name: /钱/ }).first().waitFor()
      expect(await overflowOf(page)).toBe(0)
      expect(await flawsOf(page)).toEqual([])
      await page.getByRole('link', { name: /钱/ }).first().click()
      await page.getByRole('heading', { name: '办理经过' }).waitFor()
      expect(await overflowOf(page)).toBe(0)
      await page.goto(`/isolation/new?person=${persons[1]}`)
      await page.getByLabel('文号').waitFor()
      expect(await overflowOf(page)).toBe(0)
    },
    { width: 390, height: 844 },
  ))

test('whoever holds a code reads where the isolation stands, without signing in', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    baseURL: stage.url,
  })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(12_000)
    const faults = faultsOf(page)
    await page.goto('/isolation-status')
    await page.getByText('请扫描告知书上的二维码').waitFor()
    await page.goto(`/isolation-status#code=${stage.county}-AAAAAAAAAAAAAAAA`)
    await page.reload()
    await page.getByText('查询码无效').waitFor()
    expect(await overflowOf(page)).toBe(0)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
})
