import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aStandingOrder, givenVillage } from '../isolation/isolation.factory.ts'
import { aPassage, givenCheckpoint } from './checkpoints.factory.ts'

const care = { purpose: 'isolation-care' } as const

test(
  'whoever is under an order and passes is seen as such by the shift, and by the village that looks after the order, until it ends',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const { desk, village, members } = await givenVillage(stage, 3, '101201')
    const [kept = '', released = '', free = ''] = members
    const order = aStandingOrder(village, { personId: kept })
    const ended = aStandingOrder(village, { personId: released })
    for (const one of [order, ended]) expect((await desk.post('/isolation/orders', one)).status).toBe(201)
    const end = {
      id: newId(),
      recordedAt: new Date().toISOString(),
      endedAt: new Date().toISOString(),
      why: 'released',
    }
    expect((await desk.post(`/isolation/orders/${ended.id}/end`, end)).status).toBe(201)

    const pass = (personId: string) =>
      aPassage(id, {
        recordedAt: new Date().toISOString(),
        traveller: { personId },
        decision: 'turned-back',
        reason: 'other',
      })
    const under = async (personId: string) => {
      const sent = pass(personId)
      const { body } = await shift.post(`/checkpoints/${id}/passages`, sent)
      return [body.arrival, body.underOrder, sent] as const
    }
    const [arrival, underOrder, sent] = await under(kept)
    expect([arrival, underOrder]).toEqual(['new', 'home'])
    const again = await shift.post(`/checkpoints/${id}/passages`, sent)
    expect(again.body).toMatchObject({ arrival: 'again', underOrder: 'home' })
    expect((await under(released))[1]).toBeNull()
    expect((await under(free))[1]).toBeNull()
    const rows = (await shift.get(`/checkpoints/${id}/passages`)).body.items
    expect(rows.filter((row: { underOrder: string | null }) => row.underOrder !== null)).toMatchObject([
      { id: sent.id },
    ])

    const cadre = await stage.as.role('village-cadre', { division: village })
    const card = (await cadre.get(`/isolation/orders/${order.id}`, care)).body
    expect(card.passages).toMatchObject([{ id: sent.id, checkpoint: '榆树沟劝返点', at: sent.recordedAt }])
    expect((await desk.get(`/isolation/orders/${ended.id}`, care)).body.passages).toEqual([])
    await stage.app.workers.runDue(new Date(Date.now() + 1000), stage.county)
    await stage.settle()
    const told = await stage.inside(
      ({ tx, actor }) => tx<{ division: string }[]>`
        select division from kernel.feed_entry where county = ${actor.county} and kind = 'kept-passage'`,
    )
    expect(told).toEqual([{ division: village }])
  }),
)

test(
  'a shift asks about whoever stands before it, and learns no more than where they are to be',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const { desk, village, members } = await givenVillage(stage, 2, '101201')
    const [kept = '', free = ''] = members
    await desk.post('/isolation/orders', aStandingOrder(village, { personId: kept }))
    const path = `/checkpoints/${id}/travellers/check`
    const asked = { personIds: [free, kept] }
    expect((await shift.post(path, asked)).body).toEqual({ items: [{ personId: kept, underOrder: 'home' }] })
    expect((await shift.post(path, { personIds: [] })).status).toBe(422)
    const elsewhere = await stage.as.role('checkpoint-shift', { placeId: newId() })
    expect((await elsewhere.post(path, asked)).status).toBe(403)
    const keeper = await stage.as.role('supplies-keeper')
    expect((await keeper.post(path, asked)).status).toBe(403)
  }),
)
