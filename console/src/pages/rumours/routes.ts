import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { RumoursSearch } from '../../paths.ts'
import { day, oneOf, text } from '../../search.ts'

const rumours = createRoute({
  getParentRoute: () => desk,
  path: '/rumours',
  validateSearch: (raw): RumoursSearch => ({
    view: oneOf(['topics', 'matrix', 'week'], raw.view),
    show: oneOf(['open', 'overdue', 'closed', 'all'], raw.show),
    theme: text(raw.theme),
    week: day(raw.week),
  }),
  component: lazyRouteComponent(() => import('./rumours-page.tsx')),
})
const topic = createRoute({
  getParentRoute: () => desk,
  path: '/rumours/topics/$topicId',
  component: lazyRouteComponent(() => import('./topic-page.tsx')),
})

export const rumourRoutes = [rumours, topic] as const
