import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type FieldStage, openFieldStage } from '../field-stage.ts'
import { seeded } from './chance.ts'
import { type Link, openLink } from './link.ts'
import { type NodePhone, openNodePhone, passagesOf } from './phone.ts'

// Three phones of which one or another has a network for a while, and which carry for each other when none has.

let stage: FieldStage
let link: Link
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
beforeAll(async () => {
  stage = await openFieldStage({ browser: false })
  link = await openLink(Number(new URL(stage.url).port), { seed: SEED, dropped: 0.2, flipped: 0.02, delayMs: [0, 2] })
}, 60_000)
afterAll(async () => {
  await link?.close()
  await stage?.close()
})

const ownerOf = (phone: NodePhone): string => phone.app.lock.unlocked.get().now?.owner ?? ''

async function aPhone(url = link.url, worker?: string): Promise<{ phone: NodePhone; owner: string }> {
  const phone = await openNodePhone(stage.url)
  await phone.signIn(worker ?? (await stage.shiftWorker()))
  const owner = ownerOf(phone)
  phone.lead(url)
  await phone.restart()
  await phone.unlock(owner)
  return { phone, owner }
}

async function record(phone: NodePhone, count: number, temperatureC: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const [id, recordedAt] = [phone.app.newId(), phone.app.instant()]
    const content = { id, checkpointId: stage.checkpointId, recordedAt, temperatureC, decision: 'pass' }
    await phone.keep({ id, owner: ownerOf(phone), kind: 'passage', recordedAt, content })
    ids.push(id)
  }
  return ids
}

const onServer = async (temperatureC: number): Promise<string[]> =>
  (await passagesOf(stage.desk, stage.checkpointId))
    .filter((row) => row.temperatureC === temperatureC)
    .map(({ id }) => id)

async function handed(from: NodePhone, to: NodePhone): Promise<void> {
  const items = await from.app.handing.recordsToHand()
  const bytes = await from.app.parcel.packParcel({ kind: 'records', county: stage.county, items })
  const parcel = await to.app.parcel.openParcel(bytes)
  if (parcel?.kind !== 'records') throw new Error('no parcel came over')
  await to.app.handing.takeAlong(parcel)
}
async function told(from: NodePhone, to: NodePhone): Promise<{ received: number; passedOver: number }> {
  const receipts = await from.app.handing.receiptsHere()
  const bytes = await from.app.parcel.packParcel({ kind: 'receipts', county: stage.county, receipts })
  const parcel = await to.app.parcel.openParcel(bytes)
  if (parcel?.kind !== 'receipts') throw new Error('no receipts came over')
  return to.app.handing.hearReceipts(parcel.receipts)
}

test(`what three phones record and carry for each other is at the server once, and none calls delivered what is not there (seed ${SEED})`, async () => {
  const chance = seeded(SEED)
  const some = (most: number) => Math.floor(chance() * most)
  // One person works on two of them.
  const worker = await stage.shiftWorker()
  const phones = [await aPhone(link.url, worker), await aPhone(link.url, worker), await aPhone()]
  expect(new Set(phones.map(({ owner }) => owner)).size).toBe(2)
  const written: string[] = []
  for (let step = 0; step < 45; step += 1) {
    const at = some(3)
    const [here, there] = [phones[at], phones[(at + 1 + some(2)) % 3]]
    if (!here || !there) throw new Error('three phones')
    const what = chance()
    if (what < 0.35) written.push(...(await record(here.phone, 1 + some(6), 35.1)))
    else if (what < 0.55) await handed(here.phone, there.phone)
    else if (what < 0.75) await here.phone.deliver(1)
    else if (what < 0.9) await told(here.phone, there.phone)
    else {
      await here.phone.restart()
      await here.phone.unlock(here.owner)
    }
    if (step % 9 !== 8) continue
    const known = new Set(await onServer(35.1))
    for (const { phone } of phones) {
      const called = (await phone.entries()).filter(({ state }) => state === 'delivered')
      expect(called.filter(({ id }) => !known.has(id))).toEqual([])
    }
  }
  // What arrived damaged is sent again after a pause, and may be damaged again.
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  for (let pauses = 0; pauses < 4; pauses += 1) {
    for (const { phone } of phones) await phone.deliver()
    vi.setSystemTime(Date.now() + 20 * 60_000)
  }
  for (const { phone } of phones) {
    expect((await phone.entries()).filter(({ state }) => state !== 'delivered')).toEqual([])
    phone.close()
  }
  expect((await onServer(35.1)).sort()).toEqual(written.sort())
}, 60_000)

test('a phone without a network learns by its carrier’s receipts; a carrier cannot make one up', async () => {
  const [{ phone: away }, { phone: carrier }] = [await aPhone(stage.url), await aPhone(stage.url)]
  const ids = await record(away, 7, 35.2)
  await handed(away, carrier)
  await handed(away, carrier)
  expect(await carrier.app.handing.carriedStanding()).toEqual({ waiting: 7, answered: 0 })
  expect(await told(carrier, away)).toMatchObject({ received: 0 })
  await carrier.deliver(1)
  expect((await onServer(35.2)).sort()).toEqual([...ids].sort())
  expect(await carrier.app.handing.carriedStanding()).toEqual({ waiting: 0, answered: 7 })

  const receipts = await carrier.app.handing.receiptsHere()
  const made = receipts.map((one) => ({ ...one, receivedAt: '2020-02-06T08:00:00.000Z' }))
  expect(await away.app.handing.hearReceipts(made)).toEqual({ received: 0, refused: 0, passedOver: 7 })
  const swapped = receipts.map((one, at) => ({ ...one, proof: receipts[(at + 1) % 7]?.proof ?? '' }))
  expect(await away.app.handing.hearReceipts(swapped)).toEqual({ received: 0, refused: 0, passedOver: 7 })
  expect((await away.entries()).map(({ state }) => state)).toEqual(Array(7).fill('saved'))
  expect(await told(carrier, away)).toMatchObject({ received: 7, passedOver: 0 })
  expect((await away.entries()).map(({ state }) => state)).toEqual(Array(7).fill('delivered'))
  expect(await told(carrier, away)).toMatchObject({ received: 0 })
  // Nothing of it can be read where it was carried, and the way back is no second delivery.
  const kept = await carrier.app.database.database.carried.toArray()
  expect(kept.every(({ sealed }) => sealed === null)).toBe(true)
  await away.deliver(1)
  expect(await onServer(35.2)).toHaveLength(7)
  for (const phone of [away, carrier]) phone.close()
}, 60_000)

test('one that the server cannot read does not keep back what else is carried', async () => {
  const [{ phone: away }, { phone: carrier }] = [await aPhone(stage.url), await aPhone(stage.url)]
  const ids = await record(away, 3, 35.3)
  const items = await away.app.handing.recordsToHand()
  // No record's id, no seal, and a seal of nothing.
  const strange = ['00000000-0000-0000-0000-00000000000f', away.app.newId()].map((id) => ({
    id,
    sealed: new Uint8Array(3),
  }))
  await carrier.app.handing.takeAlong({ kind: 'records', county: stage.county, items: [...strange, ...items] })
  await carrier.deliver(1)
  expect((await onServer(35.3)).sort()).toEqual([...ids].sort())
  expect(await carrier.app.handing.carriedStanding()).toEqual({ waiting: 2, answered: 3 })
  for (const phone of [away, carrier]) phone.close()
}, 60_000)
