import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { ClosuresSearch } from '../../paths.ts'
import { instant, oneOf, text } from '../../search.ts'

const closures = createRoute({
  getParentRoute: () => desk,
  path: '/closures',
  validateSearch: (raw): ClosuresSearch => ({
    view: oneOf(['matrix', 'venue', 'gathering', 'line', 'orders'], raw.view),
    class: text(raw.class),
    state: text(raw.state),
    area: text(raw.area),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./closures-page.tsx')),
})

const subject = createRoute({
  getParentRoute: () => desk,
  path: '/closures/subjects/$subjectId',
  component: lazyRouteComponent(() => import('./subject-page.tsx')),
})

const order = createRoute({
  getParentRoute: () => desk,
  path: '/closures/orders/$orderId',
  component: lazyRouteComponent(() => import('./order-page.tsx')),
})

export const closureRoutes = [closures, subject, order] as const
