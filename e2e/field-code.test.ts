import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authenticatorCode, makeColleague } from '../server/src/capabilities/access/access.factory.ts'
import { openBrowser } from './browser.ts'
import { choosePin, type FieldStage, openFieldStage, PASSWORD, phoneContext } from './field-stage.ts'

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

async function aPhone() {
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(8000)
  const page = await context.newPage()
  await page.goto(`${stage.url}/field/`)
  return { context, page }
}

/** What the person types into an authenticator, and what that shows. */
async function setUpAuthenticator(page: Page): Promise<void> {
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '')
  await page.fill('input[name=code]', authenticatorCode(secret))
  await page.click('button[type=submit]')
}

const colleague = async (password?: string) =>
  makeColleague(await stage.as.role('administrator'), {
    role: 'isolation-staff',
    division: stage.division,
    ...(password ? { password } : {}),
  })

test('a one-time code at the phone asks for a password and, where the seat needs it, an authenticator, before any PIN', async () => {
  const { code } = await colleague()
  const { context, page } = await aPhone()
  await page.getByRole('button', { name: '第一次登录' }).click()
  await page.fill('input[name=code]', code)
  await page.click('button[type=submit]')
  await page.fill('input[name=new-password]', PASSWORD)
  await page.click('button[type=submit]')
  await setUpAuthenticator(page)
  expect((await page.locator('pre').innerText()).split('\n')).toHaveLength(10)
  await page.getByRole('button', { name: '已抄好' }).click()
  await choosePin(page)
  await context.close()
})

test('whoever has a password and no authenticator yet sets one up at the phone', async () => {
  const { signInName } = await colleague(PASSWORD)
  const { context, page } = await aPhone()
  await page.fill('input[name=name]', signInName)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('button[type=submit]')
  await setUpAuthenticator(page)
  await choosePin(page)
  await context.close()
})
