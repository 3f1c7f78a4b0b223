import { anOrder, aSubject, dayOf, on } from '../../../src/capabilities/closures/closures.factory.ts'
import { conditions } from '../../../src/capabilities/closures/rules.ts'
import { aContent, aSeries } from '../../../src/capabilities/command/documents.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, made, type Part, type Special } from '../part.ts'

const say = ({ hands }: Area, path: string, said: object) => made(hands.desk.post(path, { id: newId(), ...said }))
let codes = 0
const HAN = '天地玄黄宇宙洪荒日月盈昃'

const series = new Map<string, string>()

/** Issued before anything is closed by it. */
async function document(area: Area) {
  const { mark, village, stage } = area
  const code = `关${[...String(++codes)].map((digit) => HAN[Number(digit)]).join('')}`
  const numbers = aSeries(village, {
    code,
    kind: 'directive',
    authority: `${mark}办`,
    firstYear: Number(on(10).slice(0, 4)),
  })
  await say(area, '/document-series', numbers)
  series.set(mark, numbers.id)
  const [id, versionId] = [newId(), newId()]
  const content = aContent({ title: `${mark}关于停业的指令`, to: [`${mark}单位`] })
  await say(area, '/documents', { id, seriesId: numbers.id, versionId, content })
  await say(area, `/documents/${id}/steps`, { versionId, step: 'submitted' })
  const reviewer = await stage.as.countyDesk()
  for (const step of [{ step: 'passed' }, { step: 'signed', post: `${mark}组长` }])
    await made(reviewer.post(`/documents/${id}/steps`, { id: newId(), versionId, ...step }))
  await say(area, `/documents/${id}/issue`, { issuedAt: on(10) })
  return id
}

const subject = async (area: Area) => {
  const { mark, village } = area
  const { id } = await say(area, '/closures/subjects', aSubject(village, { name: `${mark}歌厅`, address: `${mark}路` }))
  return { subjectId: id }
}
const words = ({ mark }: Area) => ({
  authority: `${mark}办`,
  decider: `${mark}组长`,
  basis: `${mark}传染病防治法`,
  ground: `${mark}人员聚集易传播`,
  appeal: `${mark}可向县防控办书面申诉`,
})
/** Every closure of an area, by its mark: the whole county may hear of them. */
const ordersOf = new Map<string, string[]>()
const days = { endsOn: dayOf(70), reviewOn: dayOf(60) }
async function order(area: Area, given: object = {}) {
  const basis = { documentId: String(area.things['closures/documentId']), startsAt: on(50), ...days, ...words(area) }
  const { id } = await say(area, '/closures/orders', { ...anOrder(area.village, basis), ...given })
  ordersOf.set(area.mark, [...(ordersOf.get(area.mark) ?? []), id])
  return { orderId: id }
}
async function application(area: Area) {
  const { subjectId } = await subject(area)
  await order(area, { classes: [], subjectIds: [subjectId] })
  return {
    subjectId,
    applicationId: (await say(area, `/closures/subjects/${subjectId}/applications`, { at: on(52) })).id,
  }
}
async function checked(area: Area) {
  const { applicationId } = await application(area)
  const said = { met: conditions, inspector: `${area.mark}站`, at: on(53) }
  await say(area, `/closures/applications/${applicationId}/checks`, said)
  return { applicationId }
}
async function appeal(area: Area) {
  const { subjectId } = await subject(area)
  const { orderId } = await order(area, { classes: [], subjectIds: [subjectId] })
  const said = { orderId, letterNo: `${area.mark}信`, at: on(52) }
  return { appealId: (await say(area, `/closures/subjects/${subjectId}/appeals`, said)).id }
}
const answer = ({ mark }: Area) => ({ decider: `${mark}副组长`, reason: `${mark}答复`, at: on(54) })

