import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '../../desk.tsx'
import type { DocumentsSearch, NewDocumentSearch } from '../../paths.ts'
import { oneOf, text } from '../../search.ts'

const documents = createRoute({
  getParentRoute: () => desk,
  path: '/documents',
  validateSearch: (raw): DocumentsSearch => ({
    state: oneOf(['open', 'standing', 'over'], raw.state),
    series: text(raw.series),
  }),
  component: lazyRouteComponent(() => import('./documents-page.tsx')),
})

const draft = createRoute({
  getParentRoute: () => desk,
  path: '/documents/new',
  validateSearch: (raw): NewDocumentSearch => ({ series: text(raw.series) }),
  component: lazyRouteComponent(() => import('./draft-page.tsx')),
})

const document = createRoute({
  getParentRoute: () => desk,
  path: '/documents/$documentId',
  component: lazyRouteComponent(() => import('./document-page.tsx')),
})

export const documentRoutes = [documents, draft, document] as const
