import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { PlanSearch, ResponsibilitySearch } from '../../paths.ts'
import { instant, oneOf, text } from '../../search.ts'

const responsibility = createRoute({
  getParentRoute: () => desk,
  path: '/responsibility',
  validateSearch: (raw): ResponsibilitySearch => ({
    view: oneOf(['uncovered', 'tree', 'posts', 'teams', 'rules'], raw.view),
    area: text(raw.area),
    kind: text(raw.kind),
    state: oneOf(['vacant', 'silent', 'overloaded'], raw.state),
    teams: oneOf(['incomplete', 'complete'], raw.teams),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./responsibility-page.tsx')),
})

const plan = createRoute({
  getParentRoute: () => desk,
  path: '/responsibility/plan',
  validateSearch: (raw): PlanSearch => ({
    division: text(raw.division),
    kind: text(raw.kind),
    mode: oneOf(['anew', 'fill'], raw.mode),
  }),
  component: lazyRouteComponent(() => import('./plan-page.tsx')),
})

const gridPost = createRoute({
  getParentRoute: () => desk,
  path: '/responsibility/posts/$postId',
  component: lazyRouteComponent(() => import('./post-page.tsx')),
})

const handOverSheet = createRoute({
  getParentRoute: () => desk,
  path: '/responsibility/posts/$postId/hand-over',
  component: lazyRouteComponent(() => import('./sheet-page.tsx')),
})

const chain = createRoute({
  getParentRoute: () => desk,
  path: '/responsibility/households/$householdId',
  component: lazyRouteComponent(() => import('./chain-page.tsx')),
})

export const responsibilityRoutes = [responsibility, plan, gridPost, handOverSheet, chain] as const
