import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFinding, anInspection, aStep } from '../server/src/capabilities/inspections/inspections.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 130_926
const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString()

let stage: ConsoleStage
let browser: Browser
let village: string
let township: string

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { body } = await stage.desk.get('/places/divisions?limit=1000')
  village = body.items.filter(({ code }: { code: string }) => code.length === 12).at(-1).code
  township = body.items.find(({ code }: { code: string }) => code === village.slice(0, 9)).name
  const late = aFinding({ what: '劝返点夜间无人值守', severity: 'serious', dueAt: ago(30) })
  const earlier = anInspection(village, { recordedAt: ago(60), findings: [late] })
  const replies = [
    await stage.desk.post('/inspection-checklists/start'),
    await stage.desk.post('/inspections', earlier),
  ]
  expect(replies.map(({ status }) => status)).toEqual([201, 201])
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, work: (page: Page) => Promise<void>) => withPage(browser, stage, { size }, work)

test('a shop is inspected, what is wrong there is put right, and passes at the re-check', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/inspections')
    await page.getByRole('button', { name: '登记检查' }).click()
    await page.getByLabel('场所类型').click()
    await page.getByTitle('商超等场所').click()
    await page.getByLabel('地点').fill(township)
    await page.keyboard.press('Enter')
    await page.getByLabel('场所名称').fill('便民超市')
    await page.getByRole('radiogroup', { name: '入口测温' }).getByText('否').click()
    await page.getByRole('button', { name: '记为问题' }).click()
    await page.getByLabel('问题', { exact: true }).fill('入口没有人测温')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '便民超市' }).waitFor()
    await page.getByText('入口没有人测温').waitFor()
    await page.getByText(/4 题未答/).waitFor()

    const inspectionId = page.url().split('/').at(-1)?.split('?')[0] ?? ''
    const found = (await stage.desk.get(`/inspections/${inspectionId}`)).body.findings[0]
    const cadre = await stage.as.role('township-officer', { division: found.division.slice(0, 9) })
    const step = aStep(found.id, 'rectified', { recordedAt: new Date().toISOString(), note: '已设测温岗' })
    expect((await cadre.post(`/inspection-findings/${found.id}/steps`, step)).body.arrival).toBe('new')
    await page.reload()
    await page.getByText('已设测温岗').waitFor()
    await page.getByRole('button', { name: '复查通过' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '复查通过' }).click()
    await page.getByText('已销号').waitFor()

    // A re-check that was not one is void, and the finding waits again; what was said of the work is said anew.
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: /^复查通过.*更正$/ }).click()
    await dialog.getByText('作废', { exact: true }).first().click()
    await dialog.getByLabel('原因').fill('没有到现场')
    await dialog.getByRole('button', { name: '作废' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('已销号').waitFor({ state: 'detached' })
    await page.getByText(/没有到现场/).waitFor()
    await page.getByRole('button', { name: /^整改.*更正$/ }).click()
    await dialog.getByLabel('原因').fill('写漏了')
    await dialog.getByLabel('做了什么(不写人名)').fill('已设测温岗两个')
    await dialog.getByRole('button', { name: '更正', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('已设测温岗两个').waitFor()
    await page.getByRole('button', { name: '复查通过', exact: true }).click()
    await dialog.getByRole('button', { name: '复查通过' }).click()
    // Whoever said what was done, if only in other words, does not pass it.
    await dialog.getByText('请另一人复查').waitFor()
    await dialog.getByRole('button', { name: '取消' }).click()
    const passed = aStep(found.id, 'passed', { recordedAt: new Date().toISOString() })
    const second = await stage.as.countyDesk()
    expect((await second.post(`/inspection-findings/${found.id}/steps`, passed)).body.arrival).toBe('new')
    await page.reload()
    await page.getByText('已销号').waitFor()

    await page.getByRole('button', { name: '更正', exact: true }).click()
    await dialog.getByLabel('原因').fill('时间记错')
    await dialog.getByLabel('备注(不写人名)').fill('与市场监管所同去')
    await dialog.getByRole('button', { name: '更正', exact: true }).click()
    await page.getByText(/更正:时间记错/).waitFor()
    await page.getByText('与市场监管所同去').waitFor()
    await page.getByText('入口没有人测温').waitFor()

    await page
      .getByRole('link', { name: /督导检查/ })
      .first()
      .click()
    await page.getByText('问题', { exact: true }).first().click()
    const row = page.getByRole('row').filter({ hasText: '劝返点夜间无人值守' })
    await row.getByText('已到县').waitFor()
    expect(await row.getByText('超期').count()).toBe(1)
    expect(await page.getByText('入口没有人测温').count()).toBe(0)
    expect(await flawsOf(page)).toEqual([])
  }))

test('on a phone the heat, the findings and one inspection are read without moving sideways', () =>
  at({ width: 390, height: 844 }, async (page) => {
    await page.goto('/inspections')
    await page.getByRole('heading', { name: '各地检查与问题' }).waitFor()
    expect(await overflowOf(page)).toBe(0)
    await page.goto('/inspections?view=findings&state=all')
    await page.getByRole('link', { name: '劝返点夜间无人值守' }).click()
    await page.getByRole('button', { name: '登记整改' }).waitFor()
    expect(await overflowOf(page)).toBe(0)
    await page.goto('/inspections/new')
    await page.getByText('去了哪里').waitFor()
    expect(await overflowOf(page)).toBe(0)
  }))
