import { operation } from '../../kernel/operation.ts'
import { printEnglish, printOfficial, writeEnglish, writeOfficial } from '../exchange/index.ts'
import { findCounty } from '../places/index.ts'
import { mayReadReport } from './policy.ts'
import { dhis2Of } from './reports.dhis2.ts'
import { englishOf } from './reports.english.ts'
import { officeOf, officialOf } from './reports.official.ts'
import { loadReport, type Whole } from './reports.ts'
import { fillIn, type Values, valuesOf } from './rules.reports.ts'
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
  async run({ tx, actor }, { format, lang }, report) {
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
    const inChinese = () => officialOf(report, earlier, { area, to })
    const inEnglish = () => englishOf(report, earlier, { area, above: above ?? null })
    const write = {
      pdf: async () => (lang === 'en' ? printEnglish(inEnglish()) : printOfficial(inChinese())),
      docx: () => (lang === 'en' ? writeEnglish(inEnglish()) : writeOfficial(inChinese())),
      json: async () => Buffer.from(JSON.stringify({ to, ...dataOf(report, earlier) }, null, 1)),
      dhis2: async () => Buffer.from(JSON.stringify(dhis2Of(report), null, 1)),
    }
    const ending = { pdf: 'pdf', docx: 'docx', json: 'json', dhis2: 'dhis2.json' }[format]
    const fileName = `${report.title.slice(0, 80)}${lang === 'en' ? '.en' : ''}.${ending}`
    return { fileName, type: TYPE[format], content: (await write[format]()).toString('base64') }
  },
  audit: () => null,
})

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
