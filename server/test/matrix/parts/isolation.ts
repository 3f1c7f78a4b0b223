import { aHomeCheck, aStandingOrder, dayFromNow } from '../../../src/capabilities/isolation/isolation.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part, type Special } from '../part.ts'

const now = () => new Date().toISOString()
const HAND = { kind: 'hand', ref: null }
const contact = '包联干部 0314-5050001'

/** Somebody new: nobody is under two orders at one time. */
async function person({ hands, village, mark }: Area): Promise<string> {
  const said = { id: newId(), division: village, recordedAt: AT, name: `${mark}隔` }
  const { personId = said.id } = await made(hands.desk.post('/people', said))
  return personId
}
const decided = ({ mark }: Area) => ({
  documentNo: `${mark}8号`,
  authority: `${mark}办`,
  decider: `${mark}甲乙`,
  appeal: `${mark}:向县防控办`,
})
async function order(area: Area): Promise<{ orderId: string }> {
  const { hands, village } = area
  const body = aStandingOrder(village, { personId: await person(area), ...decided(area) })
  await made(hands.desk.post('/isolation/orders', body))
  return { orderId: body.id }
}
const post = (area: Area, orderId: string, step: string, body: object) =>
  made(area.hands.desk.post(`/isolation/orders/${orderId}/${step}`, { id: newId(), recordedAt: now(), ...body }))

async function appealed(area: Area): Promise<{ orderId: string; appealId: string }> {
  const { orderId } = await order(area)
  const appealId = newId()
  await post(area, orderId, 'appeals', { id: appealId, lodgedAt: now(), lodger: 'person', said: `${area.mark}不服` })
  return { orderId, appealId }
}
async function released(area: Area): Promise<{ orderId: string }> {
  const { orderId } = await order(area)
  await post(area, orderId, 'end', { endedAt: now(), why: 'released', note: `${area.mark}复核` })
  return { orderId }
}
async function proposal(area: Area): Promise<{ proposalId: string }> {
  const body = {
    id: newId(),
    division: area.village,
    recordedAt: now(),
    personId: await person(area),
    kind: 'central',
    source: HAND,
    ground: 'close-contact',
    anchorOn: '2020-02-01',
  }
  await made(area.hands.desk.post('/isolation/proposals', body))
  return { proposalId: body.id }
}
const longer = (area: Area) => ({
  decidedAt: now(),
  source: HAND,
  ground: 'close-contact',
  anchorOn: dayFromNow(-1),
  endsOn: dayFromNow(4),
  reviewOn: dayFromNow(3),
  ...decided(area),
})

const NOW_AT = { recordedAt: now, endedAt: now, decidedAt: now, lodgedAt: now, movedAt: now, reviewedAt: now }
const DECIDED: Special['say'] = {
  ...NOW_AT,
  documentNo: '试防办8号',
  authority: '试防办',
  decider: '钱卫国',
  appeal: '可向县防控办申诉。',
  ground: 'close-contact',
  source: () => HAND,
  anchorOn: () => dayFromNow(-1),
  endsOn: () => dayFromNow(3),
  reviewOn: () => dayFromNow(2),
}
const CENTRAL: Special['say'] = { kind: 'central', home: () => null, householdId: () => null }
let documents = 0
async function underOneDocument(area: Area): Promise<{ documentNo: string }> {
  documents += 1
  const documentNo = `${area.mark}一并${documents}号`
  const body = aStandingOrder(area.village, { personId: await person(area), ...decided(area), documentNo })
  await made(area.hands.desk.post('/isolation/orders', body))
  return { documentNo }
}
/** The orders here are of people at home, whom the staff of a site does not look after. */
const AT_HOME: Special['may'] = ['county-desk', 'township-officer', 'village-cadre']
const COUNTY_PERSON: Special['toldInCounty'] = {
  because: 'docs/adr/0021: somebody is one person in the whole county.',
  fields: ['personId'],
}

