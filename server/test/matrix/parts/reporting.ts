import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part } from '../part.ts'

const blocks = ({ mark }: Area) => [
  {
    heading: { zh: `${mark}排查`, en: `${mark} screened` },
    zh: `${mark}排查{screened}人。`,
    en: `${mark}: {screened}.`,
  },
]

async function drafted(area: Area) {
  const [id, versionId] = [newId(), newId()]
  const said = { id, versionId, area: area.village, asOf: AT, title: `${area.mark}疫情报告`, blocks: blocks(area) }
  await made(area.hands.desk.post('/situation-reports', said))
  return { reportId: id, versionId, onVersion: versionId }
}
async function submitted(area: Area) {
  const one = await drafted(area)
  const step = { id: newId(), versionId: one.versionId, step: 'submitted' }
  await made(area.hands.desk.post(`/situation-reports/${one.reportId}/steps`, step))
  return one
}
async function checked(area: Area) {
  const one = await submitted(area)
  const checker = await area.stage.as.countyDesk()
  const step = { id: newId(), versionId: one.versionId, step: 'checked', note: `${area.mark}相符` }
  await made(checker.post(`/situation-reports/${one.reportId}/steps`, step))
  return one
}
async function sealed(area: Area) {
  const one = await checked(area)
  await made(area.hands.desk.post(`/situation-reports/${one.reportId}/seal`, { id: newId(), versionId: one.versionId }))
  return one
}

export const reportingPart: Part = {
  async plant(area) {
    const { reportId } = await sealed(area)
    return { reportId, corrects: reportId }
  },
  operations: {
    'reporting.figure.list': { sameEverywhere: true },
    'reporting.report.draft': { say: { asOf: AT, corrects: () => null, versionId: newId, blocks } },
    'reporting.report.revise': { say: { blocks }, fresh: (area) => drafted(area) },
    'reporting.report.step': { say: { step: 'returned' }, fresh: (area) => submitted(area) },
    'reporting.report.seal': { fresh: (area) => checked(area) },
    'reporting.report.print': { unread: true },
  },
}
