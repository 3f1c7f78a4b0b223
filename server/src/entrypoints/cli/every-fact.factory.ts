import { newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, aTally, givenCheckpoint } from '../../capabilities/checkpoints/checkpoints.factory.ts'
import { aContact, aJourney, givenCounty, personOf } from '../../capabilities/exposures/exposures.factory.ts'
import { aHouseholdToSend } from '../../capabilities/people/households.factory.ts'
import { aPost, aVillage } from '../../capabilities/responsibility/responsibility.factory.ts'
import { aTakingIn, givenSite, on } from '../../capabilities/sites/sites.factory.ts'
import { accepted, givenStock, some } from '../../capabilities/supplies/supplies.factory.ts'
import { at, aVisit, givenRound } from '../../capabilities/visits/visits.factory.ts'
import { announce } from '../../kernel/feed.ts'

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

/** A county in which every derived table has something to say, settled. */
export async function fillCounty(scene: Scenario): Promise<void> {
  await aVillage(scene, [2], '100202')
  for (const fill of [screenings, doors, lodgers, goods, travellers]) await fill(scene)
  await tellOfHomes(scene)
  await scene.settle()
}
