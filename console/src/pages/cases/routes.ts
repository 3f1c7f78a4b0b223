import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { CasesSearch, EpidemiologySearch } from '../../paths.ts'
import { oneOf, text } from '../../search.ts'
import { origins, statuses } from './words.ts'

const cases = createRoute({
  getParentRoute: () => desk,
  path: '/cases',
  validateSearch: (raw): CasesSearch => ({
    area: text(raw.area),
    status: oneOf([...statuses, 'open'], raw.status),
    origin: oneOf([...origins], raw.origin),
    overdue: oneOf(['yes'], raw.overdue),
  }),
  component: lazyRouteComponent(() => import('./cases-page.tsx')),
})

const oneCase = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./case-page.tsx')),
})

const epidemiology = createRoute({
  getParentRoute: () => desk,
  path: '/epidemiology',
  validateSearch: (raw): EpidemiologySearch => ({
    area: text(raw.area),
    by: oneOf(['found'], raw.by),
    suspected: oneOf(['yes'], raw.suspected),
  }),
  component: lazyRouteComponent(() => import('./epidemiology-page.tsx')),
})

export const caseRoutes = [cases, oneCase, epidemiology] as const
