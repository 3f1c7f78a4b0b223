import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { isRefusal } from './api.ts'
import type {
  AccessSearch,
  AuditSearch,
  CheckpointSearch,
  CheckpointsSearch,
  CompareSearch,
  HandOversSearch,
  OverviewSearch,
  PeopleSearch,
  PlacesSearch,
  SignInSearch,
} from './paths.ts'
import { paths } from './paths.ts'
import { day, flag, instant, oneOf, text, whole } from './search.ts'
import { meQuery } from './session.ts'
import { NotFoundScreen, ProblemScreen } from './ui/problem-screen.tsx'
import { Shell } from './ui/shell.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  // Outside the desk's frame there is no landmark to stand in.
  errorComponent: ({ error }) => (
    <main>
      <ProblemScreen error={error} />
    </main>
  ),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw): SignInSearch => ({ next: text(raw.next) }),
  component: lazyRouteComponent(() => import('./pages/access/sign-in-page.tsx')),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./pages/access/welcome-page.tsx')),
})

/** Everything behind the door: without a session one is taken to sign in, and back here afterwards. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Shell,
  errorComponent: ProblemScreen,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery)
    } catch (thrown) {
      if (isRefusal(thrown) && thrown.status === 401) throw redirect(paths.signIn({ next: location.href }))
      throw thrown
    }
  },
})

const overview = createRoute({
  getParentRoute: () => desk,
  path: '/',
  validateSearch: (raw): OverviewSearch => ({ asOf: instant(raw.asOf) }),
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

const people = createRoute({
  getParentRoute: () => desk,
  path: '/people',
  validateSearch: (raw): PeopleSearch => ({
    view: oneOf(['search', 'households', 'alike'], raw.view),
    division: text(raw.division),
    compound: text(raw.compound),
    state: oneOf(['open', 'closed'], raw.state),
  }),
  component: lazyRouteComponent(() => import('./pages/people/people-page.tsx')),
})

const compare = createRoute({
  getParentRoute: () => desk,
  path: '/people/compare',
  validateSearch: (raw): CompareSearch => ({ one: text(raw.one), other: text(raw.other) }),
  component: lazyRouteComponent(() => import('./pages/people/compare-page.tsx')),
})

const person = createRoute({
  getParentRoute: () => desk,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./pages/people/person-page.tsx')),
})

const newHousehold = createRoute({
  getParentRoute: () => desk,
  path: '/households/new',
  validateSearch: (raw): { division?: string | undefined } => ({ division: text(raw.division) }),
  component: lazyRouteComponent(() => import('./pages/people/new-household-page.tsx')),
})

const household = createRoute({
  getParentRoute: () => desk,
  path: '/households/$householdId',
  component: lazyRouteComponent(() => import('./pages/people/household-page.tsx')),
})

const access = createRoute({
  getParentRoute: () => desk,
  path: '/access',
  validateSearch: (raw): AccessSearch => ({
    tab: oneOf(['seats', 'accounts', 'devices'], raw.tab),
    q: text(raw.q),
    role: text(raw.role),
    vacant: flag(raw.vacant),
  }),
  component: lazyRouteComponent(() => import('./pages/access/access-page.tsx')),
})

const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  validateSearch: (raw): AuditSearch => ({
    view: oneOf(['all', 'person'], raw.view),
    operation: text(raw.operation),
    account: text(raw.account),
    subject: text(raw.subject),
    since: day(raw.since),
    until: day(raw.until),
  }),
  component: lazyRouteComponent(() => import('./pages/audit/audit-page.tsx')),
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
  desk.addChildren([
    overview,
    checkpoints,
    checkpoint,
    handOvers,
    people,
    compare,
    person,
    newHousehold,
    household,
    places,
    access,
    audit,
    settings,
    nowhere,
  ]),
])
