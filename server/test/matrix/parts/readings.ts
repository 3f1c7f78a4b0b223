import { aStandingOrder } from '../../../src/capabilities/isolation/isolation.factory.ts'
import { tellOffices } from '../../../src/capabilities/isolation/jobs.readings.ts'
import { aReading, givenPlan } from '../../../src/capabilities/isolation/readings.factory.ts'
import { publishedPlan } from '../../../src/capabilities/isolation/rules.readings.ts'
import { sheetCodeOf } from '../../../src/capabilities/isolation/sheet-codes.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part, type Special } from '../part.ts'

const now = () => new Date().toISOString()
const dayAhead = () => new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
const orderOf = ({ things }: Pick<Area, 'things'>) => String(things['readings/orderId'])

/** Somebody new, who stands under an order since yesterday. */
async function order({ hands, village, mark, things }: Area) {
  const person = { id: newId(), division: village, recordedAt: AT, name: `${mark}某` }
  const { personId = person.id } = await made(hands.desk.post('/people', person))
  const words = {
    documentNo: `${mark}7号`,
    authority: `${mark}办`,
    decider: `${mark}甲乙`,
    appeal: `${mark}:向县防控办`,
  }
  const body = aStandingOrder(village, { personId, householdId: String(things['householdId']), ...words })
  await made(hands.desk.post('/isolation/orders', body))
  return { 'readings/orderId': body.id }
}
/** Of a day that has not come: its time is in doubt. */
async function reading(area: Area, given: object = {}) {
  const body = aReading(orderOf(area), { day: dayAhead(), slot: 'morning', recordedAt: now(), ...given })
  await made(area.hands.desk.post(`/isolation/orders/${orderOf(area)}/readings`, body))
  return { 'readings/readingId': body.id }
}
async function link(area: Area) {
  const body = { id: newId(), recordedAt: now() }
  const { path } = await made(area.hands.cadre.post(`/isolation/orders/${orderOf(area)}/reading-links`, body))
  return { code: String(path).split('#')[1] ?? '' }
}
const OF_ORDER: Special['say'] = { orderId: orderOf }
/** Whoever holds a code is let in, wherever they are: it is the secret itself. Here nobody has one. */
const NO_CODE: Special = {
  say: { code: ({ county }: Area) => `${county}-${'x'.repeat(22)}`, recordedAt: now, temperatureC: 36.5 },
  answer: 'isolation.link-refused',
}

export const readingsPart: Part = {
  async plant(area) {
    const { hands, stage, mark } = area
    await givenPlan(stage)
    const known = { ...area, things: { ...area.things, ...(await order(area)) } }
    const first = await reading(known)
    const corrected = { corrects: first['readings/readingId'], why: `${mark}记错` }
    const latest = await reading(known, corrected)
    const { code } = await link(known)
    await made(hands.nobody.post('/self-check/answer', { code, id: newId(), recordedAt: now(), temperatureC: 36.6 }))
    // Whom nobody has met.
    await order(area)
    await stage.inside((ctx) => tellOffices(ctx))
    return { 'readings/orderId': orderOf(known), ...latest }
  },
  operations: {
    'isolation.reading.record': {
      say: { ...OF_ORDER, recordedAt: AT, temperatureC: 36.5 },
      // Whoever compares records corrects readings, and takes none.
      may: ['county-desk', 'township-officer', 'village-cadre', 'isolation-staff'],
      also: [({ things }) => ({ corrects: things['readings/readingId'], why: '听错了' })],
      fresh: async (area) => ({ corrects: (await reading(area))['readings/readingId'] }),
    },
    'isolation.sheet.find': { say: { code: (area: Area) => sheetCodeOf(orderOf(area)) } },
    'isolation.sheet.print': { say: OF_ORDER, unread: true },
    'isolation.sheet.print-village': { say: { division: ({ village }: Area) => village } },
    'isolation.reading.read-order': { say: OF_ORDER },
    'isolation.reading-link.make': { say: { ...OF_ORDER, hours: 24 } },
    'isolation.reading-link.open': NO_CODE,
    'isolation.reading-link.answer': NO_CODE,
    'isolation.reading-plan.list': { sameEverywhere: true },
    'isolation.reading-plan.state': { say: { since: '2099-01-01', body: publishedPlan } },
  },
}
