import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf, givenClosures, on } from '../server/src/capabilities/closures/closures.factory.ts'
import { aContent } from '../server/src/capabilities/command/documents.factory.ts'
import { giveTo, tasksOf } from '../server/src/capabilities/command/tasks.factory.ts'
import { aFinding, anInspection } from '../server/src/capabilities/inspections/inspections.factory.ts'
import { givenSite } from '../server/src/capabilities/sites/sites.factory.ts'
import { givenStock } from '../server/src/capabilities/supplies/supplies.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { checkerSource } from './accessible.ts'
import { openBrowser } from './browser.ts'
import { faultsOf, opened } from './field-look.ts'
import {
  type FieldStage,
  openFieldStage,
  PASSWORD,
  phoneContext,
  signIn,
  signInWithFactor,
  untilOfflineReady,
} from './field-stage.ts'

// The pages behind the barrier's and the visits': that each can be used, and the site's shift, which has no file of its own.

let stage: FieldStage
let browser: Browser
let siteId = ''
const one = { task: '', venue: '', finding: '', store: '' }

beforeAll(async () => {
  stage = await openFieldStage()
  const { desk, division } = stage
  const closures = await givenClosures(stage)
  const { documentId } = await closures.issued(aContent())
  await giveTo(desk, { documentId, targets: { to: 'places' as const, divisions: [division] } })
  one.task = (await tasksOf(desk, 'kind=document')).get(division) ?? ''
  one.venue = await closures.subject({ division })
  await closures.close({ startsAt: on(50), endsOn: dayOf(75), reviewOn: dayOf(60) })
  const finding = aFinding({ what: '劝返点夜间无人值守' })
  one.finding = finding.id ?? ''
  await desk.post('/inspections', anInspection(division, { findings: [finding] }))
  one.store = (await givenStock(stage)).depot
  siteId = (await givenSite(stage, { rooms: 2, orders: 0 })).siteId
  const routine = { id: newId(), at: '2020-02-02T08:00:00+08:00', area: 'corridors', everyHours: 4 }
  expect((await desk.post(`/sites/${siteId}/routines`, routine)).status).toBe(201)
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

interface Seat {
  role: string
  division?: string
  placeId?: string
}
async function aPhone({ role, division = stage.division, placeId }: Seat): Promise<Phone> {
  const administrator = await stage.as.role('administrator')
  const signInName = `f${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const seats = [{ division, role, title: '值班', ...(placeId ? { placeId } : {}) }]
  const account = { division, signInName, name: '何值班', seats, password: PASSWORD }
  expect((await administrator.post('/access/accounts', account)).status).toBe(201)
  const context = await browser.newContext({ ...phoneContext, bypassCSP: true })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  if (role === 'village-cadre') await signIn(page, stage.url, signInName)
  else await signInWithFactor(page, stage, signInName)
  return { context, page }
}
interface Phone {
  context: BrowserContext
  page: Page
}

test('nor does any page of the other work on a phone', async () => {
  const found: string[] = []
  const cadre = ['tasks', `tasks/${one.task}`, 'closures', `closures/${one.venue}`]
  for (const [seat, pages] of [
    [{ role: 'village-cadre' }, [...cadre, 'inspections', `inspections/${one.finding}`, 'more']],
    [{ role: 'township-officer', division: stage.division.slice(0, 9) }, ['inspections/new']],
    [{ role: 'supplies-keeper', division: String(stage.county) }, ['stores', `stores/${one.store}`]],
    [{ role: 'isolation-staff', placeId: siteId }, ['site']],
  ] as const) {
    const { context, page } = await aPhone(seat)
    await page.evaluate(checkerSource)
    for (const path of pages) {
      await opened(page, path)
      // A list that nothing has come into yet would show nothing to be wrong.
      if (path === 'inspections/new') await page.getByLabel('场所名称').waitFor()
      else if (path !== 'more') await page.locator('main a.door, main .acts').first().waitFor()
      found.push(...(await faultsOf(page, path)))
    }
    await context.close()
  }
  expect(found).toEqual([])
}, 90_000)

test('a shift at an isolation site takes over, disinfects and hands over without a network, and all of it arrives', async () => {
  const before = { id: newId(), at: new Date(Date.now() - 3_600_000).toISOString(), note: '二楼缺体温计' }
  expect((await stage.desk.post(`/sites/${siteId}/shift-changes`, before)).status).toBe(201)
  const { context, page } = await aPhone({ role: 'isolation-staff', placeId: siteId })
  try {
    await opened(page, 'site')
    await page.getByText('二楼缺体温计').waitFor()
    await untilOfflineReady(page)
    await context.setOffline(true)
    await page.getByRole('button', { name: '接班', exact: true }).click()
    await page.getByText('已存在手机上').first().waitFor()
    await page.getByRole('button', { name: /走廊/ }).click()
    await page.getByRole('button', { name: '已消毒(1 处)' }).click()
    await page.getByText('请填浓度').waitFor()
    await page.getByLabel('有效浓度').fill('1000')
    await page.getByRole('button', { name: '已消毒(1 处)' }).click()
    await page.getByText('现在没有到时间的消毒').waitFor()
    await page.getByLabel('留给下一班的话').fill('走廊已消毒')
    await page.getByRole('button', { name: '交班,未了的事自动列出' }).click()
    await expect.poll(() => page.getByLabel('留给下一班的话').inputValue()).toBe('')
    await context.setOffline(false)
    const changes = async () => (await stage.desk.get(`/sites/${siteId}/shift-changes`)).body.items
    await expect.poll(async () => (await changes()).length, { timeout: 20_000 }).toBe(2)
    const [left, taken] = await changes()
    expect(taken).toMatchObject({ note: '二楼缺体温计', takenBy: '何值班' })
    expect(left).toMatchObject({ note: '走廊已消毒', by: '何值班', takenAt: null, matters: { overdueAreas: [] } })
    const { items } = (await stage.desk.get(`/sites/${siteId}/disinfections`)).body
    expect(items).toMatchObject([{ areas: ['corridors'], mgPerLitre: 1000, agent: '含氯消毒液', by: '何值班' }])
  } finally {
    await context.close()
  }
}, 60_000)
