import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import {
  type FieldStage,
  giveNameAndPin,
  openFieldStage,
  phoneContext,
  screen,
  signIn,
  syntheticId,
  unlock,
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

/** What went wrong in the pages without anybody noticing. */
const faults: string[] = []
afterEach(() => expect(faults).toEqual([]))

interface OnServer {
  id: string
  temperatureC: number | null
  decision: string
  corrections: number
}

/** What the desk sees of this checkpoint; tests look only at their own temperatures. */
async function onServer(temperatures: number[]): Promise<OnServer[]> {
  const reply = await stage.desk.get(`/checkpoints/${stage.checkpointId}/passages?limit=200`)
  return reply.body.items.filter((row: OnServer) => temperatures.includes(row.temperatureC ?? 0))
}

async function aPhone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(20_000)
  context.on('weberror', (fault) => faults.push(fault.error().message))
  // A refused or unanswered request is a line of its own there; everything else, above all a breach of the policy, is a fault.
  context.on(
    'console',
    (line) => line.type() === 'error' && !line.text().includes('Failed to load resource') && faults.push(line.text()),
  )
  return { context, page: await context.newPage() }
}

const until = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text)

/** The screen says so, and it is not what the screen said before the last record was saved. */
async function delivered(page: Page, count: number): Promise<void> {
  await expect.poll(() => page.evaluate(countDelivered), { timeout: 30_000 }).toBe(count)
  await until(page, '全部已送达')
}

async function countDelivered(): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => resolve(open.result)
  })
  const entries = await new Promise<Array<{ state: string }>>((resolve) => {
    const asked = db.transaction('outbox').objectStore('outbox').getAll()
    asked.onsuccess = () => resolve(asked.result)
  })
  db.close()
  return entries.filter(({ state }) => state === 'delivered').length
}

describe('a shift in a dead spot', () => {
  test('five passages recorded without a network are on the server once the network is back, each once', async () => {
    const { context, page } = await aPhone()
    await signIn(page, stage.url, await stage.shiftWorker())
    await untilOfflineReady(page)
    await context.setOffline(true)
    await until(page, '无网络')
    for (let n = 1; n <= 3; n += 1) await screen(page, { id: syntheticId(n), temperature: `36${n}` })
    await screen(page, { temperature: '364' })
    // The service worker is in charge: the app starts again from the phone alone, and nothing is gone.
    await page.reload()
    await unlock(page)
    await page.waitForSelector('.screening')
    await until(page, '未送达 4')
    await screen(page, { temperature: '365' })
    await until(page, '未送达 5')
    expect(await onServer([36.1, 36.2, 36.3, 36.4, 36.5])).toEqual([])

    await context.setOffline(false)
    await delivered(page, 5)
    await page.click('.tabs a:has-text("记录")')
    await page.click('[role=tab]:has-text("已送达")')
    await page.waitForFunction(() => document.querySelectorAll('.badge.delivered').length === 5)
    const rows = await onServer([36.1, 36.2, 36.3, 36.4, 36.5])
    expect(rows.map((row) => row.temperatureC).sort()).toEqual([36.1, 36.2, 36.3, 36.4, 36.5])
    expect(await page.evaluate(storedText)).not.toContain('13089919700101')
    await context.close()
  }, 120_000)

  test('an answer that is lost after the commit costs nothing and counts nothing twice', async () => {
    const { context, page } = await aPhone()
    await signIn(page, stage.url, await stage.shiftWorker())
    let lost = 0
    await page.route('**/api/sync/sealed', async (route) => {
      if (lost > 1) return route.continue()
      lost += 1
      // The server gets it and commits; the phone never hears of it.
      await route.fetch()
      return route.abort('connectionreset')
    })
    await screen(page, { id: syntheticId(21), temperature: '358' })
    await delivered(page, 1)
    expect(lost).toBe(2)
    expect(await onServer([35.8])).toHaveLength(1)
    await context.close()
  }, 120_000)
})

test('a passage typed wrongly is corrected by a fact of its own', async () => {
  const { context, page } = await aPhone()
  await signIn(page, stage.url, await stage.shiftWorker())
  await screen(page, { temperature: '341' })
  await page.click('.tabs a:has-text("记录")')
  await page.click('[role=tab]:has-text("已送达")')
  await page.click('.entries a')
  await page.click('button:has-text("更正这一条")')
  await page.fill('input[name=corrected-temperature]', '342')
  await page.click('button:has-text("保存更正")')
  await delivered(page, 2)
  const [corrected] = await onServer([34.1, 34.2])
  expect(corrected).toMatchObject({ temperatureC: 34.2, corrections: 1 })
  await context.close()
}, 120_000)

