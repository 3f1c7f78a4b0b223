import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  aContent,
  aSeries,
  givenDraft,
  issue,
  signed,
  step,
} from '../server/src/capabilities/command/documents.factory.ts'
import { aPost } from '../server/src/capabilities/responsibility/responsibility.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 130_727
const AT = '2020-01-24T12:00:00+08:00'
const FILE = Buffer.from('序号,单位\n1,公安局\n')

let stage: ConsoleStage
let browser: Browser
let issuedId: string
let officeId: string
const seriesId = newId()

async function say(path: string, said: object): Promise<string> {
  const body = { id: newId(), ...said }
  const reply = await stage.desk.post(path, body)
  expect([200, 201], JSON.stringify(reply.body)).toContain(reply.status)
  return body.id
}

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const division = String(COUNTY)
  await say('/document-series', aSeries(division, { id: seriesId }))
  const draft = await signed(stage.desk, await stage.as.countyDesk(), await givenDraft(stage.desk, seriesId))
  await issue(stage.desk, draft)
  issuedId = draft.documentId
  const ladder = await say('/response-ladders', { division, title: '省级响应', rungs: ['Ⅳ', 'Ⅲ', 'Ⅱ', 'Ⅰ'] })
  const by = {
    authority: '试验省人民政府',
    documentNo: '试疫防指〔2020〕1号',
    documentId: issuedId,
    grounds: '疫情扩散',
  }
  const starts = [{ id: newId(), kind: 'transport', words: '县际客运班车停运' }]
  await say(`/response-ladders/${ladder}/turns`, {
    turn: 'opened',
    rung: 'Ⅰ',
    starts,
    reportEveryHours: 24,
    at: AT,
    ...by,
  })
  const tasks = [{ what: '各村设立检查劝返点', role: '公安组', withinHours: 12 }]
  await say('/response-plans', { division, title: '非典防治应急预案', year: 2003, tasks })
  const group = { division, mandate: '统一领导、统一指挥、统一调度', at: AT }
  const top = await say('/organisation/bodies', { ...group, kind: 'leading-group', title: '疫情防控工作领导小组' })
  officeId = await say('/organisation/bodies', {
    ...group,
    kind: 'office',
    title: '防控办',
    parentId: top,
    telephone: '0314-5050000',
  })
  for (const title of ['疫情监测组', '医疗救治组'])
    await say('/organisation/bodies', { ...group, kind: 'special-group', title, parentId: officeId })
  const postId = await say(
    '/responsibility/posts',
    aPost(division, { kind: 'county-leader', title: '县委书记', openedAt: AT }),
  )
  await say(`/organisation/bodies/${top}/members`, { postId, role: 'head', fromOn: '2020-01-24' })
  const times = { startsAt: '2020-02-01T08:00:00+08:00', endsAt: '2020-02-02T08:00:00+08:00' }
  await say(`/organisation/bodies/${officeId}/duties`, { postId, telephone: '0314-5050001', ...times })
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, work: (page: Page) => Promise<void>) => withPage(browser, stage, { size }, work)

