import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../server/src/capabilities/cases/course.factory.ts'
import { aPassage } from '../server/src/capabilities/checkpoints/checkpoints.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

/** A county of its own, with an outline. */
const COUNTY = 130_723

let stage: ConsoleStage
let browser: Browser
let one: Awaited<ReturnType<typeof aCase>>

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { body } = await stage.desk.get('/places/divisions?limit=1000')
  const village = body.items.filter(({ code }: { code: string }) => code.length === 12)[40]
  one = await aCase(stage.desk, village.code, { person: { id: crypto.randomUUID(), name: '周小满' } })
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
    page.setDefaultTimeout(12_000)
    const faults = faultsOf(page)
    await work(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

async function answered(page: Page, item: string, word: string) {
  await page.getByRole('radiogroup', { name: item }).getByText(word, { exact: true }).click()
}
async function saved(page: Page, at: string) {
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type="datetime-local"]').last().fill(at)
  await dialog.getByRole('button', { name: '保存' }).click()
}

test(
  'a fever becomes a suspected case with its reason, an early exclusion is refused, and the person without a test is excluded by name',
  () =>
    atTheDesk(async (page) => {
      await page.goto('/cases?status=fever')
      await page.getByRole('link', { name: '周*满' }).first().click()
      await page.getByText('不足以认定疑似:流行病学史 0 项 + 临床表现 1 项').waitFor()
      await page.getByRole('button', { name: '填写判定项' }).click()
      await answered(page, '聚集性发病', '有')
      await answered(page, '具有肺炎影像学特征', '有')
      await saved(page, '2020-02-10T10:00')
      await page.getByText('符合疑似:流行病学史 1 项 + 临床表现 2 项').waitFor()
      await page.getByRole('button', { name: '认定分类' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: '疑似' }).check()
      await dialog.getByLabel('认定机构').fill('县医院')
      await saved(page, '2020-02-10T10:30')
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('个案调查', { exact: true }).waitFor()
      await page.getByRole('button', { name: '认定分类' }).click()
      await dialog.getByRole('radio', { name: '已排除' }).check()
      await dialog.getByRole('radio', { name: '连续阴性' }).check()
      await dialog.getByLabel('认定机构').fill('县医院')
      await saved(page, '2020-02-10T18:00')
      await dialog.getByText('须有 2 次呼吸道核酸阴性,现有 0 次').waitFor()
      await dialog.getByRole('radio', { name: '医师署名排除(未做检测)' }).check()
      await dialog.getByLabel('医师姓名').fill('李医生')
      await dialog.getByLabel('说明').fill('流感')
      await dialog.getByRole('button', { name: '保存' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.locator('header').getByText('已排除').waitFor()
      await page.getByText('已排除 · 医师署名排除(未做检测) · 县医院').waitFor()
    }),
  40_000,
)

test(
  "a checkpoint's fever is opened as a case from its hand-over",
  () =>
    atTheDesk(async (page) => {
      const traveller = { name: '吴立春', document: null, phone: null }
      const fever = aPassage(stage.checkpointId, { temperatureC: 38.4, decision: 'medical', traveller })
      expect((await stage.desk.post(`/checkpoints/${stage.checkpointId}/passages`, fever)).status).toBe(201)
      await page.goto('/hand-overs')
      await page.getByRole('button', { name: '建立病例' }).click()
      await page.getByRole('heading', { name: '吴*春' }).waitFor()
      await page.getByText('检查站', { exact: false }).last().waitFor()
      await page.getByRole('link', { name: '作隔离决定或建议' }).first().click()
      await page.getByText('· 病例').waitFor()
      await page.goto('/hand-overs')
      await page.getByRole('link', { name: '查看病例' }).waitFor()
      await page.getByRole('link', { name: '作隔离决定或建议' }).click()
      await page.getByText('· 检查站筛查').waitFor()
      expect(new URL(page.url()).searchParams.get('ref')).toBe(fever.id)
    }),
  40_000,
)

test('cases and their analysis have no flaw on a desk and fit a phone', async () => {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    await atTheDesk(async (page) => {
      for (const path of ['/cases', `/cases/${one.caseId}`, '/epidemiology']) {
        await page.goto(path)
        await page.locator('h1').waitFor()
        await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
        expect(await flawsOf(page), path).toEqual([])
        expect(await overflowOf(page), path).toBe(0)
      }
    }, size)
}, 40_000)
