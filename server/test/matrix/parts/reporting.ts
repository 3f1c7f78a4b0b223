import { sealed as sealedReport, step as takeStep } from '../../../src/capabilities/reporting/reporting.factory.ts'
import { upperSettings, useUpper } from '../../../src/capabilities/reporting/upper.ts'
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

const SUMMARY = { status: 'SUCCESS', importCount: { imported: 1, updated: 0, ignored: 0, deleted: 0 } }
/** A report of the county on its way to the city; nobody is set up there afterwards. */
async function sentUp({ hands, stage, mark, county }: Area) {
  const [writer, checker] = [hands.desk, await stage.as.countyDesk()]
  const report = await sealedReport(writer, checker, county, { asOf: AT, title: `${mark}县报告`, blocks: undefined })
  const before = upperSettings()
  const post = async () => ({ status: 200, body: JSON.stringify(SUMMARY) })
  useUpper({ upper: { url: 'https://city.example.org/api', authorization: 'ApiToken none' }, post })
  try {
    await made(takeStep(checker, report, 'issued'))
    await stage.app.workers.runDue(new Date(), stage.county)
  } finally {
    useUpper(before)
  }
}

let forms = 0
const DAY = '2020-02-05'
async function daily({ village, mark, hands }: Area) {
  const said = { id: newId(), division: village, day: DAY, note: `${mark}已核`, recordedAt: AT }
  await made(hands.cadre.post('/daily-reports', { ...said, counted: [{ figure: 'screened', value: 0 }] }))
  return { dailyId: said.id }
}

export const reportingPart: Part = {
  async plant(area) {
    await sentUp(area)
    const { reportId, versionId } = await sealed(area)
    const form = {
      id: newId(),
      figures: ['screened'],
      due: '17:00',
      fromOn: `2020-01-${String(++forms).padStart(2, '0')}`,
    }
    await made(area.hands.desk.post('/daily-forms', form))
    const { dailyId } = await daily(area)
    const step = { id: newId(), dailyId, step: 'returned', note: `${area.mark}与记录不符` }
    await made(area.hands.desk.post('/daily-report-steps', { items: [step] }))
    return { reportId, dailyId, 'reporting/versionId': versionId, 'reporting/onVersion': versionId }
  },
  /** What is asked of villages is asked of all. */
  shared: ['reporting.daily_form'],
  countyWide: ['reporting.daily_form', 'reporting.delivery', 'reporting.delivery_try'],
  operations: {
    'reporting.figure.list': { sameEverywhere: true },
    'reporting.report.draft': { say: { asOf: AT, corrects: () => null, versionId: newId, blocks } },
    'reporting.report.revise': {
      say: { blocks, onVersion: ({ things }) => things['reporting/versionId'] },
      fresh: (area) => drafted(area),
    },
    'reporting.report.step': { say: { step: 'returned' }, fresh: (area) => submitted(area) },
    // Only a report of the county goes up, and nowhere is set up for it.
    'reporting.report.deliver': { may: ['county-desk'], answer: 'reporting.no-upper' },
    'reporting.report.seal': { fresh: (area) => checked(area) },
    'reporting.daily-form.add': {
      say: {
        figures: () => ['screened'],
        due: '17:00',
        fromOn: () => new Date(Date.UTC(2021, 0, 1 + ++forms)).toISOString().slice(0, 10),
      },
    },
    'reporting.daily.record': { say: { day: DAY, counted: () => [{ figure: 'screened', value: 0 }] } },
    'reporting.daily.step': { say: { step: 'accepted' }, fresh: (area) => daily(area) },
    // States and divisions, which the schema counts by name.
    'reporting.daily.board': { say: { day: DAY, asOf: '2999-01-01T00:00:00Z' }, open: ['states'] },
    'reporting.report.read': { open: ['parts'] },
    'reporting.report.print': { unread: true },
  },
}
