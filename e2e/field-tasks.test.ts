import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aContent, givenCommand } from '../server/src/capabilities/command/documents.factory.ts'
import { giveTo, tasksOf } from '../server/src/capabilities/command/tasks.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type FieldStage, openFieldStage, PASSWORD, phoneContext, signIn, untilOfflineReady } from './field-stage.ts'

let stage: FieldStage
let browser: Browser
let taskId = ''
let readingId = ''
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  stage = await openFieldStage()
  browser = await openBrowser()
  const { desk, division } = stage
  const { issued } = await givenCommand(stage)
  const { documentId } = await issued(aContent())
  const measureId = newId()
  const measures = [
    { id: measureId, point: 1, title: '禁止各类聚餐', asks: { words: false, count: '桌', photo: true } },
  ]
  await desk.post(`/documents/${documentId}/measures`, { measures })
  const targets = { to: 'places' as const, divisions: [division] }
  await giveTo(desk, { documentId, measureId, targets })
  await giveTo(desk, { documentId, targets })
  taskId = (await tasksOf(desk, 'kind=measure')).get(division) ?? ''
  readingId = (await tasksOf(desk, 'kind=document')).get(division) ?? ''
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('an order is read and a measure reported with a number and a picture, without a network', async () => {
  const administrator = await stage.as.role('administrator')
  const name = `c${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const { division } = stage
  const seats = [{ division, role: 'village-cadre', title: '村委会主任' }]
  const made = await administrator.post('/access/accounts', {
    division,
    signInName: name,
    name: '何村长',
    seats,
    password: PASSWORD,
  })
  expect(made.status).toBe(201)
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(15_000)
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(fault.error().message))
  const page = await context.newPage()
  try {
    await signIn(page, stage.url, name)
    await page.goto(`${stage.url}/field/#/tasks`)
    await page.getByText('还有 2 项').waitFor()
    await untilOfflineReady(page)
    await context.setOffline(true)
    await page.locator('a.door:has(b:text-is("禁止各类聚餐"))').click()
    await page.getByText('一、禁止各类聚餐').waitFor()
    await page.getByRole('button', { name: '签收' }).click()
    await page.getByText('已存在手机上').waitFor()
    await page.getByRole('button', { name: '报完成' }).click()
    await page.getByText('还缺:数量(桌)、照片').waitFor()
    await page.getByLabel('数量(桌)').fill('2')
    await page.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PICTURE })
    await page.getByText('照片 1 张').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    await page.getByRole('button', { name: '报完成' }).click()
    await page.getByText('还有 1 项').waitFor()
    await page.getByRole('link', { name: '试验县疫情防控' }).first().click()
    await page.getByRole('button', { name: '看完了' }).click()
    await page.getByText('没有未了的任务').waitFor()
    await context.setOffline(false)
    const done = async () => (await stage.desk.get(`/tasks/${taskId}`)).body
    await expect.poll(async () => (await done()).state, { timeout: 20_000 }).toBe('done')
    const { steps } = await done()
    expect(steps.at(-1)).toMatchObject({ step: 'done', quantity: 2, unit: '桌', seat: '村委会主任' })
    expect(steps.at(-1).photos).toHaveLength(1)
    await expect
      .poll(async () => (await stage.desk.get(`/tasks/${readingId}`)).body.state, { timeout: 20_000 })
      .toBe('read')
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
})
