import { expect, test } from 'vitest'
import { newId, type Reply, scenario } from '../../../test/scenario/scenario.ts'
import { accepted, aLot, anItem, aReceipt, aSlip, aStore, givenStock, on, some } from './supplies.factory.ts'

const said = (reply: Reply) =>
  reply.body.verdicts.map((one: { ok: boolean; receipt?: { arrival: string }; problem?: { code: string } }) =>
    one.ok ? one.receipt?.arrival : one.problem?.code,
  )

test(
  'tonnes and boxes come to whole numbers of the base unit, exactly, and what does not is refused',
  scenario(async (scene) => {
    const { desk, depot, send } = await givenStock(scene, 0)
    const packs = [
      { id: newId(), label: '吨', holds: 1_000_000, from: '2020-01-01' },
      { id: newId(), label: '桶', holds: 25_000, from: '2020-02-05' },
    ]
    const item = anItem({ code: 'disinfectant', name: '84 消毒液', unit: 'gram', packs })
    await accepted(desk.post('/supplies/items/batch', { items: [item] }))
    const line = (amount: string, nth?: number) => ({
      itemId: item.id,
      lotId: item.id,
      amount,
      packId: nth === undefined ? null : (packs[nth]?.id ?? null),
    })
    const receipt = (lines: object[], more = {}) => ({
      ...aReceipt(depot, { itemId: '', lotId: '' }, 1),
      lines,
      ...more,
    })
    const reply = await send([
      receipt([line('14.6', 0)]),
      receipt([line('0.0000001', 0)]),
      receipt([line('0.5')]),
      receipt([line('0')]),
      receipt([line('1', 1)]),
      receipt([line('1', 1)], { at: on(5) }),
      receipt([line('1'), line('2')]),
      receipt([{ ...line('1'), packId: newId() }]),
    ])
    expect(said(reply)).toEqual([
      'new',
      'kernel.input-invalid',
      'supplies.not-whole',
      'supplies.nothing-moved',
      'supplies.pack-unknown',
      'new',
      'supplies.line-twice',
      'supplies.pack-unknown',
    ])
    const { body } = await desk.get(`/supplies/total?itemIds=${item.id}`)
    expect(body).toMatchObject({ quantity: 14_625_000, unit: 'gram', stores: 1 })
    const twice = await desk.post(`/supplies/items/${item.id}/packs`, { ...packs[0], id: newId(), itemId: item.id })
    expect(twice.body.code).toBe('supplies.pack-taken')
  }),
)

test(
  'a figure over items of different units is refused',
  scenario(async (scene) => {
    const { desk, goods } = await givenStock(scene)
    const oil = anItem({ code: 'oil', name: '食用油', kind: 'daily', unit: 'barrel' })
    await accepted(desk.post('/supplies/items/batch', { items: [oil] }))
    const reply = await desk.get(`/supplies/total?itemIds=${goods.itemId},${oil.id}`)
    expect([reply.status, reply.body.code]).toEqual([422, 'supplies.units-differ'])
    const same = await desk.get(`/supplies/total?itemIds=${goods.itemId}`)
    expect(same.body.quantity).toBe(100)
  }),
)

test(
  'a movement sent again is the same one; with other content its id is taken',
  scenario(async (scene) => {
    const { depot, goods, send, desk } = await givenStock(scene, 0)
    const one = aReceipt(depot, goods, 7)
    expect(said(await send([one, one]))).toEqual(['new', 'again'])
    expect(said(await send([one]))).toEqual(['again'])
    expect(said(await send([{ ...one, lines: [some(goods, 8)] }]))).toEqual(['kernel.id-taken'])
    expect((await desk.get(`/supplies/total?itemIds=${goods.itemId}`)).body.quantity).toBe(7)
  }),
)

test(
  'nothing leaves a store that is not there, now, then, or at any moment between',
  scenario(async (scene) => {
    const { depot, goods, send, desk } = await givenStock(scene, 100)
    const sale = (amount: number, at: string) => ({
      ...{ id: newId(), storeId: depot, kind: 'sold', at, lines: [some(goods, amount)] },
    })
    const reply = await send([
      sale(101, on(3)),
      sale(60, on(6)),
      // There are 100 on that day, but 60 of them are sold on the sixth.
      sale(41, on(4)),
      sale(1, on(1)),
      sale(40, on(4)),
    ])
    expect(said(reply)).toEqual(['supplies.not-there', 'new', 'supplies.not-there', 'supplies.not-there', 'new'])
    const stock = async (at: string) => {
      const { body } = await desk.get(`/supplies/total?itemIds=${goods.itemId}&asOf=${encodeURIComponent(at)}`)
      return body.quantity
    }
    expect([await stock(on(1)), await stock(on(3)), await stock(on(5)), await stock(on(7))]).toEqual([0, 100, 60, 0])
  }),
)

