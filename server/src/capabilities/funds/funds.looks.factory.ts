import { newId } from '../../../test/scenario/scenario.ts'
import type { AskedLook } from '../people/looks.factory.ts'
import { on } from './funds.factory.ts'

/** The donor is somebody whom the county gets to know by the donation. */
const donorId = newId()

export const fundsLooks: Record<string, AskedLook> = {
  'funds.receipt.print': {
    purpose: 'resident-request',
    count: 1,
    subject: () => donorId,
    params: async ({ county }, _person, desk) => {
      const [purposeId, donationId] = [newId(), newId()]
      const division = String(county)
      await desk.post('/fund-purposes', { id: purposeId, division, title: '防护物资' })
      const donor = { kind: 'person', id: donorId, name: '测试金雨禾' }
      await desk.post('/fund-donations', { id: donationId, division, donor, fen: 100, purposeId, at: on(3) })
      return { donationId }
    },
  },
}
