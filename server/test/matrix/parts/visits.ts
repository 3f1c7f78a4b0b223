import { allNo, aRound, at, aVisit } from '../../../src/capabilities/visits/visits.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, made, type Part, type Special } from '../part.ts'

type Named = Pick<Area, 'village' | 'mark' | 'hands' | 'things'>
async function round({ village, mark, hands }: Named): Promise<{ roundId: string }> {
  const body = aRound(village, { title: `${mark}轮` })
  await made(hands.desk.post('/visits/rounds', body))
  return { roundId: body.id }
}

/** With answers that open a follow-up about a journey, when it is about somebody. */
async function visit({ things, mark, hands }: Named, personId: string | null = null) {
  const of = { roundId: String(things['roundId']), householdId: String(things['householdId']) }
  const answers = {
    ...allNo,
    symptoms: ['fever'],
    'met-from-there': true,
    'been-there': '4201',
    when: '2020-01-20',
    'by-what': 'rail',
  }
  const sheets = personId === null ? [] : [{ personId, answers }]
  const body = aVisit({ ...of, note: `${mark}门`, sheets })
  const { followUps } = await made(hands.desk.post('/visits', body))
  const idOf = (kind: string) => followUps.find((one: { kind: string }) => one.kind === kind)?.id as string
  return { visitId: body.id, journey: idOf('travel'), contact: idOf('contact') }
}
const personOf = ({ things }: Named) => String(things['personId'])

/** The round's own questionnaire, and a time within the round. */
const questionnaire = { key: 'five-questions', version: 1 }
const recordedAt = at('10:30')
const QUESTION = { linkId: 'well', zh: '都好吗?', kind: 'yes-no' }
let keys = 0
const HOMES = { say: { state: 'to-visit' } }
const CONTACT = { firstAt: '2020-01-21T12:00:00+08:00', lastAt: '2020-01-21T13:00:00+08:00', kind: 'shared-meal' }
const JOURNEY = { from: { code: '420100' }, to: { code: '130822' }, arrivedAt: '2020-01-20T12:00:00+08:00' }

const OF_THE_COUNTY: Special = { say: { key: 'five-questions' }, sameEverywhere: true }
const IN_COUNTY: Special['toldInCounty'] = {
  because: 'docs/adr/0021: somebody is one person in the whole county.',
  fields: ['sheets'],
}

export const visitsPart: Part = {
  async plant(area) {
    const { hands, village } = area
    const ends = await round(area)
    await made(hands.desk.post(`/visits/rounds/${ends.roundId}/end`, { endedAt: at('21:00') }))
    const runs = await round(area)
    const whole = { ...area, things: { ...area.things, ...runs } }
    const { visitId, journey } = await visit(whole, personOf(area))
    const done = await visit(whole, personOf(area))
    const outcome = { id: newId(), recordedAt, outcome: 'excluded', note: `${area.mark}诊室` }
    await made(hands.desk.post(`/visits/follow-ups/${done.journey}/outcomes`, outcome))
    await area.stage.settle()
    const purpose = { purpose: 'home-visit' } as const
    const cards = await made(hands.desk.post(`/visits/rounds/${runs.roundId}/cards`, { division: village }, purpose))
    return { ...runs, visitId, followUpId: journey, 'visits/code': cards.items[0].code }
  },
  operations: {
    'visits.round.open': { say: { questionnaire } },
    'visits.round.end': { say: { endedAt: at('21:00') }, fresh: (area) => round({ ...area, mark: '新' }) },
    'visits.visit.record': {
      say: { recordedAt, outcome: 'met', sheets: ({ things }) => [{ personId: things['personId'], answers: allNo }] },
      also: [({ things }) => ({ corrects: things['visitId'], why: '听错了' })],
      fresh: async (area) => ({ corrects: (await visit(area)).visitId }),
      toldInCounty: IN_COUNTY,
      // Answers to whatever the questionnaire asks, checked against its version.
      open: ['answers'],
    },
    'visits.home.list': HOMES,
    'visits.card.print': { open: ['fills'] },
    'visits.card.find': { say: { code: ({ things }) => things['visits/code'] }, open: ['fills'] },
    'visits.household.read': { open: ['fills', 'answers'] },
    'visits.follow-up.close': {
      say: { outcome: 'excluded', recordedAt },
      fresh: async (area) => ({ followUpId: (await visit(area, personOf(area))).journey }),
    },
    'visits.follow-up.record-journey': {
      say: { ...JOURNEY, recordedAt, travelId: newId, means: 'own-car' },
      guardedTwice: 'exposures asks again whether the journey may be recorded.',
      fresh: async (area) => ({ followUpId: (await visit(area, personOf(area))).journey }),
    },
    'visits.follow-up.record-contact': {
      say: {
        ...CONTACT,
        recordedAt,
        contactId: newId(),
        with: ({ things }) => ({ gatheringId: things['gatheringId'] }),
      },
      guardedTwice: 'exposures asks again whether the contact may be recorded.',
      fresh: async (area) => ({ followUpId: (await visit(area, personOf(area))).contact }),
    },
    'visits.questionnaire.list': { sameEverywhere: true },
    'visits.questionnaire.get': { ...OF_THE_COUNTY, open: ['fills'] },
    // FHIR has its own rules for what may stand where.
    'visits.questionnaire.export': { ...OF_THE_COUNTY, open: [''] },
    'visits.response.export': { open: [''] },
    'visits.questionnaire.save': { say: { key: () => `m${++keys}`, questions: [QUESTION] }, open: ['fills'] },
    'visits.questionnaire.read-fhir': { answer: 'visits.not-fhir', sameEverywhere: true, open: ['resource', 'fills'] },
  },
}
