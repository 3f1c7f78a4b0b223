import { newId } from '../../../test/scenario/scenario.ts'
import type { AskedLook } from '../people/looks.factory.ts'
import { accepted, anItem, aStore, on, some } from './supplies.factory.ts'

/** The donor is somebody whom the county gets to know by the donation. */
const donorId = newId()

export const donationsLooks: Record<string, AskedLook> = {
  'supplies.receipt.print': {
    purpose: 'resident-request',
    count: 1,
    subject: () => donorId,
    params: async ({ county }, _person, desk) => {
      const [item, store, donationId] = [anItem(), aStore(String(county)), newId()]
      await accepted(desk.post('/supplies/items/batch', { items: [item] }))
      await accepted(desk.post('/supplies/stores/batch', { items: [store] }))
      const lines = [some({ itemId: item.id, lotId: item.id }, 3)]
      const donor = { kind: 'person', id: donorId, name: '测试金雨禾' }
      await desk.post('/supplies/donations', { id: donationId, storeId: store.id, lines, donor, at: on(3) })
      return { donationId }
    },
  },
}
