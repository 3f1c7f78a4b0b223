import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPiece, aText, givenPublicity } from '../server/src/capabilities/publicity/publicity.factory.ts'
import { stockAddress } from '../server/src/capabilities/supplies/rules.codes.ts'
import { accepted, anItem, aReceipt, aStore, on } from '../server/src/capabilities/supplies/supplies.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import {
  type FieldStage,
  openFieldStage,
  PASSWORD,
  phoneContext,
  signIn,
  signInWithFactor,
  untilOfflineReady,
} from './field-stage.ts'
import { cameraBefore } from './film.ts'

let stage: FieldStage
let browser: Browser
let storeId = ''
let masksId = ''
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)
/** In the county, `days` from today. */
const dayFrom = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  stage = await openFieldStage()
  const { desk, division } = stage
  const { published } = await givenPublicity(stage)
  const { pieceId } = await published(aPiece({ texts: [aText({ title: '初五广播' })] }), [], 'broadcast')
  const times = [
    { at: '00:01', minutes: 3 },
    { at: '00:10', minutes: 3 },
  ]
  const airing = { id: newId(), division, pieceId, fromOn: dayFrom(-1), toOn: dayFrom(1), times }
  await accepted(desk.post('/airings/batch', { items: [airing] }))
  const [masks, depot] = [anItem({ code: 'surgical-mask' }), aStore(String(stage.county))]
  ;[storeId, masksId] = [depot.id, masks.id]
  await accepted(desk.post('/supplies/items/batch', { items: [masks] }))
  await accepted(desk.post('/supplies/stores/batch', { items: [depot] }))
  const received = aReceipt(depot.id, { itemId: masks.id, lotId: masks.id }, 140, { at: on(2) })
  await accepted(desk.post('/supplies/movements/batch', { items: [received] }))
  browser = await openBrowser(cameraBefore(`${stage.url}${stockAddress({ storeId, lotId: masksId })}`))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function onPhone(
  seat: { division: string; role: string; title: string },
  path: string,
  work: (page: Page) => Promise<void>,
) {
  const administrator = await stage.as.role('administrator')
  const signInName = `p${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const account = { division: seat.division, signInName, name: '何某', seats: [seat], password: PASSWORD }
  expect((await administrator.post('/access/accounts', account)).status).toBe(201)
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(15_000)
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(fault.error().message))
  const page = await context.newPage()
  try {
    if (seat.role === 'village-cadre') await signIn(page, stage.url, signInName)
    else await signInWithFactor(page, stage, signInName)
    await page.goto(`${stage.url}/field/#/${path}`)
    await untilOfflineReady(page)
    await work(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('what the village’s loudspeaker played is told without a network, with a picture, and what it did not, with the reason', () =>
  onPhone({ division: stage.division, role: 'village-cadre', title: '村委会主任' }, 'reading-out', async (page) => {
    await page.getByRole('button', { name: '知道了' }).click()
    const slot = (time: string) => page.locator(`a.door:has(b:text-is("${dayFrom(-1).slice(5)} ${time}"))`)
    await slot('00:01').waitFor()
    await page.context().setOffline(true)
    expect(await fits(page)).toBe(0)
    await slot('00:01').click()
    await page.getByRole('button', { name: '播了', exact: true }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('请拍一张照片,或写一句说明').waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PICTURE })
    await page.getByText('已拍 1 张').waitFor()
    expect(await fits(page)).toBe(0)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已存在手机上').waitFor()
    await page.getByRole('link', { name: '大喇叭' }).click()
    await slot('00:10').click()
    await page.getByRole('button', { name: '没有播', exact: true }).click()
    await page.getByRole('button', { name: '停电' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已存在手机上').waitFor()
    await page.context().setOffline(false)
    const told = async () => (await stage.desk.get('/plays')).body.items
    await expect.poll(async () => (await told()).length, { timeout: 20_000 }).toBe(2)
    await expect.poll(async () => (await told()).at(-1).photoIds.length, { timeout: 20_000 }).toBe(1)
    expect(await told()).toMatchObject([
      { played: false, reason: 'power-cut', dueAt: '00:10', minutes: null },
      { played: true, reason: null, dueOn: dayFrom(-1), dueAt: '00:01', minutes: 3, title: '初五广播' },
    ])
  }))

test('goods are found by their label and counted without a network, and the server takes the difference from its book', () =>
  onPhone({ division: String(stage.county), role: 'supplies-keeper', title: '物资保管员' }, 'stores', async (page) => {
    await page.locator('a.door').first().waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '扫标签或单据' }).click()
    // The label of a lot leads to its store and to its own line, without a network too.
    await page.locator(`input[name="${masksId}"]:focus`).waitFor()
    expect(page.url()).toContain(`#/stores/${storeId}/${masksId}`)
    await page.keyboard.type('138')
    await page.getByRole('button', { name: '保存盘点' }).click()
    await page.getByText('与账面不符,请写明原因').waitFor()
    await page.getByLabel('与账面不符的原因').fill('受潮')
    expect(await fits(page)).toBe(0)
    await page.getByRole('button', { name: '保存盘点' }).click()
    await page.getByText('已存在手机上').waitFor()
    await page.context().setOffline(false)
    const stock = async () => (await stage.desk.get(`/supplies/stores/${storeId}/stock`)).body.items[0].quantity
    await expect.poll(stock, { timeout: 20_000 }).toBe(138)
  }))