test(
  'an issue takes two: whoever prepared it cannot confirm it, and it is issued once',
  scenario(async (scene) => {
    const { depot, goods, desk, keeper } = await givenStock(scene, 10)
    const [slip, second] = [aSlip(depot, goods, 6), aSlip(depot, goods, 6)]
    await accepted(desk.post('/supplies/slips/batch', { items: [slip, second] }))
    const before = await desk.get(`/supplies/total?itemIds=${goods.itemId}`)
    expect(before.body.quantity).toBe(10)
    const confirm = (slipId: string, id = newId()) => ({ id, slipId, at: on(3, '13:00') })
    const own = await desk.post(`/supplies/slips/${slip.id}/confirmation`, confirm(slip.id))
    expect([own.status, own.body.code]).toEqual([403, 'supplies.own-slip'])
    const first = confirm(slip.id)
    const reply = await keeper.post('/supplies/confirmations/batch', {
      items: [first, confirm(slip.id), confirm(second.id), { ...confirm(second.id), at: on(2) }],
    })
    expect(said(reply)).toEqual(['new', 'supplies.slip-ended', 'supplies.not-there', 'supplies.out-of-time'])
    const { body } = await keeper.get(`/supplies/movements?storeId=${depot}&kind=issued`)
    expect(body.items).toMatchObject([{ id: first.id, account: 'used', party: '雾灵山检查站', slipId: slip.id }])
    const open = await keeper.get('/supplies/slips')
    expect(open.body.items.map((one: { id: string; mine: boolean }) => [one.id, one.mine])).toEqual([
      [second.id, false],
    ])
    const ended = { id: newId(), at: on(4), why: '数量开多了' }
    expect((await keeper.post(`/supplies/slips/${second.id}/end`, { ...ended, slipId: second.id })).body.arrival).toBe(
      'new',
    )
    expect((await keeper.get('/supplies/slips')).body.items).toEqual([])
  }),
)

test(
  'goods between two stores are under way until they arrive, and what is missing is said',
  scenario(async (scene) => {
    const { depot, township, town, goods, send, desk } = await givenStock(scene, 50)
    const sending = {
      id: newId(),
      storeId: depot,
      kind: 'sent',
      toStoreId: township,
      at: on(3),
      lines: [some(goods, 20)],
    }
    await accepted(send([sending]))
    const officer = await scene.as.role('township-officer', { division: town })
    const way = await officer.get('/supplies/consignments')
    expect(way.body.items).toMatchObject([{ id: sending.id, toStoreId: township, lines: [{ quantity: 20 }] }])
    expect((await desk.get('/supplies/stock')).body.items).toMatchObject([{ quantity: 30, underWay: 20 }])
    const arrival = (amount: number, more = {}) => ({
      ...{ id: newId(), storeId: township, kind: 'arrived', consignmentId: sending.id, at: on(4) },
      ...{ lines: [some(goods, amount)], ...more },
    })
    const other = await scene.as.role('township-officer', { division: `${scene.county}101` })
    expect(said(await send([arrival(20)], other))).toEqual(['kernel.not-allowed'])
    expect(
      said(
        await send(
          [
            arrival(18),
            arrival(18, { at: on(2), why: '少两只' }),
            arrival(18, { why: '运输途中破损两只' }),
            arrival(20),
          ],
          officer,
        ),
      ),
    ).toEqual(['supplies.why-needed', 'supplies.out-of-time', 'new', 'supplies.consignment-ended'])
    expect((await desk.get('/supplies/stock')).body.items).toMatchObject([{ quantity: 48, underWay: 0 }])
    const back = await desk.post(`/supplies/movements/${sending.id}/reversal`, {
      ...{ id: newId(), movementId: sending.id, at: on(5), why: '发错' },
    })
    expect(back.body.code).toBe('supplies.has-arrived')
  }),
)

