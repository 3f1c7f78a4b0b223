import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openBrowser, openPhone } from './browser.ts'
import { pageOf } from './field-kills.ts'
import {
  type FieldStage,
  openFieldStage,
  PIN,
  phoneContext,
  screen,
  signIn,
  syntheticId,
  unlock,
  untilOfflineReady,
} from './field-stage.ts'

// What only a real browser can show of one phone: its lock, its clock, its disk and its two versions.

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
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(20_000)
  return { context, page: await context.newPage() }
}
const until = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text)

async function onServer(temperatureC: number): Promise<Array<{ occurredAt: string }>> {
  const reply = await stage.desk.get(`/checkpoints/${stage.checkpointId}/passages?limit=200`)
  return reply.body.items.filter((row: { temperatureC: number }) => row.temperatureC === temperatureC)
}

test('five minutes without a touch lock the phone; the form is there again after the PIN, and nobody else can open it', async () => {
  const { context, page } = await aPhone()
  await page.clock.install()
  await signIn(page, stage.url, await stage.shiftWorker('合成甲'))
  await page.focus('input[name=temperature]')
  for (const digit of '36') await page.click(`.keys button:text-is("${digit}")`)
  await page.clock.runFor(4 * 60_000)
  expect(await page.locator('.shell').count()).toBe(1)
  await page.clock.runFor(70_000)
  await page.waitForSelector('.ways')
  expect(await page.locator('input[name=temperature]').count()).toBe(0)
  await page.click('.ways button:has-text("继续:合成甲")')
  await page.fill('input[name=pin]', '975310')
  await until(page, '还可以试 9 次')
  await page.fill('input[name=pin]', PIN)
  await page.waitForSelector('.screening')
  expect(await page.inputValue('input[name=temperature]')).toBe('36')
  await context.close()
}, 60_000)

test('ten wrong PINs wipe the people off the phone; what waits still goes out', async () => {
  const { context, page } = await aPhone()
  await signIn(page, stage.url, await stage.shiftWorker('合成乙'))
  await context.setOffline(true)
  await screen(page, { temperature: '331' })
  await page.click('.tabs a:has-text("设置")')
  await page.click('button:has-text("锁定")')
  await page.click('.ways button:has-text("继续:合成乙")')
  for (let left = 9; left > 0; left -= 1) {
    await page.fill('input[name=pin]', '975310')
    await until(page, `还可以试 ${left} 次`)
  }
  await page.fill('input[name=pin]', '975310')
  await until(page, '本机的人员名单已清除')
  expect(await page.locator('button:has-text("合成乙")').count()).toBe(0)
  await context.setOffline(false)
  await expect.poll(() => onServer(33.1), { timeout: 20_000 }).toHaveLength(1)
  await context.close()
}, 90_000)

test.each([
  ['ahead', 48, 33.2],
  ['behind', -48, 33.3],
])(
  'a clock two days %s that is put right in the middle of a shift puts nothing on another day',
  async (_, hours, temperatureC) => {
    const { context, page } = await aPhone()
    await page.clock.setFixedTime(Date.now() + hours * 3_600_000)
    await signIn(page, stage.url, await stage.shiftWorker())
    await page.click('.tabs a:has-text("设置")')
    await until(page, hours > 0 ? '本机时钟快了' : '本机时钟慢了')
    await page.click('.tabs a:has-text("查验")')
    // Written by the wrong clock, held back by the network, sent by the right one.
    await page.route('**/api/sync/sealed', (route) => route.abort('connectionreset'))
    await screen(page, { temperature: String(Math.round(temperatureC * 10)) })
    await page.clock.setFixedTime(Date.now())
    // A clock that jumps is as good as five minutes without a touch.
    await unlock(page)
    await page.unroute('**/api/sync/sealed')
    await page.click('.tabs a:has-text("记录")')
    await page.click('button:has-text("立即上传")')
    await expect.poll(() => onServer(temperatureC), { timeout: 20_000 }).toHaveLength(1)
    const [row] = await onServer(temperatureC)
    expect(Math.abs(Date.parse(row?.occurredAt ?? '') - Date.now())).toBeLessThan(5 * 60_000)
    await context.close()
  },
  60_000,
)

