import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authenticatorCode, makeColleague } from '../server/src/capabilities/access/access.factory.ts'
import { openBrowser } from './browser.ts'
import { type FieldStage, openFieldStage, PASSWORD, PIN, phoneContext } from './field-stage.ts'

let stage: FieldStage
let browser: Browser
beforeAll(async () => {
  stage = await openFieldStage()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('a one-time code at the phone asks for a password and, where the seat needs it, an authenticator, before any PIN', async () => {
  const post = { role: 'isolation-staff', division: stage.division } as const
  const { code } = await makeColleague(await stage.as.role('administrator'), post)
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  await page.goto(`${stage.url}/field/`)
  await page.getByRole('button', { name: '第一次登录' }).click()
  await page.fill('input[name=code]', code)
  await page.click('button[type=submit]')
  await page.fill('input[name=new-password]', PASSWORD)
  await page.click('button[type=submit]')
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '')
  await page.fill('input[name=code]', authenticatorCode(secret))
  await page.click('button[type=submit]')
  expect((await page.locator('pre').innerText()).split('\n')).toHaveLength(10)
  await page.getByRole('button', { name: '已抄好' }).click()
  for (const said of ['设置', '再输一次']) {
    await page.waitForSelector(`.pin:has-text("${said}")`)
    await page.fill('input[name=pin]', PIN)
  }
  await page.waitForSelector('.sign-in', { state: 'detached' })
  await context.close()
})
