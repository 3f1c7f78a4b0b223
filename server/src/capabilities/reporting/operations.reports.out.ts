import { operation } from '../../kernel/operation.ts'
import { dayInChina } from '../cases/rules.ts'
import { breakTitle, markSizeOf, type Official, printOfficial, writeOfficial } from '../exchange/index.ts'
import { findCounty } from '../places/index.ts'
import { mayReadReport } from './policy.ts'
import { loadReport, type Whole } from './reports.ts'
import { fillIn, type State, type Values, valuesOf } from './rules.reports.ts'
import { PrintReport, ReportFile } from './schema.reports.ts'
import { findBefore, namesOf } from './sql.reports.ts'

const TYPE = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  dhis2: 'application/json',
}

/** A report as a page, for a word processor, as data, or as the data value sets that DHIS2 reads. */
export const printReport = operation({
  name: 'reporting.report.print',
  summary: { zh: '导出疫情报告', en: 'A situation report as a file' },
  kind: 'read',
  input: PrintReport,
  output: ReportFile,
  load: loadReport,
  allow: (actor, report) => mayReadReport(actor, report),
  async run({ tx, actor }, { format }, report) {
    const [before, names, county] = await Promise.all([
      findBefore(tx, report.division, report.asOf, report.id),
      namesOf(tx, report.division),
      findCounty(String(actor.county)),
    ])
    const earlier = before && valuesOf(before.counted)
    const area = names.get(report.division) ?? report.division
    // A county's report goes up to the city, a township's to the county.
    const above = report.division.length === 6 ? county?.prefecture : county?.name
    const to = above ? officeOf(above) : null
    const write = {
      pdf: async () => printOfficial(officialOf(report, earlier, { area, to })),
      docx: () => writeOfficial(officialOf(report, earlier, { area, to })),
      json: async () => Buffer.from(JSON.stringify({ to, ...dataOf(report, earlier) }, null, 1)),
      dhis2: async () => Buffer.from(JSON.stringify(dhis2Of(report), null, 1)),
    }
    const fileName = `${report.title.slice(0, 80)}.${format === 'dhis2' ? 'dhis2.json' : format}`
    return { fileName, type: TYPE[format], content: (await write[format]()).toString('base64') }
  },
  audit: () => null,
})

const STAMP: Record<State, string | null> = {
  ...{ drafting: '草稿', submitted: '草稿', checked: '草稿', abandoned: '作废', sealed: '未发出', issued: null },
}

const parts = new Intl.DateTimeFormat('zh-CN', {
  ...{
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  },
})
function momentWords(moment: Date): { date: string; hour: string } {
  const of = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]))
  const minute = of.minute === '00' ? '' : `${of.minute}分`
  return { date: `${of.year}年${of.month}月${of.day}日`, hour: `${Number(of.hour)}时${minute}` }
}

const officeOf = (area: string): string => `${area}疫情防控工作领导小组办公室`

function officialOf(report: Whole, before: Values | null, { area, to }: { area: string; to: string | null }): Official {
  const { date, hour } = momentWords(report.asOf)
  const values = valuesOf(report.counted)
  const text = (zh: string) => fillIn(zh, values, before, 'zh')
  const said = report.knownBy && momentWords(report.knownBy)
  const known = said ? `各数按${said.date}${said.hour}前收到的记录统计。` : ''
  const office = officeOf(area)
  const body = report.blocks.flatMap(({ heading, zh }, at) => [
    { level: 1, label: `${HAN[at] ?? at + 1}、`, head: heading.zh, rest: '' },
    { level: 0, label: '', head: '', rest: text(zh) },
  ])
  const sealed = report.sha256 ? `封存第${report.sealNumber}号，校验值${report.sha256.toString('hex')}。` : null
  return {
    ...{ form: 'standard', title: report.title, titleLines: breakTitle(report.title), secrecy: null, urgency: null },
    ...{
      mark: `${office}疫情报告`,
      markSize: markSizeOf(`${office}疫情报告`),
      to: to && `${to}：`,
      attachments: [],
      sealed: true,
    },
    number: report.sealNumber ? `第${report.sealNumber}期` : '第×期',
    body: [{ level: 0, label: '', head: '', rest: `截至${date}${hour}，${area}疫情防控情况如下。${known}` }, ...body],
    ...{ authority: office, signer: office, date, note: sealed, stamp: STAMP[report.state] },
    imprint: { copies: null, by: office, on: `${momentWords(report.sealedAt ?? report.countedAt).date}印发` },
  }
}
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function dataOf(report: Whole, before: Values | null) {
  const values = valuesOf(report.counted)
  const text = report.blocks.map(({ heading, zh, en }) => ({
    heading,
    zh: fillIn(zh, values, before, 'zh'),
    en: fillIn(en, values, before, 'en'),
  }))
  const { id, division: area, title, corrects, state, counted, sealNumber: number, previousSha256 } = report
  const [asOf, countedAt] = [report.asOf.toISOString(), report.countedAt.toISOString()]
  const hex = (bytes: Buffer | null) => bytes?.toString('hex') ?? null
  const seal = { number, sha256: hex(report.sha256), previousSha256: hex(previousSha256) }
  const knownBy = report.knownBy?.toISOString() ?? null
  return { id, area, asOf, knownBy, countedAt, title, state, corrects, text, figures: counted, seal }
}

/** DHIS2 data value set: a daily period, organisation units by division code; what was not reported is left out, as DHIS2 asks. */
function dhis2Of(report: Whole) {
  const day = dayInChina(report.asOf)
  const period = day.replaceAll('-', '')
  const places = (one: Whole['counted'][number]) => [
    [report.division, one.value] as const,
    ...Object.entries(one.parts),
  ]
  const dataValues = report.counted.flatMap((one) =>
    places(one).flatMap(([orgUnit, value]) =>
      value === null
        ? []
        : [{ dataElement: one.figure, period, orgUnit, categoryOptionCombo: 'default', value: String(value) }],
    ),
  )
  return { dataSet: 'qunfang-situation-report', completeDate: day, period, orgUnit: report.division, dataValues }
}
