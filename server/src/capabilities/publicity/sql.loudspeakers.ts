import type { Tx } from '../../kernel/db.ts'
import type { Slot } from './rules.loudspeakers.ts'
import type { PieceContent } from './schema.ts'

export interface Loudspeaker {
  id: string
  division: string
  name: string
  state: 'working' | 'broken' | 'removed'
  turnedAt: Date | null
}
const loudspeakers = (tx: Tx) => tx`
  select s.id, s.division, s.name, t.at as "turnedAt",
    case t.turn when 'broken' then 'broken' when 'removed' then 'removed' else 'working' end as state
  from publicity.loudspeaker s left join lateral (
    select turn, at from publicity.loudspeaker_turn t where t.county = s.county and t.loudspeaker_id = s.id
    order by at desc, received_at desc limit 1) t on true
  where s.county = (select kernel.app_county())`
export async function findLoudspeakers(tx: Tx, ids: readonly string[]): Promise<Map<string, Loudspeaker>> {
  const rows = await tx<Loudspeaker[]>`${loudspeakers(tx)} and s.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export const listLoudspeakerRows = (
  tx: Tx,
  { under, after, limit }: { under: string; after: { division: string; id: string } | null; limit: number },
) => tx<Loudspeaker[]>`
  ${loudspeakers(tx)} and s.division >= ${under} and s.division < ${`${under}:`}
    ${after ? tx`and (s.division, s.id) > (${after.division}, ${after.id}::uuid)` : tx``}
  order by s.division, s.id limit ${limit}`

export interface StoredAiring {
  id: string
  division: string
  pieceId: string
  fromOn: string
  /** Its last day, with what ended it earlier. */
  toOn: string
  times: Slot[]
}
const airings = (tx: Tx) => tx`
  select a.id, a.division, a.piece_id as "pieceId", a.from_on::text as "fromOn", least(a.to_on, e.to_on)::text as "toOn", a.times
  from publicity.airing a left join publicity.airing_end e on e.county = a.county and e.airing_id = a.id
  where a.county = (select kernel.app_county())`
export async function findAirings(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredAiring>> {
  const rows = await tx<StoredAiring[]>`${airings(tx)} and a.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
/** Plans of these villages that touch these days; an ended one has no days left. */
export const airingsOf = (tx: Tx, divisions: readonly string[], fromOn: string, toOn: string) => tx<StoredAiring[]>`
  ${airings(tx)} and a.division = any (${[...new Set(divisions)]}::text[]) and a.from_on <= ${toOn}::date
    and least(a.to_on, e.to_on) >= ${fromOn}::date and least(a.to_on, e.to_on) >= a.from_on`

export interface ListedAiring extends StoredAiring {
  title: string
  content: PieceContent
  state: 'published' | 'corrected' | 'withdrawn'
  played: number
  missed: number
}
export interface AiringQuery {
  under: string
  pieceId: string | null
  day: string | null
  after: { division: string; id: string } | null
  limit: number
}
export const listAiringRows = (tx: Tx, { under, pieceId, day, after, limit }: AiringQuery) => tx<ListedAiring[]>`
  select one.*, p.title, p.content,
    case when w.id is not null then 'withdrawn' when p.nth > 1 then 'corrected' else 'published' end as state,
    coalesce(heard.played, 0) as played, coalesce(heard.missed, 0) as missed
  from (${airings(tx)} and a.division >= ${under} and a.division < ${`${under}:`}
      ${pieceId ? tx`and a.piece_id = ${pieceId}` : tx``}
      ${day ? tx`and a.from_on <= ${day}::date and least(a.to_on, e.to_on) >= ${day}::date` : tx``}
      ${after ? tx`and (a.division, a.id) > (${after.division}, ${after.id}::uuid)` : tx``}
    order by a.division, a.id limit ${limit}) one
  cross join lateral (select title, content, nth, county, piece_id from publicity.publication p
    where p.county = (select kernel.app_county()) and p.piece_id = one."pieceId" order by nth desc limit 1) p
  left join publicity.withdrawal w on w.county = p.county and w.piece_id = p.piece_id
  left join lateral (select (count(*) filter (where played))::integer as played, (count(*) filter (where not played))::integer as missed
    from publicity.play y where y.county = p.county and y.airing_id = one.id) heard on true
  order by one.division, one.id`

export interface PlayRow {
  id: string
  division: string
  pieceId: string
  title: string
  dueOn: string
  dueAt: string
  played: boolean
  minutes: number | null
  reason: string | null
  note: string | null
  photoIds: string[]
  at: Date
  by: string | null
  receivedAt: Date
}
export interface StoredPlay {
  id: string
  division: string
}
export const findPlay = async (tx: Tx, id: string): Promise<StoredPlay | null> =>
  (
    await tx<StoredPlay[]>`
      select id, division from publicity.play where county = (select kernel.app_county()) and id = ${id}`
  )[0] ?? null
export interface StoredPhoto {
  division: string
  type: string
  content: Buffer
}
export const findPhoto = async (tx: Tx, id: string): Promise<StoredPhoto | null> =>
  (
    await tx<StoredPhoto[]>`
      select division, type, content from publicity.play_photo
      where county = (select kernel.app_county()) and id = ${id} and content <> ''::bytea`
  )[0] ?? null

export interface PlayQuery {
  under: string
  pieceId: string | null
  after: { at: string; id: string } | null
  limit: number
}
export const listPlayRows = (tx: Tx, { under, pieceId, after, limit }: PlayQuery) => tx<PlayRow[]>`
  select y.id, y.division, y.piece_id as "pieceId", p.title, y.due_on::text as "dueOn", y.due_at as "dueAt", y.played, y.minutes,
    y.hindrance as reason, y.note, y.at, y.recorded_by as by, y.received_at as "receivedAt", coalesce((
      select jsonb_agg(f.id order by f.id) from publicity.play_photo f
      where f.county = y.county and f.play_id = y.id and f.content <> ''::bytea), '[]') as "photoIds"
  from publicity.play y cross join lateral (
    select title from publicity.publication p where p.county = y.county and p.piece_id = y.piece_id order by nth desc limit 1) p
  where y.county = (select kernel.app_county()) and y.division >= ${under} and y.division < ${`${under}:`}
    ${pieceId ? tx`and y.piece_id = ${pieceId}` : tx``}
    ${after ? tx`and (y.at, y.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by y.at desc, y.id desc limit ${limit}`

export interface Heard {
  division: string
  loudspeakers: number
  working: number
  planned: number
  played: number
  missed: number
  minutes: number
  lastAt: Date | null
}
export interface CoverageQuery {
  since: string
  until: string
  pieceId: string | null
}
/** By village: what hangs there, how many times were planned on these days, and what was played of them. */
export const listHeard = (tx: Tx, { since, until, pieceId }: CoverageQuery) => tx<Heard[]>`
  with hung as (
    select s.division, count(*) filter (where t.turn is distinct from 'removed') as loudspeakers,
      count(*) filter (where t.turn is null or t.turn = 'repaired') as working
    from publicity.loudspeaker s left join lateral (
      select turn from publicity.loudspeaker_turn t where t.county = s.county and t.loudspeaker_id = s.id
        and t.at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai' order by at desc, received_at desc limit 1) t on true
    where s.county = (select kernel.app_county()) and s.at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    group by s.division
  ), due as (
    select a.division, sum(jsonb_array_length(a.times)
      * greatest(0, least(a.to_on, e.to_on, ${until}::date) - greatest(a.from_on, ${since}::date) + 1)) as planned
    from publicity.airing a left join publicity.airing_end e on e.county = a.county and e.airing_id = a.id
    where a.county = (select kernel.app_county()) and a.from_on <= ${until}::date and a.to_on >= ${since}::date
      ${pieceId ? tx`and a.piece_id = ${pieceId}` : tx``}
    group by a.division
  ), heard as (
    select y.division, count(*) filter (where y.played) as played, count(*) filter (where not y.played) as missed,
      coalesce(sum(y.minutes), 0) as minutes, max(y.at) filter (where y.played) as last_at
    from publicity.play y
    where y.county = (select kernel.app_county()) and y.at >= ${since}::date::timestamp at time zone 'Asia/Shanghai'
      and y.at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai' ${pieceId ? tx`and y.piece_id = ${pieceId}` : tx``}
    group by y.division
  )
  select coalesce(hung.division, due.division, heard.division) as division, coalesce(hung.loudspeakers, 0)::integer as loudspeakers,
    coalesce(hung.working, 0)::integer as working, coalesce(due.planned, 0)::integer as planned, coalesce(heard.played, 0)::integer as played,
    coalesce(heard.missed, 0)::integer as missed, coalesce(heard.minutes, 0)::integer as minutes, heard.last_at as "lastAt"
  from hung full join due on due.division = hung.division full join heard on heard.division = coalesce(hung.division, due.division)`
