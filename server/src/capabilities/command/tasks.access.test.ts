import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { readChain } from './operations.chain.ts'
import { listDecisions, recordDecision } from './operations.decisions.ts'
import { addMeasures, giveTasks, listMeasures } from './operations.measures.ts'
import { recordTaskSteps } from './operations.tasks.steps.ts'
import { addPhoto, listTasks, readPhoto, readTask, reassignTask } from './operations.tasks.ts'

const [county, township, village, beside] = ['130822', '130822100', '130822100201', '130822101']
const nobody = everybody('may not')
const offices = { ...nobody, 'county-desk': 'may', 'township-officer': 'may' } as const
const placed = { ...offices, 'village-cadre': 'may' } as const
const watching = { ...placed, 'data-verifier': 'may', auditor: 'may' } as const
const all = everybody('may')

const task = (division: string, role: string | null = null) => ({ division, role, kind: 'measure' })
const known = (division: string, role: string | null = null) =>
  ({ tasks: new Map([['t', task(division, role)]]) }) as never
const item = (step: string) => ({ taskId: 't', step }) as never

describe('offices hand measures on, each within its own area', () => {
  accessTable(
    addMeasures,
    { loaded: { division: township } as never, input: {} as never, seat: { division: township } },
    offices,
  )
  accessTable(
    addMeasures,
    { loaded: { division: county } as never, input: {} as never, seat: { division: township } },
    nobody,
  )
  accessTable(giveTasks, { loaded: {} as never, input: {} as never, seat: { division: township } }, offices)
  accessTable(listMeasures, { loaded: undefined, input: {} as never, seat: { division: township } }, all)
})

describe('a place acts for itself, the kind of a seat for what is meant for it, and an office above judges', () => {
  const staffed = { ...placed, 'isolation-staff': 'may' } as const
  accessTable(recordTaskSteps, { loaded: known(village), input: item('done'), seat: { division: village } }, placed)
  accessTable(
    recordTaskSteps,
    { loaded: known(village, 'isolation-staff'), input: item('done'), seat: { division: village } },
    staffed,
  )
  accessTable(recordTaskSteps, { loaded: known(beside), input: item('done'), seat: { division: township } }, nobody)
  accessTable(addPhoto, { loaded: task(village) as never, input: {} as never, seat: { division: village } }, placed)
  accessTable(addPhoto, { loaded: task(beside) as never, input: {} as never, seat: { division: village } }, nobody)
  accessTable(
    reassignTask,
    { loaded: task(village) as never, input: {} as never, seat: { division: township } },
    offices,
  )
  accessTable(
    reassignTask,
    { loaded: task(township) as never, input: {} as never, seat: { division: township } },
    nobody,
  )
})

describe('those who oversee an area read all of it', () => {
  const asked = { input: {} as never, seat: { division: township } }
  for (const operation of [readTask, readPhoto]) {
    accessTable(operation as never, { loaded: task(village) as never, ...asked }, watching)
    accessTable(operation as never, { loaded: task(beside) as never, ...asked }, nobody)
  }
  accessTable(listTasks, { loaded: undefined, ...asked }, all)
  accessTable(listTasks, { loaded: undefined, input: { area: beside } as never, seat: { division: township } }, nobody)
  accessTable(readChain, { loaded: {} as never, ...asked }, watching)
  accessTable(
    readChain,
    { loaded: {} as never, input: { area: beside } as never, seat: { division: township } },
    nobody,
  )
})

describe('an office writes down its own decisions; they are read where numbers are answered for', () => {
  const at = (division: string) => ({ loaded: undefined, input: { division } as never, seat: { division: township } })
  accessTable(recordDecision, at(township), offices)
  accessTable(recordDecision, at(county), nobody)
  accessTable(listDecisions, at(township), { ...offices, 'data-verifier': 'may', auditor: 'may' })
})
