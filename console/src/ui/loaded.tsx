import type { ReactNode } from 'react'
import { ProblemNotice } from './problem-notice.tsx'

export interface QueryLike<T> {
  data: T | undefined
  error: unknown
  isFetching: boolean
  refetch(): unknown
}

interface LoadedProps<T> {
  query: QueryLike<T>
  /** What stands in the place of the content while it is on its way, in its shape. */
  skeleton: ReactNode
  /** What is said when there is nothing; `never` for what always has content. */
  empty: 'never' | { when(data: T): boolean; show: ReactNode }
  children(data: T): ReactNode
}

/** The four states of anything asked of the server. All are required, so none can be forgotten. */
export function Loaded<T>({ query, skeleton, empty, children }: LoadedProps<T>) {
  const { data, error } = query
  if (data === undefined && error) {
    return <ProblemNotice error={error} busy={query.isFetching} onRetry={() => query.refetch()} />
  }
  if (data === undefined) return <div aria-busy="true">{skeleton}</div>
  return (
    <>
      {error ? <ProblemNotice stale error={error} busy={query.isFetching} onRetry={() => query.refetch()} /> : null}
      {empty !== 'never' && empty.when(data) ? empty.show : children(data)}
    </>
  )
}
