import { aContact, aJourney, anIllness, aStay } from '../../../src/capabilities/exposures/exposures.factory.ts'
import { anIdNumber } from '../../../src/capabilities/people/people.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, oneOf, type Part, type Special } from '../part.ts'

const AT_POINT = { lon: 117.5, lat: 40.4 }
/** Travellers are one person in the whole county (docs/adr/0021), and so are gatherings: who was there lives in many villages. */
const toldInCounty: Special['toldInCounty'] = {
  because: 'docs/adr/0021, and a gathering is the county’s: who was there lives in many villages.',
  fields: ['person', 'with', 'corrects'],
  hears: ({ mark, things }) => [mark, things['gatheringId']],
}
let keys = 0
const aKey = () => `m${++keys}`

/**
 * A fact, and the correction of one. Each is asked for about somebody new: hundreds of facts about one person are nobody's
 * life, and take the clerk long to judge.
 */
function fact(path: string, thing: string, body: (area: Area) => object, say: Special['say'] = {}): Special {
  return {
    say,
    toldInCounty,
    also: [({ things }) => ({ corrects: things[thing], why: '听错了' })],
    fresh: async (area) => {
      const said = { ...body(area), person: { id: newId(), name: '周小满' } }
      const { id, personId } = await made(area.hands.desk.post(path, said))
      return { corrects: id, person: { personId } }
    },
  }
}
const person = ({ things }: Area) => ({ personId: String(things['personId']) })
const other = ({ things }: Area) => ({ personId: String(things['otherPersonId']) })

const journey = (area: Area) => aJourney(area.village, { person: person(area) })
const contact = (area: Area) => aContact(area.village, { person: person(area), with: other(area) })
const stay = (area: Area) => aStay(area.village, { person: person(area), at: AT_POINT })
const illness = (area: Area) => anIllness(area.village, { person: person(area) })
const gathering = ({ mark }: Pick<Area, 'mark'>) => ({
  id: newId(),
  recordedAt: AT,
  name: `${mark}家宴`,
  setting: 'meal',
  startedAt: '2020-01-24T18:00:00+08:00',
  endedAt: '2020-01-24T21:00:00+08:00',
})
async function freshGathering({ hands }: Area) {
  const { id } = await made(hands.desk.post('/exposures/gatherings', gathering({ mark: '新' })))
  return { corrects: id }
}

export const exposuresPart: Part = {
  async plant(area) {
    const { village, mark, things, hands } = area
    const { desk, cadre } = hands
    await made(desk.post('/line-list/start'))
    const document = { kind: 'resident-id', number: anIdNumber() }
    const otherPersonId = newId()
    await made(
      desk.post('/people', { id: otherPersonId, division: village, recordedAt: AT, name: `${mark}大寒`, document }),
    )
    const whole = { ...area, things: { ...things, otherPersonId } }
    const facts = { journey: journey(whole), contact: contact(whole), stay: stay(whole), illness: illness(whole) }
    await made(desk.post('/exposures/travel', facts.journey))
    await made(desk.post('/exposures/contacts', facts.contact))
    await made(desk.post('/exposures/stays', facts.stay))
    await made(desk.post('/exposures/illness', facts.illness))
    // Two who met and fell ill: a cluster.
    await made(desk.post('/exposures/illness', { ...illness(whole), id: newId(), person: other(whole) }))
    const meal = gathering(area)
    await made(cadre.post('/exposures/gatherings', meal))
    return {
      otherPersonId,
      person: oneOf(person(area), { id: newId(), document: things['document'] }),
      with: oneOf(other(whole), { gatheringId: meal.id }),
      journeyId: facts.journey.id,
      contactId: facts.contact.id,
      stayId: facts.stay.id,
      illnessId: facts.illness.id,
      gatheringId: meal.id,
    }
  },
  shared: ['exposures.gathering'],
  operations: {
    'exposures.travel.record': fact('/exposures/travel', 'journeyId', journey, {
      from: { code: '420100' },
      to: ({ village }) => ({ code: village }),
      arrivedAt: AT,
      means: 'own-car',
    }),
    'exposures.contact.record': fact('/exposures/contacts', 'contactId', contact),
    'exposures.stay.record': fact('/exposures/stays', 'stayId', stay, { at: AT_POINT }),
    'exposures.illness.record': fact('/exposures/illness', 'illnessId', illness),
    'exposures.gathering.record': { ...fact('', 'gatheringId', gathering), fresh: freshGathering },
    'exposures.gathering.list': { toldInCounty },
    'exposures.cluster.list': { say: { asOf: AT } },
    'exposures.rings.read': { say: { category: 'from-hubei' } },
    'exposures.line-list.explain': { say: { category: 'from-hubei' } },
    'exposures.line-list.read': { say: { category: 'from-hubei' } },
    'exposures.place.define': { say: { key: aKey } },
    'exposures.place.list': { sameEverywhere: true },
    'exposures.category.define': { say: { code: aKey } },
  },
}
