import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { desk, root } from './desk.tsx'
import { agencyListRoutes } from './pages/agency-lists/routes.ts'
import { auditRoutes } from './pages/audit/routes.ts'
import { boardRoutes, wallRoutes } from './pages/board/routes.ts'
import { caseRoutes } from './pages/cases/routes.ts'
import { closureRoutes } from './pages/closures/routes.ts'
import { commandRoutes } from './pages/command/routes.ts'
import { dailyRoutes } from './pages/dailies/routes.ts'
import { documentRoutes } from './pages/documents/routes.ts'
import { drillRoutes } from './pages/drills/routes.ts'
import { exposureRoutes } from './pages/exposures/routes.ts'
import { figureRoutes } from './pages/figures/routes.ts'
import { fundsRoutes } from './pages/funds/routes.ts'
import { inspectionRoutes } from './pages/inspections/routes.ts'
import { openOrderRoutes, orderRoutes } from './pages/isolation/orders-routes.ts'
import { openRoutes, readingRoutes } from './pages/isolation/readings-routes.ts'
import { measureRoutes } from './pages/measures/routes.ts'
import { peopleRoutes } from './pages/people/routes.ts'
import { profileRoutes } from './pages/profiles/routes.ts'
import { publicityRoutes } from './pages/publicity/routes.ts'
import { reportRoutes } from './pages/reports/routes.ts'
import { responsibilityRoutes } from './pages/responsibility/routes.ts'
import { retentionRoutes } from './pages/retention/routes.ts'
import { rumourRoutes } from './pages/rumours/routes.ts'
import { siteRoutes } from './pages/sites/routes.ts'
import { requestRoutes } from './pages/supplies/requests-routes.ts'
import { supplyRoutes } from './pages/supplies/routes.ts'
import { visitRoutes } from './pages/visits/routes.ts'
import { workbookRoutes } from './pages/workbooks/routes.ts'
import type {
  AccessSearch,
  CheckpointSearch,
  CheckpointsSearch,
  HandOversSearch,
  OverviewSearch,
  PlacesSearch,
  SignInSearch,
} from './paths.ts'
import { day, flag, instant, oneOf, text, whole } from './search.ts'
import { meQuery } from './session.ts'
import { beginsAt } from './ui/menu-entries.ts'
import { NotFoundScreen } from './ui/problem-screen.tsx'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw): SignInSearch => ({ next: text(raw.next) }),
  component: lazyRouteComponent(() => import('./pages/access/sign-in-page.tsx')),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (raw): SignInSearch => ({ next: text(raw.next) }),
  // Somebody who came in by a code and left the page goes on where they were.
  beforeLoad: ({ context }) => context.queryClient.ensureQueryData(meQuery).catch(() => undefined),
  component: lazyRouteComponent(() => import('./pages/access/welcome-page.tsx')),
})

const overview = createRoute({
  getParentRoute: () => desk,
  path: '/',
  validateSearch: (raw): OverviewSearch => ({ asOf: instant(raw.asOf) }),
  beforeLoad: ({ context }) => {
    const elsewhere = beginsAt(context.queryClient.getQueryData(meQuery.queryKey))
    if (elsewhere) throw redirect(elsewhere)
  },
  component: lazyRouteComponent(() => import('./pages/overview/overview-page.tsx')),
})

const checkpoints = createRoute({
  getParentRoute: () => desk,
  path: '/checkpoints',
  validateSearch: (raw): CheckpointsSearch => ({
    q: text(raw.q),
    kind: text(raw.kind),
    township: text(raw.township),
    silent: whole(raw.silent),
    sort: text(raw.sort),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./pages/checkpoints/checkpoints-page.tsx')),
})

const checkpoint = createRoute({
  getParentRoute: () => desk,
  path: '/checkpoints/$checkpointId',
  validateSearch: (raw): CheckpointSearch => ({ day: day(raw.day) }),
  component: lazyRouteComponent(() => import('./pages/checkpoints/checkpoint-page.tsx')),
})

const handOvers = createRoute({
  getParentRoute: () => desk,
  path: '/hand-overs',
  validateSearch: (raw): HandOversSearch => ({ state: oneOf(['open', 'closed', 'all'], raw.state) }),
  component: lazyRouteComponent(() => import('./pages/checkpoints/hand-overs-page.tsx')),
})

const places = createRoute({
  getParentRoute: () => desk,
  path: '/places',
  validateSearch: (raw): PlacesSearch => ({
    division: text(raw.division),
    tab: oneOf(['map', 'compounds', 'checkpoints'], raw.tab),
    place: text(raw.place),
  }),
  component: lazyRouteComponent(() => import('./pages/places/places-page.tsx')),
})

const access = createRoute({
  getParentRoute: () => desk,
  path: '/access',
  validateSearch: (raw): AccessSearch => ({
    tab: oneOf(['seats', 'accounts', 'devices', 'backups'], raw.tab),
    q: text(raw.q),
    role: text(raw.role),
    vacant: flag(raw.vacant),
  }),
  component: lazyRouteComponent(() => import('./pages/access/access-page.tsx')),
})

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/access/settings-page.tsx')),
})

/** Every other address: inside the frame, so that the menu is at hand. */
const nowhere = createRoute({ getParentRoute: () => desk, path: '$', component: NotFoundScreen })

export const routeTree = root.addChildren([
  signIn,
  welcome,
  ...openOrderRoutes,
  ...openRoutes,
  ...wallRoutes,
  desk.addChildren([
    overview,
    ...boardRoutes,
    checkpoints,
    checkpoint,
    handOvers,
    ...caseRoutes,
    ...inspectionRoutes,
    ...peopleRoutes,
    ...agencyListRoutes,
    ...exposureRoutes,
    places,
    ...responsibilityRoutes,
    ...visitRoutes,
    ...orderRoutes,
    ...readingRoutes,
    ...siteRoutes,
    ...supplyRoutes,
    ...commandRoutes,
    ...closureRoutes,
    ...fundsRoutes,
    ...publicityRoutes,
    ...rumourRoutes,
    ...requestRoutes,
    ...documentRoutes,
    ...measureRoutes,
    ...workbookRoutes,
    ...profileRoutes,
    access,
    ...auditRoutes,
    ...dailyRoutes,
    ...drillRoutes,
    ...figureRoutes,
    ...reportRoutes,
    ...retentionRoutes,
    settings,
    nowhere,
  ]),
])
