import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import {
  type FieldStage,
  openFieldStage,
  PASSWORD,
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

interface OnServer {
  id: string
  temperatureC: number | null
  decision: string
}

/** What the desk sees of this checkpoint; tests look only at their own temperatures. */
async function onServer(temperatures: number[]): Promise<OnServer[]> {
  const reply = await stage.desk.get(`/checkpoints/${stage.checkpointId}/passages?limit=200`)
  return reply.body.items.filter((row: OnServer) => temperatures.includes(row.temperatureC ?? 0))
}

async function aPhone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(20_000)
  return { context, page: await context.newPage() }
}

const until = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text)

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
    await page.waitForSelector('.screening')
    await until(page, '未送达 4')
    await screen(page, { temperature: '365' })
    await until(page, '未送达 5')
    expect(await onServer([36.1, 36.2, 36.3, 36.4, 36.5])).toEqual([])

    await context.setOffline(false)
    await until(page, '全部已送达')
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
    await page.route('**/api/passages/batch', async (route) => {
      if (lost > 1) return route.continue()
      lost += 1
      // The server gets it and commits; the phone never hears of it.
      await route.fetch()
      return route.abort('connectionreset')
    })
    await screen(page, { id: syntheticId(21), temperature: '358' })
    await until(page, '全部已送达')
    expect(lost).toBe(2)
    expect(await onServer([35.8])).toHaveLength(1)
    await context.close()
  }, 120_000)
})

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
    await screen(page, { temperature: '352' })
    // As an older app might have written it: turned back, and no reason given.
    await page.evaluate(spoilNewest)
    await context.setOffline(false)
    await until(page, '退回 1')
    expect(await onServer([35.1, 35.2])).toHaveLength(1)

    await page.reload()
    await page.click('.tabs a:has-text("记录")')
    await page.click('[role=tab]:has-text("被退回")')
    await page.click('.entries a')
    await until(page, '劝返或拒不配合须填写原因')
    await page.click('button:has-text("改正后重存")')
    await until(page, '正在改正退回的记录')
    await page.click('.decide .back')
    await page.click('.sheet button:has-text("非必要出行")')
    await until(page, '全部已送达')
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

/** Makes the newest saved passage one that the server must refuse. */
async function spoilNewest(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => resolve(open.result)
  })
  await new Promise<void>((resolve) => {
    const work = db.transaction('outbox', 'readwrite')
    const cursor = work.objectStore('outbox').index('seq').openCursor(null, 'prev')
    cursor.onsuccess = () => {
      const entry = cursor.result?.value
      cursor.result?.update({ ...entry, content: { ...entry.content, decision: 'turned-back', reason: null } })
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
    await page.route('**/api/passages/batch', (route) => route.abort('connectionreset'))
    await screen(page, { id: syntheticId(31), temperature: '354' })
    await page.click('.tabs a:has-text("设置")')
    await page.click('button:has-text("退出登录")')
    await until(page, '1 条未送达')
    await page.click('button.primary:has-text("退出登录")')
    await page.waitForSelector('.sign-in')
    expect(await page.locator('button:has-text("第一人")').count()).toBe(0)

    await page.fill('input[name=name]', second)
    await page.fill('input[name=password]', PASSWORD)
    await page.click('button[type=submit]')
    await until(page, '本机另有他人未送达 1 条')
    await page.click('.tabs a:has-text("记录")')
    await until(page, '没有未送达的记录')
    expect(await onServer([35.4])).toEqual([])

    await page.unroute('**/api/passages/batch')
    await page.click('button:has-text("立即上传")')
    await page.waitForFunction(() => !document.body.innerText.includes('他人未送达'))
    expect(await onServer([35.4])).toHaveLength(1)
    await context.close()
  }, 120_000)
})
