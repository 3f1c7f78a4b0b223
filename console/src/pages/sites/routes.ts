import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { KitchenSearch, SiteSearch, SitesSearch } from '../../paths.ts'
import { day, instant, oneOf } from '../../search.ts'

const sites = createRoute({
  getParentRoute: () => desk,
  path: '/sites',
  validateSearch: (raw): SitesSearch => ({ asOf: instant(raw.asOf) }),
  component: lazyRouteComponent(() => import('./sites-page.tsx')),
})

const site = createRoute({
  getParentRoute: () => desk,
  path: '/sites/$siteId',
  validateSearch: (raw): SiteSearch => ({
    view: oneOf(['rooms', 'people', 'meals', 'transfers', 'disinfection', 'shifts', 'diary'], raw.view),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./site-page.tsx')),
})

const kitchen = createRoute({
  getParentRoute: () => desk,
  path: '/sites/$siteId/kitchen',
  validateSearch: (raw): KitchenSearch => ({ day: day(raw.day) }),
  component: lazyRouteComponent(() => import('./kitchen-page.tsx')),
})

export const siteRoutes = [sites, site, kitchen] as const
