import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import {
  defineCategory,
  defineExposurePlace,
  listExposurePlaces,
  listKnownGatherings,
  listLineListCategories,
  recordGathering,
  startLineList,
} from './operations.definitions.ts'
import { explainMember, readLineList, readPersonExposures } from './operations.line-list.ts'
import { readClusters, readRings } from './operations.rings.ts'
import { recordContact, recordIllness, recordStay, recordTravel } from './operations.ts'

const county = { division: '130822' }
const township = { division: '130822100' }
const village = '130822100201'

const offices = { 'county-desk': 'may', 'data-verifier': 'may', 'township-officer': 'may' } as const
const recording = { ...everybody('may not'), ...offices, 'village-cadre': 'may' } as const
const counting = { ...recording, auditor: 'may' } as const
const tracing = { ...everybody('may not'), ...offices } as const
const defining = { ...everybody('may not'), 'county-desk': 'may' } as const

for (const operation of [recordTravel, recordContact, recordStay, recordIllness]) {
  accessTable(operation, { loaded: {}, input: { division: village }, seat: { division: village } }, recording)
  // One village further nobody but an office above it.
  accessTable(
    operation,
    { loaded: {}, input: { division: '130822100202' }, seat: { division: village } },
    everybody('may not'),
  )
}
accessTable(recordGathering, { loaded: null, input: {}, seat: township }, recording)
accessTable(listKnownGatherings, { loaded: undefined, input: {}, seat: township }, counting)
accessTable(listExposurePlaces, { loaded: undefined, input: {}, seat: township }, counting)
accessTable(listLineListCategories, { loaded: undefined, input: { area: village }, seat: township }, counting)
accessTable(
  listLineListCategories,
  { loaded: undefined, input: { area: '130822101' }, seat: township },
  everybody('may not'),
)

const purpose = { purpose: 'contact-tracing' }
for (const operation of [readLineList, readRings, readClusters, readPersonExposures, explainMember]) {
  accessTable(operation, { loaded: purpose, input: {}, seat: township }, tracing)
  // Nobody looks at persons here for the sake of another purpose than their own.
  accessTable(operation, { loaded: { purpose: null }, input: {}, seat: township }, everybody('may not'))
}
accessTable(readLineList, { loaded: purpose, input: { area: '130822101' }, seat: township }, everybody('may not'))
accessTable(readRings, { loaded: purpose, input: { area: '130822101' }, seat: township }, everybody('may not'))
accessTable(readClusters, { loaded: purpose, input: { area: '130822101' }, seat: township }, everybody('may not'))

for (const operation of [defineCategory, defineExposurePlace, startLineList]) {
  accessTable(operation, { loaded: {}, input: {}, seat: county }, defining)
  accessTable(operation, { loaded: {}, input: {}, seat: township }, everybody('may not'))
}
