import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { ReportsSearch } from '../../paths.ts'
import { oneOf } from '../../search.ts'

const reports = createRoute({
  getParentRoute: () => desk,
  path: '/reports',
  validateSearch: (raw): ReportsSearch => ({
    state: oneOf(['drafting', 'submitted', 'checked', 'sealed', 'issued', 'abandoned'], raw.state),
  }),
  component: lazyRouteComponent(() => import('./reports-page.tsx')),
})
const report = createRoute({
  getParentRoute: () => desk,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('./report-page.tsx')),
})

export const reportRoutes = [reports, report] as const
