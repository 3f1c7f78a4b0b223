import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FieldStage, openFieldStage } from '../field-stage.ts'
import { type Link, openLink } from './link.ts'
import { type NodePhone, openNodePhone, passagesOf } from './phone.ts'

// R13 in short: the county's rows are put back to where they stood, as a restore does it. With a real copy of the whole database it
// is done in restored.long.ts. R14: one bad record among fifty. R26: names leave the phone with their lease.

let stage: FieldStage
let link: Link
let owner: postgres.Sql
beforeAll(async () => {
  stage = await openFieldStage({ browser: false })
  link = await openLink(Number(new URL(stage.url).port), { seed: 1, dropped: 0, flipped: 0, delayMs: [0, 0] })
  const { pathname } = new URL(inject('ownerUrl'))
  owner = postgres(Object.assign(new URL(inject('adminUrl')), { pathname }).href, { max: 1, onnotice: () => {} })
}, 60_000)
afterAll(async () => {
  await owner?.end()
  await link?.close()
  await stage?.close()
})

const mine = (phone: NodePhone): string => phone.app.lock.unlocked.get().now?.owner ?? ''
async function record(phone: NodePhone, temperatureC: number, more: object = {}): Promise<string> {
  const [id, recordedAt] = [phone.app.newId(), phone.app.instant()]
  const content = { id, checkpointId: stage.checkpointId, recordedAt, temperatureC, decision: 'pass', ...more }
  await phone.keep({ id, owner: mine(phone), kind: 'passage', recordedAt, content })
  return id
}
const there = async (temperatureC: number) =>
  (await passagesOf(stage.desk, stage.checkpointId))
    .filter((row) => row.temperatureC === temperatureC)
    .map(({ id }) => id)

interface Backup {
  at: Date
  position: number
}
async function backUp(): Promise<Backup> {
  await stage.settle()
  const [head] = await owner<{ position: number }[]>`
    select feed_seq::int as position from kernel.county_head where county = ${stage.county}`
  return { at: new Date(), position: head?.position ?? 0 }
}
type Told = 'epoch' | 'position' | 'nothing'
async function putBack({ at, position }: Backup, told: Told): Promise<void> {
  await stage.settle()
  const { county } = stage
  await owner`delete from checkpoints.passage where county = ${county} and received_at > ${at}`
  if (told === 'nothing') return
  await owner`delete from kernel.feed_entry where county = ${county} and seq > ${position}`
  await owner`
    update kernel.county_head set feed_seq = ${position},
      epoch = ${told === 'epoch' ? owner`gen_random_uuid()` : owner`epoch`} where county = ${county}`
}

test.each<[Told, number]>([
  ['epoch', 35.5],
  ['position', 35.6],
])(
  'a server put back to its backup hears again what phones still hold, told by its %s',
  async (told, temperatureC) => {
    const phone = await openNodePhone(link.url)
    await phone.signIn(await stage.shiftWorker())
    const early = await record(phone, temperatureC)
    await phone.deliver()
    const backup = await backUp()
    const late: string[] = []
    for (let n = 0; n < 60; n += 1) late.push(await record(phone, temperatureC))
    await phone.deliver()
    await stage.settle()
    // The phone hears how far the server has come with its next record.
    late.push(await record(phone, temperatureC))
    await phone.deliver()
    await putBack(backup, told)
    expect((await there(temperatureC)).sort()).toEqual([early])
    const after = await record(phone, temperatureC)
    await phone.deliver()
    expect((await there(temperatureC)).sort()).toEqual([early, ...late, after].sort())
    expect((await phone.entries()).every(({ state }) => state === 'delivered')).toBe(true)
    phone.close()
  },
  60_000,
)

