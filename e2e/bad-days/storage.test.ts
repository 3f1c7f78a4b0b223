import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FieldStage, openFieldStage, PASSWORD, PIN } from '../field-stage.ts'
import { type Link, openLink } from './link.ts'
import { plantOlder, readOlder } from './older.ts'
import { failWrite, type NodePhone, openNodePhone, passagesOf } from './phone.ts'

// R03: every write that can fail, fails. R05: what the released version left behind, and an upgrade that dies on its way.

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

const aRecord = (phone: NodePhone, temperatureC: number) => {
  const [id, recordedAt] = [phone.app.newId(), phone.app.instant()]
  const content = { id, checkpointId: stage.checkpointId, recordedAt, temperatureC, decision: 'pass' }
  const owner = phone.app.lock.unlocked.get().now?.owner ?? ''
  return { id, owner, kind: 'passage' as const, recordedAt, content, draftKey: 'draft' }
}

test('a phone that is full at any write says so, keeps the form, and has exactly what it called saved', async () => {
  const phone = await openNodePhone(link.url)
  await phone.signIn(await stage.shiftWorker())
  link.cut(true)
  const saved: string[] = []
  let failed = 0
  for (let nth = 1; nth <= 8; nth += 1) {
    const record = aRecord(phone, 35.6)
    await phone.app.drafts.keepDraft('draft', record.owner, { nth })
    const heal = failWrite(nth)
    await phone.keep(record).then(
      ({ id }) => saved.push(id),
      (error: unknown) => {
        failed += 1
        expect(String(error)).toContain('Quota')
      },
    )
    heal()
    const draft = await phone.app.drafts.readDraft('draft', record.owner)
    expect(draft).toEqual(saved.includes(record.id) ? undefined : { nth })
    expect((await phone.entries()).map(({ id }) => id)).toEqual(saved)
  }
  expect([failed > 1, saved.length > 1]).toEqual([true, true])
  // The numbers run on without a gap: a write that failed has not used one up.
  expect((await phone.entries()).map(({ seq }) => seq)).toEqual(saved.map((_, at) => at + 1))
  phone.close()
}, 60_000)

test('a receipt that cannot be written down is asked for again, and nothing is delivered twice', async () => {
  const phone = await openNodePhone(link.url)
  await phone.signIn(await stage.shiftWorker())
  for (let nth = 1; nth <= 6; nth += 1) {
    link.cut(true)
    const { draftKey: _, ...record } = aRecord(phone, 35.7)
    await phone.keep(record)
    link.cut(false)
    const heal = failWrite(nth)
    await phone.deliver(1).catch(() => undefined)
    heal()
    await phone.deliver()
  }
  const rows = (await passagesOf(stage.desk, stage.checkpointId)).filter(({ temperatureC }) => temperatureC === 35.7)
  expect([rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([6, 6])
  expect((await phone.entries()).every(({ state }) => state === 'delivered')).toBe(true)
  phone.close()
}, 60_000)

/** Two people of today's server, with the sessions that the old version kept for them. */
async function twoPeople() {
  const signedIn = async () => {
    const name = await stage.shiftWorker()
    const { body } = await stage.as.nobody().post('/sign-in', { county: stage.county, name, password: PASSWORD })
    return { id: body.me.account.id as string, token: body.token as string, name }
  }
  const [a, b] = [await signedIn(), await signedIn()]
  const { county, division, checkpointId: checkpoint } = stage
  return {
    a: a.id,
    b: b.id,
    'token-a': a.token,
    'token-b': b.token,
    name: b.name,
    county,
    division,
    checkpoint,
    now: new Date().toISOString(),
  }
}

/** From the released version's database to everything delivered; the nth write on the way fails, and the app starts again. */
async function upgrade(nth: number): Promise<number> {
  const said = await twoPeople()
  const fresh = (): string => crypto.randomUUID()
  const dump = readOlder(said)
  const ids = new Map((dump['outbox']?.rows ?? []).map((row) => [String(row['id']), fresh()]))
  for (const row of dump['outbox']?.rows ?? []) {
    const id = ids.get(String(row['id']))
    row['id'] = id
    if (row['content']) row['content'] = { ...row['content'], id }
  }
  const factory = new IDBFactory()
  await plantOlder(factory, dump)
  const heal = failWrite(nth)
  const phone = await openNodePhone(link.url, { factory })
  const go = async () => {
    const rows = await phone.app.database.database.sessions.toArray()
    if (rows.some(({ token, leaving }) => token && !leaving)) await phone.app.session.adoptOld(said.b, PIN)
    else await phone.app.lock.unlock(said.b, PIN)
    await phone.deliver()
  }
  await go().catch(() => undefined)
  const writes = heal()
  await phone.restart()
  await go()
  const entries = await phone.entries()
  expect(entries.filter(({ kind }) => kind === 'passage').map(({ state }) => state)).toEqual(Array(3).fill('delivered'))
  expect(entries.every(({ content }) => content === null)).toBe(true)
  const there = await passagesOf(stage.desk, stage.checkpointId)
  const older = [...ids.values()].slice(1)
  expect(there.filter(({ id }) => older.includes(id))).toHaveLength(2)
  expect(await phone.app.database.database.sessions.toArray()).toMatchObject([{ accountId: said.b }])
  const sessions = JSON.stringify(await phone.app.database.database.sessions.toArray())
  for (const token of [said['token-a'], said['token-b']]) expect(sessions).not.toContain(token)
  expect(await phone.app.drafts.readDraft(`screening:${said.b}`, said.b)).toMatchObject({ temperature: '36' })
  phone.close()
  return writes
}

test('what the released version left is sealed and delivered in the right names, wherever the upgrade dies on its way', async () => {
  const writes = await upgrade(0)
  expect(writes).toBeGreaterThan(5)
  // Before the new key, before the first record is sealed, between two, and at the end.
  for (const nth of [2, 4, 7, writes]) await upgrade(nth)
}, 120_000)

test('going back to the released version finds every record still there', async () => {
  const phone = await openNodePhone(link.url)
  await phone.signIn(await stage.shiftWorker())
  link.cut(true)
  for (let n = 0; n < 5; n += 1) await phone.keep({ ...aRecord(phone, 35.8) })
  phone.close()
  const older = new Dexie('qunfang-field')
  older.version(1).stores({
    outbox: 'id, &seq, state, recordedAt, [owner+state+seq]',
    drafts: 'key, owner',
    remembered: 'key',
    sessions: 'accountId',
  })
  const rows = await older.table('outbox').toArray()
  expect(rows.map(({ state, sealed }) => [state, sealed instanceof Uint8Array])).toEqual(Array(5).fill(['saved', true]))
  older.close()
  await phone.restart()
  expect(await phone.entries()).toHaveLength(5)
  phone.close()
}, 30_000)
