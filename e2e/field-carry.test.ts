import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { decodeQR } from 'qr/decode.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import {
  type FieldStage,
  openFieldStage,
  phoneContext,
  screen,
  signIn,
  syntheticId,
  untilOfflineReady,
} from './field-stage.ts'

let stage: FieldStage
let browser: Browser
beforeAll(async () => {
  stage = await openFieldStage()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function aPhone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ...phoneContext, acceptDownloads: true })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await signIn(page, stage.url, await stage.shiftWorker())
  await untilOfflineReady(page)
  return { context, page }
}

const press = (page: Page, words: string) => page.getByRole('button', { name: words }).click()
async function toCarry(page: Page): Promise<void> {
  await page.click('.tabs a:has-text("记录")')
  await page.getByRole('link', { name: '请人带走' }).click()
  await page.getByRole('heading', { name: '没有网络,请人带走' }).waitFor()
}
async function fileOf(page: Page, words: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const coming = page.waitForEvent('download')
  await press(page, words)
  const file = await coming
  return {
    name: file.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: readFileSync(await file.path()),
  }
}
const give = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.setInputFiles('input[name=parcel]', file)
const sees = (page: Page, words: string) => page.getByText(words).first().waitFor()

test('what a phone without a network recorded is carried to the server by another, and its receipts come back', async () => {
  const [away, carrier] = [await aPhone(), await aPhone()]
  try {
    await away.context.setOffline(true)
    for (const nth of [1, 2]) await screen(away.page, { id: syntheticId(nth), temperature: '366' })
    await toCarry(away.page)
    await sees(away.page, '本机未送达 2 条')
    const records = await fileOf(away.page, '存成文件发给他')
    // The way the eye of another phone would: the first of the codes, read off the screen.
    await press(away.page, '给他拍二维码')
    await away.page.locator('.codes canvas').waitFor()
    const picture = await away.page.locator('.codes canvas').evaluate((canvas: HTMLCanvasElement) => {
      const large = Object.assign(document.createElement('canvas'), {
        width: canvas.width * 4,
        height: canvas.height * 4,
      })
      const pen = large.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.imageSmoothingEnabled = false
      pen.drawImage(canvas, 0, 0, large.width, large.height)
      return {
        width: large.width,
        height: large.height,
        data: [...pen.getImageData(0, 0, large.width, large.height).data],
      }
    })
    expect(decodeQR({ ...picture, data: Uint8Array.from(picture.data) })).toMatch(/^QFP:[0-9A-F]{8}:\d\/\d:/)
    await press(away.page, '停')

    await toCarry(carrier.page)
    await give(carrier.page, { ...records, buffer: records.buffer.subarray(0, -5) })
    await sees(carrier.page, '不完整')
    await give(carrier.page, records)
    await sees(carrier.page, '收下 2 条')
    await sees(carrier.page, '回执 2 条,带回去给他')
    await give(carrier.page, records)
    await sees(carrier.page, '其中 2 条以前带过')
    const onServer = await stage.desk.get(`/checkpoints/${stage.checkpointId}/passages?limit=200`)
    expect(onServer.body.items).toHaveLength(2)

    expect(await away.page.locator('.status').innerText()).toContain('未送达 2')
    await give(away.page, await fileOf(carrier.page, '回执存成文件'))
    await sees(away.page, '回执:2 条已送达')
    await away.page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('全部已送达'))
    await away.context.setOffline(false)
    expect((await stage.desk.get(`/checkpoints/${stage.checkpointId}/passages?limit=200`)).body.items).toHaveLength(2)
  } finally {
    await away.context.close()
    await carrier.context.close()
  }
}, 60_000)
