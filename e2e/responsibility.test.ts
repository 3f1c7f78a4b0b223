import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { aPost } from '../server/src/capabilities/responsibility/responsibility.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

const COUNTY = 130_684
let stage: ConsoleStage
let browser: Browser
let village: { code: string; name: string }
let volunteers: string[]
let lastHome: string

/** Nine doors in three groups, leaders above them, and two volunteers who have no doors yet. */
beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  const { desk } = stage
  const { items } = (await desk.get('/places/divisions?level=village&limit=1')).body
  village = items[0]
  const homes = Array.from({ length: 9 }, (_, nth) =>
    aHouseholdToSend(village.code, {
      block: `第${Math.floor(nth / 3) + 1}组`,
      walkOrder: nth + 1,
      members: [aMember({ name: '吴满仓' })],
    }),
  )
  await desk.post('/households/batch', { items: homes })
  lastHome = homes.at(-1)?.id ?? ''
  const holder = (nth: number) => ({ kind: 'person' as const, id: homes[nth]?.members[0]?.id ?? '' })
  const whole = (division: string) => [{ reach: 'division' as const, division }]
  const [county, township] = [village.code.slice(0, 6), village.code.slice(0, 9)]
  const posts = [
    aPost(county, { kind: 'county-leader', title: '包乡镇县领导', holder: holder(0), duties: whole(township) }),
    aPost(township, { kind: 'township-leader', title: '包村领导', holder: holder(1), duties: whole(village.code) }),
    aPost(village.code, { kind: 'village-cadre', title: '村支书', holder: holder(2), duties: whole(village.code) }),
    ...[1, 2].map((nth) => aPost(village.code, { title: `志愿者${nth}号`, holder: holder(nth + 2) })),
  ]
  const opened = await desk.post('/responsibility/posts/batch', { items: posts })
  expect(opened.body.verdicts.every(({ ok }: { ok: boolean }) => ok)).toBe(true)
  volunteers = posts.slice(3).map(({ id }) => id)
  await stage.settle()
  browser = await openBrowser()
}, 120_000)
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

test('from nobody at the door to everybody covered, through a plan; then one leaves and the doors show up again', () =>
  atTheDesk(async (page) => {
    await page.goto('/responsibility')
    await page.getByText('第1组 第 1 户').waitFor()
    expect(await page.getByRole('row').filter({ hasText: '户级' }).count()).toBe(9)
    expect(await flawsOf(page)).toEqual([])

    await page.getByRole('link', { name: '成批分派' }).click()
    await page.getByText('先选择村或社区').waitFor()
    await page.getByRole('combobox', { name: '村或社区' }).fill(village.code)
    await page.keyboard.press('Enter')
    await page.getByText('9 户分给 2 个岗位,每人 3–6 户').waitFor()
    await page.getByText('村(社区)名册').click()
    await page.getByRole('row').filter({ hasText: '第3组' }).getByText('7–9').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.getByRole('button', { name: '执行方案' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '执行方案' }).click()
    await page.getByText('已执行:新增 3 条,终止 0 条。').waitFor()
    await page.getByRole('link', { name: '四级包联' }).first().click()
    await page.getByText('每一户都有四级责任人').waitFor()

    await page.goto(`/responsibility/households/${lastHome}`)
    await page.getByText('四级责任人齐全').waitFor()
    await page.goto(`/responsibility/posts/${volunteers[0]}`)
    await page.getByRole('button', { name: '离岗' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '离岗' }).click()
    await page.getByText('空岗').first().waitFor()
    await page.goto('/responsibility')
    await page.getByRole('row').filter({ hasText: '户级' }).first().waitFor()
    await page.getByRole('link', { name: /空岗/ }).click()
    await page.getByRole('link', { name: '志愿者1号' }).waitFor()
  }))

test('a plan that has gone stale is refused in words, and nothing of it is applied', () =>
  atTheDesk(async (page) => {
    await page.goto(`/responsibility/plan?division=${village.code}`)
    await page.getByRole('button', { name: '执行方案' }).click()
    const what = { reach: 'block', division: village.code, block: '第1组' }
    const duty = { id: randomUUID(), postId: volunteers[1], beginsAt: '2020-02-03T08:00:00+08:00', what }
    await stage.desk.post('/responsibility/duties', duty)
    await page.getByRole('dialog').getByRole('button', { name: '执行方案' }).click()
    await page.getByText(/有了变化,方案未执行/).waitFor()
  }))

test('every page of the responsibilities fits a phone', () =>
  atTheDesk(
    async (page) => {
      const paths = [
        '/responsibility',
        `/responsibility?view=tree&area=${village.code}`,
        '/responsibility?view=posts',
        '/responsibility?view=teams',
        '/responsibility?view=rules',
        `/responsibility/posts/${volunteers[1]}`,
        `/responsibility/posts/${volunteers[1]}/hand-over`,
        `/responsibility/households/${lastHome}`,
        `/responsibility/plan?division=${village.code}`,
      ]
      for (const path of paths) {
        await page.goto(path)
        await page.locator('h1').waitFor()
        await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
        expect(await flawsOf(page), path).toEqual([])
        expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
      }
    },
    { width: 390, height: 844 },
  ))
