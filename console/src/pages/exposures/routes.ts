import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { ExposuresSearch } from '../../paths.ts'
import { instant, oneOf, text, whole } from '../../search.ts'

const exposures = createRoute({
  getParentRoute: () => desk,
  path: '/exposures',
  validateSearch: (raw): ExposuresSearch => ({
    tab: oneOf(['list', 'rings', 'clusters', 'definitions'], raw.tab),
    category: text(raw.category),
    person: text(raw.person),
    area: text(raw.area),
    asOf: instant(raw.asOf),
    depth: whole(raw.depth),
    disease: text(raw.disease),
  }),
  component: lazyRouteComponent(() => import('./exposures-page.tsx')),
})

const personExposures = createRoute({
  getParentRoute: () => desk,
  path: '/exposures/$personId',
  component: lazyRouteComponent(() => import('./person-page.tsx')),
})

export const exposureRoutes = [exposures, personExposures] as const