test('a draft is checked as it is written, and gets its number when somebody else has passed it', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/documents')
    await page.getByRole('link', { name: '起草公文' }).click()
    await page.getByLabel('标题').fill('试验县疫情防控工作领导小组关于取消集会的指令')
    await page.getByLabel('第 1 段', { exact: true }).fill('自2020年01月26日起，取消一切集会。')
    await page.getByText('没有主送机关').waitFor()
    await page.getByText('不编虚位').waitFor()
    await page.getByLabel('第 1 段', { exact: true }).fill('自2020年1月26日起，取消一切集会。')
    await page.getByLabel('主送机关').fill('各乡镇人民政府')
    await page.keyboard.press('Enter')
    await page.getByText('没有发现问题').waitFor()
    await page.getByRole('img', { name: /取消集会.*的版面/ }).waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.getByRole('button', { name: '保存稿子' }).click()
    const wrong = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('错') }
    await page.locator('input[type=file]').setInputFiles(wrong)
    await page.getByRole('button', { name: '作废 名单.csv' }).click()
    await page.getByLabel('哪里错了').click()
    await page.locator('.ant-select-item-option').filter({ hasText: '含不应公开的个人信息' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
    await page.getByText('已作废:含不应公开的个人信息').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    const file = { name: '分工表.csv', mimeType: 'text/csv', buffer: FILE }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('分工表.csv').waitFor()
    await page.getByText('正文没有提到附件').waitFor()
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '送审' }).click()
    await page.locator('h1').getByText('取消集会').waitFor()
    await page.getByRole('button', { name: '作废', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: '审核通过' }).count()).toBe(0)
    const documentId = page.url().split('/').at(-1) ?? ''
    const { versionId } = (await stage.desk.get(`/documents/${documentId}`)).body
    const other = await stage.as.countyDesk()
    await step(other, { documentId, versionId }, { step: 'passed' })
    await step(other, { documentId, versionId }, { step: 'signed', post: '领导小组组长' })
    await page.reload()
    await page.getByRole('button', { name: '编号印发' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '编号印发' }).click()
    await page.getByText(/^试疫防指〔20\d\d〕1号$/).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PDF' }).click()
    expect((await download).suggestedFilename()).toMatch(/取消集会的指令\.pdf$/)
    const attached = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 分工表.csv' }).click()
    const bytes = await readFile(await (await attached).path())
    expect(bytes.equals(FILE)).toBe(true)
    await page.getByText(createHash('sha256').update(bytes).digest('hex')).waitFor()
    expect(await flawsOf(page)).toEqual([])
  }))

test('a document takes the place of another, and both say so', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    const old = await givenDraft(stage.desk, seriesId, aContent({ title: '试验县疫情防控工作领导小组关于限流的指令' }))
    await signed(stage.desk, await stage.as.countyDesk(), old)
    // To the minute, as the page says it: no number is given before the last one.
    const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()
    const { number } = (await issue(stage.desk, old, minute)).body
    await page.goto('/documents/new')
    await page.getByLabel('标题').fill('试验县疫情防控工作领导小组关于停业的指令')
    await page.getByLabel('第 1 段', { exact: true }).fill('公共场所一律停业。')
    await page.getByLabel('主送机关').fill('各乡镇人民政府')
    await page.keyboard.press('Enter')
    await page.getByLabel('印发后即被替代的公文').fill('限流')
    await page.locator('.ant-select-item-option').filter({ hasText: number }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '保存稿子' }).click()
    await page.getByRole('button', { name: '送审' }).waitFor()
    const documentId = page.url().split('/').at(-1) ?? ''
    const { versionId } = (await stage.desk.get(`/documents/${documentId}`)).body
    await signed(stage.desk, await stage.as.countyDesk(), { documentId, versionId })
    await page.reload()
    await page.getByRole('button', { name: '编号印发' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '编号印发' }).click()
    const standing = page.getByText(/^试疫防指〔20\d\d〕\d+号$/)
    await standing.waitFor()
    const successor = (await standing.textContent()) ?? ''
    await page.goto(`/documents/${old.documentId}`)
    await page.getByText('已被替代', { exact: true }).waitFor()
    await page.getByRole('link', { name: successor }).click()
    await page.locator('h1').getByText('关于停业的指令').waitFor()
  }))

test('a group is set up, a post is put into it and on duty, and the next shift reads what was left', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/command?view=organisation')
    await page.getByRole('button', { name: '设立一个组' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('物资保障组')
    await dialog.getByLabel('职责').fill('物资采购与调配')
    await dialog.getByRole('button', { name: '保存' }).click()
    const box = page.getByRole('article').filter({ hasText: '物资保障组' })
    await box.getByRole('button', { name: '编入岗位' }).click()
    await dialog.getByLabel('岗位', { exact: true }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '县委书记' }).click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await box.getByText('县委书记').waitFor()
    await page.goto(`/command?view=rota&body=${officeId}&from=2020-02-05`)
    await page.getByRole('button', { name: '排班' }).click()
    await dialog.getByLabel('岗位', { exact: true }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '县委书记' }).click()
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('2020-02-06 08:00 至').waitFor()
    await page.getByRole('button', { name: '交接' }).click()
    await dialog.getByLabel('交接').fill('还有两份日报未到')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('还有两份日报未到').waitFor()
    expect(await flawsOf(page)).toEqual([])
    await page.getByRole('row').filter({ hasText: '还有两份日报未到' }).getByRole('button', { name: '取消' }).click()
    await dialog.getByLabel('原因').fill('换班')
    await dialog.locator('.ant-btn-dangerous').click()
    await page.getByText('2020-02-05 00:00 至').waitFor()
  }))

