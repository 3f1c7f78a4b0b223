import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import type {} from '../scripts/test-database.ts'
import { openApp } from '../server/src/app.ts'
import { authenticatorCode, hashLightly } from '../server/src/capabilities/access/access.factory.ts'
import { aCheckpoint } from '../server/src/capabilities/places/places.factory.ts'
import type { Config } from '../server/src/config.ts'
import { openServer } from '../server/src/entrypoints/http/server.ts'
import { silentLog } from '../server/src/kernel/log.ts'
import { type Client, newCounty, type Scenario, stage, testConfig } from '../server/test/scenario/scenario.ts'
import { buildField } from './build-field.ts'

export const PASSWORD = 'snow on the river'
export const PIN = '204816'

export interface FieldStage extends Scenario {
  url: string
  checkpointId: string
  division: string
  desk: Client
  /** Somebody with a seat at the checkpoint and a password. */
  shiftWorker(displayName?: string): Promise<string>
  close(): Promise<void>
}

interface StageOptions {
  /** Without one nothing has to be built. */
  browser?: boolean
  config?: Partial<Config>
  /** Of a server that was started before on the same database. */
  county?: number
}

/** The whole product on a port of its own, with one county and one checkpoint, and the field app as it is shipped. */
export async function openFieldStage({
  browser = true,
  config: given = {},
  county: known,
}: StageOptions = {}): Promise<FieldStage> {
  if (browser) buildField()
  const county = known ?? newCounty()
  const config = { ...testConfig(), ...given, county }
  const app = openApp(config, silentLog)
  const server = await openServer(app, config)
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  // What a guess costs is tested elsewhere; here people sign in by the dozen.
  hashLightly()
  const scenario = stage(app, server, county)
  const checkpointId = await scenario.inside((ctx) => aCheckpoint(ctx, { under: '100201' }))
  const division = `${county}100201`
  const administrator = await scenario.as.role('administrator')
  const shiftWorker = async (displayName = '张守卡') => {
    const signInName = `s${randomUUID().replaceAll('-', '').slice(0, 12)}`
    const seats = [{ division, role: 'checkpoint-shift', placeId: checkpointId, title: '卡口一班' }]
    const body = { division, signInName, name: displayName, seats, password: PASSWORD }
    const made = await administrator.post('/access/accounts', body)
    if (made.status !== 201) throw new Error(`no account was made: ${JSON.stringify(made.body)}`)
    return signInName
  }
  return {
    ...scenario,
    url: `http://127.0.0.1:${port}`,
    checkpointId,
    division,
    desk: await scenario.as.countyDesk(),
    shiftWorker,
    close: async () => {
      await server.close()
      await app.close()
    },
  }
}

/** For the first time on this phone: with a PIN chosen, which is said twice. */
export async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/field/`)
  await giveNameAndPin(page, name)
}

export async function giveNameAndPin(page: Page, name: string): Promise<void> {
  await page.fill('input[name=name]', name)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('button[type=submit]')
  await choosePin(page)
}

/** Above the village nobody signs in with a password alone, on a phone as at a desk. */
export async function signInWithFactor(page: Page, { as, county, url }: FieldStage, name: string): Promise<void> {
  const nobody = as.nobody()
  const { challenge } = (await nobody.post('/sign-in', { county, name, password: PASSWORD })).body
  const { secret } = (await nobody.post('/sign-in/second-factor/set-up', { challenge })).body
  const shown = await nobody.post('/sign-in/second-factor', { challenge, code: authenticatorCode(secret) })
  if (shown.body.outcome !== 'signed-in') throw new Error(`nobody was signed in: ${JSON.stringify(shown.body)}`)
  await page.goto(`${url}/field/`)
  await page.fill('input[name=name]', name)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('button[type=submit]')
  // A code is good for one sign-in.
  await page.fill('input[name=code]', authenticatorCode(secret, 1))
  await page.click('button[type=submit]')
  await choosePin(page)
}

export async function choosePin(page: Page): Promise<void> {
  for (const said of ['设置', '再输一次']) {
    await page.waitForSelector(`.pin:has-text("${said}")`)
    await page.fill('input[name=pin]', PIN)
  }
  await page.waitForSelector('.shell')
}

/** Back to work after a lock or a fresh start: whoever is here, with the PIN. */
export async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.click('.ways button:has-text("继续")')
  await page.fill('input[name=pin]', pin)
  await page.waitForSelector('.shell')
}

/** Until the service worker can answer for the app without a network. */
export const untilOfflineReady = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null)

/** The taps of a trained hand for somebody whose ID card is read out. */
export async function screen(
  page: Page,
  given: { id?: string; temperature: string; decision?: string },
): Promise<void> {
  if (given.id) for (const digit of given.id) await tap(page, digit)
  else await page.focus('input[name=temperature]')
  for (const digit of given.temperature) await tap(page, digit)
  await page.click(`.decide .${given.decision ?? 'pass'}`)
  // The form empties after the strict commit and not before; the line that says so may still be the last person's.
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name=temperature]')?.value === '')
  await page.waitForSelector('.strip.done')
}

const tap = (page: Page, key: string) => page.click(`.keys button:text-is("${key}")`)

/** An ID number nobody has: its first six digits are assigned to no county. */
export function syntheticId(serial: number): string {
  const first = `13089919700101${String(serial).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first[at]), 0)
  return first + '10X98765432'[sum % 11]
}

export const phoneContext = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
} as const
export type { BrowserContext }