test('a shift is opened, counts a rush beside a recorded person, and is closed', async () => {
  const { context, page } = await aPhone()
  await signIn(page, stage.url, await stage.shiftWorker())
  await page.click('.tabs a:has-text("班次")')
  await page.click('button:has-text("开班"), button:has-text("接班")')
  await until(page, '在班')
  await page.click('.tabs a:has-text("计数")')
  for (const key of ['.one', '.one', '.five', '.pads .amber']) await page.click(key)
  await page.click('button:has-text("撤销")')
  await page.click('button:has-text("登记其中一位")')
  await until(page, '这一位已计入计数')
  await screen(page, { temperature: '385', decision: 'medical' })
  await page.click('.tabs a:has-text("计数")')
  await page.click('button:has-text("保存这一段")')
  await until(page, '共 7 人')
  await delivered(page, 3)
  await page.click('.tabs a:has-text("班次")')
  await page.click('button:has-text("交班")')
  await page.click('button:has-text("确定")')
  await delivered(page, 4)
  const shifts = await stage.desk.get(`/checkpoints/${stage.checkpointId}/shifts`)
  expect(shifts.body.items[0].closedAt).not.toBeNull()
  const handOvers = await stage.desk.get('/hand-overs?state=open')
  expect(handOvers.body.items.filter((row: OnServer) => row.temperatureC === 38.5)).toHaveLength(1)
  await context.close()
}, 120_000)

test('two tabs deliver once', async () => {
  const { context, page } = await aPhone()
  await signIn(page, stage.url, await stage.shiftWorker())
  await untilOfflineReady(page)
  const other = await context.newPage()
  await other.goto(`${stage.url}/field/`)
  await unlock(other)
  await other.waitForSelector('.screening')
  await context.setOffline(true)
  await until(page, '无网络')
  await screen(page, { temperature: '347' })
  await screen(other, { temperature: '348' })
  let requests = 0
  context.on('request', (request) => (requests += request.url().endsWith('/sync/sealed') ? 1 : 0))
  await context.setOffline(false)
  for (const tab of [page, other]) await delivered(tab, 2)
  expect(await onServer([34.7, 34.8])).toHaveLength(2)
  expect(requests).toBe(1)
  await context.close()
}, 120_000)

// What a browser that is short of space takes of a site: Chromium leaves the keyed strings, others take them as well, and nobody a cookie.
const TAKEN = [
  'indexeddb,cache_storage,service_workers,file_systems',
  'indexeddb,cache_storage,service_workers,local_storage',
]
test.each(TAKEN)(
  'a phone whose browser has cleared %s says how many records are missing',
  async (taken) => {
    const { context, page } = await aPhone()
    await signIn(page, stage.url, await stage.shiftWorker())
    await screen(page, { temperature: '346' })
    await page.goto(`${stage.url}/field/icon.svg`)
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin: stage.url, storageTypes: taken })
    await page.goto(`${stage.url}/field/`)
    await until(page, '少了 1 条的底账')
    await page.click('button:has-text("已报告")')
    await page.waitForFunction(() => !document.body.innerText.includes('底账'))
    await context.close()
  },
  120_000,
)

test('in a private window it is said, while records wait, that they may be gone with it', async () => {
  const { context, page } = await aPhone()
  await signIn(page, stage.url, await stage.shiftWorker())
  await context.setOffline(true)
  await screen(page, { temperature: '347' })
  await page.click('.tabs a:has-text("记录")')
  await until(page, '无痕窗口)可能清除它们')
  await context.setOffline(false)
  await delivered(page, 1)
  await page.waitForFunction(() => !document.body.innerText.includes('无痕窗口'))
  await context.close()
}, 60_000)

/** Everything the phone still holds, as text: what a thief with a database viewer would read. */
async function storedText(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => resolve(open.result)
    open.onerror = () => reject(open.error)
  })
  const all = (name: string) =>
    new Promise<unknown>((resolve) => {
      const asked = db.transaction(name).objectStore(name).getAll()
      asked.onsuccess = () => resolve(asked.result)
    })
  const stores = await Promise.all(['outbox', 'drafts'].map(all))
  db.close()
  return JSON.stringify(stores)
}

