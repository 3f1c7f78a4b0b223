import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { DailiesSearch } from '../../paths.ts'
import { day, text } from '../../search.ts'

const dailies = createRoute({
  getParentRoute: () => desk,
  path: '/dailies',
  validateSearch: (raw): DailiesSearch => ({ area: text(raw.area), day: day(raw.day) }),
  component: lazyRouteComponent(() => import('./dailies-page.tsx')),
})

export const dailyRoutes = [dailies] as const
