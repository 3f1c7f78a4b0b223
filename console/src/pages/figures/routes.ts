import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { FigureSearch } from '../../paths.ts'
import { instant, text } from '../../search.ts'

const validateSearch = (raw: Record<string, unknown>): FigureSearch => ({
  area: text(raw.area),
  asOf: instant(raw.asOf),
  knownBy: instant(raw.knownBy),
})

const figures = createRoute({
  getParentRoute: () => desk,
  path: '/figures',
  validateSearch,
  component: lazyRouteComponent(() => import('./figures-page.tsx')),
})
const figure = createRoute({
  getParentRoute: () => desk,
  path: '/figures/$name',
  validateSearch,
  component: lazyRouteComponent(() => import('./figure-page.tsx')),
})

export const figureRoutes = [figures, figure] as const
