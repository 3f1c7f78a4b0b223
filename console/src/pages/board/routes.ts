import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk, root, signedIn } from '../../desk.tsx'
import { ProblemScreen } from '../../ui/problem-screen.tsx'

const board = createRoute({
  getParentRoute: () => desk,
  path: '/command/board',
  component: lazyRouteComponent(() => import('./board-page.tsx')),
})

/** The same without the frame: a wall has no menu, and asks for nothing but the board. */
const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  beforeLoad: signedIn,
  errorComponent: ProblemScreen,
  component: lazyRouteComponent(() => import('./wall-page.tsx')),
})

export const boardRoutes = [board] as const
export const wallRoutes = [wall] as const
