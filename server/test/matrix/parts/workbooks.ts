import { aWorkbook, base64, workOff } from '../../../src/capabilities/workbooks/workbooks.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, made, type Part } from '../part.ts'

/** A household and a row that is refused; sent from the township, so that its own desk may load it. */
async function workbook({ stage, village, township, mark }: Area): Promise<string> {
  const officer = await stage.as.role('township-officer', { division: township })
  const home = { division: village, number: newId().slice(0, 8), since: '2020-01-01', door: `${mark}门` }
  const file = await aWorkbook({
    households: [home, { ...home, since: '昨天' }],
    people: [{ division: village, number: home.number, name: `${mark}人` }],
  })
  const id = newId()
  await made(officer.post('/exchange/workbooks', { id, file: base64(file) }))
  await workOff(stage)
  return id
}

const roster = ({ hands, village, mark }: Area) =>
  hands.desk.post('/exchange/exports', {
    id: newId(),
    division: village,
    fields: ['name'],
    purpose: 'home-visit',
    ground: `${mark}核对名册`,
  })

export const workbooksPart: Part = {
  async plant(area) {
    const [workbookId, loaded, gone] = [await workbook(area), await workbook(area), await workbook(area)]
    await made(area.hands.desk.post(`/exchange/workbooks/${loaded}/apply`))
    await made(area.hands.desk.post(`/exchange/workbooks/${gone}/discard`))
    await workOff(area.stage)
    const ended = await made(roster(area))
    await made(area.hands.desk.post(`/exchange/exports/${ended.id}/cancel`))
    const kept = await made(roster(area))
    await workOff(area.stage)
    return { workbookId, discardedId: gone, exportId: kept.id }
  },
  // More than five hundred people are needed before anybody has to decide, and parts are there between two steps only; exports.test.ts
  // and exports-of-more.test.ts have them.
  unfilled: ['workbooks.export_decision', 'workbooks.export_part', 'workbooks.sweep'],
  operations: {
    // No machine makes up a workbook; that it is one is found out after it is asked who sends it.
    'workbooks.workbook.send': { answer: 'workbooks.content-unreadable' },
    // Asked for by the desk of the county, so nobody else takes it or takes it back, and nobody has to decide about so few.
    'workbooks.export.cancel': { may: [] },
    'workbooks.export.download': { may: [] },
    'workbooks.export.decide': { answer: 'workbooks.export-not-waiting' },
    'workbooks.export.ask': { say: { fields: ['name'], purpose: 'home-visit', kind: 'roster', lineList: () => null } },
    'workbooks.template.get': { sameEverywhere: true },
    // It says where and why, never what stands there: two areas with the same mistake have the same findings.
    'workbooks.finding.list': { sameEverywhere: true },
    // What is discarded stays so; the one that others ask about is kept.
    'workbooks.workbook.discard': { fresh: async (area) => ({ workbookId: area.things['discardedId'] }) },
  },
}
