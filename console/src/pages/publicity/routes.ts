import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { LoudspeakersSearch, PiecesSearch } from '../../paths.ts'
import { day, oneOf } from '../../search.ts'

const pieces = createRoute({
  getParentRoute: () => desk,
  path: '/publicity',
  validateSearch: (raw): PiecesSearch => ({
    view: oneOf(['pieces', 'dispatches', 'channels'], raw.view),
    state: oneOf(['open', 'standing', 'withdrawn'], raw.state),
  }),
  component: lazyRouteComponent(() => import('./pieces-page.tsx')),
})
const draft = createRoute({
  getParentRoute: () => desk,
  path: '/publicity/new',
  component: lazyRouteComponent(() => import('./draft-page.tsx')),
})
const piece = createRoute({
  getParentRoute: () => desk,
  path: '/publicity/pieces/$pieceId',
  component: lazyRouteComponent(() => import('./piece-page.tsx')),
})
const loudspeakers = createRoute({
  getParentRoute: () => desk,
  path: '/loudspeakers',
  validateSearch: (raw): LoudspeakersSearch => ({
    view: oneOf(['coverage', 'plan', 'plays'], raw.view),
    since: day(raw.since),
    until: day(raw.until),
  }),
  component: lazyRouteComponent(() => import('./loudspeakers-page.tsx')),
})

export const publicityRoutes = [pieces, draft, piece, loudspeakers] as const
