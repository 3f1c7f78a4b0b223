import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { allNo, aVisit } from '../server/src/capabilities/visits/visits.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

let stage: ConsoleStage
let browser: Browser
/** A village of its own, in which no other test registers anybody. */
let village: { code: string }
let second: { householdId: string; personId: string }

beforeAll(async () => {
  stage = await openConsoleStage(130_725)
  browser = await openBrowser()
  const { body } = await stage.desk.get('/places/divisions?limit=1000')
  const last = body.items.filter(({ code }: { code: string }) => code.length === 12).at(-1)
  village = { code: last.code }
  const items = [
    ['1号', '赵长河'],
    ['2号', '钱小溪'],
  ].map(([door, name], nth) =>
    aHouseholdToSend(village.code, {
      block: '第1组',
      walkOrder: nth + 1,
      door,
      members: [aMember({ relation: 'head', name })],
    }),
  )
  second = { householdId: items[1]?.id ?? '', personId: items[1]?.members[0]?.id ?? '' }
  const sent = await stage.desk.post('/households/batch', { items })
  expect(sent.body.verdicts.every(({ ok }: { ok: boolean }) => ok)).toBe(true)
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

const soon = <T>(what: () => Promise<T>) => expect.poll(what, { timeout: 12_000 })

test(
  'a round is called, cards are printed, entered by keyboard, and what they open is followed up',
  () =>
    atTheDesk(async (page) => {
      await page.goto('/visits')
      await page.getByRole('button', { name: '发起新一轮' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('名称').fill('元宵敲门')
      await dialog.getByRole('combobox', { name: '范围' }).fill(village.code)
      await page.keyboard.press('Enter')
      await dialog.getByLabel('开始时间').fill('2020-02-08T08:00')
      await dialog.getByRole('button', { name: '去掉' }).first().click()
      await dialog.getByRole('button', { name: '去掉' }).click()
      await dialog.getByRole('button', { name: '发起', exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      const done = page.locator('dl div', { hasText: '已见' }).first().locator('dd a')
      await soon(() => page.locator('dl div', { hasText: '应入户' }).locator('dd').innerText()).toBe('2')

      await page.getByRole('link', { name: '打印入户卡' }).click()
      await page.goto(`/visits/cards?division=${village.code}`)
      const codes = page.locator('article [class*="code"]')
      await codes.first().waitFor()
      const [first = '', second = ''] = await codes.allInnerTexts()
      expect(first).toMatch(/^\d{6}-\d{5}-\d$/)

      await page.goto('/visits/re-entry')
      await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
      await page.keyboard.type(`${first.slice(0, -1)}${(Number(first.at(-1)) + 1) % 10}`)
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText('编号有误').waitFor()
      await page.getByLabel('编号').fill(first)
      await page.keyboard.press('Enter')
      await page.getByText('赵*河').first().waitFor()
      await page.keyboard.press('1')
      await page.keyboard.type('0930')
      await page.keyboard.press('Alt+0')
      await page.getByLabel(/赵\*河:1 近期去过/).selectOption('4201')
      await page.getByLabel(/赵\*河:5 到家日期/).fill('2020-01-22')
      await page.keyboard.press('Control+Enter')
      await page.getByText(`${first} 已送达:见到人`).waitFor()
      await page.keyboard.type(second.slice(7))
      await page.keyboard.press('Enter')
      await page.getByText('钱*溪').first().waitFor()
      await page.keyboard.press('4')
      await page.keyboard.type('1005')
      await page.keyboard.press('Control+Enter')
      await page.getByText(`${second} 已送达:无人应门`).waitFor()
      expect(await flawsOf(page)).toEqual([])

      await page.goto('/visits?view=not-met')
      await page.getByRole('link', { name: /2号/ }).waitFor()
      await page.getByText('第 1 次').waitFor()
      await soon(() => done.innerText()).toBe('1')

      await page.goto('/visits/follow-ups')
      const row = page.getByRole('row', { name: /赵\*河/ })
      await row.getByText('湖北省武汉市').waitFor()
      await row.getByRole('button', { name: '登记行程' }).click()
      const journey = page.getByRole('dialog')
      expect(await journey.getByLabel('从哪里来').inputValue()).toBe('4201')
      await journey.getByLabel('车次或航班').fill('K268')
      await journey.getByRole('button', { name: '登记行程' }).click()
      await row.waitFor({ state: 'detached' })
      await page.getByText('已有结果').click()
      await page.getByText('已登记').waitFor()
    }),
  60_000,
)

test('whom somebody met is recorded where the door said so, and that closes it', () =>
  atTheDesk(async (page) => {
    const { desk } = stage
    const meal = { id: randomUUID(), recordedAt: '2020-02-08T12:00:00+08:00', name: '钱家团圆饭', setting: 'meal' }
    const gathering = { ...meal, startedAt: '2020-01-24T18:00:00+08:00', endedAt: '2020-01-24T21:00:00+08:00' }
    expect((await desk.post('/exposures/gatherings', gathering)).status).toBe(201)
    const { items } = (await desk.get('/visits/rounds')).body
    const { householdId, personId } = second
    const answers = { ...allNo, 'met-from-there': true }
    const visit = aVisit({ roundId: items[0].id, householdId, sheets: [{ personId, answers }] })
    expect((await desk.post('/visits', { ...visit, recordedAt: '2020-02-08T14:00:00+08:00' })).status).toBe(201)
    await stage.settle()
    await page.goto('/visits/follow-ups?kind=contact')
    const row = page.getByRole('row', { name: /钱\*溪/ })
    await row.getByRole('button', { name: '登记接触' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('首次接触').fill('2020-01-24T18:00')
    await dialog.getByLabel('末次接触').fill('2020-01-24T20:00')
    await dialog.getByRole('button', { name: '登记接触' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByText('聚集活动').first().click()
    await dialog.getByRole('combobox', { name: '聚集活动' }).click()
    await page.locator('[role="option"]').first().waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    expect(await flawsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '登记接触' }).click()
    await row.waitFor({ state: 'detached' })
    await page.goto(`/exposures/${personId}`)
    await page.getByText('钱家团圆饭').waitFor()
  }))

test('a questionnaire is changed into its next version, and one of another system is read', () =>
  atTheDesk(async (page) => {
    await page.goto('/visits/questionnaires/five-questions?edit=yes')
    await page.getByLabel('题目(中文)').first().fill('近十四天去过或途经湖北吗?')
    await page.getByRole('button', { name: '保存第 2 版' }).click()
    await page.getByRole('listitem').getByText('近十四天去过或途经湖北吗?').waitFor()
    await page.getByRole('link', { name: '第 1 版' }).click()
    await page.getByRole('listitem').getByText('近期去过或途经湖北等疫情发生地区吗?').waitFor()
    await page.goto('/visits/questionnaires')
    await page.getByRole('button', { name: '读入 FHIR' }).click()
    const paste = page.getByLabel('把 Questionnaire 的 JSON 粘贴到这里,或选择文件')
    const resource = { resourceType: 'Questionnaire', status: 'active', name: 'Gate', title: '门岗一问' }
    await paste.fill(JSON.stringify({ ...resource, item: [{ linkId: 'a', type: 'group', text: '空' }] }))
    await page.getByRole('button', { name: '读入', exact: true }).click()
    await page.getByText('que-1').waitFor()
    await paste.fill(JSON.stringify({ ...resource, item: [{ linkId: 'hot', type: 'boolean', text: '发热吗?' }] }))
    await page.getByRole('button', { name: '读入', exact: true }).click()
    await page.getByRole('button', { name: '保存第 1 版' }).click()
    await page.getByRole('heading', { name: '门岗一问' }).waitFor()
  }))

const pages = ['/visits', '/visits?view=refused', '/visits/follow-ups', '/visits/cards', '/visits/re-entry']
const more = ['/visits/questionnaires', '/visits/questionnaires/five-questions?edit=yes']
test(
  'every page of the visits stands on a phone',
  () =>
    atTheDesk(
      async (page) => {
        for (const path of [
          ...pages,
          `/visits?area=${village.code}`,
          `/visits/cards?division=${village.code}`,
          ...more,
        ]) {
          await page.goto(path)
          await page.locator('h1').waitFor()
          await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
          expect(await flawsOf(page), path).toEqual([])
          expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
        }
      },
      { width: 390, height: 844 },
    ),
  60_000,
)
