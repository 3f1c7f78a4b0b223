import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aContent, aSeries, givenDraft, issue, signed } from '../server/src/capabilities/command/documents.factory.ts'
import { after, aStep, GIVEN, giveTo, tasksOf } from '../server/src/capabilities/command/tasks.factory.ts'
import { aPost } from '../server/src/capabilities/responsibility/responsibility.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 130_925

let stage: ConsoleStage
let browser: Browser
let documentId: string
let villages: string[]
const seriesId = newId()
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { desk } = stage
  await desk.post('/document-series', aSeries(String(COUNTY), { id: seriesId }))
  const draft = await signed(desk, await stage.as.countyDesk(), await givenDraft(desk, seriesId, aContent()))
  await issue(desk, draft)
  documentId = draft.documentId
  const { items } = (await desk.get('/places/divisions?level=village&limit=500')).body
  villages = items.map(({ code }: { code: string }) => code)
  await desk.post('/responsibility/posts', aPost(String(COUNTY), { kind: 'county-leader', title: '县级包联领导' }))
  const measureId = newId()
  const measures = [
    { id: measureId, point: 1, title: '禁止各类聚餐', asks: { words: false, count: '桌', photo: true } },
  ]
  await desk.post(`/documents/${documentId}/measures`, { measures })
  for (const to of ['townships', 'villages'] as const) await giveTo(desk, { documentId, measureId, targets: { to } })
  const tasks = await tasksOf(desk, `measureId=${measureId}&area=${villages[0]?.slice(0, 9)}`)
  const steps = [...tasks.values()]
    .slice(0, 6)
    .map((one, nth) => aStep(one, nth % 2 ? 'doing' : 'received', { recordedAt: after(2) }))
  await desk.post('/task-steps/batch', { items: steps })
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, work: (page: Page) => Promise<void>) => withPage(browser, stage, { size }, work)

test('from the measures to the sheet, to one village, to its evidence, and to what was decided on it', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/command/measures')
    await page.getByRole('link', { name: '第1条 禁止各类聚餐' }).click()
    await page.getByRole('heading', { name: '县乡村总表' }).waitFor()
    const more = page.getByRole('button', { name: /另有 \d+ 个村/ })
    await more.first().waitFor()
    const waiting = page.getByRole('link', { name: /(未签收超时|逾期)$/ })
    const [before, closed] = [await waiting.count(), await more.count()]
    const others = Number(/\d+/.exec((await more.first().textContent()) ?? '')?.[0])
    await more.first().click()
    expect([await waiting.count(), await more.count()]).toEqual([before + others, closed - 1])
    await page.getByRole('button', { name: '显示村名' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: /\? .+未签收超时$/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: '大屏显示' }).click()
    const wall = page.getByRole('dialog', { name: '县乡村总表' })
    await wall.getByText('未签收超时').first().waitFor()
    await wall.getByRole('button', { name: '退出大屏' }).click()
    await page.goto(`/command/tasks?documentId=${documentId}&area=${villages[0]}`)
    await page.locator('table a').first().click()
    await page.getByText('完成时须报:数量(桌)、要照片').waitFor()
    await page.getByRole('button', { name: '报完成' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('数量(桌)').fill('2')
    await dialog.getByRole('button', { name: '报完成' }).click()
    await dialog.getByText('佐证不齐').waitFor()
    await dialog.getByLabel('照片').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PICTURE })
    await dialog.getByRole('button', { name: '报完成' }).click()
    await page.getByRole('img', { name: /佐证照片/ }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.goto('/command/decisions')
    await page.getByRole('button', { name: '登记决策' }).first().click()
    await dialog.getByLabel('决定', { exact: true }).fill('对未签收的村电话督办')
    await dialog.getByLabel('理由').fill('多数村未按时签收')
    await dialog.getByLabel('决定人职务').fill('防控办主任')
    await dialog.getByLabel('所依据的指标').fill('措施任务数')
    await page.locator('.ant-select-item-option').filter({ hasText: '措施任务数' }).click()
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '对未签收的村电话督办' }).waitFor()
    const [given] = (await stage.desk.get('/decisions')).body.items[0].figures
    expect(given.value).toBeGreaterThan(villages.length)
    await page.getByRole('link', { name: new RegExp(`措施任务数.*${given.value.toLocaleString('en-US')}`) }).click()
    await page.waitForURL(/\/figures\/tasks-given\?.*asOf=/)
  }))

