import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FieldStage, openFieldStage, PIN } from '../field-stage.ts'
import { seeded } from './chance.ts'
import { type Link, openLink } from './link.ts'
import { type NodePhone, openNodePhone, passagesOf } from './phone.ts'

// R04, R06, R26, R29: people come and go on one phone, and lose their rights while it is offline.

let stage: FieldStage
let link: Link
beforeAll(async () => {
  stage = await openFieldStage({ browser: false })
  link = await openLink(Number(new URL(stage.url).port), { seed: 1, dropped: 0, flipped: 0, delayMs: [0, 0] })
}, 60_000)
afterEach(() => link.cut(false))
afterAll(async () => {
  await link?.close()
  await stage?.close()
})

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const CANARY = '合成金丝雀'
const ownerOf = (phone: NodePhone): string => phone.app.lock.unlocked.get().now?.owner ?? ''

async function record(phone: NodePhone, count: number, temperatureC: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const [id, recordedAt] = [phone.app.newId(), phone.app.instant()]
    const traveller = { name: `${CANARY}${n}`, document: null, phone: `199${String(n).padStart(8, '0')}` }
    const content = { id, checkpointId: stage.checkpointId, recordedAt, temperatureC, decision: 'pass', traveller }
    await phone.keep({ id, owner: ownerOf(phone), kind: 'passage', recordedAt, content })
    ids.push(id)
  }
  return ids
}

/** Everything the phone holds, as a thief with a database viewer has it. */
async function dump(phone: NodePhone): Promise<string> {
  const db = phone.app.database.database
  const rows = await Promise.all(db.tables.map((table) => table.toArray()))
  const bytes: string[] = []
  const text = JSON.stringify(rows, (_, value: unknown) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const view = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer)
      bytes.push(Buffer.from(view).toString('utf8'))
      return null
    }
    return value
  })
  return text + bytes.join('')
}

const onServer = async (temperatureC: number) =>
  (await passagesOf(stage.desk, stage.checkpointId))
    .filter((row) => row.temperatureC === temperatureC)
    .map(({ id }) => id)

/** Without a network; whoever comes next has been here before. */
type Event = (phone: NodePhone, next: string) => Promise<void>
const leave: Event = async (phone) => {
  const session = await phone.app.session.currentSession()
  if (session) await phone.app.session.signOut(session)
}
const EVENTS: Record<string, Event> = {
  'a lock': async (phone) => phone.app.lock.lock(),
  'signing out': leave,
  'another user': async (phone, next) => {
    phone.app.lock.lock()
    await phone.unlock(next)
  },
  'signing out and another user': async (phone, next) => {
    await leave(phone, next)
    await phone.unlock(next)
  },
  'a restart of the app': (phone) => phone.restart(),
  'ten wrong PINs': async (phone) => {
    const owner = ownerOf(phone)
    for (let n = 0; n < 10; n += 1) await phone.app.lock.tryPin(owner, '000000')
    expect(await phone.app.session.peopleHere()).toEqual([])
  },
}

test.each(Object.keys(EVENTS))(
  `%s at any moment costs no record, and shows none (seed ${SEED})`,
  async (event) => {
    const chance = seeded(SEED + event.length)
    const phone = await openNodePhone(link.url)
    await phone.signIn(await stage.shiftWorker('乙'))
    const next = ownerOf(phone)
    phone.app.lock.lock()
    await phone.signIn(await stage.shiftWorker('甲'))
    const owner = ownerOf(phone)
    const temperatureC = 36 + (Object.keys(EVENTS).indexOf(event) + 1) / 10
    link.cut(true)
    const ids = await record(phone, 1 + Math.floor(chance() * 12), temperatureC)
    await phone.app.drafts.keepDraft('draft', owner, { name: `${CANARY}草稿` })
    await EVENTS[event]?.(phone, next)
    await phone.deliver(1)
    expect(await dump(phone)).not.toContain(CANARY)
    expect((await phone.entries()).filter(({ kind }) => kind === 'passage')).toHaveLength(ids.length)
    const other = await phone.app.session.currentSession()
    expect(other?.accountId).not.toBe(owner)
    if (other)
      expect(await phone.app.standing.standing(other.accountId)).toMatchObject({ unsent: 0, ofOthers: ids.length })
    link.cut(false)
    await phone.deliver()
    expect((await onServer(temperatureC)).sort()).toEqual([...ids].sort())
    phone.close()
  },
  60_000,
)

