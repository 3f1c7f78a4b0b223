import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'

const workbooks = createRoute({
  getParentRoute: () => desk,
  path: '/workbooks',
  component: lazyRouteComponent(() => import('./workbooks-page.tsx')),
})

const workbook = createRoute({
  getParentRoute: () => desk,
  path: '/workbooks/$workbookId',
  component: lazyRouteComponent(() => import('./workbook-page.tsx')),
})

export const workbookRoutes = [workbooks, workbook]
