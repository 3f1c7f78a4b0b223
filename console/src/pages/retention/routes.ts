import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { RetentionSearch } from '../../paths.ts'
import { oneOf, text } from '../../search.ts'

const retention = createRoute({
  getParentRoute: () => desk,
  path: '/retention',
  validateSearch: (raw): RetentionSearch => ({
    view: oneOf(['fields', 'forgetting'], raw.view),
    q: text(raw.q),
    class: text(raw.class),
    purpose: text(raw.purpose),
  }),
  component: lazyRouteComponent(() => import('./retention-page.tsx')),
})

export const retentionRoutes = [retention] as const
