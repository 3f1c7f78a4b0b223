import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId, type Scenario, scenario, testConfig } from '../../../test/scenario/scenario.ts'
import { derivations } from '../../app.ts'
import { aPassage, aTally, givenCheckpoint } from '../../capabilities/checkpoints/checkpoints.factory.ts'
import { aContact, aJourney, givenCounty, personOf } from '../../capabilities/exposures/exposures.factory.ts'
import { aHouseholdToSend } from '../../capabilities/people/households.factory.ts'
import { aPost, aVillage } from '../../capabilities/responsibility/responsibility.factory.ts'
import { aTakingIn, givenSite, on } from '../../capabilities/sites/sites.factory.ts'
import { accepted, givenStock, some } from '../../capabilities/supplies/supplies.factory.ts'
import { at, aVisit, givenRound } from '../../capabilities/visits/visits.factory.ts'
import { announce } from '../../kernel/feed.ts'
import { rebuild } from './rebuild.ts'

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1 })
})
afterAll(() => owner.end())

const done = async (reply: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await reply
  if (status > 201) throw new Error(`refused: ${JSON.stringify(body)}`)
}

async function screenings(scene: Scenario): Promise<void> {
  const { id, shift } = await givenCheckpoint(scene)
  const wrong = aPassage(id, { temperatureC: 39, decision: 'medical' })
  const items = [wrong, aPassage(id, { decision: 'turned-back', reason: 'no-need-to-travel' }), aPassage(id)]
  await done(shift.post('/passages/batch', { items }))
  await done(shift.post('/tallies/batch', { items: [aTally(id)] }))
  const right = {
    id: newId(),
    recordedAt: '2020-02-05T10:20:00+08:00',
    why: '误测',
    temperatureC: 36.4,
    decision: 'pass',
  }
  await done(shift.post(`/passages/${wrong.id}/corrections`, right))
}

async function doors(scene: Scenario): Promise<void> {
  const { roundId, desk, cadre, homes, village } = await givenRound(scene)
  const [first, second, third] = homes.map(({ id }) => id) as [string, string, string]
  const items = [
    aVisit({ roundId, householdId: first, outcome: 'nobody' }),
    aVisit({ roundId, householdId: second, outcome: 'notice' }),
    aVisit({ roundId, householdId: third, outcome: 'refused', recordedAt: at('10:30') }),
  ]
  await done(cadre.post('/visits/batch', { items }))
  await scene.settle()
  const move = {
    id: newId(),
    recordedAt: '2020-03-02T09:00:00+08:00',
    division: `${village.slice(0, 9)}202`,
    block: '第1组',
  }
  await done(desk.post(`/visits/rounds/${roundId}/end`, { roundId, endedAt: '2020-02-18T09:00:00+08:00' }))
  await scene.settle()
  // After the end of the round somebody moves away and somebody comes: for the round they live where they lived then.
  await done(desk.post(`/households/${first}/move`, { ...move, on: '2020-03-01', walkOrder: 3, door: '2号' }))
  await done(
    desk.post(
      '/households',
      aHouseholdToSend(village, { since: '2020-03-01', recordedAt: '2020-03-02T09:00:00+08:00' }),
    ),
  )
  await done(
    desk.post('/responsibility/posts/batch', {
      items: [aPost(village, { duties: [{ reach: 'division', division: village }] })],
    }),
  )
}

async function lodgers(scene: Scenario): Promise<void> {
  const { siteId, rooms, orders, desk, staff } = await givenSite(scene, { under: '100202' })
  const stays = rooms.map((roomId, nth) => aTakingIn({ siteId, roomId, orderId: orders[nth] ?? '' }))
  await accepted(staff.post('/lodgings/batch', { items: stays.slice(0, 2) }))
  await done(staff.post(`/lodgings/${stays[0]?.id}/leaving`, { id: newId(), at: on(8), whereto: 'hospital' }))
  await done(
    desk.post(`/isolation/orders/${orders[1]}/end`, {
      id: newId(),
      recordedAt: on(10),
      endedAt: on(10),
      why: 'released',
    }),
  )
}

async function goods(scene: Scenario): Promise<void> {
  const { desk, depot, township, goods: of, send } = await givenStock(scene)
  const sending = { id: newId(), storeId: depot, kind: 'sent', toStoreId: township, at: on(3), lines: [some(of, 20)] }
  const back = { ...sending, id: newId(), lines: [some(of, 5)] }
  await accepted(send([sending, back]))
  await accepted(
    send([
      {
        id: newId(),
        storeId: township,
        kind: 'arrived',
        consignmentId: sending.id,
        at: on(4),
        lines: [some(of, 19)],
        why: '途中破损',
      },
    ]),
  )
  await done(
    desk.post(`/supplies/movements/${back.id}/reversal`, { id: newId(), movementId: back.id, at: on(5), why: '发错' }),
  )
}

