import type { FieldStage } from '../field-stage.ts'
import { seeded } from './chance.ts'
import { type Link, openLink, type Weather } from './link.ts'
import { type NodePhone, openNodePhone, passagesOf } from './phone.ts'

export interface Fortnight {
  records: number
  weather: Weather
  /** A phone that takes silence for a receipt. */
  believes?: boolean
}
export interface Outcome {
  seed: number
  lost: number
  twice: number
  different: number
  refused: number
  requests: number
  faults: Link['counted']
  /** Bytes sent over bytes that one clean delivery takes. */
  bytes: number
  seconds: number
}

const DAY = 86_400_000
const DAYS = 14

/** Two weeks of work without a network, and then a link that nobody would wish to anybody. */
export async function fortnight(
  stage: FieldStage,
  { records, weather, believes = false }: Fortnight,
): Promise<Outcome> {
  const port = Number(new URL(stage.url).port)
  const link = await openLink(port, { seed: weather.seed, dropped: 0, flipped: 0, delayMs: [0, 0] })
  const phone = await openNodePhone(link.url)
  const { checkpointId } = stage
  await phone.signIn(await stage.shiftWorker())
  const owner = phone.app.lock.unlocked.get().now?.owner ?? ''
  link.cut(true)
  const made = await work(phone, { owner, checkpointId, records, seed: weather.seed })
  const clean = made.reduce((sum, { bytes }) => sum + bytes, 0)
  await link.close()

  const bad = await openLink(port, weather)
  await move(phone, bad.url, owner)
  const began = performance.now()
  if (believes) await sendOnce(phone, bad.url, stage.county)
  else await phone.deliver(2000)
  const seconds = (performance.now() - began) / 1000
  const there = await passagesOf(stage.desk, checkpointId)
  const kept = new Map(there.map((row) => [row.id, row.temperatureC]))
  const entries = await phone.entries()
  const outcome = {
    seed: weather.seed,
    lost: made.filter(({ id }) => !kept.has(id)).length,
    twice: there.length - kept.size,
    different: made.filter(({ id, temperatureC }) => kept.has(id) && kept.get(id) !== temperatureC).length,
    refused: entries.filter(({ state }) => state !== 'delivered').length,
    requests: Object.values(bad.counted).reduce((sum, count) => sum + count, 0),
    faults: bad.counted,
    bytes: Math.round((bad.sent / clean) * 100) / 100,
    seconds: Math.round(seconds * 10) / 10,
  }
  phone.close()
  await bad.close()
  return outcome
}

/** The same database behind another link. */
async function move(phone: NodePhone, url: string, owner: string): Promise<void> {
  phone.lead(url)
  await phone.restart()
  await phone.unlock(owner)
}

const ONCE = 5
async function sendOnce(phone: NodePhone, url: string, county: number): Promise<void> {
  const entries = await phone.entries()
  for (let at = 0; at < entries.length; at += ONCE) {
    const items = entries
      .slice(at, at + ONCE)
      .map(({ id, sealed }) => ({ id, sealed: Buffer.from(sealed ?? []).toString('base64') }))
    const body = JSON.stringify({ county, items })
    const headers = { 'content-type': 'application/json' }
    await fetch(`${url}/api/sync/sealed`, { method: 'POST', headers, body }).catch(() => undefined)
  }
}

interface Work {
  owner: string
  checkpointId: string
  records: number
  seed: number
}
async function work(phone: NodePhone, { owner, checkpointId, records, seed }: Work) {
  const chance = seeded(seed + 1)
  const made: Array<{ id: string; temperatureC: number; bytes: number }> = []
  const start = Date.now() - DAYS * DAY
  for (let n = 0; n < records; n += 1) {
    const at = start + (n / records) * DAYS * DAY
    const id = phone.app.newId(at)
    const temperatureC = Math.round((35.5 + chance() * 1.7) * 10) / 10
    const recordedAt = phone.app.instant(at)
    const traveller = { name: `合成人${n}`, document: null, phone: `199${String(n).padStart(8, '0')}` }
    const content = { id, checkpointId, recordedAt, temperatureC, decision: 'pass', traveller }
    const entry = await phone.keep({ id, owner, kind: 'passage', recordedAt, content })
    // As it travels: base64, and the id beside it.
    made.push({ id, temperatureC, bytes: Math.ceil((entry.sealed?.length ?? 0) / 3) * 4 + 64 })
  }
  return made
}
