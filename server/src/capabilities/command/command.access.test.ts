import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { addLadder, addPlan, listLadders, listPlans, turnLevel } from './operations.levels.ts'
import { printOrganisation } from './operations.organisation.printing.ts'
import { addBody, addMember, endBody, endMember, readOrganisation } from './operations.organisation.ts'
import { addDuty, cancelDuty, exportRota, noteDuty, readRota } from './operations.rota.ts'

const county = '130822'
const township = '130822100'
const nobody = everybody('may not')
const offices = { ...nobody, 'county-desk': 'may', 'township-officer': 'may' } as const
const all = everybody('may')
const writing = [addLadder, addPlan, turnLevel, addBody, addMember, endBody, endMember, addDuty, cancelDuty, noteDuty]
const reading = [listLadders, listPlans, readOrganisation, printOrganisation, readRota, exportRota]

describe('the county’s command is the county’s to set up, a township’s its own; everybody may know it', () => {
  for (const operation of writing) {
    const of = (division: string) => ({ loaded: { division } as never, input: { division } })
    accessTable(operation as never, { ...of(county), seat: { division: county } }, offices)
    accessTable(operation as never, { ...of(township), seat: { division: township } }, offices)
    accessTable(operation as never, { ...of('130822101'), seat: { division: township } }, nobody)
    accessTable(operation as never, { ...of(county), seat: { division: township } }, nobody)
  }
  for (const operation of reading)
    accessTable(operation as never, { loaded: {} as never, input: {}, seat: { division: township } }, all)
})
