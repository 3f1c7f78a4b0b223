import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { StoreSearch, SuppliesSearch } from '../../paths.ts'
import { instant, oneOf, text } from '../../search.ts'

const supplies = createRoute({
  getParentRoute: () => desk,
  path: '/supplies',
  validateSearch: (raw): SuppliesSearch => ({
    view: oneOf(['stock', 'stores', 'movements', 'slips', 'lots'], raw.view),
    owner: oneOf(
      ['county-depot', 'hospital', 'township', 'grain-outlet', 'supermarket', 'reserve-company', 'other'],
      raw.owner,
    ),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./supplies-page.tsx')),
})

const store = createRoute({
  getParentRoute: () => desk,
  path: '/supplies/stores/$storeId',
  validateSearch: (raw): StoreSearch => ({
    view: oneOf(['stock', 'card', 'movements', 'slips', 'ways'], raw.view),
    item: text(raw.item),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./store-page.tsx')),
})

export const supplyRoutes = [supplies, store] as const
