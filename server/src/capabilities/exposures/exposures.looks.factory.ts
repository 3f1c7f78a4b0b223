import { expect } from 'vitest'
import type { AskedLook } from '../people/looks.factory.ts'
import { aContact, aJourney, anIllness } from './exposures.factory.ts'

/** The person came from Wuhan and met somebody of the same household; both fell ill. */
const anOutbreak: AskedLook['params'] = async (_scene, { id, alikeId, village }, desk) => {
  const person = { personId: id }
  const facts: Array<[string, object]> = [
    ['travel', aJourney(village, { person })],
    ['contacts', aContact(village, { person, with: { personId: alikeId } })],
    ['illness', anIllness(village, { person })],
    ['illness', anIllness(village, { person: { personId: alikeId } })],
  ]
  expect((await desk.post('/line-list/start')).status).toBe(201)
  for (const [kind, fact] of facts) expect((await desk.post(`/exposures/${kind}`, fact)).status, kind).toBe(201)
  return {}
}

const purpose = 'contact-tracing'
const asOf = `asOf=${encodeURIComponent('2020-02-18T23:59:59+08:00')}`
const fromWuhan = () => `category=from-wuhan&${asOf}`
const subject = () => null
export const exposuresLooks: Record<string, AskedLook> = {
  'exposures.person.read': { purpose, count: 2, params: anOutbreak },
  'exposures.line-list.explain': { purpose, count: 1, params: anOutbreak, query: fromWuhan },
  'exposures.line-list.read': { purpose, count: 1, params: anOutbreak, query: fromWuhan, subject },
  'exposures.rings.read': { purpose, count: 2, params: anOutbreak, query: ({ id }) => `personId=${id}&${asOf}` },
  'exposures.cluster.list': { purpose, count: 2, params: anOutbreak, query: () => asOf, subject },
}
