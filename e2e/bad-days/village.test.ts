import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aHouseholdToSend, aMember } from '../../server/src/capabilities/people/households.factory.ts'
import { beginEpoch } from '../../server/src/kernel/feed.ts'
import { type FieldStage, openFieldStage, PASSWORD } from '../field-stage.ts'
import { type Link, openLink } from './link.ts'
import { type NodePhone, openNodePhone } from './phone.ts'

// The village on a cadre's phone, against the real server and over a link that drops half of what is asked.

let stage: FieldStage
let link: Link
beforeAll(async () => {
  stage = await openFieldStage({ browser: false })
  link = await openLink(Number(new URL(stage.url).port), { seed: 7, dropped: 0.5, flipped: 0, delayMs: [0, 0] })
}, 60_000)
afterEach(() => link.cut(false))
afterAll(async () => {
  await link?.close()
  await stage?.close()
})

async function aCadre(): Promise<string> {
  const signInName = `v${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const { division } = stage
  const seats = [{ division, role: 'village-cadre', title: '包村' }]
  const administrator = await stage.as.role('administrator')
  const asked = { division, signInName, name: '村干部', seats, password: PASSWORD }
  expect((await administrator.post('/access/accounts', asked)).status).toBe(201)
  return signInName
}

/** Until the server has said everything, as the app asks whenever the link is back. */
async function refresh(phone: NodePhone): Promise<void> {
  const session = await phone.app.session.currentSession()
  if (!session) throw new Error('nobody is here')
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await phone.app.village.refreshVillage(session)) === 'done') return
  }
  throw new Error('the village never came')
}

async function signedIn(phone: NodePhone, name: string): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    await phone.signIn(name).catch(() => undefined)
    const owner = phone.app.lock.unlocked.get().now?.owner
    if (owner) return owner
  }
  throw new Error('nobody could sign in')
}

test('a village is the same on the phone as at the server, after additions, a move away, a restore and a lost lease', async () => {
  const { division: village, desk } = stage
  const homes = Array.from({ length: 420 }, (_, at) =>
    aHouseholdToSend(village, { walkOrder: at + 1, members: [aMember({ relation: 'head' })] }),
  )
  const family = aHouseholdToSend(village, { walkOrder: 900 })
  const { body } = await desk.post('/households/batch', { items: [...homes, family] })
  expect(body.verdicts.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
  await stage.settle()
  const phone = await openNodePhone(link.url)
  const owner = await signedIn(phone, await aCadre())
  await refresh(phone)
  const ids = async () => (await phone.app.village.readVillage(owner)).map(({ id }) => id).sort()
  expect(await ids()).toEqual([...homes, family].map(({ id }) => id).sort())
  const [here] = (await phone.app.village.readVillage(owner)).filter(({ id }) => id === family.id)
  expect(here?.personal?.names).toHaveLength(2)
  expect(here?.personal?.door).toBe('301室')

  const fresh = aHouseholdToSend(village, { walkOrder: 901 })
  await desk.post('/households', fresh)
  const when = { on: '2020-02-02', recordedAt: '2020-02-03T08:00:00+08:00' }
  const far = { id: randomUUID(), division: `${stage.county}101201`, block: null, walkOrder: 1, door: null, ...when }
  expect((await desk.post(`/households/${homes[0]?.id}/move`, far)).status).toBe(201)
  await stage.settle()
  await refresh(phone)
  const now = [...homes.slice(1), family, fresh].map(({ id }) => id).sort()
  expect(await ids()).toEqual(now)

  await beginEpoch(stage.app.kernel.db, stage.county)
  await phone.app.database.database.replica.put({ owner, kind: 'household', id: 'gone', plain: {}, locked: null })
  await refresh(phone)
  expect(await ids()).toEqual(now)

  link.cut(true)
  await phone.app.lease.endLeases(phone.app.database.database, Date.now() + 80 * 3_600_000)
  expect((await phone.app.village.villageStanding(owner)).named).toBe(0)
  link.cut(false)
  await refresh(phone)
  expect(await phone.app.village.villageStanding(owner)).toEqual({ households: 421, named: 421 })
  phone.close()
}, 120_000)
