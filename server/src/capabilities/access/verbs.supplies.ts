import type { Role } from '../../kernel/operation.ts'

const READERS: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer', 'supplies-keeper', 'auditor']
const KEEPERS: readonly Role[] = ['county-desk', 'township-officer', 'supplies-keeper']
const CATALOGUERS: readonly Role[] = ['county-desk']

/** What each role may call of the stock; see `verbs.ts`. */
export const ROLES_OF_SUPPLIES: Record<string, readonly Role[]> = {
  'supplies.card.print': READERS,
  'supplies.card.read': READERS,
  'supplies.consignment.list': READERS,
  'supplies.count.record': KEEPERS,
  'supplies.expiring.list': READERS,
  'supplies.item.add': CATALOGUERS,
  'supplies.item.list': READERS,
  'supplies.label.print': READERS,
  'supplies.lot.add': KEEPERS,
  'supplies.lot.list': READERS,
  'supplies.lot.trace': READERS,
  'supplies.movement.list': READERS,
  'supplies.movement.print': READERS,
  'supplies.movement.record': KEEPERS,
  'supplies.movement.reverse': KEEPERS,
  'supplies.pack.add': CATALOGUERS,
  'supplies.recall.answer': KEEPERS,
  'supplies.recall.call': CATALOGUERS,
  'supplies.recall.list': READERS,
  'supplies.slip.confirm': KEEPERS,
  'supplies.slip.end': KEEPERS,
  'supplies.slip.list': READERS,
  'supplies.slip.prepare': KEEPERS,
  'supplies.slip.print': READERS,
  'supplies.stock.read': READERS,
  'supplies.store.close': KEEPERS,
  'supplies.store.list': READERS,
  'supplies.store.open': KEEPERS,
  'supplies.store.stock': READERS,
  'supplies.total.read': READERS,
}
