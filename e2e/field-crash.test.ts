import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, openPhone } from './browser.ts'
import { type FieldStage, openFieldStage, screen, signIn, unlock, untilOfflineReady } from './field-stage.ts'

/** Enough to catch a record that only looked saved; the hundreds belong to the long run. */
const KILLS = 4

let stage: FieldStage
const profile = newProfile()
beforeAll(async () => {
  stage = await openFieldStage()
}, 120_000)
afterAll(async () => {
  await stage?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('a browser killed the moment it says "saved" still has the record, and delivers each once', async () => {
  const name = await stage.shiftWorker()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const phone = await openPhone(profile)
    const page = phone.context.pages()[0] ?? (await phone.context.newPage())
    page.setDefaultTimeout(20_000)
    if (kill === 0) {
      await signIn(page, stage.url, name)
      await untilOfflineReady(page)
    }
    await phone.context.setOffline(true)
    if (kill > 0) {
      await page.goto(`${stage.url}/field/`)
      await unlock(page)
    }
    await page.waitForSelector('.screening')
    await screen(page, { temperature: `36${kill}` })
    await phone.kill()
  }
  const phone = await openPhone(profile)
  const page = phone.context.pages()[0] ?? (await phone.context.newPage())
  await phone.context.setOffline(true)
  await page.goto(`${stage.url}/field/`)
  await unlock(page)
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), `未送达 ${KILLS}`)
  await phone.context.setOffline(false)
  await page.waitForFunction(() => document.body.innerText.includes('全部已送达'))
  const reply = await stage.desk.get(`/checkpoints/${stage.checkpointId}/passages?limit=200`)
  expect(reply.body.items).toHaveLength(KILLS)
  await phone.close()
}, 180_000)

test('control: a record that is called saved before its commit does not survive', async () => {
  const first = await openPhone(profile)
  const page = first.context.pages()[0] ?? (await first.context.newPage())
  await page.goto(`${stage.url}/field/icon.svg`)
  await page.evaluate(announceTooEarly)
  await first.kill()
  const second = await openPhone(profile)
  const after = second.context.pages()[0] ?? (await second.context.newPage())
  await after.goto(`${stage.url}/field/icon.svg`)
  expect(await after.evaluate(countPremature)).toBe(0)
  await second.close()
}, 120_000)

/** Resolves when the write has been accepted, and keeps its transaction from committing. */
function announceTooEarly(): Promise<void> {
  return new Promise((resolve) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => {
      const store = open.result.transaction('remembered', 'readwrite').objectStore('remembered')
      const hold = () => {
        store.get('premature').onsuccess = hold
      }
      store.put({ key: 'premature', value: 1 }).onsuccess = () => {
        hold()
        resolve()
      }
    }
  })
}

function countPremature(): Promise<number> {
  return new Promise((resolve) => {
    const open = indexedDB.open('qunfang-field')
    open.onsuccess = () => {
      const asked = open.result.transaction('remembered').objectStore('remembered').count('premature')
      asked.onsuccess = () => resolve(asked.result)
    }
  })
}
