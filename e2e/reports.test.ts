import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { upperSettings, useUpper } from '../server/src/capabilities/reporting/upper.ts'
import { type Client, newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 131_023
const DESKTOP = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let stage: ConsoleStage
let browser: Browser

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function openAs(client: Client, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', baseURL: stage.url })
  await signedInAs(context, stage.url, client.token)
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  return page
}

const TAKEN = { status: 'SUCCESS', importCount: { imported: 7, updated: 0, ignored: 0, deleted: 0 } }
/** The city is set up after the issue: somebody sends the report, and the page says by itself what was answered. */
async function sentUp(page: Page) {
  const before = upperSettings()
  const upper = { url: 'https://dhis2.example.org/api/dataValueSets', authorization: 'ApiToken none' }
  useUpper({ upper, post: async () => ({ status: 200, body: JSON.stringify(TAKEN) }) })
  try {
    await page.reload()
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByText('等待上报').waitFor()
    await stage.app.workers.runDue(new Date())
    await page.getByText('新增7个', { exact: false }).waitFor()
    await page.getByRole('button', { name: '重新上报' }).waitFor()
  } finally {
    useUpper(before)
  }
}

test('a report is drafted, submitted, checked by a colleague, sealed and issued, and each number leads to its figure', async () => {
  const writer = await openAs(stage.desk, DESKTOP)
  const faults = faultsOf(writer)
  await writer.goto('/reports')
  await writer.getByText('还没有报告').waitFor()
  await writer.getByRole('button', { name: '新的报告' }).click()
  await writer.getByRole('button', { name: '起草', exact: true }).click()
  await writer.getByRole('heading', { name: '检查站', level: 3 }).waitFor()
  await writer.getByText('累计排查0人', { exact: false }).waitFor()
  await writer.getByRole('button', { name: '送审' }).click()
  await writer.getByRole('dialog').getByRole('button', { name: '送审' }).click()
  await writer.getByText('须由起草人以外的人审核').waitFor()

  const checker = await openAs(await stage.as.countyDesk(), DESKTOP)
  await checker.goto(writer.url())
  for (const act of ['审核通过', '封存', '发出']) {
    await checker.getByRole('button', { name: act, exact: true }).click()
    await checker.getByRole('dialog').getByRole('button', { name: act }).click()
  }
  await checker.getByText('封存第1号', { exact: false }).waitFor()
  await checker.getByText('已发出').waitFor()
  await checker.getByText('没有设置市级系统', { exact: false }).waitFor()
  await sentUp(checker)
  const download = checker.waitForEvent('download')
  await checker.getByRole('button', { name: 'Word English' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.en\.docx$/)

  const passage = { id: newId(), recordedAt: '2020-02-05T10:00:00+08:00', temperatureC: 36.5, decision: 'pass' }
  const shift = await stage.as.role('checkpoint-shift', { placeId: stage.checkpointId })
  await shift.post(`/checkpoints/${stage.checkpointId}/passages`, passage)
  const report = checker.url()
  await checker.locator('article a[href*="/figures/screened"]').first().click()
  await checker.getByTestId('value').getByText('0').waitFor()
  await checker.getByRole('button', { name: '现在所知' }).click()
  await checker.getByTestId('value').getByText('1').waitFor()
  await checker.getByText('+1', { exact: true }).waitFor()

  const correction = { id: newId(), recordedAt: '2020-02-05T11:00:00+08:00', temperatureC: 36.2, why: '额温枪未校准' }
  expect((await shift.post(`/passages/${passage.id}/corrections`, correction)).status).toBe(201)
  await checker.reload()
  const corrected = checker.getByRole('table', { name: '更正过的记录' })
  await corrected.getByText('额温枪未校准').waitFor()
  await corrected.getByRole('link', { name: '过卡记录', exact: false }).click()
  await checker.waitForURL(`**/checkpoints/${stage.checkpointId}**`)
  await checker.goBack()
  await checker.getByRole('link', { name: '封存第1号', exact: false }).click()
  await checker.waitForURL(report)
  await checker.getByRole('button', { name: '更正', exact: true }).click()
  await checker.getByRole('dialog').getByRole('button', { name: '起草' }).click()
  await checker.getByText('经核对更正', { exact: false }).waitFor()
  expect(await flawsOf(checker)).toEqual([])
  expect(faults).toEqual([])
}, 60_000)

test.each([
  ['a desk', DESKTOP],
  ['a phone', PHONE],
] as const)(
  'figures and reports stand on %s, without flaws and without scrolling sideways',
  async (_, size) => {
    const id = newId()
    const said = {
      id,
      versionId: newId(),
      area: String(COUNTY),
      asOf: '2020-02-06T08:00:00+08:00',
      title: '二月六日疫情',
    }
    await stage.desk.post('/situation-reports', said)
    const form = {
      id: newId(),
      figures: ['screened', 'fevers'],
      due: '17:00',
      fromOn: size.width > 400 ? '2020-01-02' : '2020-01-03',
    }
    await stage.desk.post('/daily-forms', form)
    const { items } = (await stage.desk.get('/places/divisions?limit=1000')).body
    const village = items.find((one: { level: string }) => one.level === 'village').code
    const counted = form.figures.map((figure) => ({ figure, value: 3 }))
    const daily = {
      id: newId(),
      division: village,
      day: '2020-02-05',
      counted,
      recordedAt: '2020-02-05T16:00:00+08:00',
    }
    await stage.desk.post('/daily-reports', daily)
    const page = await openAs(stage.desk, size)
    const faults = faultsOf(page)
    for (const [path, words] of [
      ['/figures', '累计排查人数'],
      ['/figures/screened', '只增不减'],
      ['/figures/households-covered?knownBy=2020-02-07T00:00:00Z', '只能按现在所知'],
      ['/figures/from-wuhan', '没有上报不是零'],
      ['/figures/nothing', '没有这个指标'],
      ['/reports', '二月六日疫情'],
      ['/dailies?day=2019-12-31', '这一天没有要报的内容'],
      ['/dailies?day=2020-02-05', '各乡镇'],
      [`/dailies?day=2020-02-05&area=${village.slice(0, 9)}`, '记录为 0'],
      [`/reports/${id}`, '现在再数一遍'],
    ] as const) {
      await page.goto(path)
      await page.getByText(words, { exact: false }).first().waitFor()
      expect(await flawsOf(page), path).toEqual([])
      expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
    }
    expect(faults).toEqual([])
  },
  90_000,
)
