import { expect } from 'vitest'
import type { AskedLook } from '../people/looks.factory.ts'
import { aStandingOrder } from './isolation.factory.ts'
import { aReading, givenPlan } from './readings.factory.ts'

const ahead = () => new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)

/** Under an order since yesterday, with every check missed, and one reading of a day that has not come. */
const observed: AskedLook['params'] = async (scene, { id: personId, alikeId, householdId, village }, desk) => {
  await givenPlan(scene)
  const order = aStandingOrder(village, { id: alikeId, personId, householdId })
  expect((await desk.post('/isolation/orders', order)).status).toBe(201)
  const reading = aReading(order.id, { day: ahead(), slot: 'morning', recordedAt: new Date().toISOString() })
  expect((await desk.post(`/isolation/orders/${order.id}/readings`, reading)).status).toBe(201)
  return { orderId: order.id }
}

const purpose = 'isolation-care'
const nobodyByName = () => null
export const readingsLooks: Record<string, AskedLook> = {
  'isolation.reading.list-work': {
    purpose,
    count: 1,
    params: observed,
    query: () => 'state=all',
    subject: nobodyByName,
  },
  'isolation.reading.list-climbing': { purpose, count: 1, params: observed, subject: nobodyByName },
  'isolation.reading.list-doubtful': { purpose, count: 1, params: observed, subject: nobodyByName },
  'isolation.sheet.print': { purpose, count: 1, params: observed },
  'isolation.sheet.print-village': {
    purpose,
    count: 1,
    params: observed,
    query: ({ village }) => `division=${village}`,
    subject: nobodyByName,
  },
  'isolation.reading.read-order': { purpose, count: 1, params: observed, subject: ({ alikeId }) => alikeId },
}
