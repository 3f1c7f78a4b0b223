import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { ChainSearch, DecisionsSearch, MeasuresSearch, TasksSearch } from '../../paths.ts'
import { flag, instant, oneOf, text } from '../../search.ts'
import { STATES } from './states.tsx'

const measures = createRoute({
  getParentRoute: () => desk,
  path: '/command/measures',
  validateSearch: (raw): MeasuresSearch => ({ document: text(raw.document), asOf: instant(raw.asOf) }),
  component: lazyRouteComponent(() => import('./measures-page.tsx')),
})

const sheet = createRoute({
  getParentRoute: () => desk,
  path: '/command/measures/$documentId',
  validateSearch: (raw): ChainSearch => ({ measure: text(raw.measure), asOf: instant(raw.asOf) }),
  component: lazyRouteComponent(() => import('./sheet-page.tsx')),
})

const tasks = createRoute({
  getParentRoute: () => desk,
  path: '/command/tasks',
  validateSearch: (raw): TasksSearch => ({
    documentId: text(raw.documentId),
    measureId: text(raw.measureId),
    area: text(raw.area),
    state: oneOf(['open', ...STATES], raw.state),
    asOf: instant(raw.asOf),
  }),
  component: lazyRouteComponent(() => import('./tasks-page.tsx')),
})

const task = createRoute({
  getParentRoute: () => desk,
  path: '/command/tasks/$taskId',
  component: lazyRouteComponent(() => import('./task-page.tsx')),
})

const decisions = createRoute({
  getParentRoute: () => desk,
  path: '/command/decisions',
  validateSearch: (raw): DecisionsSearch => ({ corrected: flag(raw.corrected) }),
  component: lazyRouteComponent(() => import('./decisions-page.tsx')),
})

export const measureRoutes = [measures, sheet, tasks, task, decisions] as const
