import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { WorkbooksSearch } from '../../paths.ts'
import { oneOf } from '../../search.ts'

const workbooks = createRoute({
  getParentRoute: () => desk,
  path: '/workbooks',
  validateSearch: (raw): WorkbooksSearch => ({ view: oneOf(['load', 'exports'], raw.view) }),
  component: lazyRouteComponent(() => import('./workbooks-page.tsx')),
})

const workbook = createRoute({
  getParentRoute: () => desk,
  path: '/workbooks/$workbookId',
  component: lazyRouteComponent(() => import('./workbook-page.tsx')),
})

export const workbookRoutes = [workbooks, workbook]
