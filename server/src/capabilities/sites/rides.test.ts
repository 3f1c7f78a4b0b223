import { expect, test } from 'vitest'
import { type Client, newId, type Reply, scenario } from '../../../test/scenario/scenario.ts'
import { type GivenSite, givenSite, on } from './sites.factory.ts'

const codeOf = ({ status, body }: Reply) => [status, body.code]
const board = async ({ staff, siteId }: GivenSite, asOf: string) =>
  (await staff.get(`/sites/${siteId}/board?asOf=${encodeURIComponent(asOf)}`)).body

async function crewOf(desk: Client, division: string): Promise<string> {
  const post = { id: newId(), division, kind: 'site-transport', title: '人员转运组', openedAt: on(1) }
  const { body } = await desk.post('/responsibility/posts/batch', { items: [post] })
  expect(body.verdicts[0].ok).toBe(true)
  return post.id
}

test(
  'a vehicle is cleaned after every ride before its next one',
  scenario(async (scene) => {
    const site = await givenSite(scene, { rooms: 0, orders: 0 })
    const at = `/sites/${site.siteId}`
    const vehicle = { id: newId(), at: on(2), label: '转运1号车' }
    expect((await site.staff.post(`${at}/vehicles`, vehicle)).status).toBe(201)
    const crew = [await crewOf(site.desk, site.division)]
    const ride = (given = {}) => ({
      ...{ id: newId(), at: on(6), vehicleId: vehicle.id, crew, from: { kind: 'site', place: '隔离点' } },
      ...{ to: { kind: 'hospital', place: '县医院' }, ...given },
    })
    expect(codeOf(await site.staff.post(`${at}/transfers`, ride({ crew: [newId()] })))).toEqual([
      404,
      'sites.post-unknown',
    ])
    expect(codeOf(await site.staff.post(`${at}/transfers`, ride({ vehicleId: newId() })))).toEqual([
      404,
      'sites.vehicle-unknown',
    ])
    expect(codeOf(await site.staff.post(`${at}/transfers`, ride({ lodgingId: newId() })))).toEqual([
      404,
      'sites.lodging-unknown',
    ])
    expect((await site.staff.post(`${at}/transfers`, ride({ crew: [] }))).status).toBe(422)
    const first = ride()
    expect((await site.staff.post(`${at}/transfers`, first)).body.arrival).toBe('new')
    expect((await site.staff.post(`${at}/transfers`, first)).body.arrival).toBe('again')
    const second = ride({ at: on(7) })
    expect(codeOf(await site.staff.post(`${at}/transfers`, second))).toEqual([409, 'sites.vehicle-not-cleaned'])
    const clean = { id: newId(), at: on(6, '14:00'), agent: '过氧乙酸', mgPerLitre: 2000 }
    const cleaning = `/transfers/${first.id}/cleaning`
    expect(codeOf(await site.staff.post(cleaning, clean))).toEqual([409, 'sites.not-arrived'])
    expect((await board(site, on(6, '12:10'))).matters.transfers).toMatchObject([{ id: first.id, state: 'under-way' }])
    expect((await site.staff.post(`/transfers/${first.id}/arrival`, { id: newId(), at: on(6, '13:00') })).status).toBe(
      201,
    )
    expect(
      codeOf(await site.staff.post(`/transfers/${first.id}/arrival`, { id: newId(), at: on(6, '13:00') })),
    ).toEqual([409, 'sites.already-said'])
    expect(codeOf(await site.staff.post(cleaning, { ...clean, at: on(6, '12:30') }))).toEqual([
      422,
      'sites.out-of-time',
    ])
    expect((await site.staff.post(cleaning, clean)).status).toBe(201)
    expect(await board(site, on(6, '15:00'))).toMatchObject({ vehicles: [{ free: true }], matters: { transfers: [] } })
    expect((await site.staff.post(`${at}/transfers`, second)).status).toBe(201)
    const { items } = (await site.staff.get(`${at}/transfers`)).body
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['under-way', 'done'])
    expect(items[0].crew).toEqual([{ postId: crew[0], title: '人员转运组' }])
    expect((await board(site, on(6))).crew).toMatchObject([{ kind: 'site-transport', holderName: null }])
    await expect(
      scene.inside(({ tx, actor, now }) =>
        tx`insert into sites.transfer (county, id, division, site_id, vehicle_id, crew, from_kind, from_place, to_kind, to_place, at,
            received_at, digest)
          values (${actor.county}, ${newId()}, ${site.division}, ${site.siteId}, ${vehicle.id}, ${crew}::uuid[], 'site', '一', 'home', '二',
            ${new Date(on(8))}, ${now}, ${Buffer.alloc(32)})`.then(() => undefined),
      ),
    ).rejects.toMatchObject({ code: '23514' })
  }),
)

