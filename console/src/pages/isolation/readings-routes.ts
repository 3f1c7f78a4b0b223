import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk, root } from '../../desk.tsx'
import type { OrderReadingsSearch, ReadingSheetsSearch, ReadingsSearch } from '../../paths.ts'
import { instant, oneOf, text } from '../../search.ts'

const readings = createRoute({
  getParentRoute: () => desk,
  path: '/isolation/readings',
  validateSearch: (raw): ReadingsSearch => ({
    view: oneOf(['board', 'climbing', 'work', 'doubtful'], raw.view),
    area: text(raw.area),
    level: oneOf(['village', 'township', 'county'], raw.level),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./readings-page.tsx')),
})

const order = createRoute({
  getParentRoute: () => desk,
  path: '/isolation/readings/$orderId',
  validateSearch: (raw): OrderReadingsSearch => ({ enter: oneOf(['paper'], raw.enter) }),
  component: lazyRouteComponent(() => import('./order-readings-page.tsx')),
})

const sheets = createRoute({
  getParentRoute: () => desk,
  path: '/isolation/reading-sheets',
  validateSearch: (raw): ReadingSheetsSearch => ({ division: text(raw.division) }),
  component: lazyRouteComponent(() => import('./sheets-page.tsx')),
})

const plan = createRoute({
  getParentRoute: () => desk,
  path: '/isolation/reading-plan',
  component: lazyRouteComponent(() => import('./plan-page.tsx')),
})

/** For whoever holds a link: outside the frame of the desk, without a session. */
const selfCheck = createRoute({
  getParentRoute: () => root,
  path: '/self-check',
  component: lazyRouteComponent(() => import('./self-check-page.tsx')),
})

export const readingRoutes = [readings, order, sheets, plan] as const
export const openRoutes = [selfCheck] as const