test(
  'a count books its difference with the reason, and settles what was before it',
  scenario(async (scene) => {
    const { depot, goods, send, desk } = await givenStock(scene, 50)
    const counting = (amount: number, at: string, why: string | null = null) => ({
      ...{ id: newId(), storeId: depot, kind: 'counted', at, why, lines: [some(goods, amount)] },
    })
    const first = counting(47, on(5), '受潮报废未登记')
    const reply = await send([
      counting(47, on(5)),
      first,
      aReceipt(depot, goods, 1, { at: on(4) }),
      counting(47, on(6)),
      aReceipt(depot, goods, 3, { at: on(7) }),
    ])
    expect(said(reply)).toEqual(['supplies.why-needed', 'new', 'supplies.before-count', 'new', 'new'])
    const { body } = await desk.get(`/supplies/stores/${depot}/card?itemId=${goods.itemId}`)
    expect(body).toMatchObject({ opening: 0, closing: 50 })
    expect(
      body.items.map((one: Record<string, unknown>) => [one['kind'], one['in'], one['out'], one['balance']]),
    ).toEqual([
      ['received', 50, 0, 50],
      ['counted', 0, 3, 47],
      ['received', 3, 0, 50],
    ])
    const counts = await desk.get('/supplies/movements?kind=counted')
    expect(counts.body.items.map((one: { lines: unknown }) => one.lines)).toMatchObject([
      [{ quantity: 47, book: 47 }],
      [{ quantity: 47, book: 50 }],
    ])
  }),
)

test(
  'a movement is booked back once, as a whole, by a movement of its own',
  scenario(async (scene) => {
    const { depot, goods, send, desk } = await givenStock(scene, 0)
    const [one, two] = [aReceipt(depot, goods, 30), aReceipt(depot, goods, 5, { at: on(3) })]
    await accepted(
      send([one, two, { ...{ id: newId(), storeId: depot, kind: 'sold', at: on(4) }, lines: [some(goods, 10)] }]),
    )
    const back = (movementId: string, at: string, id = newId()) =>
      desk.post(`/supplies/movements/${movementId}/reversal`, { id, movementId, at, why: '重复登记' })
    expect((await back(one.id, on(5))).body.code).toBe('supplies.not-there')
    expect((await back(two.id, on(2))).body.code).toBe('supplies.out-of-time')
    const id = newId()
    expect((await back(two.id, on(5), id)).body.arrival).toBe('new')
    expect((await back(two.id, on(5), id)).body.arrival).toBe('again')
    expect((await back(two.id, on(6))).body.code).toBe('supplies.already-reversed')
    expect((await back(id, on(6))).body.code).toBe('supplies.already-reversed')
    const { body } = await desk.get('/supplies/movements')
    expect(body.items.map((row: { kind: string; reversedBy: string | null }) => [row.kind, row.reversedBy])).toEqual([
      ['reversed', null],
      ['sold', null],
      ['received', id],
      ['received', null],
    ])
  }),
)

test(
  'a lot is found wherever it went, is not given out while it is called back, and each store answers',
  scenario(async (scene) => {
    const { depot, township, goods: plain, send, desk, keeper } = await givenStock(scene, 0)
    const lot = aLot(plain.itemId, { expiresOn: '2020-03-01' })
    const old = aLot(plain.itemId, { expiresOn: '2020-02-02' })
    await accepted(desk.post('/supplies/lots/batch', { items: [lot, old] }))
    const twice = await desk.post('/supplies/lots/batch', { items: [{ ...lot, id: newId() }] })
    expect(said(twice)).toEqual(['supplies.lot-taken'])
    const goods = { itemId: plain.itemId, lotId: lot.id }
    const stale = { itemId: plain.itemId, lotId: old.id }
    const sending = {
      id: newId(),
      storeId: depot,
      kind: 'sent',
      toStoreId: township,
      at: on(3),
      lines: [some(goods, 40)],
    }
    await accepted(send([aReceipt(depot, goods, 100), aReceipt(depot, stale, 5), sending]))
    const refused = await desk.post(`/supplies/stores/${depot}/slips`, aSlip(depot, stale, 1))
    expect(refused.body.code).toBe('supplies.lot-expired')
    const slip = aSlip(depot, goods, 10, { at: on(2, '18:00') })
    await accepted(desk.post('/supplies/slips/batch', { items: [slip] }))
    await keeper.post(`/supplies/slips/${slip.id}/confirmation`, { id: newId(), slipId: slip.id, at: on(3) })
    const { body } = await desk.get(`/supplies/lots/${lot.id}/trace`)
    expect(body).toMatchObject({ received: 100, underWay: 40, used: 10, stores: [{ storeId: depot, quantity: 50 }] })
    expect(body.uses).toMatchObject([{ party: '雾灵山检查站', quantity: 10 }])
    const recall = { id: newId(), lotId: lot.id, at: on(8), notice: '厂家通知:松紧带易断,停止使用' }
    expect((await desk.post('/supplies/recalls', recall)).body.arrival).toBe('new')
    const now = await desk.post(`/supplies/stores/${depot}/slips`, aSlip(depot, goods, 1, { at: on(9) }))
    expect(now.body.code).toBe('supplies.lot-recalled')
    const answer = { id: newId(), storeId: depot, at: on(9), found: 50, done: 'set-aside' }
    expect((await keeper.post(`/supplies/recalls/${recall.id}/answers`, answer)).body.arrival).toBe('new')
    const list = await desk.get('/supplies/recalls')
    expect(list.body.items).toMatchObject([{ stores: [{ storeId: depot, quantity: 50, answer: { found: 50 } }] }])
    const expiring = await desk.get(`/supplies/expiring?within=30&asOf=${encodeURIComponent(on(10))}`)
    expect(expiring.body.items.map((one: { isExpired: boolean }) => one.isExpired)).toEqual([true, false])
  }),
)

