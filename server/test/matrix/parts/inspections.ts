import { aFinding, anInspection, aPlan, aStep, at } from '../../../src/capabilities/inspections/inspections.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, made, type Part, type Special } from '../part.ts'

const thing = (name: string) => (area: Area) => area.things[`inspections/${name}`]
const TINY = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function plan({ hands, mark, village, things }: Area) {
  const teams = [{ id: newId(), title: `${mark}组`, postIds: [String(things['postId'])] }]
  const body = aPlan(village, { title: `${mark}督导`, placeKinds: ['venue'], teams })
  await made(hands.desk.post('/inspection-plans', body))
  return { planId: body.id, teamId: teams[0]?.id }
}
async function inspection({ hands, mark, village }: Area) {
  const finding = aFinding({ what: `${mark}无人` })
  const place = { placeKind: 'venue' as const, placeName: `${mark}超市` }
  const body = anInspection(village, { ...place, note: `${mark}见`, findings: [finding] })
  await made(hands.desk.post('/inspections', body))
  return { inspectionId: body.id, findingId: finding.id }
}
async function photo({ hands }: Area, findingId: string) {
  const body = { id: newId(), content: TINY.toString('base64') }
  await made(hands.desk.post(`/inspection-findings/${findingId}/photos`, body))
  return { photoId: body.id }
}

/** Open after a re-check that failed, so that it can be put right, and what was said before can be corrected. */
async function lookedAgain(area: Area) {
  const { findingId } = await inspection(area)
  const rectified = aStep(findingId, 'rectified', { note: `${area.mark}改`, recordedAt: at(6, '08:00') })
  const failed = aStep(findingId, 'failed', { note: `${area.mark}未改`, recordedAt: at(6, '09:00') })
  for (const step of [rectified, failed])
    await made(area.hands.desk.post(`/inspection-findings/${findingId}/steps`, step))
  return { findingId, corrects: rectified.id }
}

const VENUE = { placeKind: 'venue', placeId: () => null, placeName: '超市', checklist: () => null, answers: () => ({}) }
const POSTS: Special['say'] = { postIds: ({ things }) => [things['postId']] }
const FINDINGS = () => [aFinding()]
const CORRECTING = { recordedAt: at(5), why: '写错' }

export const inspectionsPart: Part = {
  async plant(area) {
    const { hands, mark } = area
    const { planId, teamId } = await plan(area)
    const ended = await plan(area)
    await made(hands.desk.post(`/inspection-plans/${ended.planId}/end`, { id: newId(), why: `${mark}停`, at: at(5) }))
    const { inspectionId, findingId } = await inspection(area)
    const { photoId } = await photo(area, findingId)
    const step = aStep(findingId, 'rectified', { note: `${mark}改`, photoIds: [photoId] })
    await made(hands.desk.post(`/inspection-findings/${findingId}/steps`, step))
    const known = { plan: planId, team: teamId, ended: ended.planId, step: step.id }
    return {
      ...{ inspectionId, findingId, photoId },
      ...Object.fromEntries(Object.entries(known).map(([name, id]) => [`inspections/${name}`, id])),
    }
  },
  operations: {
    'inspections.plan.add': { say: { ...POSTS, checklist: () => null, to: '2020-02-18', from: '2020-02-01' } },
    'inspections.plan.end': {
      say: { planId: thing('plan') },
      fresh: async (area) => ({ planId: (await plan(area)).planId }),
    },
    'inspections.checklist.start': {
      sameEverywhere: true,
      guardedTwice: 'visits asks again who may define a questionnaire.',
    },
    // What the checklist's own questions ask; `visits` judges it.
    'inspections.inspection.read': { open: ['answers'] },
    'inspections.inspection.record': {
      open: ['answers'],
      say: {
        ...{ ...VENUE, ...POSTS, findings: FINDINGS, planId: thing('plan'), teamId: thing('team') },
        recordedAt: at(5),
      },
      also: [
        ({ things, mark }) => ({
          ...{ ...CORRECTING, corrects: things['inspectionId'], placeKind: 'venue', placeName: `${mark}超市` },
          ...{ findings: [], planId: null, teamId: null },
        }),
      ],
      fresh: async (area) => ({ corrects: (await inspection(area)).inspectionId }),
    },
    'inspections.inspection.list': { say: { planId: thing('plan') }, unread: true },
    'inspections.finding.step': {
      say: { step: 'rectified', note: '已改', dueAt: () => null, recordedAt: at(6), photoIds: () => [] },
      also: [({ things }) => ({ ...CORRECTING, recordedAt: at(6), corrects: things['inspections/step'] })],
      fresh: (area) => lookedAgain(area),
    },
    'inspections.photo.add': { say: { content: () => TINY.toString('base64') } },
    'inspections.photo.read': { unread: true },
  },
}
