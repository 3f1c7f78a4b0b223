import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { allRoutes } from '../../app.ts'
import { syncLooks } from '../../entrypoints/sync/sync.looks.factory.ts'
import { agencyListsLooks } from '../agency-lists/agency-lists.looks.factory.ts'
import { casesLooks } from '../cases/course.looks.factory.ts'
import { exposuresLooks } from '../exposures/exposures.looks.factory.ts'
import { fundsLooks } from '../funds/funds.looks.factory.ts'
import { isolationLooks } from '../isolation/isolation.looks.factory.ts'
import { readingsLooks } from '../isolation/readings.looks.factory.ts'
import { responsibilityLooks } from '../responsibility/responsibility.looks.factory.ts'
import { sitesLooks } from '../sites/sites.looks.factory.ts'
import { donationsLooks } from '../supplies/donations.looks.factory.ts'
import { visitsLooks } from '../visits/visits.looks.factory.ts'
import { type AskedLook, aKnownPerson, peopleLooks } from './looks.factory.ts'
import { anIdNumber } from './people.factory.ts'

/**
 * R35. Every look at a person is recorded, or does not happen. The operations come from the served routes, so that a new one
 * that returns persons fails here until it is asked for below.
 */
const asked: Record<string, AskedLook> = {
  ...peopleLooks,
  ...agencyListsLooks,
  ...casesLooks,
  ...exposuresLooks,
  ...fundsLooks,
  ...isolationLooks,
  ...readingsLooks,
  ...responsibilityLooks,
  ...sitesLooks,
  ...donationsLooks,
  ...visitsLooks,
  ...syncLooks,
}
const personal = allRoutes().flatMap(([method, path, route]) =>
  'name' in route && route.personal
    ? [{ method, path, name: route.name, done: route.kind === 'write' ? 201 : 200 }]
    : [],
)
/** Whoever asks who looked at them is not looked at by that. */
const ACCESSES = 'people.accesses'

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1, onnotice: () => {} })
})
afterAll(() => owner.end())

/** Everything is planted before a test breaks anything; then it is asked as often as the test likes. */
async function readyToAsk(scene: Scenario, { method, path, name }: (typeof personal)[number]) {
  const how = asked[name]
  if (!how) throw new Error(`${name} returns persons and is not asked for here`)
  const { desk, person } = await aKnownPerson(scene)
  const params = { personId: person.id, householdId: person.householdId, ...(await how.params?.(scene, person, desk)) }
  const address = path.replace(/:(\w+)/g, (_, key: string) => (params as Record<string, string>)[key] ?? key)
  const query = how.query ? `?${how.query(person)}` : ''
  const ask = (withPurpose = true) =>
    desk.send(method, address + query, how.body?.(person), withPurpose ? { purpose: how.purpose } : {})
  return { ask, how, person }
}

test('every operation that returns persons is asked for here', () => {
  expect(personal.length).toBeGreaterThan(0)
  expect(personal.map(({ name }) => name).filter((name) => !asked[name])).toEqual([])
})

test.each(personal)('$name is refused without a purpose, and recorded with one', async (route) => {
  await scenario(async (scene) => {
    const { ask, how, person } = await readyToAsk(scene, route)
    expect(await ask(false)).toMatchObject({ status: 422, body: { code: 'kernel.purpose-needed' } })
    const reply = await ask()
    expect(reply.status).toBe(route.done)
    await scene.settle()
    const entries = await owner`
      select actor_kind, account_id, seat_id, role, division, purpose, subject, count, request_id, at, note from kernel.audit_entry
      where county = ${scene.county} and operation = ${route.name}`
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      actor_kind: 'person',
      role: 'county-desk',
      purpose: how.purpose,
      subject: (how.subject ?? (({ id }) => id))(person),
      count: how.count,
      request_id: reply.headers['qunfang-request'],
    })
    expect([entries[0]?.account_id, entries[0]?.seat_id].every(Boolean)).toBe(true)
    expect(JSON.stringify(entries)).not.toContain(person.document.number)
    const looks = await owner`
      select distinct person_id from people.look
      where county = ${scene.county} and purpose = ${how.purpose} and request_id = ${entries[0]?.request_id}`
    expect(looks, 'a look for each person shown').toHaveLength(route.name === ACCESSES ? 0 : how.count)
  })()
})

/** Everybody else's writes would queue behind a change of a table that waits for one long transaction, so it does not wait long. */
async function change(how: string): Promise<void> {
  for (;;) {
    try {
      await owner.unsafe(`set lock_timeout = '200ms'; ${how}`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
    }
  }
}
const LOCK_NOT_AVAILABLE = '55P03'

/** Makes the database refuse one table's rows of one county, the way a full disk or a broken table would. */
async function withBroken<T>(table: string, county: number, work: () => Promise<T>): Promise<T> {
  const name = `broken_${county}`
  await owner.unsafe(
    `create function people.${name}() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`,
  )
  try {
    await change(
      `create trigger ${name} before insert on ${table} for each row when (new.county = ${county}) execute function people.${name}()`,
    )
    return await work()
  } finally {
    await change(`drop function people.${name}() cascade`)
  }
}

test.each(personal)('$name shows nothing when its audit entry cannot be written', async (route) => {
  await scenario(async (scene) => {
    const { ask } = await readyToAsk(scene, route)
    const reply = await withBroken('kernel.audit_inbox', scene.county, () => ask())
    expect(reply).toMatchObject({ status: 500, body: { code: 'kernel.fault' } })
    expect(JSON.stringify(reply.body)).not.toMatch(/周|\*/)
    expect((await ask()).status).toBe(route.done)
  })()
})

test.each(personal.filter(({ name }) => name !== ACCESSES))(
  '$name shows nothing when the look cannot be written',
  async (route) => {
    await scenario(async (scene) => {
      const { ask } = await readyToAsk(scene, route)
      const reply = await withBroken('people.look', scene.county, () => ask())
      expect(reply.status).toBe(500)
      const [looks] = await owner`select count(*)::int as n from people.look where county = ${scene.county}`
      expect(looks?.n).toBe(0)
    })()
  },
)

test(
  'a family that shares one phone is found whole, and each of them can be told who looked',
  scenario(async (scene) => {
    const desk = await scene.as.countyDesk()
    const family = [newId(), newId(), newId()]
    const said = { division: `${scene.county}100`, recordedAt: '2020-02-01T08:00:00+08:00', phone: '13812341234' }
    for (const id of family) {
      const document = { kind: 'resident-id', number: anIdNumber() }
      expect((await desk.post('/people', { id, ...said, document })).status).toBe(201)
    }
    const sought = { by: 'phone', phone: '13812341234' }
    const found = await desk.post('/people/find', sought, { purpose: 'contact-tracing' })
    expect(found.status).toBe(200)
    expect(found.body.items.map(({ id }: { id: string }) => id).sort()).toEqual([...family].sort())
    for (const id of family) {
      const told = await desk.get(`/people/${id}/accesses`, { purpose: 'resident-request' })
      expect(told.body.items.map(({ purpose }: { purpose: string }) => purpose)).toContain('contact-tracing')
    }
  }),
)
