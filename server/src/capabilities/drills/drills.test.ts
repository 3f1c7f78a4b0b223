import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aHouseholdToSend } from '../people/households.factory.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aRoom, aSite } from '../sites/sites.factory.ts'
import { accepted, anItem, aReceipt, aStore } from '../supplies/supplies.factory.ts'
import { settingFrom, simulate } from './rules.ts'

test(
  'a drill begins with what the county has, each seat with its own area, and leaves nothing behind',
  scenario(async ({ as, county, inside, settle }) => {
    const written = async () => {
      await settle()
      const [count] = await inside(
        ({ tx }) =>
          tx`select (select count(*)::integer from kernel.feed_entry) as feed, (select count(*)::integer from kernel.audit_entry) as audit`,
      )
      return count
    }
    await inside(keepInventedDivisions)
    const desk = await as.countyDesk()
    const [village, elsewhere] = [`${county}100201`, `${county}101201`]
    for (const division of [village, village, elsewhere])
      expect((await desk.post('/households', aHouseholdToSend(division))).status).toBe(201)
    const site = aSite(village)
    await desk.post('/sites', site)
    for (const label of ['101', '102', '103']) await desk.post(`/sites/${site.id}/rooms`, aRoom(site.id, label))
    const item = anItem()
    const store = aStore(String(county))
    await accepted(desk.post('/supplies/items/batch', { items: [item] }))
    await accepted(desk.post('/supplies/stores/batch', { items: [store] }))
    const receipt = aReceipt(store.id, { itemId: item.id, lotId: item.id }, 23_000)
    await accepted(desk.post('/supplies/movements/batch', { items: [receipt] }))
    const assumed = { id: newId(), itemId: item.id, basis: 'isolated', perDay: 2, heads: null, from: '2020-02-01' }
    await accepted(desk.post('/supplies/assumptions/batch', { items: [{ ...assumed, because: '每人每天两只' }] }))
    const before = await written()

    const { status, body: ground } = await desk.get('/drills/ground')
    expect(status).toBe(200)
    expect(ground).toMatchObject({ rooms: 3, freeRooms: 3, teams: 0 })
    const of = (code: string) => ground.townships.find((one: { code: string }) => one.code === code)
    expect(of(`${county}100`)).toMatchObject({ residents: 4 })
    expect(of(`${county}101`)).toMatchObject({ residents: 2 })
    expect(ground.goods).toEqual([{ id: item.id, name: item.name, unit: 'piece', inStore: 23_000, perObserved: 2 }])
    const township = await as.role('township-officer', { division: `${county}101` })
    expect((await township.get('/drills/ground')).body).toMatchObject({
      townships: [{ code: `${county}101`, residents: 2 }],
      ...{ rooms: 0, goods: [{ inStore: 0 }] },
    })
    const { body: profiles } = await desk.get('/cases/profiles?disease=covid-19')
    const outcome = simulate({ ...settingFrom(ground, profiles.items[0].body, 30_000), runs: 20, days: 30 })
    expect(outcome.runs).toBe(20)
    expect(outcome.rooms.peak.high90).toBeGreaterThan(0)
    // It was read and counted; no row of anything has come of it.
    expect(await written()).toEqual(before)
  }),
)

test(
  'the database has no place for a drill, so that no figure, report or feed can hold one',
  scenario(async ({ inside }) => {
    const named = await inside(
      ({ tx }) => tx`
        select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'drills' or c.relname ~ 'drill' union all
        select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('report', 'drills') and (p.proname ~ 'drill' or p.prosrc ~ 'drill')`,
    )
    expect([...named]).toEqual([])
    const schemas = await inside(({ tx }) => tx`select nspname from pg_namespace where nspname = 'drills'`)
    expect([...schemas]).toEqual([])
  }),
)
