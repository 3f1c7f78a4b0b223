import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone } from './browser.ts'
import { aVictim, killAt, POINTS, settleVictim, type Victim } from './field-kills.ts'
import { type FieldStage, openFieldStage } from './field-stage.ts'

// R01: enough to catch a record that only looked saved; the hundreds are in field-crash.long.ts.
let stage: FieldStage
let victim: Victim
beforeAll(async () => {
  stage = await openFieldStage()
  victim = await aVictim(stage)
}, 120_000)
afterAll(async () => {
  await stage?.close()
  if (victim) rmSync(victim.profile, { recursive: true, force: true, maxRetries: 5 })
})

test('a browser killed at any of six points has every record it called saved, and delivers each once', async () => {
  for (const [nth, point] of POINTS.entries()) await killAt(stage, victim, point, nth)
  expect(victim.killed.map(({ point }) => point)).toEqual([...POINTS])
  expect(await settleVictim(stage, victim)).toEqual({ forgotten: [], lost: [], twice: 0 })
}, 180_000)

test('control: a record that is called saved before its commit does not survive', async () => {
  const first = await openPhone(victim.profile)
  const page = first.context.pages()[0] ?? (await first.context.newPage())
  await page.goto(`${stage.url}/field/icon.svg`)
  await page.evaluate(announceTooEarly)
  await first.kill()
  const second = await openPhone(victim.profile)
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
