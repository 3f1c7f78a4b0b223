import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { InspectionSearch, InspectionsSearch, NewInspectionSearch } from '../../paths.ts'
import { instant, oneOf, text } from '../../search.ts'

const inspections = createRoute({
  getParentRoute: () => desk,
  path: '/inspections',
  validateSearch: (raw): InspectionsSearch => ({
    view: oneOf(['heat', 'findings', 'visits', 'plans'], raw.view),
    state: oneOf(['standing', 'overdue', 'rectified', 'passed', 'withdrawn', 'all'], raw.state),
    climbed: oneOf(['place', 'township', 'county'], raw.climbed),
    manner: oneOf(['planned', 'unannounced', 'led'], raw.manner),
    area: text(raw.area),
    plan: text(raw.plan),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./inspections-page.tsx')),
})

const fresh = createRoute({
  getParentRoute: () => desk,
  path: '/inspections/new',
  validateSearch: (raw): NewInspectionSearch => ({ plan: text(raw.plan) }),
  component: lazyRouteComponent(() => import('./new-inspection-page.tsx')),
})

const inspection = createRoute({
  getParentRoute: () => desk,
  path: '/inspections/$inspectionId',
  validateSearch: (raw): InspectionSearch => ({ asOf: instant(raw.asOf) }),
  component: lazyRouteComponent(() => import('./inspection-page.tsx')),
})

export const inspectionRoutes = [inspections, fresh, inspection] as const
