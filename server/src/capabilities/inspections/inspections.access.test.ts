import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { startChecklists } from './operations.checklists.ts'
import { recordSteps } from './operations.findings.ts'
import { addPhoto, readPhoto } from './operations.photos.ts'
import { addPlan, endPlan, listPlans } from './operations.plans.ts'
import { listFindings, listInspections, readHeat, readInspection } from './operations.reading.ts'
import { recordInspections } from './operations.recording.ts'

const county = '130822'
const township = '130822100'
const village = '130822100201'
const elsewhere = '130822101'
const nobody = everybody('may not')
const offices = { ...nobody, 'county-desk': 'may', 'township-officer': 'may' } as const
const hands = { ...offices, 'village-cadre': 'may' } as const
const readers = { ...hands, 'data-verifier': 'may', auditor: 'may' } as const

describe('an office inspects its own area, and plans are told to nobody who will be visited', () => {
  const registers = { divisions: new Map([[village, {}]]) }
  const inspects = (seat: string) => ({
    loaded: { registers } as never,
    input: { division: village } as never,
    seat: { division: seat },
  })
  accessTable(recordInspections, inspects(county), offices)
  accessTable(recordInspections, inspects(township), offices)
  accessTable(recordInspections, inspects(elsewhere), nobody)
  for (const [operation, loaded] of [
    [addPlan, undefined],
    [endPlan, { area: township }],
  ] as const) {
    accessTable(operation as never, { loaded, input: { area: township }, seat: { division: township } }, offices)
    accessTable(operation as never, { loaded, input: { area: township }, seat: { division: elsewhere } }, nobody)
  }
  const planners = { ...offices, 'data-verifier': 'may', auditor: 'may' } as const
  accessTable(listPlans, { loaded: undefined, input: {}, seat: { division: township } }, planners)
  accessTable(
    startChecklists,
    { loaded: undefined, input: {}, seat: { division: county } },
    { ...nobody, 'county-desk': 'may' },
  )
  accessTable(startChecklists, { loaded: undefined, input: {}, seat: { division: township } }, nobody)
})

describe('the place puts it right, and an office as high as the one that found it says whether it is', () => {
  const steps = (step: string, byDivision: string, seat: string) => {
    const findings = new Map([['1', { division: village, byDivision }]])
    return { loaded: { findings } as never, input: { findingId: '1', step } as never, seat: { division: seat } }
  }
  accessTable(recordSteps, steps('rectified', county, village), hands)
  accessTable(recordSteps, steps('rectified', county, elsewhere), nobody)
  for (const step of ['passed', 'failed', 'withdrawn']) {
    accessTable(recordSteps, steps(step, county, county), offices)
    accessTable(recordSteps, steps(step, county, township), nobody)
    accessTable(recordSteps, steps(step, township, township), offices)
    accessTable(recordSteps, steps(step, township, village), nobody)
  }
  const of = { loaded: { division: village } as never, input: {} }
  accessTable(addPhoto, { ...of, seat: { division: village } }, hands)
  accessTable(addPhoto, { ...of, seat: { division: elsewhere } }, nobody)
})

describe('what was found is read in its own area', () => {
  const of = { loaded: { division: village, latest: { division: village } } as never, input: { area: village } }
  for (const operation of [listInspections, listFindings, readHeat, readInspection, readPhoto]) {
    accessTable(operation as never, { ...of, seat: { division: township } }, readers)
    accessTable(operation as never, { ...of, seat: { division: elsewhere } }, nobody)
  }
})
