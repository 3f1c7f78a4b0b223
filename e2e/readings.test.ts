import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOrder, aStandingOrder } from '../server/src/capabilities/isolation/isolation.factory.ts'
import { aReading, earlyPlan } from '../server/src/capabilities/isolation/readings.factory.ts'
import { sheetCodeOf } from '../server/src/capabilities/isolation/sheet-codes.ts'
import { keepPlan } from '../server/src/capabilities/isolation/sql.readings.ts'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

let stage: ConsoleStage
let browser: Browser
let village: { code: string; name: string }
/** Under an order of February 2020, and two who stand under one now. */
let past: string
let standing: string[]

async function observe(personId: string, householdId: string, isPast: boolean): Promise<string> {
  const order = (isPast ? anOrder : aStandingOrder)(village.code, { personId, householdId })
  const opened = await stage.desk.post('/isolation/orders', order)
  expect(opened.status).toBe(201)
  return order.id
}

beforeAll(async () => {
  stage = await openConsoleStage(130_726)
  browser = await openBrowser()
  const { body } = await stage.desk.get('/places/divisions?limit=1000')
  village = body.items.filter(({ code }: { code: string }) => code.length === 12).at(-1)
  // Every check of a day is over five minutes after midnight: the test does not hang on the hour.
  await stage.inside(({ tx, actor: { county }, now: received_at }) => {
    const row = { county, id: newId(), since: '2020-01-01', body: earlyPlan, recorded_by: null, received_at }
    return keepPlan(tx, { ...row, digest: Buffer.alloc(32) })
  })
  const households = ['吴一家', '郑二家', '冯三家'].map((name, nth) =>
    aHouseholdToSend(village.code, {
      block: '第1组',
      walkOrder: nth + 1,
      door: `${nth + 1}号`,
      members: [aMember({ relation: 'head', name })],
    }),
  )
  await stage.desk.post('/households/batch', { items: households })
  const ids = []
  for (const [nth, { id, members }] of households.entries())
    ids.push(await observe(members[0]?.id ?? '', id, nth === 0))
  ;[past = '', ...standing] = ids
  const fever = aReading(past, { day: '2020-02-05', slot: 'evening', temperatureC: 38.1, way: 'paper' })
  expect((await stage.desk.post('/isolation/readings/batch', { items: [fever] })).body.verdicts[0].ok).toBe(true)
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const at = (size: Size, work: (page: Page) => Promise<void>, token = stage.desk.token) =>
  withPage(browser, stage, { size, token }, work)
const soon = <T>(what: () => Promise<T>) => expect.poll(what, { timeout: 12_000 })

test(
  'who was missed stands on the board and on the list that climbs; a sheet of paper is entered by keyboard',
  () =>
    at(DESK, async (page) => {
      await page.goto('/isolation/readings')
      const climbing = page.getByRole('link', { name: /漏测未见/ })
      await soon(() => climbing.locator('dd').innerText()).toBe('2')
      expect(await flawsOf(page)).toEqual([])
      await climbing.click()
      await soon(() => page.getByRole('row').filter({ hasText: '还没有测到过' }).count()).toBe(2)

      await page.goto(`/isolation/readings/${past}?enter=paper`)
      const first = page.getByRole('textbox', { name: '2020-02-04 早 体温' })
      await first.focus()
      await page.keyboard.type('365')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.type('379')
      await page.keyboard.press('Tab')
      await page.keyboard.type('1')
      await page.getByRole('button', { name: '保存 2 条' }).click()
      const evening = page.getByRole('row').filter({ hasText: '02-04' })
      await soon(() => evening.innerText()).toMatch(/36\.5[\s\S]*37\.9/)
      await page.getByRole('img', { name: '体温曲线:应测 24 次,已测 3 次' }).waitFor()
    }),
  25_000,
)

test('the person gives a reading by a link, once; every page fits a phone', async () => {
  let address = ''
  await at(PHONE, async (page) => {
    for (const path of [
      '/isolation/readings',
      '/isolation/readings?view=climbing',
      '/isolation/readings?view=work',
      '/isolation/readings?view=doubtful',
      `/isolation/reading-sheets?division=${village.code}`,
      `/isolation/readings/${past}?enter=paper`,
      `/isolation/readings/${standing[0]}`,
    ]) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
    }
    await page.getByRole('button', { name: '生成链接' }).click()
    address = await page.locator('code').innerText()
  })
  await at(
    PHONE,
    async (page) => {
      await page.goto(address)
      await page.getByLabel('体温(°C)').fill('36.4')
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await page.getByRole('button', { name: '上报' }).click()
      await page.getByText('已收到,谢谢').waitFor()
      await page.goto('about:blank')
      await page.goto(address)
      await page.getByText('这个链接已经用过').waitFor()
    },
    '',
  )
}, 25_000)

test(
  'a reading is corrected and another voided, each with its reason; the county states another plan',
  () =>
    at(DESK, async (page) => {
      const slots = ['morning', 'evening'] as const
      const items = slots.map((slot) => aReading(past, { day: '2020-02-06', slot, temperatureC: 36.2, way: 'paper' }))
      expect((await stage.desk.post('/isolation/readings/batch', { items })).status).toBe(200)
      await page.goto(`/isolation/readings/${past}`)
      const dialog = page.getByRole('dialog')
      await page.getByRole('button', { name: '更正2020-02-06 早的记录' }).click()
      await dialog.getByLabel('体温').fill('37.6')
      await dialog.getByRole('button', { name: '更正' }).click()
      await dialog.getByText('请写明原因').waitFor()
      await dialog.getByLabel('更正原因').fill('抄错了一位')
      await dialog.getByRole('button', { name: '更正' }).click()
      const day = page.getByRole('row').filter({ hasText: '02-06' })
      await soon(() => day.innerText()).toMatch(/37\.6[\s\S]*已更正[\s\S]*36\.2/)
      await page.getByRole('button', { name: '更正2020-02-06 晚的记录' }).click()
      await dialog.getByLabel('没有测过,作废').check()
      await dialog.getByLabel('更正原因').fill('记到别人名下')
      await dialog.getByRole('button', { name: '作废' }).click()
      await soon(() => day.innerText()).toMatch(/漏测$/)

      await page.goto('/isolation/reading-plan')
      await page.getByRole('button', { name: '改规定' }).click()
      const missed = page.getByLabel('每天 1 次 今日 算漏测')
      await missed.fill('0:01')
      await page.getByRole('button', { name: '发布规定' }).click()
      await page.getByRole('alert').getByText('时段须先开始').waitFor()
      await missed.fill('24:00')
      await page.getByLabel('上报到县').fill('8')
      expect(await flawsOf(page)).toEqual([])
      await page.getByRole('button', { name: '发布规定' }).click()
      await page.getByRole('button', { name: '改规定' }).waitFor()
      await page.locator('summary').first().click()
      await page.getByText('8 小时后').waitFor()
      await page.setViewportSize(PHONE)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    }),
  25_000,
)

test(
  'the sheets of a village are one file, and the code on one leads to where it is entered',
  () =>
    at(DESK, async (page) => {
      await page.goto(`/isolation/reading-sheets?division=${village.code}`)
      await page.getByRole('link', { name: /郑/ }).waitFor()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '打印全村(一个文件)' }).click(),
      ])
      expect(file.suggestedFilename()).toBe(`隔离观察体温监测表-${village.code}.pdf`)
      const code = page.getByLabel('表号')
      await code.fill('00000-00000-1')
      await code.press('Enter')
      await page.getByText('表号不对').waitFor()
      expect(await flawsOf(page)).toEqual([])
      await code.fill(sheetCodeOf(standing[0] ?? '').toLowerCase())
      await code.press('Enter')
      await page.waitForURL(`**/isolation/readings/${standing[0]}?enter=paper`)
      await page.getByRole('heading', { name: '补录纸质监测表' }).waitFor()
    }),
  25_000,
)
