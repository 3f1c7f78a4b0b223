import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county that no other test of the browser imports. */
const COUNTY = 131_022
const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString()
/** As a field of local time holds it, in the county's zone. */
const local = (hoursAgo: number) => new Date(Date.now() + 8 * HOUR_MS - hoursAgo * HOUR_MS).toISOString().slice(0, 16)

let stage: ConsoleStage
let browser: Browser
let topicId: string

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { desk } = stage
  const { body } = await desk.get('/places/divisions?limit=1000')
  const village: string = body.items.filter(({ code }: { code: string }) => code.length === 12).at(-1).code
  const said = [
    ['药店的口罩涨到五十块一个', 14],
    ['高速路口全封了走不了', 11],
  ] as const
  const items = said.map(([words, count]) => ({
    ...{ id: randomUUID(), division: village, source: 'channel', channel: 'wechat-group', words, items: count },
    heardAt: ago(8),
  }))
  expect((await desk.post('/rumour-signals/batch', { items })).status).toBe(200)
  const topics = (await desk.get('/rumour-topics')).body.items
  const cards = await Promise.all(topics.map(({ id }: { id: string }) => desk.get(`/rumour-topics/${id}`)))
  topicId = cards.find((one) => one.body.wordings[0].words === said[0][0])?.body.topic.id
  const [pieceId, versionId] = [randomUUID(), randomUUID()]
  const text = { lang: 'zh', title: '口罩价格的答复', blocks: [{ kind: 'paragraph', text: '抬价药店已查处。' }] }
  const piece = { division: String(COUNTY), kind: 'answer', topicId, content: { texts: [text], signed: ['县防控办'] } }
  const writer = await stage.as.role('publicity-editor')
  const replies = [
    await writer.post('/pieces', { id: pieceId, versionId, ...piece }),
    await writer.post(`/pieces/${pieceId}/steps`, { id: randomUUID(), versionId, step: 'submitted' }),
    await desk.post(`/pieces/${pieceId}/steps`, { id: randomUUID(), versionId, step: 'approved' }),
    await desk.post(`/pieces/${pieceId}/publications`, { id: randomUUID(), versionId, at: ago(2) }),
  ]
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, work: (page: Page) => Promise<void>) => withPage(browser, stage, { size }, work)
async function say(page: Page, verb: string, fields: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog')
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value)
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
async function choose(page: Page, label: string, option: RegExp, typed?: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label, { exact: true })
  await field.click()
  // A long list draws only what is in view.
  if (typed) await field.fill(typed)
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

test('from the list to the answer: overdue first, weighed, verified, answered by the piece that went out', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto(`/rumours/topics/${topicId}`)
    const main = page.getByRole('main')
    await main.getByText('药店的口罩涨到五十块一个').waitFor()
    await page.getByRole('button', { name: '定名归类', exact: true }).click()
    await choose(page, '主题', /粮食与物价/, '粮食')
    await page.getByRole('dialog').getByLabel('话题', { exact: true }).fill('口罩价格')
    await page.getByRole('dialog').getByLabel('时间', { exact: true }).fill(local(7))
    await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
    await main.getByRole('heading', { name: '口罩价格', exact: true }).waitFor()
    await say(page, '研判', { 理由: '多个群在传', 时间: local(6) })
    await main.getByText('中', { exact: true }).waitFor()
    await say(page, '核实', {
      核实岗位: '县市场监管局价格岗',
      依据: '检查记录',
      说明: '确有抬价,张建国家',
      时间: local(4),
    })
    await main.getByRole('list', { name: '办理记录' }).getByText('核实').waitFor()
    expect(await main.getByText('张建国').count()).toBe(0)
    await page.getByRole('button', { name: '登记答复', exact: true }).click()
    await choose(page, '已发布的答复', /口罩价格的答复/)
    await page.getByRole('dialog').getByLabel('发到哪些渠道', { exact: true }).fill('公告板、大喇叭')
    await page.getByRole('dialog').getByLabel('时间', { exact: true }).fill(local(1))
    await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await main.getByText('迟于时限').first().waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.goto('/rumours')
    await main.getByRole('link', { name: '口罩价格', exact: true }).waitFor()
    await main.getByRole('link', { name: '超过时限 1' }).click()
    await main.getByRole('link', { name: '(未定名)' }).waitFor()
    // What is heard elsewhere comes to an open page by itself.
    await page.goto('/rumours')
    await main.getByRole('link', { name: '口罩价格', exact: true }).waitFor()
    const before = await main.getByRole('link', { name: '(未定名)' }).count()
    const said = {
      division: String(COUNTY),
      source: 'hotline',
      channel: 'phone',
      words: '听说明天超市全都关门',
      items: 12,
    }
    await stage.desk.post('/rumour-signals', { id: randomUUID(), ...said, heardAt: ago(1) })
    await expect.poll(() => main.getByRole('link', { name: '(未定名)' }).count(), { timeout: 10_000 }).toBe(before + 1)
    await page.getByRole('button', { name: '登记听到的说法', exact: true }).click()
    await page.getByRole('dialog').getByLabel('听到的说法', { exact: true }).fill('李小红说封村,电话15400001234')
    await page.getByRole('dialog').getByText('〔略〕说封村,电话〔略〕').waitFor()
    expect(await flawsOf(page)).toEqual([])
  }))

test('on a phone every view fits and can be read', () =>
  at({ width: 390, height: 844 }, async (page) => {
    for (const [path, table] of [
      ['/rumours', '话题'],
      ['/rumours?view=matrix', '研判矩阵'],
    ] as const) {
      await page.goto(path)
      await page.getByRole('main').getByRole('table', { name: table }).waitFor()
      expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
    }
    await page.goto('/rumours?view=week')
    await page.getByRole('main').getByRole('list', { name: '话题' }).waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.goto(`/rumours/topics/${topicId}`)
    await page.getByRole('main').getByRole('list', { name: '经过' }).waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await flawsOf(page)).toEqual([])
  }))