test(
  'a ride, its arrival and its cleaning are taken back like any record, and entered anew',
  scenario(async (scene) => {
    const site = await givenSite(scene, { rooms: 0, orders: 0 })
    const at = `/sites/${site.siteId}`
    const vehicle = { id: newId(), at: on(2), label: '转运1号车' }
    await site.staff.post(`${at}/vehicles`, vehicle)
    const crew = [await crewOf(site.desk, site.division)]
    const ends = { from: { kind: 'site', place: '隔离点' }, to: { kind: 'hospital', place: '县医院' } }
    const ride = { id: newId(), at: on(6), vehicleId: vehicle.id, crew, ...ends }
    await site.staff.post(`${at}/transfers`, ride)
    const say = (step: string, body: object) => site.staff.post(`/transfers/${ride.id}/${step}`, body)
    const back = (kind: string, recordId: string, why = 'wrong-time') =>
      site.staff.post(`${at}/records/taking-back`, { id: newId(), at: on(17), kind, recordId, why })
    const arrival = { id: newId(), at: on(6, '13:00') }
    const cleaning = { id: newId(), at: on(6, '14:00'), agent: '过氧乙酸', mgPerLitre: 2000 }
    expect([(await say('arrival', arrival)).status, (await say('cleaning', cleaning)).status]).toEqual([201, 201])

    expect(codeOf(await back('arrival', arrival.id))).toEqual([409, 'sites.cleaned-after'])
    expect((await back('cleaning', cleaning.id)).status).toBe(201)
    const next = { ...ride, id: newId(), at: on(7) }
    expect(codeOf(await site.staff.post(`${at}/transfers`, next))).toEqual([409, 'sites.vehicle-not-cleaned'])
    expect((await back('arrival', arrival.id)).status).toBe(201)
    expect(codeOf(await say('cleaning', { ...cleaning, id: newId() }))).toEqual([409, 'sites.not-arrived'])
    expect((await board(site, on(6, '15:00'))).matters.transfers).toMatchObject([{ id: ride.id, state: 'under-way' }])

    const right = { id: newId(), at: on(6, '13:30') }
    const said = await Promise.all([say('arrival', right), say('arrival', { id: newId(), at: on(6, '13:40') })])
    expect(said.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await say('cleaning', { ...cleaning, id: newId() })).status).toBe(201)
    expect((await say('cleaning', cleaning)).body.arrival).toBe('again')
    expect((await site.staff.post(`${at}/transfers`, next)).status).toBe(201)

    expect((await back('ride', next.id, 'never-happened')).status).toBe(201)
    expect(codeOf(await site.staff.post(`/transfers/${next.id}/arrival`, { id: newId(), at: on(7, '13:00') }))).toEqual(
      [409, 'sites.ride-taken-back'],
    )
    expect(await board(site, on(8))).toMatchObject({ vehicles: [{ free: true }], matters: { transfers: [] } })
    const { items } = (await site.staff.get(`${at}/transfers`)).body
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['taken-back', 'done'])
    const records: Array<{ kind: string; takenBack: object | null }> = (await site.staff.get(`${at}/records`)).body
      .items
    expect(records.filter(({ takenBack }) => takenBack).map(({ kind }) => kind)).toEqual([
      'ride',
      'cleaning',
      'arrival',
    ])
    expect(records).toHaveLength(6)
    await expect(
      scene.inside(({ tx, actor, now }) =>
        tx`insert into sites.transfer_arrival (county, id, division, transfer_id, at, received_at, digest)
          values (${actor.county}, ${newId()}, ${site.division}, ${ride.id}, ${new Date(on(6))}, ${now}, ${Buffer.alloc(32)})`.then(
          () => undefined,
        ),
      ),
    ).rejects.toMatchObject({ code: '23514' })
  }),
)
