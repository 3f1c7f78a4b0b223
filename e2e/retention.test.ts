import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anIdNumber } from '../server/src/capabilities/people/people.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

const COUNTY = 130_731
let stage: ConsoleStage
let browser: Browser

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
})
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

test('what is kept, what a night took, and an event that is closed under a document', async () => {
  const document = { kind: 'resident-id', number: anIdNumber() }
  const passage = {
    id: randomUUID(),
    recordedAt: '2020-02-05T10:15:00+08:00',
    temperatureC: 36.5,
    decision: 'pass',
    traveller: { name: '周小满', document, phone: null },
  }
  const recorded = await stage.desk.post(`/checkpoints/${stage.checkpointId}/passages`, passage)
  expect(recorded.status).toBe(201)
  await atTheDesk(async (page) => {
    await page.goto('/retention')
    await page.getByLabel('类别').selectOption('行踪')
    const cards = page.getByRole('table', { name: '字段卡' })
    await cards.getByRole('row').filter({ hasText: '过卡记录' }).filter({ hasText: '21天' }).first().waitFor()
    expect(await flawsOf(page)).toEqual([])

    await page.getByText('到期删除', { exact: true }).click()
    await page.getByText('还没有执行过').waitFor()
    await page.getByRole('button', { name: '现在执行' }).click()
    await expect.poll(() => stage.app.workers.runDue(new Date(Date.now() + 1000)), { timeout: 8000 }).toBeGreaterThan(1)
    await page.reload()
    const runs = page.getByRole('table', { name: '删除记录与证明' })
    await runs.getByText('第1号').waitFor()
    expect(await runs.getByText('身份信息', { exact: false }).count()).toBeGreaterThan(0)

    await page.getByRole('button', { name: '结束应对' }).click()
    const order = page.getByRole('dialog', { name: '结束疫情应对' })
    await order.getByRole('button', { name: '结束应对' }).click()
    await order.getByText('请填写文号和日期').waitFor()
    await order.getByLabel('文号').fill('兴防指〔2026〕9号')
    await order.getByRole('button', { name: '结束应对' }).click()
    await order.waitFor({ state: 'detached' })
    await page.getByRole('table', { name: '应对状态' }).getByText('已停止采集').waitFor()
    expect(await flawsOf(page)).toEqual([])
  })
}, 60_000)

test('on a phone nothing has to be pushed sideways', async () => {
  await atTheDesk(
    async (page) => {
      for (const address of ['/retention', '/retention?view=forgetting']) {
        await page.goto(address)
        await page.getByRole('table').first().waitFor()
        expect(await overflowOf(page)).toBe(0)
      }
    },
    { width: 390, height: 844 },
  )
}, 60_000)
