import type { Tx } from '../../kernel/db.ts'

export interface Read {
  accountId: string
  division: string
  role: string
  /** Rows of persons, whole or masked; and those of them that showed something whole. */
  persons: number
  whole: number
  requests: number
  singleViews: number
}

interface Asked {
  from: Date
  until: Date
  after: { persons: number; accountId: string } | null
  limit: number
}

/** Who saw how many persons in a stretch of time, the most first. */
export const listReaders = (tx: Tx, { from, until, after, limit }: Asked): Promise<Read[]> =>
  tx<Read[]>`
    select account_id as "accountId", max(division) as division, max(role) as role, sum(persons)::int as persons,
      sum(whole)::int as whole, count(*)::int as requests, count(*) filter (where persons = 1)::int as "singleViews"
    from (
      select account_id, request_id, max(division) as division, max(role) as role, count(*)::int as persons,
        count(*) filter (where fields <> '{}')::int as whole
      from people.look
      where county = (select kernel.app_county()) and at >= ${from} and at < ${until} and account_id is not null
      group by account_id, request_id) one
    group by account_id
    having ${after ? tx`(sum(persons), account_id) < (${after.persons}::bigint, ${after.accountId}::uuid)` : tx`true`}
    order by sum(persons) desc, account_id desc limit ${limit}`.execute()