export const isolationPart: Part = {
  async plant(area) {
    const { orderId, appealId } = await appealed(area)
    await post(area, orderId, 'extensions', longer(area))
    await post(area, orderId, 'reviews', { reviewedAt: now(), reviewer: `${area.mark}丙`, nextOn: dayFromNow(2) })
    const { desk } = area.hands
    const slip = { id: newId(), contact: `${area.mark}${contact}` }
    await made(desk.post(`/isolation/orders/${orderId}/slip`, slip, { purpose: 'isolation-care' }))
    const shorter = await order(area)
    const why = { endsOn: dayFromNow(1), decider: `${area.mark}丁`, why: `${area.mark}阴性` }
    await post(area, shorter.orderId, 'shortenings', why)
    const rejected = await appealed(area)
    await post(area, rejected.orderId, `appeals/${rejected.appealId}/decision`, {
      decidedAt: now(),
      outcome: 'rejected',
      documentNo: `${area.mark}申1号`,
      decider: `${area.mark}戊己`,
      reason: `${area.mark}依据充分`,
    })
    const free = await released(area)
    const declined = await proposal(area)
    const no = { id: newId(), recordedAt: now(), reason: `${area.mark}不属密接` }
    await made(desk.post(`/isolation/proposals/${declined.proposalId}/decline`, no))
    return { orderId, appealId, 'isolation/releasedId': free.orderId, ...(await proposal(area)) }
  },
  operations: {
    'isolation.order.open': {
      say: { ...DECIDED, ...CENTRAL, disease: 'ebola', startsAt: now, proposalId: () => null },
      fresh: async (area) => ({ personId: await person(area) }),
      toldInCounty: COUNTY_PERSON,
    },
    'isolation.order.end': { say: { ...NOW_AT, why: 'released' }, fresh: order },
    'isolation.order.extend': { say: { ...DECIDED, endsOn: () => dayFromNow(4) }, fresh: order },
    'isolation.order.shorten': {
      say: { ...NOW_AT, endsOn: () => dayFromNow(1), why: '阴性', decider: '钱卫国' },
      fresh: order,
    },
    'isolation.order.review': { say: { ...NOW_AT, nextOn: () => dayFromNow(2), homeMet: () => null }, fresh: order },
    'isolation.order.transfer': {
      // To another household, with the decision that holds.
      say: {
        ...NOW_AT,
        kind: 'home',
        home: () => aHomeCheck(),
        householdId: ({ things }: Area) => things['householdId'],
        decided: () => null,
      },
      fresh: order,
    },
    'isolation.appeal.lodge': { say: { ...NOW_AT, lodger: 'person' }, fresh: order, may: AT_HOME },
    'isolation.appeal.decide': {
      say: { ...NOW_AT, outcome: 'rejected', decider: '戊己庚', documentNo: '申诉1号', reason: '依据充分' },
      fresh: appealed,
    },
    'isolation.proposal.make': {
      say: { ...DECIDED, ...CENTRAL },
      fresh: async (area) => ({ personId: await person(area) }),
      toldInCounty: COUNTY_PERSON,
    },
    'isolation.proposal.decline': { say: { ...NOW_AT, reason: '不属密接' }, fresh: proposal },
    'isolation.slip.print': { say: { contact }, purpose: 'isolation-care', fresh: order, may: AT_HOME },
    'isolation.slip.print-together': {
      say: { contact, documentNo: ({ mark }: Area) => `${mark}8号`, division: () => null },
      purpose: 'isolation-care',
      fresh: underOneDocument,
      may: AT_HOME,
      guardedTwice: 'names and addresses are opened by the policy of people.',
    },
    'isolation.certificate.print': {
      say: { orderId: ({ things }: Area) => things['isolation/releasedId'] },
      purpose: 'isolation-care',
      may: AT_HOME,
    },
    'isolation.order.read': { may: AT_HOME },
    'isolation.status.read': {
      say: { code: ({ county }: Area) => `${county}-${'x'.repeat(16)}` },
      answer: 'isolation.status-refused',
    },
  },
}
