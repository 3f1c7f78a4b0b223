import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { CompareSearch, PeopleSearch } from '../../paths.ts'
import { oneOf, text } from '../../search.ts'

const people = createRoute({
  getParentRoute: () => desk,
  path: '/people',
  validateSearch: (raw): PeopleSearch => ({
    view: oneOf(['search', 'households', 'alike'], raw.view),
    division: text(raw.division),
    compound: text(raw.compound),
    state: oneOf(['open', 'closed'], raw.state),
  }),
  component: lazyRouteComponent(() => import('./people-page.tsx')),
})

const compare = createRoute({
  getParentRoute: () => desk,
  path: '/people/compare',
  validateSearch: (raw): CompareSearch => ({ one: text(raw.one), other: text(raw.other) }),
  component: lazyRouteComponent(() => import('./compare-page.tsx')),
})

const person = createRoute({
  getParentRoute: () => desk,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./person-page.tsx')),
})

const newHousehold = createRoute({
  getParentRoute: () => desk,
  path: '/households/new',
  validateSearch: (raw): { division?: string | undefined } => ({ division: text(raw.division) }),
  component: lazyRouteComponent(() => import('./new-household-page.tsx')),
})

const household = createRoute({
  getParentRoute: () => desk,
  path: '/households/$householdId',
  component: lazyRouteComponent(() => import('./household-page.tsx')),
})

export const peopleRoutes = [people, compare, person, newHousehold, household] as const
