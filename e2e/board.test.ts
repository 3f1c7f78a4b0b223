import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPassage } from '../server/src/capabilities/checkpoints/checkpoints.factory.ts'
import { type Client, newId } from '../server/test/scenario/scenario.ts'
import { type Filled, fillBoard } from './board-stage.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 131_024
const DESK = { width: 1440, height: 900 }
const WALL = { width: 1920, height: 1080 }
const PHONE = { width: 390, height: 844 }

let stage: ConsoleStage
let browser: Browser
let filled: Filled

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  filled = await fillBoard(stage)
  browser = await openBrowser()
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function openAs(client: Client, viewport: { width: number; height: number }, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', baseURL: stage.url })
  await signedInAs(context, stage.url, client.token)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(path)
  return page
}

/** Every tile has come. */
const isThere = (page: Page) =>
  page.waitForFunction(() => {
    const board = document.querySelector('section[data-tile]')
    return board !== null && document.querySelector('[aria-busy="true"]') === null
  })
const tile = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Whatever is cut off by its own frame, or on a wall by the edge of the screen. */
const cutOff = (page: Page, wall: boolean) =>
  page.evaluate((onWall) => {
    const boxes = [...document.querySelectorAll('section[data-tile], [data-testid="cells"]')]
    const cut = boxes.filter((one) => {
      const { right, bottom } = one.getBoundingClientRect()
      const isBeyond = onWall && (right > innerWidth + 1 || bottom > innerHeight + 1)
      return isBeyond || one.scrollHeight > one.clientHeight + 1
    })
    return cut.map((one) => one.getAttribute('aria-label') ?? one.className)
  }, wall)

/** The smallest letters that anybody is meant to see. */
const readability = (page: Page) =>
  page.evaluate(() => {
    const sizes = new Map<number, string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('.visually-hidden, title, script, style')) continue
      if (!element.checkVisibility()) continue
      sizes.set(Number.parseFloat(getComputedStyle(element).fontSize), node.textContent)
    }
    const smallest = Math.min(...sizes.keys())
    return { smallest, text: sizes.get(smallest) }
  })

test('the board follows what happens, and each number leads to where it comes from', async () => {
  const page = await openAs(stage.desk, DESK, '/command/board')
  const faults = faultsOf(page)
  await isThere(page)
  expect(await cutOff(page, false)).toEqual([])
  expect(await page.getByTestId('figure-fevers-open').innerText()).toBe('0')
  await tile(page, '最近一道指令的落实').getByText('未签收', { exact: false }).first().waitFor()
  await tile(page, '舆情超时未答').getByText('超时 3 个').waitFor()
  await tile(page, '物资可用天数').getByRole('row', { name: '一次性外科口罩' }).getByText('2.5').waitFor()

  const [checkpoint = ''] = filled.checkpoints
  const fever = aPassage(checkpoint, { temperatureC: 38.6, decision: 'medical', recordedAt: new Date().toISOString() })
  await stage.desk.post(`/checkpoints/${checkpoint}/passages`, fever)
  await page.getByTestId('figure-fevers-open').filter({ hasText: '1' }).waitFor()
  await tile(page, '检查点分布').getByRole('link', { name: '第1检查点 1' }).waitFor()
  const outcome = { id: newId(), recordedAt: new Date().toISOString(), outcome: 'excluded' }
  await stage.desk.post(`/hand-overs/${fever.id}/outcomes`, outcome)
  await page.getByTestId('figure-fevers-open').filter({ hasText: '0' }).waitFor()

  await page.getByTestId('figure-screened').click()
  await page.getByRole('heading', { name: '累计排查人数', level: 1 }).waitFor()
  expect(faults).toEqual([])
  await page.context().close()
}, 60_000)

test('on a wall, light or dark, nothing is smaller than 24 pixels and nothing is cut off', async () => {
  const page = await openAs(stage.desk, WALL, '/wall')
  const faults = faultsOf(page)
  await isThere(page)
  expect(await readability(page)).toMatchObject({ smallest: 24 })
  expect(await cutOff(page, true)).toEqual([])
  const cells = await page.getByTestId('cells').locator('span').count()
  expect(cells).toBeGreaterThanOrEqual(filled.villages.length)
  await page.getByRole('button', { name: '换成深色' }).click()
  await page.getByRole('button', { name: '换成浅色' }).waitFor()
  expect(await readability(page)).toMatchObject({ smallest: 24 })
  expect(await cutOff(page, true)).toEqual([])
  expect(await flawsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(faults).toEqual([])
  await page.context().close()
}, 60_000)

test('a tile that fails says so by itself, and what has not come is on its way', async () => {
  const page = await openAs(stage.desk, DESK, '/settings')
  const at = new Date().toISOString()
  const rumours = { asOf: at, items: [], next: null, counts: { open: 2, overdue: 0, unassessed: 0, answeredToday: 0 } }
  const told = [
    { tile: 'cover', at, problem: { code: 'kernel.unavailable', status: 503 } },
    { tile: 'order', at, body: null },
    { tile: 'rumours', at, body: rumours },
    { tile: 'rumours', at, patch: [{ op: 'replace', path: '/counts/open', value: 3 }] },
    { tile: 'command', at, problem: { code: 'kernel.not-allowed', status: 403 } },
  ]
  const body = told.map((one) => `event: tile\ndata: ${JSON.stringify(one)}\n\n`).join('')
  await page.route('**/api/command-board', (route) => route.fulfill({ contentType: 'text/event-stream', body }))
  await page.goto('/command/board')
  await tile(page, '物资可用天数').getByRole('alert').getByText('读取失败(kernel.unavailable)').waitFor()
  await tile(page, '舆情超时未答').getByText('在办 3 个').waitFor()
  await tile(page, '最近一道指令的落实').getByText('还没有列出措施的指令').waitFor()
  expect(await tile(page, '逾期工作').count(), 'not for this seat').toBe(0)
  expect(await tile(page, '检查点分布').locator('[aria-busy="true"]').count()).toBe(1)
  await page.context().close()
}, 60_000)

test('a phone shows it one below the other, and a seat is shown what it may read', async () => {
  const township = filled.villages[0]?.slice(0, 9) ?? ''
  const page = await openAs(await stage.as.role('township-officer', { division: township }), PHONE, '/command/board')
  await isThere(page)
  await tile(page, '最近一道指令的落实').waitFor()
  expect(await tile(page, '舆情超时未答').count(), 'the county reads rumours').toBe(0)
  expect(await cutOff(page, false)).toEqual([])
  expect(await flawsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.context().close()
}, 60_000)
