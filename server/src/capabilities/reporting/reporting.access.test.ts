import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
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
for (const many of [readTable, readTrend]) {
  const figure = many === readTrend ? { figure: 'screened' as const } : {}
  accessTable(many, { loaded: undefined, input: figure as never, seat: township }, reading)
  accessTable(many, { loaded: undefined, input: { ...figure, area: '130822101' } as never, seat: township }, everybody('may not'))
}
