import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { readDailies } from './operations.dailies.board.ts'
import { addDailyForm, recordDailies, stepDailies } from './operations.dailies.ts'
import { deliverReport } from './operations.deliveries.ts'
import { readHistory } from './operations.history.ts'
import { printReport } from './operations.reports.out.ts'
import { sealReport, stepReport } from './operations.reports.steps.ts'
import { draftReport, listSituationReports, readReport, reviseReport } from './operations.reports.ts'
import { listFigures, readFigure, readTable, readTrend } from './operations.ts'

const township = { division: '130822100' }
const reading = {
  ...everybody('may not'),
  'county-desk': 'may',
  'data-verifier': 'may',
  'township-officer': 'may',
  'village-cadre': 'may',
  'publicity-editor': 'may',
  auditor: 'may',
} as const

accessTable(listFigures, { loaded: undefined, input: {}, seat: township }, everybody('may'))
accessTable(readFigure, { loaded: undefined, input: { figure: 'screened' }, seat: township }, reading)
accessTable(
  readFigure,
  { loaded: undefined, input: { figure: 'screened', area: '130822100201' }, seat: township },
  reading,
)
accessTable(
  readFigure,
  { loaded: undefined, input: { figure: 'screened', area: '130822101' }, seat: township },
  everybody('may not'),
)
accessTable(
  readFigure,
  { loaded: undefined, input: { figure: 'screened', area: '130822' }, seat: township },
  everybody('may not'),
)
for (const many of [readTable, readTrend, readHistory]) {
  const figure = many === readTable ? {} : { figure: 'screened' as const }
  accessTable(many, { loaded: undefined, input: figure as never, seat: township }, reading)
  accessTable(
    many,
    { loaded: undefined, input: { ...figure, area: '130822101' } as never, seat: township },
    everybody('may not'),
  )
}

const report = { division: '130822100', state: 'checked' } as never
const writing = {
  ...everybody('may not'),
  'county-desk': 'may',
  'data-verifier': 'may',
  'township-officer': 'may',
} as const
const looking = { ...writing, auditor: 'may' } as const
const sealing = { ...everybody('may not'), 'county-desk': 'may', 'township-officer': 'may' } as const
const elsewhere = { division: '130822101', state: 'checked' } as never

accessTable(listSituationReports, { loaded: undefined, input: {} as never, seat: township }, looking)
for (const [loaded, may] of [
  [report, true],
  [elsewhere, false],
] as const) {
  const as = (table: typeof looking | typeof writing | typeof sealing) => (may ? table : everybody('may not'))
  accessTable(readReport, { loaded, input: {} as never, seat: township }, as(looking))
  accessTable(printReport, { loaded, input: {} as never, seat: township }, as(looking))
  accessTable(reviseReport, { loaded, input: {} as never, seat: township }, as(writing))
  accessTable(stepReport, { loaded, input: { step: 'checked' } as never, seat: township }, as(writing))
  accessTable(stepReport, { loaded, input: { step: 'issued' } as never, seat: township }, as(sealing))
  accessTable(sealReport, { loaded, input: {} as never, seat: township }, as(sealing))
  const area = may ? '130822100' : '130822101'
  accessTable(draftReport, { loaded: null, input: { area } as never, seat: township }, as(writing))
}

const judging = {
  ...everybody('may not'),
  'county-desk': 'may',
  'data-verifier': 'may',
  'township-officer': 'may',
} as const
const sending = {
  ...everybody('may not'),
  'county-desk': 'may',
  'village-cadre': 'may',
  'township-officer': 'may',
} as const
accessTable(
  addDailyForm,
  { loaded: undefined, input: {} as never, seat: township },
  { ...everybody('may not'), 'county-desk': 'may' },
)
accessTable(stepDailies, { loaded: new Map(), input: {} as never, seat: township }, judging)
accessTable(readDailies, { loaded: undefined, input: {} as never, seat: township }, reading)
accessTable(readDailies, { loaded: undefined, input: { area: '130822101' }, seat: township }, everybody('may not'))
accessTable(
  recordDailies,
  { loaded: {} as never, input: { division: '130822100201' } as never, seat: township },
  sending,
)
accessTable(
  recordDailies,
  { loaded: {} as never, input: { division: '130822101201' } as never, seat: township },
  everybody('may not'),
)

const ofCounty = { division: '130822', state: 'issued' } as never
const deskOnly = { ...everybody('may not'), 'county-desk': 'may' } as const
const asked = { reportId: '', id: '' }
accessTable(deliverReport, { loaded: ofCounty, input: asked, seat: { division: '130822' } }, deskOnly)
accessTable(deliverReport, { loaded: ofCounty, input: asked, seat: township }, everybody('may not'))
