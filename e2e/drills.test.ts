import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../server/src/capabilities/cases/course.factory.ts'
import { accepted, anItem, aReceipt, aStore } from '../server/src/capabilities/supplies/supplies.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county of its own, with an outline. */
const COUNTY = 131_028

let stage: ConsoleStage
let browser: Browser

const DAY_MS = 86_400_000
/** A day of the county so many days ago. */
const daysAgo = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10)

/** Masks in the depot, and what a person isolated is assumed to use of them. */
async function masks(desk: ConsoleStage['desk']) {
  const [item, store] = [anItem(), aStore(String(COUNTY))]
  await accepted(desk.post('/supplies/items/batch', { items: [item] }))
  await accepted(desk.post('/supplies/stores/batch', { items: [store] }))
  const receipt = aReceipt(store.id, { itemId: item.id, lotId: item.id }, 500)
  await accepted(desk.post('/supplies/movements/batch', { items: [receipt] }))
  const use = { id: newId(), itemId: item.id, basis: 'isolated', perDay: 2, heads: null, from: '2020-02-01' }
  await accepted(desk.post('/supplies/assumptions/batch', { items: [{ ...use, because: '每人每天两只' }] }))
}

/** Confirmed by a swab on the day after they fell ill. */
async function confirmed(village: string, ago: number) {
  const at = `${daysAgo(ago - 1)}T09:00:00+08:00`
  const one = await aCase(stage.desk, village, { at, recordedAt: at })
  await one.onset(at, daysAgo(ago))
  await one.tested(at, at, 'positive')
  await one.decide(at, 'confirmed', 'laboratory')
}

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { body } = await stage.desk.get('/places/divisions?limit=1000')
  const village = body.items.filter(({ code }: { code: string }) => code.length === 12)[20].code
  await masks(stage.desk)
  await Promise.all([16, 10, 9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4].map((ago) => confirmed(village, ago)))
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, work: (page: Page) => Promise<void>) =>
  withPage(browser, stage, { size }, async (page) => {
    await work(page)
    expect(await flawsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

test('the reproduction number stands with its interval, and what is too recent is said', () =>
  at({ width: 390, height: 844 }, async (page) => {
    await page.goto('/epidemiology')
    await page.getByText(/为止的一周:Rt = \d\.\d\d\(\d\.\d\d–\d/).waitFor()
    await page.getByText('代间距取自现行方案中的公开文献值').waitFor()
    await page.getByText('按发现日期').click()
    await page.waitForURL(/by=found/)
  }))

test('a drill is run, marked as one wherever it is seen, and the same from its address', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/drills')
    await page.getByText('没有人口:登记册为空时').waitFor()
    const run = page.getByRole('button', { name: '开始推演' })
    expect(await run.isDisabled()).toBe(true)
    await page.getByLabel('常住人口').fill('30000')
    await page.getByLabel('模拟次数').fill('60')
    await page.getByLabel('推演天数').fill('60')
    await page.getByLabel('集中隔离房间').fill('40')
    await run.click()
    const summary = page.getByText(/模拟 60 次,每次 60 天/)
    await summary.waitFor()
    const said = await summary.textContent()
    expect(await page.getByText('推演 · 非实际数据').count()).toBe(4)
    expect(await page.getByRole('img', { name: /^推演:.*不是实际数据/ }).count()).toBe(4)
    expect(await page.getByRole('table', { name: '推演:需要与现有' }).count()).toBe(1)
    await page.getByRole('row', { name: /一次性外科口罩.*500 只.*第 \d+ 天/ }).waitFor()
    await page.reload()
    await run.click()
    await summary.waitFor()
    expect(await summary.textContent()).toBe(said)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('以下全部是按假设反复模拟出来的').isVisible()).toBe(true)
  }))

test('a drill that takes too long is stopped, and a number that cannot be is not run', () =>
  at({ width: 390, height: 844 }, async (page) => {
    await page.goto('/drills')
    await page.getByLabel('常住人口').fill('2000000')
    await page.getByLabel('模拟次数').fill('1000')
    await page.getByLabel('无措施时每例传染').fill('6')
    await page.getByRole('button', { name: '开始推演' }).click()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByRole('progressbar').waitFor({ state: 'hidden' })
    await page.getByLabel('模拟次数').fill('5')
    await page.getByText('有数字没有填写,或超出了可用的范围').waitFor()
  }))
