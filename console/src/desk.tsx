import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { isRefusal } from './api.ts'
import { paths } from './paths.ts'
import { meQuery } from './session.ts'
import { ProblemScreen } from './ui/problem-screen.tsx'
import { Shell } from './ui/shell.tsx'

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  // Outside the desk's frame there is no landmark to stand in.
  errorComponent: ({ error }) => (
    <main>
      <ProblemScreen error={error} />
    </main>
  ),
})

interface Arriving {
  context: { queryClient: QueryClient }
  location: { href: string }
}
/** Without a session one is taken to sign in, with one from a one-time code to make the account safe; and back here afterwards. */
export async function signedIn({ context, location }: Arriving): Promise<void> {
  try {
    const { secureFirst } = await context.queryClient.ensureQueryData(meQuery)
    if (secureFirst.length > 0) throw redirect(paths.welcome({ next: location.href }))
  } catch (thrown) {
    if (isRefusal(thrown) && thrown.status === 401) throw redirect(paths.signIn({ next: location.href }))
    throw thrown
  }
}

/** Everything behind the door. */
export const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Shell,
  errorComponent: ProblemScreen,
  beforeLoad: signedIn,
})
