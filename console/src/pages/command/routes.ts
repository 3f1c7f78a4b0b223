import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { CommandSearch } from '../../paths.ts'
import { day, oneOf, text } from '../../search.ts'

const command = createRoute({
  getParentRoute: () => desk,
  path: '/command',
  validateSearch: (raw): CommandSearch => ({
    view: oneOf(['levels', 'organisation', 'rota'], raw.view),
    body: text(raw.body),
    from: day(raw.from),
  }),
  component: lazyRouteComponent(() => import('./command-page.tsx')),
})

export const commandRoutes = [command] as const
