import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { may, meQuery } from '../../session.ts'
import { accountsQuery } from '../access/queries.ts'

/** Names for account numbers, for those who may see the accounts; an auditor of another area sees numbers. */
export function useAccountNames(): ReadonlyMap<string, string> {
  const me = useQuery(meQuery).data
  const accounts = useInfiniteQuery({ ...accountsQuery, enabled: may(me, 'access.account.list') })
  return new Map(accounts.data?.pages.flatMap((page) => page.items.map(({ id, name }) => [id, name] as const)))
}
