import { expect } from 'vitest'
import type { AskedLook } from '../people/looks.factory.ts'
import { aCentralOrder, aRoom, aSite, aTakingIn, on } from './sites.factory.ts'

/** A site in which the person lives; or, while nobody has taken them in, is expected. */
const aSiteFor =
  (isIn: boolean): AskedLook['params'] =>
  async (_scene, { id, village, alikeId }, desk) => {
    const siteId = alikeId
    const order = aCentralOrder(village, id)
    const room = aRoom(siteId, '101')
    const made = [
      await desk.post('/sites', aSite(village, { id: siteId })),
      await desk.post(`/sites/${siteId}/rooms`, room),
      await desk.post('/isolation/orders', order),
    ]
    const item = aTakingIn({ siteId, roomId: room.id, orderId: order.id })
    if (isIn) made.push(await desk.post(`/sites/${siteId}/lodgings`, item))
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
    return { siteId }
  }

const asked = {
  purpose: 'isolation-care' as const,
  count: 1,
  query: () => `asOf=${encodeURIComponent(on(5))}`,
  subject: ({ alikeId }: { alikeId: string }) => alikeId,
}
export const sitesLooks: Record<string, AskedLook> = {
  'sites.lodger.list': { ...asked, params: aSiteFor(true) },
  'sites.expected.list': { ...asked, params: aSiteFor(false) },
}
