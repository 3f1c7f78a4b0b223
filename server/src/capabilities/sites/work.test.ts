import { describe, expect, test } from 'vitest'
import { newId, type Reply, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aReading } from '../isolation/readings.factory.ts'
import { aRoom, aSite, aTakingIn, type GivenSite, givenSite, on } from './sites.factory.ts'

const codeOf = ({ status, body }: Reply) => [status, body.code]
const board = async ({ staff, siteId }: GivenSite, asOf: string) =>
  (await staff.get(`/sites/${siteId}/board?asOf=${encodeURIComponent(asOf)}`)).body
async function lived(scene: Scenario, needs: string[][]): Promise<GivenSite> {
  const site = await givenSite(scene, { rooms: needs.length })
  const items = needs.map((own, nth) =>
    aTakingIn({ siteId: site.siteId, roomId: site.rooms[nth] ?? '', orderId: site.orders[nth] ?? '', needs: own }),
  )
  const { body } = await site.staff.post('/lodgings/batch', { items })
  expect(body.verdicts.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
  return site
}

describe('a site', () => {
  test(
    'is opened by a document, counted by its rooms and closed when it is empty',
    scenario(async (scene) => {
      const site = await lived(scene, [['halal'], []])
      const bare: Record<string, unknown> = aSite(site.division)
      expect((await site.desk.post('/sites', { ...bare, documentNo: ' ' })).status).toBe(422)
      expect(codeOf(await site.desk.post('/sites', { ...bare, division: `${scene.county}999` }))).toEqual([
        404,
        'sites.division-unknown',
      ])
      expect(codeOf(await site.desk.post('/sites', { ...bare, at: '2031-01-01T00:00:00Z' }))).toEqual([
        422,
        'sites.out-of-time',
      ])
      const listed = await site.desk.get(`/sites?asOf=${encodeURIComponent(on(5))}`)
      const capacity = { rooms: 2, occupied: 2, free: 0, toDisinfect: 0, outOfUse: 0, persons: 2 }
      expect(listed.body.items).toMatchObject([{ id: site.siteId, capacity, closedAt: null }])
      const close = { id: newId(), at: on(5), turn: 'closed', authority: '县防控办', documentNo: '3号' }
      expect(codeOf(await site.desk.post(`/sites/${site.siteId}/turns`, close))).toEqual([409, 'sites.still-lived-in'])
      const later = { ...close, at: on(18) }
      expect((await site.desk.post(`/sites/${site.siteId}/turns`, later)).body.arrival).toBe('new')
      expect((await site.desk.post(`/sites/${site.siteId}/turns`, later)).body.arrival).toBe('again')
      expect(
        codeOf(
          await site.staff.post(`/sites/${site.siteId}/activities`, {
            id: newId(),
            at: on(19),
            title: '广播体操',
            persons: 2,
          }),
        ),
      ).toEqual([409, 'sites.closed'])
      const reopen = { ...close, id: newId(), at: on(17), turn: 'reopened' }
      expect(codeOf(await site.desk.post(`/sites/${site.siteId}/turns`, reopen))).toEqual([
        422,
        'sites.turn-before-last',
      ])
      expect((await site.desk.post(`/sites/${site.siteId}/turns`, { ...reopen, at: on(20) })).status).toBe(201)
    }),
  )

  test(
    'has each room once',
    scenario(async (scene) => {
      const { staff, siteId } = await givenSite(scene, { rooms: 1, orders: 0 })
      const items = [
        aRoom(siteId, '101'),
        aRoom(siteId, '201'),
        aRoom(siteId, '201'),
        aRoom(siteId, '202', { beds: 0 }),
        aRoom(newId(), '1'),
      ]
      const { body } = await staff.post('/site-rooms/batch', { items })
      expect(body.verdicts.map((one: { problem?: { code: string } }) => one.problem?.code ?? 'kept')).toEqual([
        ...['sites.label-taken', 'kept', 'sites.label-taken', 'kernel.input-invalid', 'sites.unknown'],
      ])
    }),
  )
})

test(
  'figures of any moment say what the board says',
  scenario(async (scene) => {
    const site = await lived(scene, [[], [], []])
    const out = { id: newId(), at: on(2), turn: 'out-of-use', why: '漏水' }
    const spare = aRoom(site.siteId, '301')
    await site.staff.post(`/sites/${site.siteId}/rooms`, spare)
    await site.staff.post(`/site-rooms/${spare.id}/turns`, { ...out, at: on(6) })
    for (const day of [3, 5, 7, 16, 17]) {
      const { capacity } = (await board(site, on(day))).site
      const [persons, rooms, free] = await Promise.all(
        ['living-in-sites', 'site-rooms', 'site-rooms-free'].map(
          async (figure) => (await site.desk.get(`/figures/${figure}?asOf=${encodeURIComponent(on(day))}`)).body.value,
        ),
      )
      expect({ persons, rooms, free }, String(day)).toEqual({
        ...{ persons: capacity.persons, rooms: capacity.rooms, free: capacity.free },
      })
    }
    expect((await board(site, on(5))).site.capacity).toMatchObject({ persons: 3, rooms: 4, free: 1 })
    expect((await board(site, on(16))).site.capacity).toMatchObject({
      persons: 0,
      rooms: 3,
      toDisinfect: 3,
      outOfUse: 1,
    })
  }),
)

test(
  'whoever has to be measured stands on the board until they were',
  scenario(async (scene) => {
    const site = await lived(scene, [[], []])
    const readings = async (time: string) => (await board(site, on(8, time))).matters.readings
    const due = (room: string) => ({ room, slot: 'morning', standing: 'due' })
    expect(await readings('07:45')).toEqual([due('101'), due('102')])
    const { id: _, ...reading } = aReading(site.orders[0] ?? '')
    expect((await site.staff.post('/isolation/readings/batch', { items: [{ id: newId(), ...reading }] })).status).toBe(
      200,
    )
    expect((await readings('07:45')).map(({ room }: { room: string }) => room)).toEqual(['102'])
    expect(await readings('23:59')).toContainEqual({ room: '102', slot: 'morning', standing: 'missed' })
  }),
)

test(
  'the kitchen gets one dish for each combination of needs, and no names',
  scenario(async (scene) => {
    const site = await lived(scene, [[], ['halal'], ['halal', 'diabetic'], ['diabetic', 'halal'], []])
    const { body } = await site.staff.get(`/sites/${site.siteId}/meals/2020-02-05`)
    expect(body.meals[1]).toMatchObject({
      meal: 'lunch',
      persons: 5,
      plates: [
        { needs: [], count: 2 },
        { needs: ['halal'], count: 1 },
        { needs: ['diabetic', 'halal'], count: 2 },
      ],
      delivered: null,
    })
    expect(body.rooms).toHaveLength(15)
    expect(JSON.stringify(body)).not.toContain(site.persons[0])
    // They came at noon.
    const first = (await site.staff.get(`/sites/${site.siteId}/meals/2020-02-04`)).body
    expect(first.meals.map(({ persons }: { persons: number }) => persons)).toEqual([0, 5, 5])
    const served = { id: newId(), at: on(5), day: '2020-02-05', meal: 'lunch', portions: 5 }
    expect((await site.staff.post(`/sites/${site.siteId}/meals`, served)).status).toBe(201)
    expect(
      (await site.staff.post(`/sites/${site.siteId}/meals`, { ...served, id: newId(), meal: 'supper' })).status,
    ).toBe(422)
    expect((await board(site, on(5, '13:00'))).matters.mealsToDeliver).toEqual([{ meal: 'breakfast', persons: 5 }])
  }),
)

test(
  'what is disinfected by the clock is due, done and overdue',
  scenario(async (scene) => {
    const site = await givenSite(scene)
    const at = `/sites/${site.siteId}`
    const rule = { id: newId(), at: on(4, '08:00'), area: 'corridors', everyHours: 4 }
    expect((await site.staff.post(`${at}/routines`, rule)).status).toBe(201)
    const areas = async (moment: string) => (await board(site, moment)).areas
    expect(await areas(on(4, '11:00'))).toMatchObject([{ area: 'corridors', overdue: false, lastDoneAt: null }])
    expect(await areas(on(4, '12:01'))).toMatchObject([{ overdue: true }])
    const round = { id: newId(), at: on(4, '12:30'), agent: '84消毒液', mgPerLitre: 500, areas: ['corridors'] }
    expect((await site.staff.post(`${at}/disinfections`, { ...round, areas: [] })).status).toBe(422)
    expect((await site.staff.post(`${at}/disinfections`, { ...round, mgPerLitre: 0 })).status).toBe(422)
    expect(codeOf(await site.staff.post(`${at}/disinfections`, { ...round, roomIds: [newId()] }))).toEqual([
      404,
      'sites.room-unknown',
    ])
    expect((await site.staff.post(`${at}/disinfections`, round)).body.arrival).toBe('new')
    expect((await site.staff.post(`${at}/disinfections`, round)).body.arrival).toBe('again')
    const dueAt = new Date(on(4, '16:30')).toISOString()
    expect(await areas(on(4, '13:00'))).toMatchObject([{ overdue: false, dueAt }])
    expect((await board(site, on(4, '17:00'))).matters.overdueAreas).toEqual([{ area: 'corridors', dueAt }])
    await site.staff.post(`${at}/routines`, { ...rule, id: newId(), at: on(5), everyHours: null })
    expect(await areas(on(6))).toEqual([])
    const listed = await site.staff.get(`${at}/disinfections`)
    expect(listed.body.items).toMatchObject([{ areas: ['corridors'], rooms: [], by: '测试人员', mgPerLitre: 500 }])
  }),
)

test(
  'goods are summed by item and unit, never across units',
  scenario(async (scene) => {
    const site = await givenSite(scene, { rooms: 0, orders: 0 })
    const at = `/sites/${site.siteId}`
    const used = (item: string, unit: string, quantity: number, day = 5) =>
      site.staff.post(`${at}/goods`, { id: newId(), at: on(day), item, unit, quantity })
    expect((await used('84消毒液', '升', 2.5)).status).toBe(201)
    await used('84消毒液', '升', 1.25)
    await used('84消毒液', '瓶', 3)
    await used('84消毒液', '瓶', 9, 9)
    expect((await used('口罩', '只', 0)).status).toBe(422)
    expect((await used('口罩', '只', 0.0001)).status).toBe(422)
    await site.staff.post(`${at}/activities`, {
      id: newId(),
      at: on(5),
      title: '“抗击疫情、你我同在”征文',
      persons: 12,
    })
    const { body } = await site.staff.get(`${at}/diary?from=2020-02-05&till=2020-02-05`)
    expect(body).toMatchObject({
      goods: [
        { item: '84消毒液', unit: '升', quantity: 3.75, times: 2 },
        { item: '84消毒液', unit: '瓶', quantity: 3, times: 1 },
      ],
      activities: [{ persons: 12 }],
      counselled: 0,
    })
  }),
)

test(
  'a record that was entered wrongly is taken back once, and nothing relies on it any more',
  scenario(async (scene) => {
    const site = await lived(scene, [[], []])
    const at = `/sites/${site.siteId}`
    const [room = '', other = ''] = site.rooms
    const keep = async (path: string, body: object) => {
      const id = newId()
      expect((await site.staff.post(`${at}/${path}`, { id, at: on(5), ...body })).status).toBe(201)
      return id
    }
    const meal = await keep('meals', { day: '2020-02-05', meal: 'lunch', portions: 20 })
    await keep('meals', { day: '2020-02-05', meal: 'lunch', portions: 2 })
    const activity = await keep('activities', { title: '广播体操', persons: 2 })
    const goods = await keep('goods', { item: '口罩', unit: '只', quantity: 40 })
    const solution = { agent: '84消毒液', mgPerLitre: 500 }
    const round = await keep('disinfections', { ...solution, at: on(16, '10:00'), roomIds: [room, other] })
    const capacity = async () => (await board(site, on(17))).site.capacity
    expect(await capacity()).toMatchObject({ free: 2, toDisinfect: 0 })

    const back = (kind: string, recordId: string, why = 'wrong-number') => ({
      ...{ id: newId(), at: on(17), kind, recordId, why },
    })
    const take = (body: object) => site.staff.post(`${at}/records/taking-back`, body)
    const first = back('meal', meal)
    expect((await take(first)).body.arrival).toBe('new')
    expect((await take(first)).body.arrival).toBe('again')
    expect(codeOf(await take(back('meal', meal)))).toEqual([409, 'sites.already-said'])
    expect(codeOf(await take(back('goods', meal)))).toEqual([404, 'sites.record-unknown'])
    expect(codeOf(await take({ ...back('goods', goods), at: on(4) }))).toEqual([422, 'sites.out-of-time'])
    expect((await take(back('goods', goods, '写错了'))).status).toBe(422)
    for (const [kind, id] of [
      ['activity', activity],
      ['goods', goods],
      ['disinfection', round],
    ] as const)
      expect((await take(back(kind, id, 'never-happened'))).status).toBe(201)

    const { meals } = (await site.staff.get(`${at}/meals/2020-02-05`)).body
    expect(meals[1].delivered).toBe(2)
    const diary = (await site.staff.get(`${at}/diary?from=2020-02-05&till=2020-02-05`)).body
    expect(diary).toMatchObject({ activities: [], goods: [] })
    expect(await capacity()).toMatchObject({ free: 0, toDisinfect: 2 })
    const figure = await site.desk.get(`/figures/site-rooms-free?asOf=${encodeURIComponent(on(17))}`)
    expect(figure.body.value).toBe(0)

    const page = (await site.staff.get(`${at}/records?limit=3`)).body
    const rest = (await site.staff.get(`${at}/records?limit=3&after=${page.next}`)).body
    const told = [...page.items, ...rest.items].map((one) => [one.kind, one.amount, one.takenBack?.why ?? null])
    expect(told).toHaveLength(5)
    expect(told).toEqual(
      expect.arrayContaining([
        ['meal', 20, 'wrong-number'],
        ['meal', 2, null],
        ['goods', 40, 'never-happened'],
      ]),
    )
    expect(told[0]).toEqual(['disinfection', 500, 'never-happened'])
    const stranger = await scene.as.role('isolation-staff', { division: site.division, placeId: newId() })
    expect((await stranger.get(`${at}/records`)).status).toBe(403)
  }),
)

test(
  'the next shift accepts what is open, by name and time',
  scenario(async (scene) => {
    const site = await lived(scene, [[]])
    const at = `/sites/${site.siteId}/shift-changes`
    const change = { id: newId(), at: on(15, '20:00'), note: '101 房夜里要热水' }
    expect((await site.staff.post(at, change)).body.arrival).toBe('new')
    expect((await site.staff.post(at, change)).body.arrival).toBe('again')
    const take = { id: newId(), at: on(15, '20:10') }
    expect(codeOf(await site.staff.post(`/shift-changes/${change.id}/taking`, take))).toEqual([
      409,
      'sites.own-shift-change',
    ])
    const next = await scene.as.role('isolation-staff', { division: site.division, placeId: site.siteId })
    expect(codeOf(await next.post(`/shift-changes/${change.id}/taking`, { ...take, at: on(15, '19:00') }))).toEqual([
      422,
      'sites.out-of-time',
    ])
    expect((await next.post(`/shift-changes/${change.id}/taking`, take)).status).toBe(201)
    expect(codeOf(await next.post(`/shift-changes/${change.id}/taking`, { ...take, id: newId() }))).toEqual([
      409,
      'sites.already-said',
    ])
    const [row] = (await next.get(at)).body.items
    expect(row).toMatchObject({
      ...{ by: '测试人员', takenBy: '测试人员', own: false, note: '101 房夜里要热水' },
      matters: {
        persons: 1,
        mealsToDeliver: [{ meal: 'breakfast' }, { meal: 'lunch' }, { meal: 'dinner' }],
        leaving: [{ room: '101', until: new Date(on(16, '00:00')).toISOString() }],
      },
    })
  }),
)
