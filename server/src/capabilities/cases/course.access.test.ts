import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { printCard, readCard } from './operations.card.ts'
import { listKnownCases, readCase, reportFever } from './operations.course.ts'
import {
  recordDecision,
  recordEvidence,
  recordInvestigation,
  recordOnset,
  recordResult,
  recordSample,
  recordSource,
} from './operations.entries.ts'
import { readCurve, readDelays, readTree } from './operations.epidemiology.ts'
import { recordReport } from './operations.report.ts'
import { readReproduction } from './operations.reproduction.ts'

const village = '130822100201'
const township = { division: '130822100' }
const offices = { 'county-desk': 'may', 'data-verifier': 'may', 'township-officer': 'may' } as const
const working = { ...everybody('may not'), ...offices } as const

accessTable(
  reportFever,
  { loaded: undefined, input: { division: village }, seat: { division: village } },
  { ...working, 'village-cadre': 'may', 'isolation-staff': 'may' },
)
// One village further nobody but an office above it.
accessTable(
  reportFever,
  { loaded: undefined, input: { division: '130822100202' }, seat: { division: village } },
  everybody('may not'),
)

const purpose = { purpose: 'fever-hand-over' }
for (const operation of [listKnownCases, readCase]) {
  accessTable(operation, { loaded: purpose, input: {}, seat: township }, working)
  accessTable(operation, { loaded: { purpose: null }, input: {}, seat: township }, everybody('may not'))
}
accessTable(listKnownCases, { loaded: purpose, input: { area: '130822101' }, seat: township }, everybody('may not'))

const known = { division: village }
const keeping = [
  recordDecision,
  recordEvidence,
  recordInvestigation,
  recordOnset,
  recordReport,
  recordResult,
  recordSample,
  recordSource,
]
for (const operation of keeping) {
  accessTable(operation, { loaded: known, input: {}, seat: { division: village } }, working)
  accessTable(operation, { loaded: known, input: {}, seat: { division: '130822101' } }, everybody('may not'))
}

for (const operation of [readCurve, readDelays, readReproduction]) {
  accessTable(operation, { loaded: undefined, input: {}, seat: township }, { ...working, auditor: 'may' })
  accessTable(operation, { loaded: undefined, input: { area: '130822101' }, seat: township }, everybody('may not'))
}
accessTable(readTree, { loaded: undefined, input: {}, seat: township }, working)
accessTable(readTree, { loaded: undefined, input: { area: '130822101' }, seat: township }, everybody('may not'))

const found = { found: known, ...purpose }
for (const operation of [readCard, printCard]) {
  accessTable(operation, { loaded: found, input: {}, seat: township }, working)
  accessTable(operation, { loaded: { ...found, purpose: null }, input: {}, seat: township }, everybody('may not'))
  accessTable(operation, { loaded: found, input: {}, seat: { division: '130822101' } }, everybody('may not'))
}
