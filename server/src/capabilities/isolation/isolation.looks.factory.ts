import { expect } from 'vitest'
import { newId } from '../../../test/scenario/scenario.ts'
import type { AskedLook } from '../people/looks.factory.ts'
import { aStandingOrder } from './isolation.factory.ts'

type Params = NonNullable<AskedLook['params']>
const purpose = 'isolation-care'

const kept: Params = async (_scene, { id, village }, desk) => {
  const order = aStandingOrder(village, { personId: id })
  expect((await desk.post('/isolation/orders', order)).status).toBe(201)
  return { orderId: order.id }
}
const released: Params = async (scene, person, desk) => {
  const params = await kept(scene, person, desk)
  const now = new Date().toISOString()
  const end = { id: newId(), recordedAt: now, endedAt: now, why: 'released' }
  expect((await desk.post(`/isolation/orders/${params.orderId}/end`, end)).status).toBe(201)
  return params
}
const proposed: Params = async (_scene, { id, village }, desk) => {
  const proposal = { id: newId(), division: village, recordedAt: '2020-02-03T10:00:00+08:00', personId: id }
  const said = { kind: 'central', source: { kind: 'hand' }, ground: 'close-contact', anchorOn: '2020-02-01' }
  expect((await desk.post('/isolation/proposals', { ...proposal, ...said })).status).toBe(201)
  return {}
}

const ofList = { purpose, count: 1, subject: () => null } as const
export const isolationLooks: Record<string, AskedLook> = {
  'isolation.order.list': { ...ofList, params: kept },
  'isolation.proposal.list': { ...ofList, params: proposed },
  'isolation.order.read': { purpose, count: 1, params: kept },
  'isolation.slip.print': {
    purpose,
    count: 1,
    params: kept,
    body: () => ({ id: newId(), contact: '村医 0314-5050001' }),
  },
  'isolation.slip.print-together': {
    ...ofList,
    params: kept,
    body: ({ village }) => ({ id: newId(), division: village, contact: '村医 0314-5050001' }),
  },
  'isolation.certificate.print': { purpose, count: 1, params: released },
}
