import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, openConsoleStage, signedInAs } from './console-stage.ts'

const COUNTY = 130_921
let stage: ConsoleStage
let browser: Browser
beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('the desk sees which phone has been silent for a day, whose seat it was and what last waited on it', async () => {
  const { desk, url, as, inside, county } = stage
  const [village] = (await desk.get('/places/divisions?level=village&limit=1')).body.items
  const cadre = await as.role('village-cadre', { division: village.code })
  for (const label of ['青松岭1号机', '青松岭2号机']) {
    const invited = (await desk.post('/access/devices/invite', { division: village.code, label })).body
    const enrolled = await as.nobody().post('/access/devices/enrol', { code: invited.code, platform: '手机' })
    const { deviceId, deviceToken } = enrolled.body
    const oldestAt = '2020-02-05T10:15:00+08:00'
    const told = { county, deviceToken, personToken: cadre.token, pending: 12, oldestAt }
    expect((await as.nobody().post('/access/phones/contact', told)).body).toEqual({ heard: true })
    if (label.includes('2')) continue
    const then = new Date(Date.now() - 26 * 3_600_000)
    await inside(({ tx }) =>
      tx`update access.phone_contact set told_at = ${then} where county = ${county} and phone_id = ${deviceId}`.execute(),
    )
  }
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: url })
  try {
    await signedInAs(context, url, desk.token)
    const page = await context.newPage()
    await page.goto('/access?tab=devices')
    const silent = page.getByRole('table', { name: '超过 24 小时没有消息的手机' })
    await silent.getByText('青松岭1号机').waitFor()
    expect(await silent.innerText()).toContain('12 条')
    expect(await silent.innerText()).not.toContain('青松岭2号机')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/silent.png` })
  } finally {
    await context.close()
  }
}, 40_000)
