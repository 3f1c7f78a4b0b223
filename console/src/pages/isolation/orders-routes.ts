import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk, root } from '../../desk.tsx'
import type { NewOrderSearch, OrdersSearch } from '../../paths.ts'
import { oneOf, text } from '../../search.ts'

const orders = createRoute({
  getParentRoute: () => desk,
  path: '/isolation',
  validateSearch: (raw): OrdersSearch => ({
    state: oneOf(['standing', 'ends-today', 'review-due', 'review-overdue', 'appealed', 'ended'], raw.state),
    kind: oneOf(['home', 'central'], raw.kind),
    area: text(raw.area),
  }),
  component: lazyRouteComponent(() => import('./orders-page.tsx')),
})

const newOrder = createRoute({
  getParentRoute: () => desk,
  path: '/isolation/new',
  validateSearch: (raw): NewOrderSearch => ({
    person: text(raw.person),
    division: text(raw.division),
    household: text(raw.household),
    source: oneOf(['exposure', 'screening', 'visit', 'agency-list', 'case'], raw.source),
    ref: text(raw.ref),
    proposal: text(raw.proposal),
    kind: oneOf(['home', 'central'], raw.kind),
    ground: text(raw.ground),
    anchor: text(raw.anchor),
  }),
  component: lazyRouteComponent(() => import('./new-order-page.tsx')),
})

const order = createRoute({
  getParentRoute: () => desk,
  path: '/isolation/orders/$orderId',
  component: lazyRouteComponent(() => import('./order-page.tsx')),
})

/** For whoever holds a notice: outside the frame of the desk, without a session. */
const status = createRoute({
  getParentRoute: () => root,
  path: '/isolation-status',
  component: lazyRouteComponent(() => import('./status-page.tsx')),
})

export const orderRoutes = [orders, newOrder, order] as const
export const openOrderRoutes = [status] as const
