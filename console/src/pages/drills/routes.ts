import { drillSchema } from '@qunfang/client/rules'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { DrillSearch } from '../../paths.ts'

/** A drill is its setting: what is none is left out, and the page begins anew. */
const settingIn = (raw: unknown): DrillSearch['setting'] => drillSchema.Setting.safeParse(raw).data

const drills = createRoute({
  getParentRoute: () => desk,
  path: '/drills',
  validateSearch: (raw): DrillSearch => ({ setting: settingIn(raw.setting) }),
  component: lazyRouteComponent(() => import('./drills-page.tsx')),
})

export const drillRoutes = [drills] as const
