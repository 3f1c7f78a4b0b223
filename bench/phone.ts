import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { newProfile, openPhone } from '../e2e/browser.ts'
import { actAs } from '../server/src/capabilities/access/access.factory.ts'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { COUNTY } from './county.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const PASSWORD = 'snow on the river'
const PIN = '204816'
const KBIT = 1000 / 8
/** As a cheap phone does: everything takes four times as long. */
const SLOWER = 4

interface Thin {
  kbit: number
  latencyMs: number
}
async function onThinLine(page: Page, { kbit, latencyMs }: Thin, slower: number): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: kbit * KBIT,
    uploadThroughput: kbit * KBIT,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return devtools
}

/** Since the navigation began: the screen stands, is drawn, and the page's one thread is free to hear a finger. */
async function readyAfter(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector)
  return page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestIdleCallback(() => resolve(performance.now()))),
      ),
  )
}

async function aCadre(stand: Stand, division: string): Promise<string> {
  const place = { county: COUNTY, role: 'administrator', division: String(COUNTY) } as const
  const token = await actAs(stand.app.kernel, place)
  const name = `v${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const seats = [{ division, role: 'village-cadre', title: '包村' }]
  const made = await fetch(`${stand.productUrl}/access/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ division, signInName: name, name: '包村干部', seats, password: PASSWORD }),
  })
  if (made.status !== 201) throw new Error(`bench: no account, ${await made.text()}`)
  return name
}

async function aVillage(stand: Stand, households: number): Promise<string> {
  const [row] = await stand.owner<Array<{ code: string }>>`
    select division as code from places.division_name where county = ${COUNTY} and length(division) = 12 order by 1 limit 1`
  if (!row) throw new Error('bench: no village')
  const items = Array.from({ length: households }, (_, at) =>
    aHouseholdToSend(row.code, {
      block: `第${1 + Math.floor(at / 40)}组`,
      walkOrder: at + 1,
      door: `${at + 1}号`,
      members: [aMember({ relation: 'head' }), aMember({}), aMember({})],
    }),
  )
  const sent = await fetch(`${stand.productUrl}/households/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${stand.deskToken}` },
    body: JSON.stringify({ items }),
  })
  const { verdicts } = (await sent.json()) as { verdicts: Array<{ ok: boolean }> }
  if (verdicts.some(({ ok }) => !ok)) throw new Error(`bench: ${JSON.stringify(verdicts.find(({ ok }) => !ok))}`)
  return row.code
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.fill('input[name=name]', name)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('button[type=submit]')
  for (const said of ['设置', '再输一次']) {
    await page.waitForSelector(`.pin:has-text("${said}")`)
    await page.fill('input[name=pin]', PIN)
  }
}

const householdsHere = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('qunfang-field')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('replica').objectStore('replica').getAllKeys()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result.filter((key) => (key as string[])[1] === 'household').length)
          }
        }
      }),
  )

async function untilVillage(page: Page, households: number): Promise<void> {
  while ((await householdsHere(page)) < households) await page.waitForTimeout(100)
}

async function firstLoad(url: string): Promise<number> {
  const profile = newProfile()
  const phone = await openPhone(profile)
  try {
    const page = await phone.context.newPage()
    await onThinLine(page, { kbit: 1600, latencyMs: 150 }, SLOWER)
    await page.goto(url)
    return await readyAfter(page, 'input[name=name]')
  } finally {
    await phone.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function villageOver(context: BrowserContext, url: string, name: string, households: number): Promise<number> {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForSelector('input[name=name]')
  await onThinLine(page, { kbit: 400, latencyMs: 150 }, SLOWER)
  await signIn(page, name)
  const began = performance.now()
  await untilVillage(page, households)
  const ms = performance.now() - began
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return ms
}

/** The browser itself has just been started, and nobody answers. */
async function offlineStart(profile: string, url: string, slower: number): Promise<number> {
  const phone = await openPhone(profile)
  try {
    const page = await phone.context.newPage()
    await phone.context.setOffline(true)
    if (slower > 1) await onSlowPhone(page, slower)
    await page.goto(url)
    return await readyAfter(page, '.ways button')
  } finally {
    await phone.close()
  }
}
async function onSlowPhone(page: Page, rate: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
const spread = (runs: readonly number[]): string =>
  `${seconds(median(runs))} (${seconds(Math.min(...runs))} to ${seconds(Math.max(...runs))})`

/** What somebody waits for who holds a cheap phone on a thin line, in the real browser. */
export async function benchPhone(stand: Stand, households: number, rounds: number): Promise<Line[]> {
  const url = `${stand.productUrl.replace(/\/api$/, '')}/field/`
  const first: number[] = []
  for (let round = 0; round < rounds; round += 1) first.push(await firstLoad(url))
  const village = await aVillage(stand, households)
  const villages: number[] = []
  const offline: number[] = []
  const offlineSlow: number[] = []
  for (let round = 0; round < Math.min(rounds, 3); round += 1) {
    const profile = newProfile()
    const phone = await openPhone(profile)
    villages.push(await villageOver(phone.context, url, await aCadre(stand, village), households))
    await phone.close()
    for (let turn = 0; turn < 2; turn += 1) {
      offline.push(await offlineStart(profile, url, 1))
      offlineSlow.push(await offlineStart(profile, url, SLOWER))
    }
    rmSync(profile, { recursive: true, force: true })
  }
  const line = (what: string, runs: readonly number[], asked: string): Line => ({
    ...{ what, product: spread(runs), limit: '', ratio: null, asked },
  })
  return [
    line('(l) first load until it can be used, 4× slower CPU, 1.6 Mbit/s, 150 ms', first, '≤ 2.5 s'),
    line('(l) cold start without a network', offline, '≤ 1 s'),
    line('(l) cold start without a network, 4× slower CPU', offlineSlow, 'shown'),
    line(
      `(l) a village of ${households} households on the phone, 4× slower CPU, 400 kbit/s, 150 ms`,
      villages,
      '≤ 30 s',
    ),
  ]
}