test('a post leaves its group, the group is dissolved, and the chart and the list of whom to call are printed', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/command?view=organisation')
    const dialog = page.getByRole('dialog')
    for (const [button, name] of [
      ['架构图 SVG', /组织架构\.svg$/],
      ['联系表 PDF', /联系表\.pdf$/],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      expect((await download).suggestedFilename()).toMatch(name)
    }
    const box = page.getByRole('article', { name: '疫情监测组' })
    await box.getByRole('button', { name: '编入岗位' }).click()
    await dialog.getByLabel('岗位', { exact: true }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '县委书记' }).click()
    await dialog.getByLabel('从哪一天起').fill('2020-01-25')
    await dialog.getByRole('button', { name: '保存' }).click()
    await box.getByRole('button', { name: '县委书记 离组' }).click()
    await dialog.getByLabel('最后一天').fill('2020-02-01')
    await dialog.getByRole('button', { name: '离组' }).click()
    await box.getByText('县委书记').waitFor({ state: 'detached' })
    await box.getByRole('button', { name: '撤销' }).click()
    await dialog.getByLabel('文号').fill('试疫防指〔2020〕9号')
    await dialog.getByRole('button', { name: '撤销' }).click()
    await box.waitFor({ state: 'detached' })
  }))

test('a level changes with what it starts and stops, and a plan begins from that of 2003', () =>
  at({ width: 1440, height: 900 }, async (page) => {
    await page.goto('/command')
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: '调整响应' }).click()
    await dialog.getByLabel('发文机关').fill('试验省人民政府')
    await dialog.getByLabel('文号', { exact: true }).fill('试政发〔2020〕3号')
    await dialog.getByLabel('原因').fill('疫情趋缓')
    await dialog.getByLabel('县际客运班车停运').check()
    for (const [nth, words] of ['客运班车隔日发车', '网吧限流开放'].entries()) {
      await dialog.getByRole('button', { name: '加一项措施' }).click()
      await dialog.getByLabel(`第 ${nth + 1} 项措施`, { exact: true }).fill(words)
    }
    await dialog.getByLabel(/报告间隔/).fill('48')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('开始:客运班车隔日发车;网吧限流开放').waitFor()
    await page.getByText('停止:县际客运班车停运').waitFor()
    await page.getByText('每 48 小时报告一次').first().waitFor()
    await page.getByRole('button', { name: '以此为底稿' }).click()
    await dialog.getByLabel('名称').fill('新冠肺炎应急预案')
    await dialog.getByRole('button', { name: '加一项任务' }).click()
    await dialog.getByLabel('第 2 项任务', { exact: true }).fill('启动发热门诊')
    await dialog.getByLabel('第 2 项任务的责任组').fill('医疗救治组')
    expect(await flawsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('以 2003 年《非典防治应急预案》为底稿').waitFor()
    await page.getByText('启动发热门诊').waitFor()
  }))

test('the level, who does what and who is on duty can be read at a desk and on a phone', async () => {
  await givenDraft(stage.desk, seriesId, aContent({ to: [] }))
  const rota = `/command?view=rota&body=${officeId}&from=2020-02-01`
  const paths = [
    '/command',
    '/command?view=organisation',
    rota,
    '/documents',
    `/documents/${issuedId}`,
    '/documents/new',
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
      await page.goto(rota)
      await page.getByText('2020-02-01 00:00 至 2020-02-01 08:00 无人值班').waitFor()
    })
})
