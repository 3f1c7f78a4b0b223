import type { Role } from '../../kernel/operation.ts'

const READERS: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer', 'supplies-keeper', 'auditor']
const KEEPERS: readonly Role[] = ['county-desk', 'township-officer', 'supplies-keeper']

/** What each role may call of requests, allotments and days of cover; see `verbs.ts`. */
export const ROLES_OF_REQUESTS: Record<string, readonly Role[]> = {
  'supplies.allocation.propose': KEEPERS,
  'supplies.assumption.set': ['county-desk'],
  'supplies.cover.list': READERS,
  'supplies.cover.read': READERS,
  'supplies.donation.list': READERS,
  'supplies.donation.name': KEEPERS,
  'supplies.donation.record': KEEPERS,
  'supplies.price.tell': KEEPERS,
  'supplies.receipt.print': ['county-desk', 'township-officer'],
  'supplies.request.allot': KEEPERS,
  'supplies.request.end': KEEPERS,
  'supplies.request.list': READERS,
  'supplies.request.make': KEEPERS,
  'supplies.request.ship': KEEPERS,
}
