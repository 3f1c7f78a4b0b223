import type { Tx } from '../../kernel/db.ts'
import type { Arrival, Fact } from '../../kernel/facts.ts'
import type { Rank } from './rules.ts'
import { type Ending, keepEnds, keepFacts } from './sql.facts.ts'

export interface NewPost extends Fact {
  kind: string
  rank: Rank
  title: string
  opened_at: Date
}
export const keepPosts = (tx: Tx, rows: readonly NewPost[]): Promise<Arrival[]> => keepFacts(tx, 'post', rows)

export interface NewSeating extends Fact {
  post_id: string
  account_id: string | null
  person_id: string | null
  at: Date
}
export const keepSeatings = (tx: Tx, rows: readonly NewSeating[]): Promise<Arrival[]> => keepFacts(tx, 'seating', rows)

export const keepPostEnd = async (tx: Tx, row: Ending & { post_id: string; ended_at: Date; ground: string }) =>
  (await keepEnds(tx, 'post_end', [row])) > 0

export interface PostStanding {
  id: string
  division: string
  kind: string
  rank: Rank
  title: string
  openedAt: Date
  closedAt: Date | null
}
/** By id; what is unknown, or neither in the caller's scope nor above it, is not in the map. */
export async function findPosts(tx: Tx, ids: readonly string[]): Promise<Map<string, PostStanding>> {
  const rows = await tx<PostStanding[]>`
    select p.id, p.division, p.kind, p.rank, p.title, p.opened_at as "openedAt", e.ended_at as "closedAt"
    from responsibility.post p
    left join responsibility.post_end e on e.county = p.county and e.post_id = p.id
    where p.county = (select kernel.app_county()) and p.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Posts that stand and are called so, as `division/kind/title`. */
export async function findPostsTitled(
  tx: Tx,
  posts: ReadonlyArray<{ division: string; kind: string; title: string }>,
): Promise<Set<string>> {
  if (posts.length === 0) return new Set()
  const asked = posts.map(({ division, kind, title }) => ({ division, kind, title }))
  const rows = await tx<{ key: string }[]>`
    select p.division || '/' || p.kind || '/' || p.title as key
    from jsonb_to_recordset(${tx.json(asked)}) as one (division text, kind text, title text)
    join responsibility.post p on p.county = (select kernel.app_county()) and p.division = one.division collate "C"
      and p.kind = one.kind and p.title = one.title
    where not exists (select from responsibility.post_end e where e.county = p.county and e.post_id = p.id)`
  return new Set(rows.map(({ key }) => key))
}

export interface Held {
  accountId: string | null
  personId: string | null
}
export interface AnsweringRow extends Held {
  postId: string
  kind: string
  rank: Rank
  title: string
  division: string
}
export interface PostNow extends Held {
  id: string
  division: string
  kind: string
  rank: Rank
  title: string
  seatedAt: Date | null
  lastSignAt: Date | null
  households: number
}

export interface PostFilter {
  area: string
  kind: string | null
  state: 'vacant' | 'silent' | 'overloaded' | null
  norms: ReadonlyArray<{ code: string; most: number | null; silentAfterHours: number | null }>
  moment: Date
  /** When silence is judged: in a historical county that is not now. */
  heardAt: Date
  after: { division: string; id: string } | null
  limit: number
}

type Norms = Pick<PostFilter, 'norms' | 'moment' | 'heardAt'>
/** By kind, read in each row that the loosest of the norms has let through: cheaper than a join over so few kinds. */
const isOver = (tx: Tx, { norms }: Norms) => {
  const most = norms.flatMap((norm) => norm.most ?? [])
  const byKind = Object.fromEntries(norms.map((norm) => [norm.code, norm.most]))
  return tx`n.rank = 'household' and n.households > ${Math.min(...most, 1_000_000)}
    and n.households > (${tx.json(byKind)}::jsonb ->> n.kind)::integer`
}
const isQuiet = (tx: Tx, { norms, heardAt }: Norms) => {
  const since = (hours: number) => new Date(heardAt.getTime() - hours * 3_600_000).toISOString()
  const hours = norms.flatMap(({ silentAfterHours }) => silentAfterHours ?? [])
  const byKind = Object.fromEntries(
    norms.map(({ code, silentAfterHours }) => [code, silentAfterHours === null ? null : since(silentAfterHours)]),
  )
  return tx`num_nonnulls(n.account_id, n.person_id) = 1
    and greatest(n.seated_at, n.last_sign_at) < ${since(Math.min(...hours, 1_000_000))}::timestamptz
    and greatest(n.seated_at, n.last_sign_at) < (${tx.json(byKind)}::jsonb ->> n.kind)::timestamptz`
}

const condition = (tx: Tx, filter: PostFilter) => {
  switch (filter.state) {
    case 'vacant':
      return tx`and n.account_id is null and n.person_id is null`
    case 'overloaded':
      return tx`and ${isOver(tx, filter)}`
    case 'silent':
      return tx`and ${isQuiet(tx, filter)}`
    default:
      return tx``
  }
}

/** One pass over what the clerk keeps of the posts of an area; their titles are fetched for the page alone. */
export function listPostRows(tx: Tx, filter: PostFilter): Promise<PostNow[]> {
  const { area, kind, after, limit } = filter
  return tx<PostNow[]>`
    with found as materialized (
      select n.post_id, n.division, n.kind, n.rank, n.account_id, n.person_id, n.seated_at, n.last_sign_at, n.households
      from responsibility.post_now n
      where n.county = (select kernel.app_county()) and not n.ended and n.division >= ${area} and n.division < ${`${area}:`}
        ${kind ? tx`and n.kind = ${kind}` : tx``} ${condition(tx, filter)}
        ${after ? tx`and (n.division, n.post_id) > (${after.division}, ${after.id}::uuid)` : tx``}
      order by n.division, n.post_id limit ${limit})
    select p.id, p.division, p.kind, p.rank, p.title, f.account_id as "accountId", f.person_id as "personId",
      f.seated_at as "seatedAt", f.last_sign_at as "lastSignAt", f.households
    from found f join responsibility.post p on p.county = (select kernel.app_county()) and p.id = f.post_id
    order by p.division, p.id`
}

/** What the clerk keeps of one post; nothing yet for one that was made a moment ago. */
export async function findKept(tx: Tx, postId: string): Promise<{ lastSignAt: Date | null; households: number }> {
  const [row] = await tx<{ lastSignAt: Date | null; households: number }[]>`
    select last_sign_at as "lastSignAt", households from responsibility.post_now
    where county = (select kernel.app_county()) and post_id = ${postId}`
  return row ?? { lastSignAt: null, households: 0 }
}

export interface PostCounts {
  all: number
  vacant: number
  silent: number
  overloaded: number
}
export async function countPosts(
  tx: Tx,
  filter: Pick<PostFilter, 'area' | 'norms' | 'moment' | 'heardAt'>,
): Promise<PostCounts> {
  const [row] = await tx<PostCounts[]>`
    select count(*)::integer as all, (count(*) filter (where num_nonnulls(n.account_id, n.person_id) = 0))::integer as vacant,
      (count(*) filter (where ${isQuiet(tx, filter)}))::integer as silent,
      (count(*) filter (where ${isOver(tx, filter)}))::integer as overloaded
    from responsibility.post_now n
    where n.county = (select kernel.app_county()) and not n.ended and n.division >= ${filter.area}
      and n.division < ${`${filter.area}:`}`
  return row ?? { all: 0, vacant: 0, silent: 0, overloaded: 0 }
}

export interface OccupancyRow extends Held {
  id: string
  since: Date
  until: Date | null
}
/** The latest first. Times of no length, where somebody was seated twice at one moment, are left out. */
export function listOccupancyRows(
  tx: Tx,
  postId: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<OccupancyRow[]> {
  return tx<OccupancyRow[]>`
    select id, account_id as "accountId", person_id as "personId", since, until from responsibility.seating_span
    where county = (select kernel.app_county()) and post_id = ${postId} and (until is null or until > since)
      ${before ? tx`and (since, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by since desc, id desc limit ${limit}`
}
