import type { Page } from 'playwright-core'
import { newProfile, openPhone, type Phone } from './browser.ts'
import { type FieldStage, screen, signIn, unlock, untilOfflineReady } from './field-stage.ts'

/** Where on the way of a record the browser is killed; `saved` is the moment the screen says so. */
export const POINTS = ['before-put', 'before-complete', 'saved', 'upload', 'receipt', 'clean-up'] as const
export type Point = (typeof POINTS)[number]

export interface Killed {
  point: Point
  /** The screen had called it saved. */
  saved: boolean
  temperatureC: number
}

export interface Victim {
  profile: string
  killed: Killed[]
}

/** A phone on which somebody is signed in, and that is offline whenever it is not looked at. */
export async function aVictim(stage: FieldStage): Promise<Victim> {
  const profile = newProfile()
  const phone = await openPhone(profile)
  const page = await pageOf(phone)
  await signIn(page, stage.url, await stage.shiftWorker())
  await untilOfflineReady(page)
  await phone.close()
  return { profile, killed: [] }
}

export async function pageOf(phone: Phone): Promise<Page> {
  const page = phone.context.pages()[0] ?? (await phone.context.newPage())
  page.setDefaultTimeout(30_000)
  return page
}

/** One record, one kill. What was killed on its way to the disk was not called saved, and need not be there. */
export async function killAt(stage: FieldStage, victim: Victim, point: Point, nth: number): Promise<void> {
  const phone = await openPhone(victim.profile)
  const page = await pageOf(phone)
  const temperatureC = Math.round((35 + (nth % 22) / 10) * 10) / 10
  let isDead: () => void = () => undefined
  const dead = new Promise<void>((resolve) => {
    isDead = resolve
  })
  const die = () => phone.kill().then(isDead, isDead)
  await page.exposeBinding('dieNow', die)
  if (point === 'upload') await page.route('**/api/sync/sealed', die)
  await page.addInitScript(holdAt, point)
  // What earlier kills have left must not go out before its time.
  await phone.context.setOffline(true)
  await page.goto(`${stage.url}/field/`)
  await unlock(page)
  await page.waitForSelector('.screening')
  if (point === 'clean-up') {
    await phone.context.setOffline(false)
    await screen(page, { temperature: digits(temperatureC) })
    await page.waitForFunction(() => document.body.innerText.includes('全部已送达'))
    await page.evaluate(makeOld)
    victim.killed.push({ point, saved: true, temperatureC })
    void page.reload().catch(() => undefined)
    return dead
  }
  const saved = await Promise.race([dead.then(() => false), called(page, temperatureC)])
  victim.killed.push({ point, saved, temperatureC })
  if (point === 'saved') return phone.kill()
  if (point === 'upload' || point === 'receipt') await phone.context.setOffline(false)
  await dead
}

const called = (page: Page, temperatureC: number): Promise<boolean> =>
  screen(page, { temperature: digits(temperatureC) }).then(
    () => true,
    () => false,
  )

const digits = (temperatureC: number): string => String(Math.round(temperatureC * 10))

/** In the page: at its point everything stands still until the browser is dead. */
function holdAt(point: string): void {
  const { add, put } = IDBObjectStore.prototype
  const stand = () => {
    ;(window as unknown as { dieNow(): void }).dieNow()
    for (const until = performance.now() + 10_000; performance.now() < until; );
  }
  IDBObjectStore.prototype.add = function (...given) {
    const isRecord = this.name === 'outbox'
    if (isRecord && point === 'before-put') stand()
    const request = add.apply(this, given)
    if (isRecord && point === 'before-complete') stand()
    return request
  }
  IDBObjectStore.prototype.put = function (...given) {
    const [entry] = given as Array<{ state?: string; sealed?: unknown }>
    const delivered = this.name === 'outbox' && entry?.state === 'delivered'
    if (delivered && point === 'receipt' && entry.sealed) stand()
    if (delivered && point === 'clean-up' && !entry.sealed) stand()
    return put.apply(this, given)
  }
}

/** As if its receipt were four days old. */
async function makeOld(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => resolve(open.result)
  })
  await new Promise<void>((resolve) => {
    const work = db.transaction('outbox', 'readwrite')
    work.objectStore('outbox').openCursor().onsuccess = (event) => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result
      if (!cursor) return
      const entry = cursor.value
      if (entry.state === 'delivered') cursor.update({ ...entry, deliveredAt: Date.now() - 4 * 86_400_000 })
      cursor.continue()
    }
    work.oncomplete = () => resolve()
  })
  db.close()
}

/** Everything goes out; what the desk then has of each temperature. */
export async function settleVictim(stage: FieldStage, victim: Victim): Promise<{ lost: Killed[]; twice: number }> {
  const phone = await openPhone(victim.profile)
  const page = await pageOf(phone)
  await page.goto(`${stage.url}/field/`)
  await unlock(page)
  await page.waitForFunction(() => document.body.innerText.includes('全部已送达'))
  await phone.close()
  const rows: Array<{ id: string; temperatureC: number }> = []
  let after: string | null = ''
  while (after !== null) {
    const more: string = after ? `&after=${encodeURIComponent(after)}` : ''
    const { body } = await stage.desk.get(`/checkpoints/${stage.checkpointId}/passages?limit=200${more}`)
    rows.push(...body.items)
    after = body.next
  }
  const left = rows.map(({ temperatureC }) => temperatureC)
  const lost: Killed[] = []
  for (const one of victim.killed) {
    const at = left.indexOf(one.temperatureC)
    if (at >= 0) left.splice(at, 1)
    else if (one.saved) lost.push(one)
  }
  return { lost, twice: left.length }
}
