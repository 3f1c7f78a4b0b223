import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFinding, anInspection } from '../server/src/capabilities/inspections/inspections.factory.ts'
import { openBrowser } from './browser.ts'
import {
  type FieldStage,
  openFieldStage,
  PASSWORD,
  phoneContext,
  signInWithFactor,
  untilOfflineReady,
} from './field-stage.ts'

let stage: FieldStage
let browser: Browser
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()

beforeAll(async () => {
  stage = await openFieldStage()
  browser = await openBrowser()
  const { desk, division } = stage
  await desk.post('/inspection-checklists/start')
  const finding = aFinding({ what: '劝返点夜间无人值守', dueAt: ago(1) })
  const sent = await desk.post('/inspections', anInspection(division, { recordedAt: ago(30), findings: [finding] }))
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('a finding is put right and a shop inspected without a network, and both arrive', async () => {
  const administrator = await stage.as.role('administrator')
  const name = `o${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const division = stage.division.slice(0, 9)
  const seats = [{ division, role: 'township-officer', title: '防控专干' }]
  const account = { division, signInName: name, name: '何专干', seats, password: PASSWORD }
  expect((await administrator.post('/access/accounts', account)).status).toBe(201)
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(15_000)
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(fault.error().message))
  const page = await context.newPage()
  try {
    await signInWithFactor(page, stage, name)
    await page.goto(`${stage.url}/field/#/inspections`)
    await page.getByText('待整改 1').waitFor()
    await untilOfflineReady(page)
    await context.setOffline(true)
    await page.locator('a.door:has(b:text-is("劝返点夜间无人值守"))').click()
    await page.getByRole('button', { name: '登记整改' }).click()
    await page.getByText('请写明做了什么').waitFor()
    await page.getByLabel('做了什么').fill('已排三班')
    await page.getByRole('button', { name: '登记整改' }).click()
    await page.getByText('已存在手机上').waitFor()
    expect(await page.getByRole('button', { name: '复查通过' }).count(), 'the county found it').toBe(0)
    await page.getByText('← 问题清单').click()
    await page.getByText('待整改 0').waitFor()

    await page.getByRole('link', { name: '登记检查' }).click()
    await page.getByLabel('村、社区').selectOption(stage.division)
    await page.getByLabel('场所名称').fill('便民超市')
    await page.getByRole('group', { name: '入口测温' }).getByRole('button', { name: '否' }).click()
    await page.getByLabel('发现的问题').fill('入口没有测温')
    await page.getByRole('button', { name: '严重' }).click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已存在手机上').waitFor()
    await context.setOffline(false)
    const findings = async () => (await stage.desk.get('/inspection-findings?state=all')).body.items
    await expect.poll(async () => (await findings()).length, { timeout: 20_000 }).toBe(2)
    await expect
      .poll(async () => (await findings()).map(({ state }: { state: string }) => state).sort(), { timeout: 20_000 })
      .toEqual(['open', 'rectified'])
    const shop = (await findings()).find(({ what }: { what: string }) => what === '入口没有测温')
    expect(shop).toMatchObject({ placeName: '便民超市', placeKind: 'venue', severity: 'serious', byDivision: division })
    const { inspection } = (await stage.desk.get(`/inspections/${shop.inspectionId}`)).body
    expect(inspection).toMatchObject({ answers: { 'entrance-measured': false }, manner: 'unannounced' })
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
})