test('control: a server that is put back and says nothing of it has lost them, and so has a phone that kept no copies', async () => {
  const phone = await openNodePhone(link.url)
  await phone.signIn(await stage.shiftWorker())
  await record(phone, 35.7)
  await phone.deliver()
  const backup = await backUp()
  const late = await record(phone, 35.7)
  await phone.deliver()
  await putBack(backup, 'nothing')
  await record(phone, 35.7)
  await phone.deliver()
  expect(await there(35.7)).not.toContain(late)
  await phone.app.store.clearOld(Date.now() + 73 * 3_600_000)
  await putBack(backup, 'epoch')
  const after = await record(phone, 35.7)
  await phone.deliver()
  expect((await there(35.7)).filter((id) => id === late || id === after)).toEqual([after])
  phone.close()
}, 60_000)

test('one bad record among fifty: the others are delivered in the same round, and it stands there with its reason', async () => {
  const phone = await openNodePhone(link.url)
  await phone.signIn(await stage.shiftWorker())
  link.cut(true)
  const bad = Math.floor(Math.random() * 50)
  const ids: string[] = []
  for (let n = 0; n < 50; n += 1) ids.push(await record(phone, 35.8, n === bad ? { decision: 'turned-back' } : {}))
  link.cut(false)
  await phone.deliver(1)
  expect(await there(35.8)).toHaveLength(49)
  const entry = (await phone.entries()).find(({ id }) => id === ids[bad])
  expect(entry).toMatchObject({ state: 'refused', refusal: { code: 'checkpoints.reason-needed', resend: 'never' } })
  expect(entry?.refusal?.title).toMatch(/\p{Script=Han}/u)
  expect(entry?.sealed).not.toBeNull()
  phone.close()
}, 60_000)

const HOUR = 3_600_000
test('names behind doors are gone with their lease, by the server’s time and whatever the phone’s clock is set to', async () => {
  const phone = await openNodePhone(link.url)
  await phone.signIn(await stage.shiftWorker())
  const { lease, village, database } = phone.app
  const id = phone.app.newId()
  const now = Date.now()
  const row = {
    kind: 'household' as const,
    id,
    gone: false as const,
    plain: { compoundId: null, block: '第1组', walkOrder: 1, members: [] },
    personal: { door: '3号', names: ['合*人'] },
  }
  const page = { reset: true, epoch: 'e', items: [row], next: 'c', more: false, capped: false }
  const given = { ...page, now: new Date(now).toISOString(), leaseUntil: new Date(now + 72 * HOUR).toISOString() }
  await village.keepPage(mine(phone), given)
  const names = async () => (await village.readVillage(mine(phone)))[0]?.personal?.names ?? null
  await lease.endLeases(database.database, now + 71 * HOUR)
  expect(await names()).toEqual(['合*人'])
  // Set back by two days after two days have been reckoned: nothing is won.
  await lease.serverNow(database.database, now + 71.9 * HOUR)
  await lease.endLeases(database.database, now + 20 * HOUR)
  expect(await names()).toEqual(['合*人'])
  await lease.endLeases(database.database, now + 72 * HOUR)
  expect(await names()).toBeNull()
  expect((await village.readVillage(mine(phone)))[0]?.plain.block).toBe('第1组')
  expect(await database.database.remembered.get(`replica:${mine(phone)}`)).toBeUndefined()
  phone.close()
}, 30_000)

test('control: by the phone’s own clock a lease never ends for somebody who turns it back', async () => {
  const now = Date.now()
  const until = now + 72 * HOUR
  const byItself = (deviceNow: number) => deviceNow < until
  expect(byItself(now + 71 * HOUR - 48 * HOUR)).toBe(true)
  const phone = await openNodePhone(link.url)
  await phone.app.lease.clockHeard(0, phone.app.database.database, now)
  await phone.app.lease.serverNow(phone.app.database.database, now + 80 * HOUR)
  expect(await phone.app.lease.serverNow(phone.app.database.database, now + 23 * HOUR)).toBeGreaterThan(until)
  phone.close()
}, 30_000)