test(
  'a township sees its own stores’ stock and no other; a keeper of one store keeps that one',
  scenario(async (scene) => {
    const { depot, township, town, goods, desk, send } = await givenStock(scene, 100)
    const officer = await scene.as.role('township-officer', { division: town })
    expect((await officer.get('/supplies/stock')).body.items).toMatchObject([{ quantity: 0, owners: [] }])
    expect((await officer.get('/supplies/movements')).body.items).toEqual([])
    expect((await officer.get(`/supplies/stores/${depot}/stock`)).status).toBe(403)
    expect(said(await send([aReceipt(depot, goods, 1)], officer))).toEqual(['kernel.not-allowed'])
    const opened = await officer.post('/supplies/stores/batch', { items: [aStore(String(scene.county))] })
    expect(said(opened)).toEqual(['kernel.not-allowed'])
    const pinned = await scene.as.role('supplies-keeper', { placeId: township })
    expect(said(await send([aReceipt(depot, goods, 1)], pinned))).toEqual(['kernel.not-allowed'])
    expect(said(await send([aReceipt(township, goods, 1)], pinned))).toEqual(['new'])
    expect((await pinned.get('/supplies/stock')).body.items).toMatchObject([{ quantity: 1 }])
    expect((await desk.get('/supplies/stock')).body.items).toMatchObject([
      { quantity: 101, owners: expect.arrayContaining([{ owner: 'township', quantity: 1, stores: 1 }]) },
    ])
  }),
)

test(
  'lists go on by a cursor and miss nothing',
  scenario(async (scene) => {
    const { depot, goods, send, desk } = await givenStock(scene, 0)
    await accepted(send(Array.from({ length: 7 }, (_, nth) => aReceipt(depot, goods, nth + 1))))
    const seen: number[] = []
    let after = ''
    for (let page = 0; page < 4; page++) {
      const { body } = await desk.get(`/supplies/stores/${depot}/card?itemId=${goods.itemId}&limit=3${after}`)
      seen.push(...body.items.map((one: { in: number }) => one.in))
      if (page === 1) expect(body.items[0].balance).toBe(body.opening + body.items[0].in)
      if (!body.next) break
      after = `&after=${encodeURIComponent(body.next)}`
    }
    expect(seen.sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
    const first = await desk.get('/supplies/movements?limit=4')
    const rest = await desk.get(`/supplies/movements?limit=4&after=${encodeURIComponent(first.body.next)}`)
    expect(new Set([...first.body.items, ...rest.body.items].map(({ id }: { id: string }) => id)).size).toBe(7)
    expect(rest.body.next).toBeNull()
  }),
)

test(
  'a phone brings counts and nothing else about goods, with the difference of its clock put right',
  scenario(async (scene) => {
    const { depot, goods, keeper, desk } = await givenStock(scene, 20)
    const now = Date.now()
    const fast = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
    const counting = {
      id: newId(),
      storeId: depot,
      kind: 'counted',
      at: fast(29),
      lines: [some(goods, 18)],
      why: '现场盘点',
    }
    const items = [counting, aReceipt(depot, goods, 5)]
    const reply = await keeper.post('/supplies/counts/batch', { sentAt: fast(30), items })
    expect(said(reply)).toEqual(['new', 'kernel.input-invalid'])
    const { body } = await desk.get('/supplies/movements?kind=counted')
    expect(Date.parse(body.items[0].at)).toBeLessThan(now)
    expect((await desk.get(`/supplies/total?itemIds=${goods.itemId}`)).body.quantity).toBe(18)
  }),
)
