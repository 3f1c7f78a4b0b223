import type { Tx } from '../../kernel/db.ts'
import type { ReadingAlert } from './rules.readings.ts'

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

/** What the trail says of one kind of entry, waiting for its link or linked. */
const trail = (tx: Tx, operation: 'people.search' | 'people.readings.alert') => tx`
  (select account_id, subject, at, count, note, division from kernel.audit_inbox
    where county = (select kernel.app_county()) and operation = ${tx.unsafe(`'${operation}'`)}
  union all select account_id, subject, at, count, note, division from kernel.audit_entry
    where county = (select kernel.app_county()) and operation = ${tx.unsafe(`'${operation}'`)}) said`

export async function countWideSearches(
  tx: Tx,
  from: Date,
): Promise<Map<string, { searches: number; division: string }>> {
  const rows = await tx<Array<{ accountId: string; searches: number; division: string }>>`
    select account_id as "accountId", count(*)::int as searches, max(division) as division from ${trail(tx, 'people.search')}
    where at >= ${from} and account_id is not null and (note like '%"more":true%' or note like '%"page":"later"%')
    group by account_id`
  return new Map(rows.map(({ accountId, ...said }) => [accountId, said]))
}

export interface RaisedAlert {
  accountId: string
  kind: ReadingAlert
  at: Date
  count: number
}
export const listAlerts = (tx: Tx, { from, until }: { from: Date; until: Date }): Promise<RaisedAlert[]> =>
  tx<RaisedAlert[]>`
    select subject as "accountId", note::jsonb ->> 'kind' as kind, at, count from ${trail(tx, 'people.readings.alert')}
    where at >= ${from} and at < ${until} and subject is not null
    order by at desc limit 1000`.execute()
