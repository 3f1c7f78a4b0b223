import type { Page } from 'playwright-core'
import { newProfile, openPhone, type Phone } from './browser.ts'
import { type FieldStage, screen, signIn, unlock, untilOfflineReady } from './field-stage.ts'

/** Where on the way of a record the browser is killed; `saved` is the moment the screen says so. */
export const POINTS = ['before-put', 'before-complete', 'saved', 'upload', 'receipt', 'clean-up'] as const
export type Point = (typeof POINTS)[number]

export interface Killed {
  point: Point
  /** Under which number the screen had called it saved, if it had. */
  saved: number | null
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
  const temperature = String(350 + (nth % 22))
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
    await screen(page, { temperature })
    await page.waitForFunction(() => document.body.innerText.includes('全部已送达'))
    await page.evaluate(makeOld)
    victim.killed.push({ point, saved: await numberShown(page) })
    void page.reload().catch(() => undefined)
    return dead
  }
  const saved = await Promise.race([dead.then(() => null), called(page, temperature)])
  victim.killed.push({ point, saved })
  if (point === 'saved') return phone.kill()
  if (point === 'upload' || point === 'receipt') await phone.context.setOffline(false)
  await dead
}

const called = (page: Page, temperature: string): Promise<number | null> =>
  screen(page, { temperature })
    .then(() => numberShown(page))
    .catch(() => null)

const numberShown = async (page: Page): Promise<number> =>
  Number(/第(\d+)号/.exec((await page.textContent('.strip.done')) ?? '')?.[1])

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

export interface Settled {
  /** Numbers that were called saved and are not on the phone. */
  forgotten: number[]
  /** On the phone, said to be delivered, and not at the server. */
  lost: string[]
  /** At the server under a number of this phone's more than once, or not of this phone at all. */
  twice: number
}

/** Everything goes out; then what the phone has and what the desk has is compared, record by record. */
export async function settleVictim(
  stage: FieldStage,
  victim: Victim,
  known: Set<string> = new Set(),
): Promise<Settled> {
  const phone = await openPhone(victim.profile)
  const page = await pageOf(phone)
  await page.goto(`${stage.url}/field/`)
  await unlock(page)
  await page.waitForFunction(() => document.body.innerText.includes('全部已送达'))
  const onPhone = await page.evaluate(recordsHere)
  await phone.close()
  const there = (await passagesAt(stage)).filter((id) => !known.has(id))
  const [seqs, ids] = [onPhone.map(({ seq }) => seq), onPhone.map(({ id }) => id)]
  const result = {
    forgotten: victim.killed.flatMap(({ saved }) => saved ?? []).filter((seq) => !seqs.includes(seq)),
    lost: ids.filter((id) => !there.includes(id)),
    twice: there.length - new Set(there.filter((id) => ids.includes(id))).size,
  }
  for (const id of there) known.add(id)
  return result
}

async function passagesAt(stage: FieldStage): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const more: string = after ? `&after=${encodeURIComponent(after)}` : ''
    const { body } = await stage.desk.get(`/checkpoints/${stage.checkpointId}/passages?limit=200${more}`)
    ids.push(...body.items.map((row: { id: string }) => row.id))
    after = body.next
  }
  return ids
}

async function recordsHere(): Promise<Array<{ id: string; seq: number }>> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => resolve(open.result)
  })
  const rows = await new Promise<Array<{ id: string; seq: number; kind: string }>>((resolve) => {
    const asked = db.transaction('outbox').objectStore('outbox').getAll()
    asked.onsuccess = () => resolve(asked.result)
  })
  db.close()
  return rows.filter(({ kind }) => kind === 'passage').map(({ id, seq }) => ({ id, seq }))
}