test('control: a version that kept records in the open would be found out', async () => {
  const phone = await openNodePhone(link.url)
  await phone.signIn(await stage.shiftWorker())
  const content = { traveller: { name: CANARY } }
  await phone.app.database.database.drafts.put({ key: 'x', owner: 'y', content, changedAt: 0 })
  expect(await dump(phone)).toContain(CANARY)
  phone.close()
}, 30_000)

test('drafts come back with the PIN, and only to their owner', async () => {
  const phone = await openNodePhone(link.url)
  const [a, b] = [await stage.shiftWorker('甲'), await stage.shiftWorker('乙')]
  await phone.signIn(a)
  const owner = ownerOf(phone)
  await phone.app.drafts.keepDraft('draft', owner, { name: CANARY })
  phone.app.lock.lock()
  await expect(phone.app.drafts.readDraft('draft', owner)).rejects.toThrow('locked')
  await phone.signIn(b)
  await expect(phone.app.drafts.readDraft('draft', owner)).rejects.toThrow('locked')
  await phone.restart()
  expect(await phone.app.lock.unlock(owner, '135791')).toEqual({ is: 'wrong', left: 9 })
  await phone.unlock(owner)
  expect(await phone.app.drafts.readDraft('draft', owner)).toEqual({ name: CANARY })
  phone.close()
}, 30_000)

test('killing the app between wrong PINs does not give the tries back', async () => {
  const phone = await openNodePhone(link.url)
  await phone.signIn(await stage.shiftWorker())
  const owner = ownerOf(phone)
  for (let n = 0; n < 9; n += 1) {
    if (n % 3 === 0) await phone.restart()
    expect(await phone.app.lock.tryPin(owner, '000000')).toEqual({ is: 'wrong', left: 9 - n })
  }
  await phone.restart()
  expect(await phone.app.lock.tryPin(owner, '000000')).toEqual({ is: 'wiped' })
  expect(await phone.app.lock.unlock(owner, PIN)).toEqual({ is: 'none' })
  phone.close()
}, 60_000)

test('whoever is moved to another village and has the account closed while offline: all arrive or lie with the desk, none is lost', async () => {
  const phone = await openNodePhone(link.url)
  const name = await stage.shiftWorker()
  await phone.signIn(name)
  const owner = ownerOf(phone)
  link.cut(true)
  const before = await record(phone, 10, 37)
  const admin = await stage.as.role('administrator')
  const { body } = await admin.get(`/access/accounts/${owner}`)
  expect((await admin.post(`/access/accounts/${owner}/close`, {})).status).toBeLessThan(300)
  expect(body.signInName ?? body.account?.signInName).toBe(name)
  const after = await record(phone, 10, 37)
  link.cut(false)
  await phone.deliver(2)
  const tray = (await stage.desk.get('/quarantine?limit=500')).body.items.map(
    (one: { claimedId: string }) => one.claimedId,
  )
  const there = await onServer(37)
  expect([...before, ...after].filter((id) => !there.includes(id) && !tray.includes(id))).toEqual([])
  const entries = await phone.entries()
  expect(entries.every(({ state, sealed }) => state === 'delivered' || sealed !== null)).toBe(true)
  expect(entries.filter(({ refusal }) => refusal?.code === 'sync.put-aside').length).toBeGreaterThan(0)
  phone.close()
}, 60_000)
