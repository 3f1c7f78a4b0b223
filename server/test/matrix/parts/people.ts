import { randomInt } from 'node:crypto'
import { aHouseholdToSend, aMember } from '../../../src/capabilities/people/households.factory.ts'
import { anIdNumber, aPhone } from '../../../src/capabilities/people/people.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, oneOf, type Part, type Special } from '../part.ts'

const BY_WHOLE_NUMBER: Special = {
  toldInCounty: {
    because: 'docs/adr/0021: whoever brings a whole number learns the id of the person, and nothing else.',
    fields: ['document', 'phone', 'plate'],
    hears: ({ things }) => [things['personId']],
  },
}

/** A household of two, recorded by the county's office. */
async function household({ village, mark, hands: { desk } }: Pick<Area, 'village' | 'mark' | 'hands'>) {
  const members = [aMember({ relation: 'head', name: `${mark}立春` }), aMember({ name: `${mark}雨水` })]
  const body = aHouseholdToSend(village, { block: `${mark}组`, door: `${mark}室`, members })
  const registered = await made(desk.post('/households', body))
  const [first, second] = registered.members.map((one: { id: string }) => one.id)
  return { householdId: registered.id as string, membershipId: first as string, secondId: second as string }
}
const fresh = async (area: Area) => household({ ...area, mark: '新' })
/** Two records that may be one person: the same name, the same phone. */
async function pair({ village, mark, hands: { desk } }: Pick<Area, 'village' | 'mark' | 'hands'>) {
  const said = { division: village, recordedAt: AT, name: `${mark}惊蛰`, phone: aPhone() }
  const [oneId, otherId] = [newId(), newId()]
  for (const id of [oneId, otherId]) await made(desk.post('/people', { id, ...said }))
  return { oneId, otherId, keptId: oneId, mergedId: otherId }
}
async function merged(area: Pick<Area, 'village' | 'mark' | 'hands'>): Promise<{ mergeId: string }> {
  const { keptId, mergedId } = await pair(area)
  const mergeId = newId()
  await made(area.hands.desk.post('/people/merges', { id: mergeId, keptId, mergedId, ...because(area) }))
  return { mergeId }
}
const because = ({ mark }: Pick<Area, 'mark'>) => ({ ground: `${mark}同号`, recordedAt: AT })
const freshPair: Special = { fresh: (area) => pair({ ...area, mark: '新' }) }

const ON = { on: '2020-02-03', recordedAt: AT }

const MEMBERS: Special = {
  say: { members: () => [aMember()], name: '周小满' },
  also: [({ things }) => ({ members: [{ id: newId(), personId: things['personId'], moves: true }] })],
  fresh: async (area) => ({ householdId: (await fresh(area)).householdId }),
  toldInCounty: { because: 'docs/adr/0021: somebody is one person in the whole county.', fields: ['members'] },
  follows: { because: 'Who moves in is on the line list of where they live.', tables: ['exposures.member'] },
}

export const peoplePart: Part = {
  async plant(area) {
    const { village, mark, hands } = area
    const { desk, cadre } = hands
    const nth = randomInt(1_000_000, 9_000_000)
    const document = { kind: 'resident-id', number: anIdNumber(nth) }
    const [id, phone, plate] = [newId(), aPhone(nth), `冀H${String(nth).slice(-5)}`]
    const said = { name: `${mark}小满`, document, phone, plate, address: `${mark}街一号` }
    await made(desk.post('/people', { id, division: village, recordedAt: AT, ...said }))
    await made(cadre.get(`/people/${id}`, { purpose: 'home-visit' }))
    const [stays, leaves, ends] = [await household(area), await household(area), await household(area)]
    await made(desk.post(`/memberships/${ends.membershipId}/end`, { id: newId(), reason: 'died', ...ON }))
    await made(desk.post(`/households/${leaves.householdId}/close`, { id: newId(), reason: 'left-county', ...ON }))
    // Into the village and out of it again.
    const beside = await household({ ...area, village: `${area.township}202` })
    const came = { id: newId(), householdId: stays.householdId, ...ON }
    await made(desk.post(`/memberships/${beside.secondId}/move`, came))
    const left = { id: newId(), householdId: beside.householdId, ...ON, on: '2020-02-04' }
    await made(desk.post(`/memberships/${came.id}/move`, left))
    const [alike, apart, undone] = [await pair(area), await pair(area), await merged(area)]
    const { oneId, otherId } = apart
    await made(desk.post('/people/different', { id: newId(), oneId, otherId, ...because(area) }))
    await made(desk.post(`/people/merges/${undone.mergeId}/undo`, { id: newId(), ...because(area) }))
    return {
      ...alike,
      ...(await merged(area)),
      q: said.name,
      personId: id,
      subject: id,
      document,
      phone,
      plate,
      traveller: oneOf({ personId: id }, { name: null, document, phone: null }, { name: null, document: null, phone }),
      householdId: stays.householdId,
      membershipId: stays.membershipId,
    }
  },
  operations: {
    'people.find': BY_WHOLE_NUMBER,
    'people.register': { ...BY_WHOLE_NUMBER, say: { name: '周小满' } },
    'people.amend': {
      say: { address: '新街二号' },
      toldInCounty: {
        because: 'docs/adr/0021: one document is one person in the whole county.',
        fields: ['personId', 'document'],
      },
    },
    'people.accesses': { purpose: 'resident-request' },
    'people.purposes': { sameEverywhere: true },
    'people.merge.make': freshPair,
    'people.merge.undo': { fresh: (area) => merged({ ...area, mark: '新' }) },
    'people.different.say': freshPair,
    'people.household.register': MEMBERS,
    'people.member.add': MEMBERS,
    'people.household.close': { fresh },
    'people.household.move': { fresh },
    'people.member.end': { fresh },
    'people.member.relate': { fresh: async (area) => ({ membershipId: (await fresh(area)).secondId }) },
    'people.member.move': { fresh: async (area) => ({ membershipId: (await fresh(area)).membershipId }) },
  },
}
