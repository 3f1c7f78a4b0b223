import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCsv, aList } from '../server/src/capabilities/agency-lists/agency-lists.factory.ts'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { aPost } from '../server/src/capabilities/responsibility/responsibility.factory.ts'
import { aRound } from '../server/src/capabilities/visits/visits.factory.ts'
import { checkerSource, violationsOf } from './accessible.ts'
import { openBrowser } from './browser.ts'
import { commandPages } from './command-things.ts'
import { type ConsoleStage, openConsoleStage, signedInAs } from './console-stage.ts'

const COUNTY = 130_638
let stage: ConsoleStage
let browser: Browser
let paths: string[]

/** One of everything, so that no page is only its empty state. */
beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { desk } = stage
  const [village] = (await desk.get('/places/divisions?level=village&limit=1')).body.items
  const person = aMember({ relation: 'head', name: '吴满仓' })
  const home = aHouseholdToSend(village.code, { block: '第1组', walkOrder: 1, members: [person] })
  await desk.post('/households', home)
  const holder = { kind: 'person' as const, id: person.id }
  const duties = [{ reach: 'block' as const, division: village.code, block: '第1组' }]
  const post = aPost(village.code, { title: '志愿者1号', holder, duties })
  await desk.post('/responsibility/posts', post)
  await desk.post('/visits/rounds', aRound(village.code))
  const list = aList(aCsv(['1', '吴满仓', '', '15400000001', '']))
  await desk.post('/agency-lists', list)
  await stage.settle()
  const looking = { purpose: 'agency-list-check' } as const
  const { items } = (await desk.get('/agency-list-entries?state=all', looking)).body
  paths = [
    ...['/', '/command/board', '/wall', '/checkpoints', `/checkpoints/${stage.checkpointId}`, '/hand-overs?state=all'],
    ...['/places', '/places?tab=compounds', '/places?tab=checkpoints'],
    ...['/people', '/people?view=households', '/people?view=alike', '/households/new', `/households/${home.id}`],
    ...[`/people/${person.id}`, '/exposures', '/exposures?tab=definitions', `/exposures/${person.id}`],
    ...['', '?view=tree', '?view=posts', '?view=teams', '?view=rules'].map((view) => `/responsibility${view}`),
    ...[`/responsibility/posts/${post.id}`, `/responsibility/posts/${post.id}/hand-over`],
    ...[`/responsibility/households/${home.id}`, `/responsibility/plan?division=${village.code}`],
    ...['/visits', '/visits?view=to-visit', '/visits/follow-ups', '/visits/re-entry', '/visits/questionnaires'],
    ...[
      '/visits/questionnaires/five-questions',
      `/visits/households/${home.id}`,
      `/visits/cards?division=${village.code}`,
    ],
    ...['/lists', '/lists?view=entries', '/lists/new', `/lists/${list.id}`, `/lists/entries/${items[0].id}`],
    ...['/cases', '/epidemiology', '/isolation', '/isolation/new', '/isolation/readings', '/profiles', '/sites'],
    ...(await commandPages(stage, village.code)),
    ...['/workbooks', '/workbooks?view=exports', '/retention', '/retention?view=forgetting', '/drills'],
    ...['/access', '/access?tab=accounts', '/access?tab=devices', '/audit', '/settings'],
  ]
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

/** Everything has come, and nothing is on its way from one colour to another. */
const isStill = () =>
  !document.querySelector('[aria-busy="true"]') &&
  document.getAnimations().every(({ effect }) => effect?.getTiming().iterations === Number.POSITIVE_INFINITY)

test('nothing on any page of the desk stands against WCAG 2.2', { timeout: 240_000 }, async () => {
  const { url, desk } = stage
  // The checker is put into the page, which its own policy would not let in.
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: url, bypassCSP: true })
  await signedInAs(context, url, desk.token)
  await context.addInitScript(checkerSource)
  const found: string[] = []
  const waiting = [...paths]
  const walk = async () => {
    const page = await context.newPage()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await page.goto(path)
      await page.locator('h1').waitFor()
      await page.waitForFunction(isStill)
      for (const violation of await violationsOf(page)) found.push(`${path} ${violation}`)
    }
    return page
  }
  const [page] = await Promise.all([walk(), walk()])
  expect(found).toEqual([])
  // It would notice: a button without a name.
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect(await violationsOf(page)).toHaveLength(1)
  await context.close()
})