describe('what the server will not take', () => {
  test('a refused record stays with its reason until it is put right; the others go through', async () => {
    const { context, page } = await aPhone()
    await signIn(page, stage.url, await stage.shiftWorker())
    await untilOfflineReady(page)
    await context.setOffline(true)
    await screen(page, { temperature: '351' })
    await page.evaluate(leaveOlder, stage.checkpointId)
    await context.setOffline(false)
    await until(page, '退回 1')
    expect(await onServer([35.1, 35.2])).toHaveLength(1)

    await page.reload()
    await unlock(page)
    await page.click('.tabs a:has-text("记录")')
    await page.click('[role=tab]:has-text("被退回")')
    await page.click('.entries a')
    await until(page, '劝返或拒不配合须填写原因')
    await page.click('button:has-text("改正后重存")')
    await until(page, '正在改正退回的记录')
    await page.click('.decide .back')
    await page.click('.sheet button:has-text("非必要出行")')
    await delivered(page, 2)
    expect((await onServer([35.1, 35.2])).map((row) => row.decision).sort()).toEqual(['pass', 'turned-back'])
    await context.close()
  }, 120_000)

  test('storage that is full is said loudly, and what was typed is still there', async () => {
    const { context, page } = await aPhone()
    await signIn(page, stage.url, await stage.shiftWorker())
    await page.evaluate(() => {
      const refuse = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      IDBObjectStore.prototype.add = refuse
      IDBObjectStore.prototype.put = refuse
    })
    await page.focus('input[name=temperature]')
    for (const digit of '353') await page.click(`.keys button:text-is("${digit}")`)
    await page.click('.decide .pass')
    await until(page, '本机存储已满')
    expect(await page.locator('.strip.done').count()).toBe(0)
    expect(await page.inputValue('input[name=temperature]')).toBe('35.3')
    expect(await onServer([35.3])).toEqual([])
    await context.close()
  }, 120_000)
})

test('a browser that refuses to store says so instead of showing nothing', async () => {
  const { context, page } = await aPhone()
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError')
    }
  })
  await page.goto(`${stage.url}/field/`)
  await until(page, '浏览器不允许保存')
  await context.close()
}, 60_000)

/** As a version of before sealing wrote it: in the open, turned back, and no reason given. */
async function leaveOlder(checkpointId: string): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => resolve(open.result)
  })
  await new Promise<void>((resolve) => {
    const work = db.transaction(['outbox', 'remembered'], 'readwrite')
    const cursor = work.objectStore('outbox').index('seq').openCursor(null, 'prev')
    cursor.onsuccess = () => {
      const { owner, recordedAt, gist, seq: last } = cursor.result?.value ?? {}
      const [id, seq] = [crypto.randomUUID(), last + 1]
      const content = { id, checkpointId, recordedAt, temperatureC: 35.2, decision: 'turned-back', reason: null }
      const way = { state: 'saved', tries: 0, notBefore: 0, refusal: null, receipt: null, settled: null }
      work.objectStore('outbox').add({ id, seq, owner, kind: 'passage', recordedAt, gist, content, ...way })
      work.objectStore('remembered').put({ key: 'outbox.last-seq', value: seq })
    }
    work.oncomplete = () => resolve()
  })
  db.close()
}

describe('several people on one phone', () => {
  test('signing out keeps unsent work, hides it from the next person and still delivers it in the right name', async () => {
    const { context, page } = await aPhone()
    const [first, second] = [await stage.shiftWorker('第一人'), await stage.shiftWorker('第二人')]
    await signIn(page, stage.url, first)
    await page.route('**/api/sync/sealed', (route) => route.abort('connectionreset'))
    await screen(page, { id: syntheticId(31), temperature: '354' })
    await page.click('.tabs a:has-text("设置")')
    await page.click('button:has-text("退出登录")')
    await until(page, '1 条未送达')
    await page.click('button.primary:has-text("退出登录")')
    await page.waitForSelector('.sign-in')
    expect(await page.locator('button:has-text("第一人")').count()).toBe(0)

    await giveNameAndPin(page, second)
    await page.click('.tabs a:has-text("记录")')
    await until(page, '本机另有他人未送达 1 条')
    await until(page, '没有未送达的记录')
    expect(await onServer([35.4])).toEqual([])

    await page.unroute('**/api/sync/sealed')
    await page.click('button:has-text("立即上传")')
    await page.waitForFunction(() => !document.body.innerText.includes('他人未送达'))
    expect(await onServer([35.4])).toHaveLength(1)
    await context.close()
  }, 120_000)
})
