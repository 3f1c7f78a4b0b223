import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { FundsSearch } from '../../paths.ts'
import { oneOf } from '../../search.ts'

const funds = createRoute({
  getParentRoute: () => desk,
  path: '/funds',
  validateSearch: (raw): FundsSearch => ({
    view: oneOf(['balance', 'commitments', 'payments', 'donations', 'entries'], raw.view),
  }),
  component: lazyRouteComponent(() => import('./funds-page.tsx')),
})

export const fundsRoutes = [funds] as const
