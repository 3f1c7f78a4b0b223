import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { CardsSearch, FollowUpsSearch, QuestionnaireSearch, ReEntrySearch, VisitsSearch } from '../../paths.ts'
import { instant, oneOf, text, whole } from '../../search.ts'

const visits = createRoute({
  getParentRoute: () => desk,
  path: '/visits',
  validateSearch: (raw): VisitsSearch => ({
    view: oneOf(['progress', 'not-met', 'refused', 'to-visit', 'done', 'met', 'phone', 'sealed', 'all'], raw.view),
    round: text(raw.round),
    area: text(raw.area),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./visits-page.tsx')),
})

const household = createRoute({
  getParentRoute: () => desk,
  path: '/visits/households/$householdId',
  component: lazyRouteComponent(() => import('./household-visits-page.tsx')),
})

const followUps = createRoute({
  getParentRoute: () => desk,
  path: '/visits/follow-ups',
  validateSearch: (raw): FollowUpsSearch => ({
    state: oneOf(['open', 'closed', 'all'], raw.state),
    kind: oneOf(['travel', 'contact', 'fever', 'health', 'roster'], raw.kind),
    area: text(raw.area),
  }),
  component: lazyRouteComponent(() => import('./follow-ups-page.tsx')),
})

const cards = createRoute({
  getParentRoute: () => desk,
  path: '/visits/cards',
  validateSearch: (raw): CardsSearch => ({
    round: text(raw.round),
    division: text(raw.division),
    block: text(raw.block),
    state: oneOf(['to-visit', 'not-met', 'all'], raw.state),
    layout: oneOf(['card', 'row'], raw.layout),
  }),
  component: lazyRouteComponent(() => import('./cards-page.tsx')),
})

const reEntry = createRoute({
  getParentRoute: () => desk,
  path: '/visits/re-entry',
  validateSearch: (raw): ReEntrySearch => ({ code: text(raw.code) }),
  component: lazyRouteComponent(() => import('./re-entry-page.tsx')),
})

const questionnaires = createRoute({
  getParentRoute: () => desk,
  path: '/visits/questionnaires',
  component: lazyRouteComponent(() => import('./questionnaires-page.tsx')),
})

const questionnaire = createRoute({
  getParentRoute: () => desk,
  path: '/visits/questionnaires/$key',
  validateSearch: (raw): QuestionnaireSearch => ({ version: whole(raw.version), edit: oneOf(['yes'], raw.edit) }),
  component: lazyRouteComponent(() => import('./questionnaire-page.tsx')),
})

export const visitRoutes = [visits, household, followUps, cards, reEntry, questionnaires, questionnaire] as const
