import { describe, expect, test } from 'vitest'
import { newId, type Reply, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { forgetNow } from '../retention/retention.factory.ts'
import { aCentralOrder, aTakingIn, type GivenSite, givenSite, on } from './sites.factory.ts'

const codeOf = ({ status, body }: Reply) => [status, body.code]
/** Somebody goes into a room at noon of a day of February; the answer, and the id. */
async function takeIn({ staff, siteId, rooms, orders }: GivenSite, room: number, order: number, given: object = {}) {
  const item = aTakingIn({ siteId, roomId: rooms[room] ?? '', orderId: orders[order] ?? '', ...given })
  return { id: item.id, item, reply: await staff.post(`/sites/${siteId}/lodgings`, item) }
}
const board = async ({ staff, siteId }: GivenSite, asOf: string) =>
  (await staff.get(`/sites/${siteId}/board?asOf=${encodeURIComponent(asOf)}`)).body
const stateOf = async (site: GivenSite, room: number, asOf: string) =>
  (await board(site, asOf)).rooms.find(({ id }: { id: string }) => id === site.rooms[room]).state
const disinfect = ({ staff, siteId, rooms }: GivenSite, room: number, at: string) =>
  staff.post(`/sites/${siteId}/disinfections`, {
    ...{ id: newId(), at, agent: '84消毒液', mgPerLitre: 1000 },
    roomIds: [rooms[room]],
  })

describe('one person a room', () => {
  test(
    'a second person is refused, by the product and by the database',
    scenario(async (scene) => {
      const site = await givenSite(scene)
      expect((await takeIn(site, 0, 0)).reply.status).toBe(201)
      expect(codeOf((await takeIn(site, 0, 1)).reply)).toEqual([409, 'sites.room-taken'])
      expect(await board(site, on(5))).toMatchObject({
        site: { capacity: { rooms: 3, occupied: 1, free: 2, persons: 1 } },
      })
      await expect(pushIn(scene, site)).rejects.toMatchObject({ code: '23P01' })
    }),
  )

  test(
    'a child sleeps in its mother’s room with the ground written down, and nobody without',
    scenario(async (scene) => {
      const site = await givenSite(scene, { rooms: 2, orders: 3 })
      const mother = await takeIn(site, 0, 0)
      const beside = { lodgingId: mother.id, ground: 'child' }
      expect((await takeIn(site, 0, 1, { beside })).reply.status).toBe(201)
      expect(codeOf((await takeIn(site, 1, 2, { beside })).reply)).toEqual([409, 'sites.not-beside'])
      const carer = { beside: { lodgingId: mother.id, ground: 'carer' } }
      expect(codeOf((await takeIn(site, 0, 2, carer)).reply)).toEqual([409, 'sites.beds-taken'])
      const odd = { beside: { lodgingId: mother.id, ground: 'friends' } }
      expect((await takeIn(site, 0, 2, odd)).reply.status).toBe(422)
      const [room] = (await board(site, on(5))).rooms
      expect(room.lodgers.map(({ shares }: { shares: boolean }) => shares).sort()).toEqual([false, true])
    }),
  )

  test(
    'a family arrives in one batch, and each item has its own verdict',
    scenario(async (scene) => {
      const site = await givenSite(scene, { rooms: 2, orders: 4 })
      const of = (room: number, order: number, given = {}) =>
        aTakingIn({ siteId: site.siteId, roomId: site.rooms[room] ?? '', orderId: site.orders[order] ?? '', ...given })
      const mother = of(0, 0)
      const items = [
        mother,
        of(0, 1, { beside: { lodgingId: mother.id, ground: 'child' } }),
        of(0, 2),
        of(1, 3),
        of(1, 0),
      ]
      const { body } = await site.staff.post('/lodgings/batch', { items })
      const told = body.verdicts.map((one: { ok: boolean; problem?: { code: string } }) => one.problem?.code ?? 'kept')
      expect(told).toEqual(['kept', 'kept', 'sites.room-taken', 'kept', 'sites.lives-here'])
      const again = await site.staff.post('/lodgings/batch', { items })
      expect(again.body.verdicts[0].receipt.arrival).toBe('again')
      expect((await board(site, on(5))).site.capacity.persons).toBe(3)
    }),
  )

  test(
    'of two at the same moment one is refused',
    scenario(async (scene) => {
      const site = await givenSite(scene, { rooms: 1, orders: 4 })
      const replies = await Promise.all([0, 1, 2, 3].map((order) => takeIn(site, 0, order)))
      expect(replies.map(({ reply }) => reply.status).sort()).toEqual([201, 409, 409, 409])
    }),
  )
})

/** Past the product, with the rights of the application. */
function pushIn({ inside }: Scenario, { siteId, division, rooms, orders, persons }: GivenSite) {
  return inside(async ({ tx, actor, now }) => {
    const what = {
      county: actor.county,
      id: newId(),
      division,
      site_id: siteId,
      room_id: rooms[0],
      order_id: orders[1],
    }
    const who = { person_id: persons[1], at: new Date(on(6)), received_at: now, digest: Buffer.alloc(32) }
    await tx`insert into sites.lodging ${tx({ ...what, ...who })}`
  })
}

describe('a lodging stands on its order', () => {
  test(
    'without one, before it and after it nobody is taken in',
    scenario(async (scene) => {
      const site = await givenSite(scene)
      expect(codeOf((await takeIn(site, 0, 0, { orderId: newId() })).reply)).toEqual([404, 'sites.order-unknown'])
      expect(codeOf((await takeIn(site, 0, 0, { at: on(2) })).reply)).toEqual([409, 'sites.order-not-standing'])
      expect(codeOf((await takeIn(site, 0, 0, { at: on(16, '00:00') })).reply)).toEqual([
        409,
        'sites.order-not-standing',
      ])
      expect(codeOf((await takeIn(site, 0, 0, { at: '2031-01-01T00:00:00Z' })).reply)).toEqual([
        422,
        'sites.out-of-time',
      ])
      const home = { ...aCentralOrder(site.division, site.persons[0] ?? ''), id: newId() }
      expect((await site.desk.post('/isolation/orders', home)).status).toBe(409)
    }),
  )

  test(
    'it is over with its order, the room waits for disinfection, and then it is free',
    scenario(async (scene) => {
      const site = await givenSite(scene)
      await takeIn(site, 0, 0)
      expect(await stateOf(site, 0, on(15, '23:59'))).toBe('occupied')
      expect(await stateOf(site, 0, on(16, '00:00'))).toBe('to-disinfect')
      const late = { at: on(17) }
      const order = aCentralOrder(site.division, site.persons[1] ?? '', { id: newId() })
      const end = { id: newId(), recordedAt: on(10), endedAt: on(10), why: 'released' }
      expect((await site.desk.post(`/isolation/orders/${site.orders[1]}/end`, end)).status).toBe(201)
      const anew = {
        ...order,
        startsAt: on(16),
        recordedAt: on(16),
        anchorOn: '2020-02-15',
        endsOn: '2020-02-28',
        reviewOn: '2020-02-20',
      }
      const opened = await site.desk.post('/isolation/orders', anew)
      expect(opened.body.code).toBeUndefined()
      const wish = { ...late, orderId: order.id }
      expect(codeOf((await takeIn(site, 0, 1, wish)).reply)).toEqual([409, 'sites.room-not-disinfected'])
      expect((await disinfect(site, 0, on(16, '09:00'))).status).toBe(201)
      expect(await stateOf(site, 0, on(16, '10:00'))).toBe('free')
      expect((await takeIn(site, 0, 1, wish)).reply.status).toBe(201)
    }),
  )

  test(
    'an order that ends early ends the lodging, whoever wrote nothing down',
    scenario(async (scene) => {
      const site = await givenSite(scene)
      const { id } = await takeIn(site, 0, 0)
      const end = { id: newId(), recordedAt: on(9), endedAt: on(9), why: 'released' }
      expect((await site.desk.post(`/isolation/orders/${site.orders[0]}/end`, end)).status).toBe(201)
      expect(await stateOf(site, 0, on(9, '11:59'))).toBe('occupied')
      expect(await stateOf(site, 0, on(9))).toBe('to-disinfect')
      const move = { id: newId(), roomId: site.rooms[1], at: on(10), why: '朝阳' }
      expect(codeOf(await site.staff.post(`/lodgings/${id}/moves`, move))).toEqual([409, 'sites.lodging-over'])
      const leaving = { id: newId(), at: on(9, '15:00'), whereto: 'released' }
      expect((await site.staff.post(`/lodgings/${id}/leaving`, leaving)).status).toBe(201)
      expect(await stateOf(site, 0, on(9, '13:00'))).toBe('to-disinfect')
    }),
  )
})

describe('rooms change hands', () => {
  test(
    'a move leaves a room to disinfect; both ends are judged',
    scenario(async (scene) => {
      const site = await givenSite(scene)
      const { id } = await takeIn(site, 0, 0)
      await takeIn(site, 1, 1)
      const to = (room: number, given = {}) => ({
        id: newId(),
        roomId: site.rooms[room],
        at: on(6),
        why: '漏水',
        ...given,
      })
      expect(codeOf(await site.staff.post(`/lodgings/${id}/moves`, to(1)))).toEqual([409, 'sites.room-taken'])
      expect(codeOf(await site.staff.post(`/lodgings/${id}/moves`, to(0)))).toEqual([409, 'sites.already-said'])
      expect(codeOf(await site.staff.post(`/lodgings/${id}/moves`, to(2, { at: on(3) })))).toEqual([
        422,
        'sites.out-of-time',
      ])
      const move = to(2)
      expect((await site.staff.post(`/lodgings/${id}/moves`, move)).body.arrival).toBe('new')
      expect((await site.staff.post(`/lodgings/${id}/moves`, move)).body.arrival).toBe('again')
      expect(codeOf(await site.staff.post(`/lodgings/${id}/moves`, { ...move, why: '别的' }))).toEqual([
        409,
        'kernel.id-taken',
      ])
      expect(await Promise.all([0, 1, 2].map((room) => stateOf(site, room, on(7))))).toEqual([
        'to-disinfect',
        'occupied',
        'occupied',
      ])
      expect(await stateOf(site, 0, on(5))).toBe('occupied')
    }),
  )

  test(
    'out of use, in the clean zone or of another site a room takes nobody',
    scenario(async (scene) => {
      const site = await givenSite(scene)
      const turn = { id: newId(), at: on(2), turn: 'out-of-use', why: '水管坏了' }
      expect((await site.staff.post(`/site-rooms/${site.rooms[0]}/turns`, turn)).status).toBe(201)
      expect(codeOf((await takeIn(site, 0, 0)).reply)).toEqual([409, 'sites.room-not-for-living'])
      expect(await stateOf(site, 0, on(5))).toBe('out-of-use')
      await site.staff.post(`/site-rooms/${site.rooms[0]}/turns`, { ...turn, id: newId(), at: on(3), turn: 'in-use' })
      expect((await takeIn(site, 0, 0)).reply.status).toBe(201)
      const clean = { id: newId(), at: on(1), label: '值班室', floor: 1, zone: 'clean' }
      expect((await site.staff.post(`/sites/${site.siteId}/rooms`, clean)).status).toBe(201)
      expect(codeOf((await takeIn(site, 0, 1, { roomId: clean.id })).reply)).toEqual([409, 'sites.room-not-for-living'])
      expect(codeOf((await takeIn(site, 0, 1, { roomId: newId() })).reply)).toEqual([404, 'sites.room-unknown'])
    }),
  )

  test(
    'what was recorded by mistake never was, and nobody leaves twice',
    scenario(async (scene) => {
      const site = await givenSite(scene)
      const { id, item } = await takeIn(site, 0, 0)
      const gone = (given: object) =>
        site.staff.post(`/lodgings/${id}/leaving`, { id: newId(), at: on(5), whereto: 'mistaken', ...given })
      expect(codeOf(await gone({}))).toEqual([422, 'sites.not-mistaken'])
      expect((await gone({ at: item.at })).status).toBe(201)
      expect(codeOf(await gone({ at: item.at }))).toEqual([409, 'sites.lodging-over'])
      expect(await stateOf(site, 0, on(5))).toBe('free')
      expect((await takeIn(site, 0, 0)).reply.status).toBe(201)
    }),
  )
})

test(
  'who is in the site is seen for a purpose, with what they eat and when to talk to them again',
  scenario(async (scene) => {
    const site = await givenSite(scene, { rooms: 2 })
    const { id } = await takeIn(site, 0, 0, { needs: ['halal'] })
    const at = `/lodgings/${id}`
    expect((await site.staff.post(`${at}/diet`, { id: newId(), at: on(6), needs: ['halal', '花生过敏'] })).status).toBe(
      201,
    )
    const talk = { id: newId(), at: on(6), followUp: 'again' }
    expect((await site.staff.post(`${at}/counselling`, talk)).status).toBe(422)
    expect((await site.staff.post(`${at}/counselling`, { ...talk, dueOn: '2020-02-08' })).status).toBe(201)
    const list = (of: string) => `/sites/${site.siteId}/${of}?asOf=${encodeURIComponent(on(8))}`
    expect((await site.staff.get(list('lodgers'))).body.code).toBe('kernel.purpose-needed')
    expect((await site.staff.get(list('lodgers'), { purpose: 'home-visit' })).status).toBe(403)
    const seen = await site.staff.get(list('lodgers'), { purpose: 'isolation-care' })
    expect(seen.body.items).toMatchObject([
      {
        lodgingId: id,
        personId: site.persons[0],
        room: '101',
        needs: ['halal', '花生过敏'],
        counsellingDueOn: '2020-02-08',
      },
    ])
    const expected = await site.staff.get(list('expected'), { purpose: 'isolation-care' })
    expect(expected.body.items.map(({ orderId }: { orderId: string }) => orderId)).toEqual([site.orders[1]])
    expect((await board(site, on(8))).matters.counselling).toEqual([{ room: '101', dueOn: '2020-02-08' }])
  }),
)

test(
  'staff of another site, and of none, see and change nothing',
  scenario(async (scene) => {
    const site = await givenSite(scene)
    const elsewhere = await givenSite(scene, { under: '101201', rooms: 1, orders: 1 })
    const nowhere = await scene.as.role('isolation-staff', { division: site.division })
    const beside = await scene.as.role('isolation-staff', { division: site.division, placeId: elsewhere.siteId })
    for (const staff of [nowhere, beside]) {
      expect((await staff.get(`/sites/${site.siteId}/board`)).status).toBe(403)
      expect((await staff.get('/sites')).body.items).toEqual([])
      const item = aTakingIn({ siteId: site.siteId, roomId: site.rooms[0] ?? '', orderId: site.orders[0] ?? '' })
      expect((await staff.post(`/sites/${site.siteId}/lodgings`, item)).status).toBe(403)
    }
    expect((await elsewhere.staff.get(`/sites/${site.siteId}/board`)).status).toBe(404)
    const theirs = await takeIn({ ...elsewhere, orders: site.orders }, 0, 0)
    expect(codeOf(theirs.reply)).toEqual([404, 'sites.order-unknown'])
    const foreign = await takeIn({ ...elsewhere, rooms: site.rooms }, 0, 0)
    expect(codeOf(foreign.reply)).toEqual([404, 'sites.room-unknown'])
  }),
)

test(
  'after 21 days nobody knows who lived in a room, and the room still says that somebody did',
  scenario(async (scene) => {
    const site = await givenSite(scene, { rooms: 1 })
    const { id } = await takeIn(site, 0, 0, { needs: ['halal'] })
    await site.staff.post(`/lodgings/${id}/counselling`, { id: newId(), at: on(5), followUp: 'referred' })
    await forgetNow(scene)
    const left = await scene.inside(
      ({ tx }) => tx`
        select l.person_id as who, d.needs, c.follow_up from sites.lodging l
        join sites.diet d on d.county = l.county and d.lodging_id = l.id
        join sites.counselling c on c.county = l.county and c.lodging_id = l.id where l.id = ${id}`,
    )
    expect([...left]).toEqual([{ who: null, needs: [], follow_up: null }])
    expect((await board(site, on(5))).site.capacity).toMatchObject({ occupied: 1, persons: 1 })
    const list = `/sites/${site.siteId}/lodgers?asOf=${encodeURIComponent(on(5))}`
    const seen = await site.staff.get(list, { purpose: 'isolation-care' })
    expect(seen.body.items).toMatchObject([{ personId: null, name: null, room: '101' }])
  }),
)
