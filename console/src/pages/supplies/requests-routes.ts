import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { AllocationSearch, CoverSearch, RequestsSearch } from '../../paths.ts'
import { oneOf, text } from '../../search.ts'

const requests = createRoute({
  getParentRoute: () => desk,
  path: '/supplies/requests',
  validateSearch: (raw): RequestsSearch => ({ state: oneOf(['open', 'all'], raw.state) }),
  component: lazyRouteComponent(() => import('./requests-page.tsx')),
})
const allocation = createRoute({
  getParentRoute: () => desk,
  path: '/supplies/allocation',
  validateSearch: (raw): AllocationSearch => ({ item: text(raw.item), store: text(raw.store) }),
  component: lazyRouteComponent(() => import('./allocation-page.tsx')),
})
const cover = createRoute({
  getParentRoute: () => desk,
  path: '/supplies/cover',
  validateSearch: (raw): CoverSearch => ({ kind: oneOf(['medical', 'daily'], raw.kind) }),
  component: lazyRouteComponent(() => import('./cover-page.tsx')),
})
const coverOfItem = createRoute({
  getParentRoute: () => desk,
  path: '/supplies/cover/$itemId',
  component: lazyRouteComponent(() => import('./cover-item-page.tsx')),
})

const donations = createRoute({
  getParentRoute: () => desk,
  path: '/supplies/donations',
  component: lazyRouteComponent(() => import('./donations-page.tsx')),
})

const shops = createRoute({
  getParentRoute: () => desk,
  path: '/supplies/shops',
  component: lazyRouteComponent(() => import('./shops-page.tsx')),
})

export const requestRoutes = [requests, allocation, cover, coverOfItem, donations, shops] as const
