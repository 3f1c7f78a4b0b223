import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { DivisionPlace } from './rules.cursors.ts'
import type { Checkpoint, CheckpointKind, ListCheckpoints } from './schema.ts'
import { asPosition } from './sql.divisions.ts'

/** Who kept a fact and when, on both clocks; `digest` recognises the same fact sent again. */
export interface Kept {
  county: number
  id: string
  division: string
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}

export interface KeptCheckpoint extends Kept {
  kind: CheckpointKind
  name: string
  site: Checkpoint['site']
  opened_at: Date
}

export async function keepCheckpoints(tx: Tx, rows: readonly KeptCheckpoint[]): Promise<Arrival[]> {
  const inserted = await tx<{ id: string }[]>`
    insert into places.checkpoint ${tx(rows)} on conflict (county, id) do nothing returning id`
  return judgeArrivals(tx, 'places.checkpoint', rows, new Set(inserted.map(({ id }) => id)))
}

export interface KeptTurn extends Kept {
  checkpoint_id: string
  turn: 'closed' | 'reopened'
  at: Date
  ground: string
}

export async function keepTurn(tx: Tx, row: KeptTurn): Promise<Arrival> {
  const inserted = await tx<{ id: string }[]>`
    insert into places.checkpoint_turn ${tx([row])} on conflict (county, id) do nothing returning id`
  const [arrival = 'taken'] = await judgeArrivals(
    tx,
    'places.checkpoint_turn',
    [row],
    new Set(inserted.map(({ id }) => id)),
  )
  return arrival
}

export async function isTurnKept(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx`select 1 from places.checkpoint_turn where county = (select kernel.app_county()) and id = ${id}`
  return rows.length > 0
}

export interface FoundCheckpoint {
  id: string
  kind: CheckpointKind
  name: string
  division: string
  site: Checkpoint['site']
  openedAt: Date
  /** Null while it is open. */
  closedAt: Date | null
  /** When it was last opened, closed or reopened. */
  turnedAt: Date
}

/** By id, within the scope of who asks: a checkpoint of another township is not in the map. */
export async function findCheckpointRows(tx: Tx, ids: readonly string[]): Promise<Map<string, FoundCheckpoint>> {
  const rows = await tx<FoundCheckpoint[]>`
    select c.id, c.kind, c.name, c.division, c.site, c.opened_at as "openedAt",
      case when t.turn = 'closed' then t.at end as "closedAt", coalesce(t.at, c.opened_at) as "turnedAt"
    from places.checkpoint c
    left join lateral (
      select turn, at from places.checkpoint_turn t where t.county = c.county and t.checkpoint_id = c.id
      order by t.at desc, t.received_at desc limit 1) t on true
    where c.county = (select kernel.app_county()) and c.id = any(${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Station extends Omit<FoundCheckpoint, 'turnedAt'> {
  longitude: number | null
  latitude: number | null
}

export async function listStationRows(tx: Tx): Promise<Station[]> {
  const rows = await tx<Station[]>`
    select c.id, c.kind, c.name, c.division, c.site, c.opened_at as "openedAt",
      case when t.turn = 'closed' then t.at end as "closedAt", p.lon as longitude, p.lat as latitude
    from places.checkpoint c
    left join lateral (
      select turn, at from places.checkpoint_turn t where t.county = c.county and t.checkpoint_id = c.id
      order by t.at desc, t.received_at desc limit 1) t on true
    left join lateral (
      select lon, lat from places.position p where p.county = c.county and p.checkpoint_id = c.id
      order by p.recorded_at desc, p.id desc limit 1) p on true
    where c.county = (select kernel.app_county())
    order by c.division, c.id`
  return [...rows]
}

interface ListedRow extends Omit<Checkpoint, 'openedAt' | 'closedAt' | 'position'> {
  openedAt: Date
  closedAt: Date | null
  lon: number | null
  lat: number | null
  placedAt: Date | null
}

type CheckpointsAsked = Omit<ListCheckpoints, 'after'> & { id?: string; after?: DivisionPlace | null }
export async function listCheckpointRows(tx: Tx, { after, ...filter }: CheckpointsAsked): Promise<Checkpoint[]> {
  const rows = await tx<ListedRow[]>`
    select c.id, c.kind, c.name, c.division, n.name as "divisionName", c.site, c.opened_at as "openedAt",
      case when t.turn = 'closed' then t.at end as "closedAt", p.lon, p.lat, p.recorded_at as "placedAt"
    from places.checkpoint c
    cross join lateral (
      select name from places.division_name n where n.county = c.county and n.division = c.division
      order by n.edition desc limit 1) n
    left join lateral (
      select turn, at from places.checkpoint_turn t where t.county = c.county and t.checkpoint_id = c.id
      order by t.at desc, t.received_at desc limit 1) t on true
    left join lateral (
      select lon, lat, recorded_at from places.position p where p.county = c.county and p.checkpoint_id = c.id
      order by p.recorded_at desc, p.id desc limit 1) p on true
    where c.county = (select kernel.app_county())
      ${filter.id ? tx`and c.id = ${filter.id}` : tx``}
      ${filter.kind ? tx`and c.kind = ${filter.kind}` : tx``}
      ${filter.state ? tx`and (t.turn is not distinct from 'closed') = ${filter.state === 'closed'}` : tx``}
      ${filter.division ? tx`and c.division >= ${filter.division} and c.division < ${`${filter.division}:`}` : tx``}
      ${after ? tx`and (c.division, c.id) > (${after.division}, ${after.id}::uuid)` : tx``}
    order by c.division, c.id limit ${filter.limit}`
  return rows.map(({ openedAt, closedAt, lon, lat, placedAt, ...checkpoint }) => ({
    ...checkpoint,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    position: asPosition(lon, lat, placedAt),
  }))
}
