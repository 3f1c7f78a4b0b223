import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { DrillSearch } from '../../paths.ts'

const drills = createRoute({
  getParentRoute: () => desk,
  path: '/drills',
  validateSearch: (raw): DrillSearch => ({ setting: raw.setting }),
  component: lazyRouteComponent(() => import('./drills-page.tsx')),
})

export const drillRoutes = [drills] as const
