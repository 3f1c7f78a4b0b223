import { aCentralOrder, aRoom, aSite, aTakingIn, on } from '../../../src/capabilities/sites/sites.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part } from '../part.ts'

let labels = 0
const at = (hour: number) => on(4, `${String(hour).padStart(2, '0')}:00`)
const siteOf = ({ things }: Area) => String(things['siteId'])

async function site({ hands, village, mark }: Area) {
  const words = { name: `${mark}隔离点`, location: `${mark}路`, authority: `${mark}办`, documentNo: `${mark}9号` }
  const body = aSite(village, words)
  await made(hands.desk.post('/sites', body))
  return { siteId: body.id }
}
async function room(area: Area) {
  const { id, ...body } = aRoom(siteOf(area), `${area.mark.slice(0, 14)}${++labels}`, { floor: 1 })
  await made(area.hands.desk.post(`/sites/${siteOf(area)}/rooms`, { ...body, id }))
  return { roomId: id }
}
/** Somebody new under an order of central isolation. */
async function order({ hands, village, mark }: Area) {
  const person = { id: newId(), division: village, recordedAt: AT, name: `${mark}某` }
  const { personId } = await made(hands.desk.post('/people', person))
  const body = aCentralOrder(village, personId ?? person.id)
  await made(hands.desk.post('/isolation/orders', body))
  return { orderId: body.id }
}
async function lodging(area: Area) {
  const where = { ...(await room(area)), ...(await order(area)) }
  const body = aTakingIn({ siteId: siteOf(area), ...where, at: at(9), needs: [`${area.mark}食`] })
  await made(area.hands.desk.post(`/sites/${siteOf(area)}/lodgings`, body))
  return { lodgingId: body.id }
}
async function vehicle(area: Area) {
  const body = { id: newId(), at: on(2), label: `${area.mark}车` }
  await made(area.hands.desk.post(`/sites/${siteOf(area)}/vehicles`, body))
  return { vehicleId: body.id }
}
async function transfer(area: Area, until: 'begun' | 'arrived' = 'begun') {
  const { things, mark, hands } = area
  const body = {
    id: newId(),
    at: at(9),
    lodgingId: things['lodgingId'],
    crew: [things['postId']],
    ...(await vehicle(area)),
  }
  const way = { from: { kind: 'site', place: `${mark}点` }, to: { kind: 'hospital', place: `${mark}院` } }
  await made(hands.desk.post(`/sites/${siteOf(area)}/transfers`, { ...body, ...way }))
  if (until === 'arrived') await made(hands.desk.post(`/transfers/${body.id}/arrival`, { id: newId(), at: at(10) }))
  return { transferId: body.id }
}
async function change(area: Area) {
  const body = { id: newId(), at: at(20), note: `${area.mark}交班` }
  await made(area.hands.desk.post(`/sites/${siteOf(area)}/shift-changes`, body))
  return { changeId: body.id }
}

async function record(area: Area) {
  const body = { id: newId(), at: at(11), item: `${area.mark}罩`, unit: '只', quantity: 1 }
  await made(area.hands.desk.post(`/sites/${siteOf(area)}/goods`, body))
  return { recordId: body.id }
}

/** At least one row in each of the tables that only this capability fills. */
async function work(area: Area) {
  const { hands, mark, village } = area
  const here = `/sites/${siteOf(area)}`
  const say = (path: string, body: object) => made(hands.desk.post(path, { id: newId(), at: at(11), ...body }))
  const routine = { area: 'corridors', everyHours: 4 }
  await say(`${here}/routines`, routine)
  const solution = { agent: `${mark}液`, mgPerLitre: 500 }
  await say(`${here}/disinfections`, { ...solution, areas: ['corridors'], roomIds: [area.things['roomId']] })
  await say(`${here}/meals`, { day: '2020-02-04', meal: 'lunch', portions: 1 })
  await say(`${here}/activities`, { title: `${mark}操`, persons: 1 })
  await say(`${here}/goods`, { item: `${mark}罩`, unit: `${mark.slice(0, 8)}只`, quantity: 1 })
  await say(`${here}/records/taking-back`, { kind: 'goods', why: 'twice', ...(await record(area)) })
  const { lodgingId } = await lodging(area)
  await say(`/lodgings/${lodgingId}/moves`, { ...(await room(area)), why: `${mark}换房` })
  await say(`/lodgings/${lodgingId}/counselling`, { followUp: 'none' })
  await say(`/lodgings/${lodgingId}/leaving`, { at: at(12), whereto: 'released' })
  const closed = await site(area)
  const document = { authority: `${mark}办`, documentNo: `${mark}10号` }
  await say(`/sites/${closed.siteId}/turns`, { turn: 'closed', ...document })
  const { roomId } = await room(area)
  await say(`/site-rooms/${roomId}/turns`, { turn: 'out-of-use', why: `${mark}漏水` })
  const ride = await transfer(area, 'arrived')
  await say(`/transfers/${ride.transferId}/cleaning`, solution)
  const taken = await change(area)
  const next = await area.stage.as.role('township-officer', { division: village.slice(0, 9) })
  await made(next.post(`/shift-changes/${taken.changeId}/taking`, { id: newId(), at: at(21) }))
}

export const sitesPart: Part = {
  async plant(area) {
    const known: Record<string, unknown> = await site(area)
    const whole = { ...area, things: { ...area.things, ...known } }
    for (const more of [room, lodging, vehicle, transfer, change] as const)
      Object.assign(whole.things, await more(whole), { siteId: known['siteId'] })
    await work(whole)
    const { siteId, roomId, lodgingId, vehicleId, transferId, changeId } = whole.things
    return { siteId, roomId, lodgingId, vehicleId, transferId, changeId, ...(await record(whole)) }
  },
  operations: {
    'sites.site.turn': { say: { turn: 'closed' }, fresh: site },
    'sites.room.add': { say: { label: () => `新${++labels}` } },
    'sites.room.turn': { fresh: room },
    // Sharing a room needs whoever lives in it; lodging.test.ts asks for that.
    'sites.lodging.begin': {
      say: { beside: () => null },
      fresh: async (area) => ({ ...(await room(area)), ...(await order(area)) }),
    },
    'sites.lodging.move': {
      say: { beside: () => null },
      fresh: async (area) => ({ ...(await lodging(area)), ...(await room(area)) }),
    },
    'sites.lodging.end': { say: { whereto: 'released' }, fresh: lodging },
    'sites.lodger.list': { say: { asOf: AT } },
    'sites.expected.list': { say: { asOf: AT } },
    'sites.diary.read': { say: { from: '2020-02-04', till: '2020-02-05' } },
    'sites.disinfection.record': { say: { areas: () => ['corridors'], roomIds: ({ things }) => [things['roomId']] } },
    'sites.record.take-back': { say: { kind: 'goods' }, fresh: record },
    'sites.transfer.begin': { say: { crew: ({ things }) => [things['postId']] }, fresh: vehicle },
    'sites.transfer.arrive': { fresh: (area) => transfer(area) },
    'sites.vehicle.clean': { fresh: (area) => transfer(area, 'arrived') },
    'sites.shift.take': { fresh: change },
  },
}
