import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

const COUNTY = 130_728
let stage: ConsoleStage
let browser: Browser

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function atTheDesk(work: (page: Page) => Promise<void>, size = { width: 1440, height: 900 }): Promise<void> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', baseURL: stage.url })
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

async function decide(page: Page, dialog: string, verb: string): Promise<void> {
  const order = page.getByRole('dialog', { name: dialog })
  await order.getByLabel('文号').fill('兴防指〔2026〕9号')
  await order.getByLabel('决定机关').fill('县疫情防控指挥部')
  await order.getByLabel('决定人').fill('张某')
  await order.getByRole('button', { name: verb }).click()
  await order.waitFor({ state: 'detached' })
}

test('an edition is drafted from another, changed in a form, compared, put in force, and changed over to by an order', async () => {
  await atTheDesk(async (page) => {
    await page.goto('/profiles')
    const covid = page.getByRole('list', { name: '新型冠状病毒肺炎各版本' })
    await covid.getByText('2020-02-07 至 2020-02-20').waitFor()
    expect(await covid.getByText('实行中', { exact: true }).count()).toBe(1)
    expect(await flawsOf(page)).toEqual([])

    await covid.getByRole('link', { name: '新十条' }).click()
    await page.getByRole('button', { name: '起草新版本' }).click()
    const draft = page.getByRole('dialog', { name: '起草新版本' })
    await draft.getByLabel('代码', { exact: true }).fill('covid19-county')
    await draft.getByLabel('中文名称').fill('本县实施细则')
    await draft.getByLabel('英文名称').fill('County rules')
    await draft.getByRole('button', { name: '起草新版本' }).click()

    const days = page.getByRole('group', { name: '观察天数' }).first()
    await days.getByRole('spinbutton').fill('3')
    await page.getByText('第5天不在第1–3天之内').waitFor()
    expect(await page.getByRole('button', { name: '保存为第2稿' }).isDisabled()).toBe(true)
    await days.getByRole('spinbutton').fill('7')
    await page.getByRole('textbox', { name: '居家检测日', exact: true }).fill('3, 7')
    expect(await flawsOf(page)).toEqual([])
    await page.getByRole('button', { name: '保存为第2稿' }).click()

    await page.getByRole('button', { name: '修改草稿' }).waitFor()
    await page.getByLabel('与哪个版本对照').selectOption('covid19-cn-new10')
    await page.getByText('2处不同').waitFor()
    await page.getByLabel('只看不同之处').check()
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['观察天数 不同', '居家检测日 不同'])
    expect(await flawsOf(page)).toEqual([])

    await page.getByRole('button', { name: '实行' }).click()
    await decide(page, '实行“本县实施细则”', '实行')
    await page.getByText('文件 兴防指〔2026〕9号').waitFor()
    await page.getByRole('link', { name: '‹ 病种方案' }).click()
    await covid.getByRole('listitem').filter({ hasText: '本县实施细则' }).getByText('实行中').waitFor()

    await page.getByText('转换令', { exact: true }).click()
    await page.getByText('还没有转换令').waitFor()
    await page.getByRole('button', { name: '下转换令' }).click()
    const order = page.getByRole('dialog', { name: '转换令' })
    await order.getByLabel('原版本').click()
    await page.getByTitle('新冠肺炎防控方案 新十条', { exact: false }).click()
    await order.getByLabel('转按').click()
    await page.getByTitle('本县实施细则', { exact: false }).last().click()
    await order.getByText('目前在管 0 人按此版本').waitFor()
    await decide(page, '转换令', '下转换令')
    const orders = page.getByRole('table', { name: '转换令' })
    await orders.getByRole('cell', { name: '本县实施细则' }).waitFor()
  })
}, 60_000)

test('on a phone nothing has to be pushed sideways', async () => {
  const code = 'measles-draft'
  const made = { id: crypto.randomUUID(), code, basedOn: 'measles-cn-2024', zh: '麻疹草稿', en: 'Measles draft' }
  expect((await stage.desk.post('/cases/editions', made)).status).toBe(201)
  await atTheDesk(
    async (page) => {
      const pages = {
        '/profiles': '麻疹草稿',
        '/profiles?view=changeovers': '转换令',
        '/profiles/covid19-cn-ed8?with=covid19-cn-ed9': '观察天数',
        [`/profiles/${code}?edit=yes`]: '保存为第2稿',
      }
      for (const [address, text] of Object.entries(pages)) {
        await page.goto(address)
        await page.getByText(text).last().waitFor()
        expect([address, await overflowOf(page)]).toEqual([address, 0])
      }
    },
    { width: 390, height: 844 },
  )
}, 60_000)