/** To one village by name, and to whoever sits on a kind of seat there. */
async function givenByName(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.goto(`/command/measures?document=${documentId}`)
  await page.getByRole('button', { name: '下发公文(阅知)' }).click()
  await dialog.getByLabel('下达给').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '某地的某类席位' }).click()
  await dialog.getByLabel('席位').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '检查站班组' }).click()
  await dialog.getByLabel('乡镇、村、社区').fill(villages[1] ?? '')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '下达' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.goto(`/command/tasks?documentId=${documentId}&area=${villages[1]}`)
  await page.getByText('检查站班组').waitFor()
}

/** A village that cannot do it: a leader of the county does. */
async function passedOn(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const [task] = (await stage.desk.get(`/tasks?documentId=${documentId}&kind=measure&area=${villages[2]}`)).body.items
  await page.goto(`/command/tasks/${task.id}`)
  await page.getByRole('button', { name: '退回' }).click()
  await dialog.getByLabel('退回原因').fill('人手不足')
  await dialog.getByRole('button', { name: '退回' }).click()
  await page.getByText('人手不足').waitFor()
  await page.getByRole('button', { name: '转办' }).click()
  await dialog.getByLabel('岗位', { exact: true }).check()
  await dialog.getByRole('combobox', { name: '岗位', exact: true }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '县级包联领导' }).click()
  await dialog.getByLabel('转办原因').fill('由包联领导办理')
  await dialog.getByRole('button', { name: '转办' }).click()
  await page.getByRole('link', { name: '转办后的任务' }).click()
  await page.getByText('县级包联领导').waitFor()
  await page.getByRole('link', { name: '转办前的任务' }).waitFor()
}

test('a document goes to a kind of seat in one village, and a task that comes back is passed on to a post', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await givenByName(page)
    await passedOn(page)
    expect(await flawsOf(page)).toEqual([])
  }))

/** A second order with one measure, which two villages have: one reports it done. */
async function secondOrder(): Promise<{ id: string; task: string }> {
  const { desk } = stage
  const content = aContent({ title: '试验县疫情防控工作领导小组关于暂停集市的指令' })
  const draft = await signed(desk, await stage.as.countyDesk(), await givenDraft(desk, seriesId, content))
  await issue(desk, draft)
  const [measureId, id] = [newId(), draft.documentId]
  await desk.post(`/documents/${id}/measures`, { measures: [{ id: measureId, title: '暂停集市' }] })
  const divisions = villages.slice(0, 2)
  await giveTo(desk, { documentId: id, measureId, targets: { to: 'places', divisions } })
  const task = (await tasksOf(desk, `measureId=${measureId}`)).get(villages[0] ?? '') ?? ''
  const cadre = await stage.as.role('village-cadre', { division: villages[0] ?? '' })
  await cadre.post('/task-steps/batch', { items: [aStep(task, 'done', { note: '集市已停', recordedAt: after(3) })] })
  return { id, task }
}

test('what a village reported done is sent back with its reason, and what is withdrawn ends what was still open', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    const { id, task } = await secondOrder()
    const dialog = page.getByRole('dialog')
    await page.goto(`/command/tasks/${task}`)
    await page.getByText('已完成').first().waitFor()
    await page.getByRole('button', { name: '退回' }).click()
    await dialog.getByLabel('退回原因').fill('集市昨天仍开')
    await dialog.getByRole('button', { name: '退回' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('集市昨天仍开').waitFor()
    expect(await page.getByText('已完成').count()).toBe(0)
    await page.getByText('集市已停').waitFor()
    await page.goto(`/documents/${id}`)
    await page.getByRole('button', { name: '撤回' }).click()
    await dialog.getByLabel('原因').fill('改由另一件指令规定')
    await dialog.getByRole('button', { name: '撤回' }).click()
    await page.getByText('已撤回', { exact: true }).waitFor()
    await page.goto(`/command/measures/${id}`)
    await page.getByText('公文已失效').first().waitFor()
    const cells = page.getByRole('link', { name: /公文已失效$/ })
    expect(await cells.count()).toBe(2)
  }))

test('measures, sheet, tasks and decisions can be read at a desk and on a phone', async () => {
  const { items } = (await stage.desk.get(`/tasks?documentId=${documentId}&limit=1`)).body
  const paths = [
    '/command/measures',
    `/command/measures/${documentId}?asOf=${encodeURIComponent(new Date(Date.parse(GIVEN) + 5 * 3_600_000).toISOString())}`,
    `/command/tasks?documentId=${documentId}`,
    `/command/tasks/${items[0].id}`,
    '/command/decisions',
  ]
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    await at(size, async (page) => {
      for (const path of paths) {
        await page.goto(path)
        await page.locator('h1').waitFor()
        await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
        expect({ path, over: await overflowOf(page), flaws: await flawsOf(page) }).toEqual({ path, over: 0, flaws: [] })
      }
    })
})
