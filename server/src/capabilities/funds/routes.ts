import type { RouteTable } from '../../kernel/operation.ts'
import { commit, listCommitments, refund, release } from './operations.commitments.ts'
import { listDonations, nameDonor, printReceipt, readAccount, recordDonation } from './operations.donations.ts'
import { addFundFile, listFundFiles, readFundFile, voidFundFile } from './operations.files.ts'
import { giveBack, reassign, reverse } from './operations.moving.ts'
import { askPayment, decidePayment, listPayments } from './operations.payments.ts'
import { addPurpose, addSource, listEntries, listPurposes, readBalance, setRule } from './operations.ts'

export const fundsRoutes = {
  'POST /fund-purposes': addPurpose,
  'GET /fund-purposes': listPurposes,
  'POST /fund-sources': addSource,
  'POST /fund-sources/:sourceId/reassignments': reassign,
  'POST /fund-sources/:sourceId/returns': giveBack,
  'POST /fund-rules': setRule,
  'GET /fund-balance': readBalance,
  'GET /fund-entries': listEntries,
  'POST /fund-entries/:entryId/reversal': reverse,
  'POST /fund-commitments': commit,
  'GET /fund-commitments': listCommitments,
  'POST /fund-commitments/:commitmentId/releases': release,
  'POST /fund-commitments/:commitmentId/refunds': refund,
  'POST /fund-commitments/:commitmentId/payments': askPayment,
  'GET /fund-payments': listPayments,
  'POST /fund-payments/:paymentId/decision': decidePayment,
  'POST /fund-donations': recordDonation,
  'GET /fund-donations': listDonations,
  'POST /fund-donations/:donationId/naming': nameDonor,
  'GET /fund-donations/:donationId/receipt': printReceipt,
  'POST /fund-files': addFundFile,
  'GET /fund-files': listFundFiles,
  'GET /fund-files/:fileId': readFundFile,
  'POST /fund-files/:fileId/void': voidFundFile,
  'GET /public/:county/donations-in-money': readAccount,
} satisfies RouteTable
