import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useTranslation } from 'react-i18next'
import { isRefusal } from './api.ts'
import { routeTree } from './routes.tsx'
import { meQuery } from './session.ts'
import { antTheme, useShade } from './theme.ts'
import { Skeleton } from './ui/page.tsx'

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveForTheDoor }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal is an answer; only silence and trouble on the other side are worth asking again.
      retry: (failures, error) => failures < 2 && isRefusal(error) && (error.status === 0 || error.status >= 502),
    },
  },
})

/** The session ended while the page was open, or holds its person back: the way in is shown, and the way back here kept. */
function leaveForTheDoor(error: unknown) {
  const atTheDoor = isRefusal(error) && (error.status === 401 || error.code === 'access.secure-account-first')
  if (!atTheDoor || !queryClient.getQueryData(meQuery.queryKey)) return
  queryClient.removeQueries(meQuery)
  void router.invalidate()
}

const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingComponent: () => (
    <div style={{ padding: 28 }}>
      <Skeleton lines={6} />
    </div>
  ),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

export function App() {
  const { i18n } = useTranslation()
  const shade = useShade()
  return (
    <ConfigProvider
      theme={antTheme(shade)}
      {...(i18n.language === 'en' ? {} : { locale: zhCN })}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
