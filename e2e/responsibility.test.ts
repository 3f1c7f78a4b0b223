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
    page.setDefaultTimeout(12_000)
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
    // Word for word: the question that is still open on the page ends in the same word.
    await page.getByText('空岗', { exact: true }).first().waitFor()
    await page.goto('/responsibility')
    await page.getByRole('row').filter({ hasText: '户级' }).first().waitFor()
    await page.getByRole('link', { name: /空岗 \d/ }).click()
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

/** A box of the console's own library: opened, narrowed by what is typed, and chosen by keyboard. */
async function choose(page: Page, box: string, typed: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: box, exact: true }).fill(typed)
  await page.locator(`[role="option"][aria-label*="${typed}"]`).first().waitFor({ state: 'attached' })
  await page.keyboard.press('Enter')
}

test('a post is set up with somebody on it and a stairwell to answer for, which is taken away again', () =>
  atTheDesk(async (page) => {
    await page.goto(`/responsibility?view=posts&area=${village.code}`)
    await page.getByRole('button', { name: '设立岗位' }).click()
    const dialog = page.getByRole('dialog')
    await choose(page, '类别', '派出所民警')
    await dialog.getByLabel('岗位名称').fill('驻村民警')
    await dialog.getByText('已登记的居民').click()
    await dialog.getByLabel('姓名、拼音、电话后四位或身份证号').fill('吴满仓')
    await dialog.getByRole('button', { name: /查\s?找/ }).click()
    await dialog
      .getByRole('button', { name: /吴\*仓/ })
      .first()
      .click()
    await dialog.getByText('同时明确包联范围').click()
    await dialog.getByText('楼门或村民组').click()
    await choose(page, '楼门或村民组', '第3组')
    expect(await flawsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '设立岗位' }).click()
    await page.getByRole('heading', { name: '驻村民警', level: 1 }).waitFor()
    const duties = page.getByRole('region', { name: '包联范围' })
    await duties.getByText('第3组').waitFor()

    await page.getByRole('button', { name: '增加包联' }).click()
    await dialog.getByRole('button', { name: '增加包联' }).click()
    await duties.getByText('全部').waitFor()
    await page.getByRole('button', { name: '解除:第3组' }).click()
    await dialog.getByRole('button', { name: /解\s?除/ }).click()
    await duties.getByText('第3组').waitFor({ state: 'detached' })
    expect(await flawsOf(page)).toEqual([])
  }))

test('a team is formed by its rule, lacks whom it lacks, changes, and is dissolved; the rule gets another role', () =>
  atTheDesk(async (page) => {
    await page.goto(`/responsibility?view=teams&area=${village.code}`)
    await page.getByRole('button', { name: '组成小组' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('全村(社区)').click()
    await choose(page, '村(社区)干部', '村支书')
    await dialog.getByRole('button', { name: '组成小组' }).click()
    const row = page.getByRole('row').filter({ hasText: '三包一' })
    await row.getByText('缺 派出所民警').waitFor()
    await row.getByRole('button', { name: /修\s?改/ }).click()
    await choose(page, '加入:派出所民警', '驻村民警')
    await dialog.getByRole('button', { name: '退出:驻村民警' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '退出:驻村民警' }).click()
    await row.getByText('缺 派出所民警').waitFor()
    await dialog.getByRole('button', { name: '解散小组' }).click()
    await dialog.getByLabel('理由').fill('已解除隔离')
    await dialog.getByRole('button', { name: '解散小组' }).click()
    await page.getByText('没有包保小组').waitFor()

    await page.goto('/responsibility?view=rules')
    const rule = page.getByRole('row').filter({ hasText: '三包一' })
    await rule.getByRole('button', { name: /修\s?改/ }).click()
    await dialog.getByRole('button', { name: '增加角色' }).click()
    const role = dialog.getByRole('group', { name: '第 4 个角色' })
    await role.getByLabel('中文名称').fill('志愿者')
    await role.getByLabel('英文名称').fill('Volunteer')
    await role.getByRole('combobox', { name: '由哪些岗位担任' }).fill('包户志愿者')
    await page.keyboard.press('Enter')
    await role.getByLabel('至少几人').click()
    await dialog.getByRole('button', { name: /实\s?行/ }).click()
    await rule.filter({ hasText: '本县' }).getByText('志愿者 ≥1').waitFor()
    await page.getByRole('button', { name: '新增类别' }).click()
    await dialog.getByLabel('中文名称').fill('包片教师')
    await dialog.getByLabel('英文名称').fill('Teacher of an area')
    await dialog.getByRole('button', { name: /实\s?行/ }).click()
    await page.getByRole('row').filter({ hasText: '包片教师' }).getByText('本县').waitFor()
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
