import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, givenClosures, on } from '../server/src/capabilities/closures/closures.factory.ts'
import { openBrowser } from './browser.ts'
import { type FieldStage, openFieldStage, PASSWORD, phoneContext, signIn, untilOfflineReady } from './field-stage.ts'

let stage: FieldStage
let browser: Browser
let venue = ''

beforeAll(async () => {
  stage = await openFieldStage()
  browser = await openBrowser()
  const { subject, close } = await givenClosures(stage)
  venue = await subject({ division: stage.division })
  await close({ startsAt: on(50), endsOn: dayOf(75), reviewOn: dayOf(60) })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('a venue is found open and shut on the spot without a network, and the county knows once there is one', async () => {
  const { division, desk } = stage
  const administrator = await stage.as.role('administrator')
  const signInName = `c${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const seats = [{ division, role: 'village-cadre', title: '村委会主任' }]
  const account = { division, signInName, name: '何村长', seats, password: PASSWORD }
  expect((await administrator.post('/access/accounts', account)).status).toBe(201)
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(15_000)
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(fault.error().message))
  const page = await context.newPage()
  try {
    await signIn(page, stage.url, signInName)
    await page.goto(`${stage.url}/field/#/closures`)
    await page.getByText('待查 1').waitFor()
    await untilOfflineReady(page)
    await context.setOffline(true)
    await page.locator('a.door:has(b:text-is("星河歌厅"))').click()
    await page.getByRole('button', { name: '仍在营业' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('还差:检查单位、如何处置').waitFor()
    await page.getByLabel('检查单位').fill('东镇文化站')
    await page.getByRole('button', { name: '当场关停' }).click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已存在手机上').waitFor()
    await page.getByRole('link', { name: '名单' }).click()
    await page.locator('a.door:has-text("仍在营业")').waitFor()
    await context.setOffline(false)
    const stands = async () => (await desk.get(`/closures/subjects/${venue}`)).body
    await expect.poll(async () => (await stands()).state, { timeout: 20_000 }).toBe('breach')
    expect((await stands()).acts[0]).toMatchObject({ type: 'inspected', words: 'closed-on-the-spot', by: '东镇文化站' })
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
})
