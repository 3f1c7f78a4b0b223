import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { AuditSearch } from '../../paths.ts'
import { day, oneOf, text } from '../../search.ts'

const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  validateSearch: (raw): AuditSearch => ({
    view: oneOf(['all', 'person', 'readings'], raw.view),
    operation: text(raw.operation),
    account: text(raw.account),
    subject: text(raw.subject),
    since: day(raw.since),
    until: day(raw.until),
  }),
  component: lazyRouteComponent(() => import('./audit-page.tsx')),
})

export const auditRoutes = [audit] as const
