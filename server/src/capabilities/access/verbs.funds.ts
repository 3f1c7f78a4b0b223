import type { Role } from '../../kernel/operation.ts'

const KEEPERS: readonly Role[] = ['county-desk', 'township-officer']
const READERS: readonly Role[] = [...KEEPERS, 'data-verifier', 'auditor']

export const ROLES_OF_FUNDS: Record<string, readonly Role[]> = {
  'funds.balance.read': READERS,
  'funds.commitment.add': KEEPERS,
  'funds.commitment.list': READERS,
  'funds.commitment.refund': KEEPERS,
  'funds.commitment.release': KEEPERS,
  'funds.donation.list': READERS,
  'funds.donation.name': KEEPERS,
  'funds.donation.record': KEEPERS,
  'funds.entry.give-back': KEEPERS,
  'funds.entry.list': READERS,
  'funds.entry.reassign': KEEPERS,
  'funds.entry.reverse': KEEPERS,
  'funds.file.add': KEEPERS,
  'funds.file.void': KEEPERS,
  'funds.file.list': READERS,
  'funds.file.read': READERS,
  'funds.payment.ask': KEEPERS,
  'funds.payment.decide': KEEPERS,
  'funds.payment.list': READERS,
  'funds.purpose.add': KEEPERS,
  'funds.purpose.list': READERS,
  'funds.receipt.print': KEEPERS,
  'funds.rule.set': ['county-desk'],
  'funds.source.add': KEEPERS,
}
