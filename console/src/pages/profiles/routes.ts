import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { EditionSearch, ProfilesSearch } from '../../paths.ts'
import { oneOf, text } from '../../search.ts'

const profiles = createRoute({
  getParentRoute: () => desk,
  path: '/profiles',
  validateSearch: (raw): ProfilesSearch => ({ view: oneOf(['editions', 'changeovers'], raw.view) }),
  component: lazyRouteComponent(() => import('./profiles-page.tsx')),
})

const edition = createRoute({
  getParentRoute: () => desk,
  path: '/profiles/$code',
  validateSearch: (raw): EditionSearch => ({ with: text(raw.with), edit: oneOf(['yes'], raw.edit) }),
  component: lazyRouteComponent(() => import('./edition-page.tsx')),
})

export const profileRoutes = [profiles, edition] as const
