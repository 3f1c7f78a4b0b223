import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { commit, listCommitments, refund, release } from './operations.commitments.ts'
import { listDonations, nameDonor, printReceipt, readAccount, recordDonation } from './operations.donations.ts'
import { addFundFile, listFundFiles, readFundFile, voidFundFile } from './operations.files.ts'
import { giveBack, reassign, reverse } from './operations.moving.ts'
import { askPayment, decidePayment, listPayments } from './operations.payments.ts'
import { addPurpose, addSource, listEntries, listPurposes, readBalance, setRule } from './operations.ts'

const county = '130822'
const township = '130822100'
const nobody = everybody('may not')
const offices = { ...nobody, 'county-desk': 'may', 'township-officer': 'may' } as const
const readers = { ...offices, 'data-verifier': 'may', auditor: 'may' } as const
const said = [addPurpose, addSource, recordDonation]
const found = [commit, refund, release, nameDonor, giveBack, reassign, reverse, askPayment, decidePayment]
const papers = [addFundFile, voidFundFile]
const reading = [listCommitments, listDonations, listPayments, listEntries, listPurposes, readBalance]

describe('the county’s money is its desk’s, a township’s its own office’s; auditors and verifiers read it', () => {
  for (const operation of [...said, ...found, ...papers]) {
    const of = (division: string) => ({ loaded: { division } as never, input: { division } })
    accessTable(operation as never, { ...of(county), seat: { division: county } }, offices)
    accessTable(operation as never, { ...of(township), seat: { division: township } }, offices)
    accessTable(operation as never, { ...of('130822101'), seat: { division: township } }, nobody)
    accessTable(operation as never, { ...of(county), seat: { division: township } }, nobody)
  }
  for (const operation of reading)
    accessTable(operation as never, { loaded: {} as never, input: {}, seat: { division: township } }, readers)
})

describe('a file is read where its money is', () => {
  for (const operation of [listFundFiles, readFundFile]) {
    const of = (division: string) => ({ loaded: { division } as never, input: {} as never })
    accessTable(operation as never, { ...of(township), seat: { division: township } }, readers)
    accessTable(operation as never, { ...of('130822101'), seat: { division: township } }, nobody)
  }
})

describe('one rule for the whole county', () => {
  const desk = { ...nobody, 'county-desk': 'may' } as const
  accessTable(
    setRule,
    { loaded: { division: county }, input: { division: county } as never, seat: { division: county } },
    desk,
  )
  const east = { loaded: { division: township }, input: { division: township } as never, seat: { division: township } }
  accessTable(setRule, east, nobody)
})

describe('a receipt names somebody; the public account is everybody’s', () => {
  const asked = { donation: { division: county } as never, purpose: 'resident-request' as const }
  accessTable(printReceipt, { loaded: asked, input: {} as never, seat: { division: county } }, offices)
  const forNothing = { donation: { division: county } as never, purpose: null }
  accessTable(printReceipt, { loaded: forNothing, input: {} as never, seat: { division: county } }, nobody)
  accessTable(readAccount, { loaded: undefined, input: {} as never, seat: { division: township } }, everybody('may'))
})
