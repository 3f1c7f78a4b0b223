import { expect } from 'vitest'
import type { AskedLook } from '../people/looks.factory.ts'
import { codeOf } from './rules.ts'
import { keepNumbers } from './sql.cards.ts'
import { allNo, aRound, aVisit } from './visits.factory.ts'

/** One visit to the person's home, where a guest was asked as well; the person's answers opened two follow-ups. The card is printed. */
const aVisited: AskedLook['params'] = async (scene, { id, alikeId, householdId, village: division }, desk) => {
  const { county, inside, settle } = scene
  const [roundId, visitId, number] = [alikeId, alikeId, 1]
  expect((await desk.post('/visits/rounds', aRound(String(county), { id: roundId }))).status).toBe(201)
  await settle()
  const been = { 'been-there': '4201', travelled: true, when: '2020-01-22', 'by-what': 'rail', symptoms: ['fever'] }
  const sheets = [
    { personId: id, answers: { ...allNo, ...been } },
    { personId: alikeId, answers: allNo },
  ]
  expect((await desk.post('/visits', aVisit({ id: visitId, roundId, householdId, sheets }))).status).toBe(201)
  await settle()
  await inside(async ({ tx, now: printedAt }) => {
    await keepNumbers(tx, { county, division, roundId, householdIds: [householdId], printedBy: null, printedAt })
  })
  return { roundId, visitId, code: codeOf({ division, number }) }
}

const purpose = 'home-visit'
const ofHome: AskedLook['subject'] = ({ householdId }) => householdId
const ofRoundOrVisit: AskedLook['subject'] = ({ alikeId }) => alikeId
export const visitsLooks: Record<string, AskedLook> = {
  'visits.home.list': { purpose, count: 1, params: aVisited, subject: ofRoundOrVisit },
  'visits.card.print': {
    purpose,
    count: 1,
    params: aVisited,
    body: ({ village: division }) => ({ division }),
    subject: ofRoundOrVisit,
  },
  'visits.card.find': { purpose, count: 1, params: aVisited, subject: ofHome },
  'visits.household.read': { purpose, count: 2, params: aVisited, subject: ofHome },
  'visits.response.export': { purpose, count: 2, params: aVisited, subject: ofRoundOrVisit },
  'visits.follow-up.list': { purpose, count: 1, params: aVisited, subject: () => null },
}
