import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anIdNumber, aPhone } from '../server/src/capabilities/people/people.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

const COUNTY = 130_722
let stage: ConsoleStage
let browser: Browser
let village: { code: string; name: string }

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { items } = (await stage.desk.get('/places/divisions?level=village&limit=1')).body
  village = items[0]
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

const soon = <T>(what: () => Promise<T>) => expect.poll(what, { timeout: 12_000 })
const countOf = (page: Page, category: string) =>
  page.getByRole('navigation', { name: '分类' }).getByRole('button', { name: category }).locator('b').innerText()

const WUHAN = '从武汉来或途经武汉返回'
const neighbour = { id: randomUUID(), name: '赵满仓', phone: aPhone(), number: anIdNumber() }

async function fillJourney(page: Page): Promise<void> {
  const form = page.getByRole('dialog', { name: '登记行程' })
  await form.getByText('新登记').click()
  await form.getByLabel('姓名').fill('周小满')
  await form.getByLabel('身份证号码').fill(anIdNumber())
  await form.getByLabel('从', { exact: true }).fill('武汉市武昌')
  await page.getByTitle(/武汉市武昌区/).click()
  await form.getByLabel('到', { exact: true }).fill(village.code)
  await form.getByLabel('到达', { exact: true }).fill('2020-01-22T14:05')
  await form.getByLabel('车次、航班或班次').fill('G9801')
  await form.getByLabel('记录所在村(社区)').fill(village.code)
  await page.getByTitle(new RegExp(village.code)).last().click()
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

test('from an empty list to whom somebody from Wuhan met, with the reason and the rings', () =>
  atTheDesk(async (page) => {
    const { id, name, phone, number } = neighbour
    const document = { kind: 'resident-id', number }
    const body = { id, name, phone, document, division: village.code, recordedAt: '2020-02-01T09:00:00+08:00' }
    expect((await stage.desk.post('/people', body)).status).toBe(201)
    await page.goto('/exposures')
    await page.getByRole('button', { name: '采用常用分类' }).click()
    await soon(() => countOf(page, WUHAN)).toBe('0')
    await page.getByText('零也是一个结果').waitFor()
    expect(await flawsOf(page)).toEqual([])

    await page.getByRole('button', { name: '登记行程' }).click()
    await fillJourney(page)
    await soon(() => countOf(page, WUHAN)).toBe('1')
    await soon(() => countOf(page, '从湖北来或途经湖北返回')).toBe('1')

    await page.getByRole('link', { name: '周*满', exact: true }).click()
    await page.getByText(`武汉市武昌区 → ${village.name.slice(0, 2)}`).waitFor()
    await page.getByRole('button', { name: '登记接触' }).click()
    const form = page.getByRole('dialog', { name: '登记接触' })
    await form.getByText('手机号', { exact: true }).click()
    await form.getByLabel('手机号码').fill(phone)
    await form.getByRole('button', { name: '查找' }).click()
    await form.getByRole('button', { name: /赵\*仓/ }).click()
    await form.getByLabel('首次接触').fill('2020-01-23T08:00')
    await form.getByLabel('末次接触').fill('2020-01-25T20:00')
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: '赵*仓' }).waitFor()

    await page.goto('/exposures?category=contacts-wuhan')
    await soon(() => countOf(page, '武汉返回人员的密切接触者')).toBe('1')
    await page.getByRole('button', { name: '赵*仓为何在这里' }).click()
    await page.getByText(/周\*满 · 同住 · 2020-01-23 08:00/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '赵*仓的接触圈' }).click()
    await page.getByRole('img', { name: '接触圈图:2 人,1 次接触' }).waitFor()
    await page.getByText('以表格显示').click()
    await page.getByRole('cell', { name: '第 1 圈' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
  }))

test('on a phone nothing runs off the side', () =>
  atTheDesk(
    async (page) => {
      for (const path of [
        '/exposures',
        '/exposures?tab=rings',
        '/exposures?tab=clusters',
        '/exposures?tab=definitions',
      ]) {
        await page.goto(path)
        await page.getByRole('heading', { name: '接触与来源', level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
      }
      await page.goto(`/exposures/${neighbour.id}`)
      await page.getByRole('heading', { name: '赵*仓', level: 1 }).waitFor()
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    },
    { width: 390, height: 844 },
  ))