async function course(area: Area) {
  const { mark } = area
  const gone = await subject(area)
  await say(area, `/closures/subjects/${gone.subjectId}/end`, { why: 'gone', at: on(51) })
  const { applicationId } = await checked(area)
  await say(area, `/closures/applications/${applicationId}/decision`, { granted: true, ...answer(area) })
  const { appealId } = await appeal(area)
  await say(area, `/closures/appeals/${appealId}/decision`, { outcome: 'rejected', ...answer(area) })
  const { orderId } = await order(area)
  await say(area, `/closures/orders/${orderId}/reviews`, { reviewer: `${mark}办`, at: on(55), nextOn: dayOf(60) })
  await say(area, `/closures/orders/${orderId}/lifting`, { decider: `${mark}长`, why: `${mark}缓解`, at: on(56) })
}

/** What is ordered is for the whole county to keep; what is registered and found stays in its area. */
const told: Special['toldInCounty'] = {
  because: 'A closure is public: anybody may read what is shut and by which document.',
  fields: ['orderId', 'documentId'],
  hears: ({ mark, things, village, township }) => [mark, village, township, ...Object.values(things)],
}
const known = (special: Special = {}): Special => ({ toldInCounty: told, ...special })
const ownDocument = ({ things }: Area) => things['closures/documentId']
const decision = { documentId: ownDocument, ...days, basis: (area: Area) => words(area).basis }

export const closuresPart: Part = {
  async plant(area) {
    const own = { ...area, things: { ...area.things, 'closures/documentId': await document(area) } }
    const known = await subject(own)
    const { orderId } = await order(own)
    const said = { at: on(51), found: 'closed', inspector: `${area.mark}站` }
    await say(own, `/closures/subjects/${known.subjectId}/inspections`, said)
    const { applicationId } = await application(own)
    const { appealId } = await appeal(own)
    await course(own)
    const others = Object.fromEntries((ordersOf.get(area.mark) ?? []).map((id, nth) => [`closures/order${nth}`, id]))
    const { 'closures/documentId': documentId } = own.things
    const mine = { documentId, orderId, appealId, seriesId: series.get(area.mark) }
    const named = Object.fromEntries(Object.entries(mine).map(([name, id]) => [`closures/${name}`, id]))
    return { ...named, ...others, ...known, applicationId }
  },
  shared: ['decision', 'named', 'lifting', 'review'].map((name) => `closures.${name}`),
  operations: {
    'closures.subject.add': { say: { kind: 'venue', class: 'ktv', heldFrom: () => null, heldTo: () => null } },
    'closures.subject.end': { fresh: subject },
    'closures.subject.list': { say: { asOf: on(52) } },
    'closures.matrix.read': { say: { asOf: on(52) } },
    'closures.order.open': known({
      say: { ...decision, startsAt: on(50), classes: () => [], subjectIds: ({ things }) => [things['subjectId']] },
    }),
    'closures.order.extend': known({
      say: { ...decision, decidedAt: on(52), endsOn: dayOf(75), reviewOn: dayOf(60) },
      fresh: (area) => order(area),
    }),
    'closures.order.lift': known({ say: { at: on(52) }, fresh: (area) => order(area) }),
    'closures.order.review': known({ say: { at: on(52), nextOn: dayOf(60) } }),
    'closures.order.list': known(),
    'closures.order.read': known(),
    'closures.inspection.record': { say: { at: on(52), found: 'closed', action: () => null } },
    'closures.application.lodge': {
      say: { at: on(52) },
      async fresh(area) {
        const { subjectId } = await subject(area)
        await order(area, { classes: [], subjectIds: [subjectId] })
        return { subjectId }
      },
    },
    'closures.application.check': { say: { at: on(53), met: () => conditions }, fresh: application },
    'closures.application.decide': { say: { at: on(54), granted: true }, fresh: checked },
    'closures.appeal.lodge': { say: { at: on(52) } },
    'closures.appeal.decide': { say: { at: on(54), outcome: 'rejected' }, fresh: appeal },
    'closures.subject.read': known({ say: { asOf: on(52) } }),
    'closures.notice.print': known({ unread: true }),
    // Whoever asks names the county, and no seat is asked for; a county that has nothing says nothing.
    'closures.public.list': known({ sameEverywhere: true, say: { county: () => '999998', area: () => '999998' } }),
  },
}