test('a stolen phone, switched off: none of the names and numbers is anywhere in its files', async () => {
  const profile = newProfile()
  const phone = await openPhone(profile)
  const page = await pageOf(phone)
  await signIn(page, stage.url, await stage.shiftWorker('合成丙'))
  await untilOfflineReady(page)
  await phone.context.setOffline(true)
  const planted = [71, 72, 73].map(syntheticId)
  for (const [nth, id] of planted.entries()) await screen(page, { id, temperature: `33${5 + nth}` })
  // And one that is still being typed.
  const half = syntheticId(74)
  for (const digit of half) await page.click(`.keys button:text-is("${digit}")`)
  await until(page, '未送达 3')
  await page.evaluate(keepInTheOpen, '合成金丝雀')
  await phone.close()
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const contents = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
  const holds = (text: string) =>
    contents.some((bytes) => bytes.includes(Buffer.from(text)) || bytes.includes(Buffer.from(text, 'utf16le')))
  expect([...planted, half].filter(holds)).toEqual([])
  // Control: what an app writes in the open is found in the same way.
  expect(holds('合成金丝雀')).toBe(true)
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}, 90_000)

test('a tab of the released version that is still open does not keep the new one from starting, nor lose what it wrote', async () => {
  const { context, page } = await aPhone()
  await page.goto(`${stage.url}/field/icon.svg`)
  const worker = await stage.shiftWorker('合成丁')
  const given = { county: stage.county, name: worker, password: 'snow on the river' }
  const { body } = await stage.as.nobody().post('/sign-in', given)
  await page.evaluate(openOlder, { token: body.token, me: body.me, checkpointId: stage.checkpointId })
  const fresh = await context.newPage()
  await fresh.goto(`${stage.url}/field/`)
  await fresh.click('.ways button:has-text("继续:合成丁")')
  for (const hint of ['设置', '再输一次']) {
    await fresh.waitForSelector(`.pin:has-text("${hint}")`)
    await fresh.fill('input[name=pin]', PIN)
  }
  await fresh.waitForSelector('.shell')
  await expect.poll(() => onServer(33.9), { timeout: 20_000 }).toHaveLength(1)
  expect(await page.evaluate(() => (window as unknown as { closed_by_newer?: boolean }).closed_by_newer)).toBe(true)
  await fresh.reload()
  await unlock(fresh)
  await context.close()
}, 60_000)

function keepInTheOpen(value: string): Promise<void> {
  return new Promise((resolve) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => {
      const work = open.result.transaction('remembered', 'readwrite', { durability: 'strict' })
      // More than once: the browser's log cuts a record in two at the end of each of its blocks.
      for (const copy of [1, 2, 3]) work.objectStore('remembered').put({ key: `control-${copy}`, value })
      work.oncomplete = () => resolve()
    }
  })
}

interface Older {
  token: string
  me: { account: { id: string; signInName: string; name: string }; county: number; division: string; placeId: string }
  checkpointId: string
}
/** The database as the released version opened and filled it; like that version, the tab lets go when a newer one asks. */
async function openOlder({ token, me, checkpointId }: Older): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('qunfang-field', 10)
    open.onupgradeneeded = () => {
      const outbox = open.result.createObjectStore('outbox', { keyPath: 'id' })
      outbox.createIndex('seq', 'seq', { unique: true })
      outbox.createIndex('state', 'state')
      outbox.createIndex('recordedAt', 'recordedAt')
      outbox.createIndex('[owner+state+seq]', ['owner', 'state', 'seq'])
      open.result.createObjectStore('drafts', { keyPath: 'key' }).createIndex('owner', 'owner')
      open.result.createObjectStore('remembered', { keyPath: 'key' })
      open.result.createObjectStore('sessions', { keyPath: 'accountId' })
    }
    open.onsuccess = () => resolve(open.result)
  })
  db.onversionchange = () => {
    db.close()
    Object.assign(window, { closed_by_newer: true })
  }
  const { account, county, division, placeId } = me
  const [id, recordedAt, owner] = [crypto.randomUUID(), new Date().toISOString(), account.id]
  const content = { id, checkpointId, recordedAt, temperatureC: 33.9, decision: 'pass' }
  const gist = { outcome: 'pass', screened: 1, turnedBack: 0, vehicles: 0, fever: false }
  const way = { state: 'saved', tries: 0, notBefore: 0, refusal: null, receipt: null, settled: null }
  const seat = { seatId: crypto.randomUUID(), seatTitle: '卡口一班', role: 'checkpoint-shift', placeId, otherSeats: [] }
  const names = { account: account.signInName, displayName: account.name }
  await new Promise<void>((resolve) => {
    const work = db.transaction(['outbox', 'sessions', 'remembered'], 'readwrite')
    work.objectStore('outbox').add({ id, seq: 1, owner, kind: 'passage', recordedAt, gist, content, ...way })
    work.objectStore('remembered').add({ key: 'outbox.last-seq', value: 1 })
    const session = { accountId: owner, token, ...names, county, division, ...seat, leaving: false, ended: false }
    work.objectStore('sessions').add(session)
    work.oncomplete = () => resolve()
  })
}
