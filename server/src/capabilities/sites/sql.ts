import type { Tx } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import type { RoomFacts } from './rules.ts'

/** What every fact of a site keeps, whatever it says. */
export interface Fact {
  county: number
  id: string
  division: string
  at: Date
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}

export interface Site {
  id: string
  division: string
  name: string
  location: string
  authority: string
  documentNo: string
  openedAt: Date
  closedAt: Date | null
  /** The last time that it was opened, closed or opened again. */
  turnedAt: Date
}
const sites = (tx: Tx, moment: Date | null) => tx`
  select s.id, s.division, s.name, s.location, s.authority, s.document_no as "documentNo", s.at as "openedAt",
    case when t.turn = 'closed' then t.at end as "closedAt", coalesce(t.at, s.at) as "turnedAt"
  from sites.site s left join lateral (
    select turn, at from sites.site_turn t where t.county = s.county and t.site_id = s.id ${moment ? tx`and t.at <= ${moment}` : tx``}
    order by t.at desc, t.received_at desc, t.id desc limit 1) t on true
  where s.county = (select kernel.app_county())`

export async function findSites(tx: Tx, ids: readonly string[]): Promise<Map<string, Site>> {
  const rows = await tx<Site[]>`${sites(tx, null)} and s.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface SiteQuery {
  /** Only one, for a seat that stands at it. */
  only: string | null
  moment: Date
  after: { division: string; id: string } | null
  limit: number
}
export const listSiteRows = (tx: Tx, { only, moment, after, limit }: SiteQuery) => tx<Site[]>`
  ${sites(tx, moment)} and s.at <= ${moment} ${only ? tx`and s.id = ${only}` : tx``}
    ${after ? tx`and (s.division, s.id) > (${after.division} collate "C", ${after.id}::uuid)` : tx``}
  order by s.division, s.id limit ${limit}`

export interface Room {
  id: string
  siteId: string
  division: string
  label: string
  floor: number
  beds: number
  zone: RoomFacts['zone']
  isOut: boolean
  /** Of its last turn, or of its beginning. */
  turnedAt: Date
}
const rooms = (tx: Tx, moment: Date | null) => tx`
  select r.id, r.site_id as "siteId", r.division, r.label, r.floor, r.beds, r.zone, coalesce(t.turn = 'out-of-use', false) as "isOut",
    coalesce(t.at, r.at) as "turnedAt"
  from sites.room r left join lateral (
    select turn, at from sites.room_turn t where t.county = r.county and t.room_id = r.id ${moment ? tx`and t.at <= ${moment}` : tx``}
    order by t.at desc, t.received_at desc, t.id desc limit 1) t on true
  where r.county = (select kernel.app_county())`

export async function findRooms(tx: Tx, ids: readonly string[]): Promise<Map<string, Room>> {
  const rows = await tx<Room[]>`${rooms(tx, null)} and r.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export const listRooms = (tx: Tx, siteIds: readonly string[], moment: Date) => tx<Room[]>`
  ${rooms(tx, moment)} and r.site_id = any (${siteIds as string[]}::uuid[]) and r.at <= ${moment} order by r.floor, r.label, r.id`

/** Which of these labels the sites have already, as `site/label`. */
export async function labelsTaken(
  tx: Tx,
  asked: ReadonlyArray<{ siteId: string; label: string }>,
): Promise<Map<string, string>> {
  const rows = await tx<{ key: string; id: string }[]>`
    select r.site_id || '/' || r.label as key, r.id
    from jsonb_to_recordset(${tx.json(asked.map(({ siteId, label }) => ({ site_id: siteId, label })))}) as one (site_id uuid, label text)
    join sites.room r on r.county = (select kernel.app_county()) and r.site_id = one.site_id and r.label = one.label`
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export interface StoredSpan {
  siteId: string
  roomId: string
  lodgingId: string
  orderId: string
  alone: boolean
  since: Date
  until: Date
  closed: boolean
}
/** As the orders stand now. */
export const listSpans = (tx: Tx, siteIds: readonly string[]) => tx<StoredSpan[]>`
  select site_id as "siteId", room_id as "roomId", lodging_id as "lodgingId", order_id as "orderId", alone, since, until, closed
  from sites.spans(${siteIds as string[]}::uuid[]) order by since, lodging_id`

export const listRoomDisinfections = (tx: Tx, siteIds: readonly string[]) => tx<{ roomId: string; at: Date }[]>`
  select room_id as "roomId", at from sites.disinfected_now
  where county = (select kernel.app_county()) and site_id = any (${siteIds as string[]}::uuid[]) and room_id is not null`

/**
 * Held until the end of the transaction: whoever is judged next finds these as they are then. The database takes locks of its own
 * when it writes; this one only makes that a refusal instead of an error.
 */
export const lockAll = async ({ tx, actor }: Ctx, ids: readonly string[]): Promise<void> => {
  await tx`
    select pg_advisory_xact_lock(hashtextextended(one.id, ${actor.county}))
    from (select distinct id from unnest(${ids as string[]}::text[]) id order by id) one`
}
