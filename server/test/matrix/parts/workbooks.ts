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

export const workbooksPart: Part = {
  async plant(area) {
    const [workbookId, loaded, gone] = [await workbook(area), await workbook(area), await workbook(area)]
    await made(area.hands.desk.post(`/exchange/workbooks/${loaded}/apply`))
    await made(area.hands.desk.post(`/exchange/workbooks/${gone}/discard`))
    await workOff(area.stage)
    return { workbookId }
  },
  operations: {
    // No machine makes up a workbook; that it is one is found out after it is asked who sends it.
    'workbooks.workbook.send': { answer: 'workbooks.content-unreadable' },
    'workbooks.template.get': { sameEverywhere: true },
    'workbooks.workbook.discard': { fresh: async (area) => ({ workbookId: await workbook(area) }) },
  },
}