async function travellers(scene: Scenario): Promise<void> {
  const { desk, village } = await givenCounty(scene)
  const who = personOf(await desk.post('/exposures/travel', aJourney(village)))
  await done(desk.post('/exposures/contacts', aContact(village, { with: { personId: who } })))
}

/** Factories put households down without a word. */
const tellOfHomes = ({ inside }: Scenario) =>
  inside(async (ctx) => {
    const homes = await ctx.tx<{ id: string; division: string }[]>`
      select household_id as id, division from people.published_dwelling where county = (select kernel.app_county())`
    announce(
      ctx,
      homes.map(({ id, division }) => ({ kind: 'household', division, ids: [id] })),
    )
  })

test(
  'every derived table is emptied and made anew from the facts with the same rows; a changed one is found, and mended',
  scenario(async (scene) => {
    const { app, county } = scene
    await aVillage(scene, [2], '100202')
    for (const fill of [screenings, doors, lodgers, goods, travellers]) await fill(scene)
    await tellOfHomes(scene)
    await scene.settle()
    const hold = (check: boolean) => rebuild(app, testConfig(), derivations, { check, counties: [county] })
    const differing = async (check = true) =>
      (await hold(check))
        .filter(({ missing, extra }) => missing + extra > 0)
        .map(({ table, missing, extra }) => [table, missing, extra])
    const held = await hold(true)
    expect(held.filter(({ missing, extra }) => missing + extra > 0)).toEqual([])
    expect(held.filter(({ rows }) => rows === 0).map(({ table }) => table)).toEqual(['visits.follow_up_open'])

    await owner`update checkpoints.count_by_hour set screened = screened + 1 where county = ${county}`
    await owner`delete from visits.home_now where county = ${county} and state = 'nobody'`
    await owner`update supplies.shelf set quantity = quantity + 7 where county = ${county} and quantity = 80`
    await owner`update isolation.span set during = tstzrange(lower(during), upper(during) - interval '1 day') where county = ${county} and not ended`
    const planted = [
      ['checkpoints.count_by_hour', 2, 2],
      ['visits.home_now', 1, 0],
      ['isolation.span', 2, 2],
      ['supplies.shelf', 1, 1],
    ]
    const inOrder = (found: unknown[][]) => [...found].sort((a, b) => String(a[0]).localeCompare(String(b[0])))
    expect(inOrder(await differing())).toEqual(inOrder(planted))
    expect(inOrder(await differing(false))).toEqual(inOrder(planted))
    expect(await differing()).toEqual([])
  }),
  60_000,
)

test('a table is facts, which are added to by the product’s roles, or it is declared as derived, or it is named here', async () => {
  const derived = derivations.flatMap(({ tables }) => Object.keys(tables))
  expect(new Set(derived).size).toBe(derived.length)
  const tables = await owner<{ name: string; added: boolean }[]>`
    select format('%I.%I', n.nspname, c.relname) as name,
      has_table_privilege('qunfang_app', c.oid, 'INSERT') or has_table_privilege('qunfang_rumours', c.oid, 'INSERT') as added
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`
  expect(derived.filter((name) => !tables.some((one) => one.name === name))).toEqual([])
  // What an operation could write past the facts would be lost when the table is made anew.
  expect(tables.filter(({ name, added }) => added && derived.includes(name)).map(({ name }) => name)).toEqual([])
  const others = tables.filter(({ name, added }) => !added && !derived.includes(name)).map(({ name }) => name)
  expect(others).toEqual(Object.keys(WRITTEN_BY_THE_DATABASE).sort())
})

/** Neither: each with the reason why it cannot be worked out again. */
const WRITTEN_BY_THE_DATABASE: Record<string, string> = {
  'agency_lists.certificate': 'What a destruction destroyed, of which nothing else is left.',
  'agency_lists.verified_before': 'What a destroyed list had answered, for the figures.',
  'kernel.audit_entry': 'The chain itself.',
  'kernel.county_head': 'How far the clerk is, and the epoch that phones were told.',
  'kernel.feed_entry': 'Numbers that phones were given.',
  'kernel.schema_migration': 'What was applied to this installation.',
  'people.purpose': 'Written by a migration, the same for everybody.',
  'retention.gone': 'What was forgotten.',
  'retention.referred': 'Whom a run of forgetting has to spare; empty between runs.',
  'supplies.leg': 'The double entry of the ledger, to which even the owner can only add.',
}
