import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../console/src/paths.ts'
import { hashLightly } from '../server/src/capabilities/access/access.factory.ts'
import { plantArea } from '../server/test/matrix/area.ts'
import type { Area } from '../server/test/matrix/part.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, openConsoleStage, signedInAs } from './console-stage.ts'

// R28 on the screens: everything that can be named in a county carries a text that would act if a page took it for more than text.

/** A county with an outline, which no other test imports. */
const COUNTY = 130_681
const HOSTILE = '<img src=x onerror=boom()>'
let stage: ConsoleStage
let browser: Browser
let area: Area

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  hashLightly()
  area = await plantArea(stage, '100', HOSTILE)
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

/** What a screen is asked for, where it shows more than one thing. */
function searches({ village, things }: Area): Partial<Record<keyof typeof paths, object[]>> {
  const each = (name: string, values: readonly string[]) => values.map((value) => ({ [name]: value, area: village }))
  return {
    handOvers: [{ state: 'all' }],
    places: [{ division: village }, { tab: 'compounds' }, { tab: 'checkpoints' }],
    people: [{ view: 'households', division: village }, { view: 'alike' }],
    compare: [{ one: things['oneId'], other: things['otherId'] }],
    exposures: [
      { tab: 'list', category: 'from-hubei' },
      { tab: 'rings', person: things['personId'] },
      { tab: 'clusters' },
      { tab: 'definitions' },
    ],
    responsibility: each('view', ['uncovered', 'tree', 'posts', 'teams', 'rules']),
    plan: [{ division: village, kind: 'volunteer' }],
    command: ['levels', 'organisation', 'rota'].map((view) => ({ view })),
    inspections: ['heat', 'findings', 'visits', 'plans'].map((view) => ({ view, state: 'all' })),
    closures: ['matrix', 'venue', 'orders'].map((view) => ({ view })),
    access: [{ tab: 'seats' }, { tab: 'accounts' }, { tab: 'devices' }],
    audit: [{}, { view: 'person', subject: things['personId'] }],
  }
}

/** What every county has by the same name. */
const PUBLISHED: Record<string, string> = { key: 'five-questions', code: 'covid19-cn-ed4', name: 'screened' }
/** Capabilities whose things share a word with another's put their own name before it. */
const thingOf = (param: string) => Object.entries(area.things).find(([name]) => name.endsWith(`/${param}`))?.[1]

/** Addresses of every screen of the console, with the things of the area in them. */
function screens(): string[] {
  return Object.entries(paths).flatMap(([name, make]) => {
    const { to, params = {} } = (make as (...given: unknown[]) => { to: string; params?: object })('', {})
    const path = Object.keys(params).reduce((text, param) => {
      const thing = PUBLISHED[param] ?? area.things[param] ?? thingOf(param)
      if (thing === undefined) throw new Error(`${to}: no area has a thing called \`${param}\``)
      return text.replace(`$${param}`, String(thing))
    }, to)
    const asked = searches(area)[name as keyof typeof paths] ?? [{}]
    return asked.map((search) => {
      const query = new URLSearchParams(
        Object.entries(search).map(([key, value]): [string, string] => [key, String(value)]),
      )
      return query.size > 0 ? `${path}?${query}` : path
    })
  })
}

/** Counts what happened in the page that no text may make happen. */
async function watched(page: Page): Promise<{ acted(): Promise<string[]> }> {
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { boom: () => seen.push('boom'), seen })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      seen.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  return { acted: () => page.evaluate(() => (window as unknown as { seen: string[] }).seen) }
}

test('on every screen of the console, a hostile text is a text', async () => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    baseURL: stage.url,
  })
  await signedInAs(context, stage.url, area.hands.desk.token)
  const [shown, faults]: [string[], string[][]] = [[], []]
  const waiting = screens()
  // Most of a screen's time is spent waiting until nothing more comes; beside each other they wait together.
  const walk = async () => {
    const page = await context.newPage()
    faults.push(faultsOf(page))
    const { acted } = await watched(page)
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      await page.goto(address)
      await page.locator('main').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await acted(), address).toEqual([])
      if ((await page.locator('body').innerText()).includes(HOSTILE)) shown.push(address)
    }
    return { page, acted }
  }
  const [{ page, acted }] = await Promise.all([walk(), walk(), walk()])
  expect(faults.flat()).toEqual([])
  expect(shown.length, shown.join(' ')).toBeGreaterThan(8)
  // The control: the same text taken for more than text is noticed, because the page's own policy speaks up.
  await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), HOSTILE)
  await expect.poll(acted).not.toEqual([])
  await context.close()
}, 120_000)
