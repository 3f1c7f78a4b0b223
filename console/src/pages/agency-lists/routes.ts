import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { ListEntriesSearch, ListsSearch } from '../../paths.ts'
import { oneOf } from '../../search.ts'

const STATES = ['undecided', 'open', 'answered', 'rejected', 'all', 'passed'] as const

const lists = createRoute({
  getParentRoute: () => desk,
  path: '/lists',
  validateSearch: (raw): ListsSearch => ({
    view: oneOf(['entries', 'lists'], raw.view),
    state: oneOf(STATES, raw.state),
  }),
  component: lazyRouteComponent(() => import('./lists-page.tsx')),
})

const newList = createRoute({
  getParentRoute: () => desk,
  path: '/lists/new',
  component: lazyRouteComponent(() => import('./new-list-page.tsx')),
})

const list = createRoute({
  getParentRoute: () => desk,
  path: '/lists/$listId',
  validateSearch: (raw): ListEntriesSearch => ({
    state: oneOf(STATES, raw.state),
    outcome: oneOf(['matched', 'conflict', 'created', 'rejected'], raw.outcome),
  }),
  component: lazyRouteComponent(() => import('./list-page.tsx')),
})

const entry = createRoute({
  getParentRoute: () => desk,
  path: '/lists/entries/$entryId',
  component: lazyRouteComponent(() => import('./entry-page.tsx')),
})

export const agencyListRoutes = [lists, newList, list, entry] as const
