import type { Tx } from '../../kernel/db.ts'
import type { FeedEntry } from '../../kernel/feed.ts'
import type { Counts } from './schema.ts'

const idsOf = (entries: readonly FeedEntry[], kind: string) =>
  entries.filter((one) => one.kind === kind).flatMap((one) => one.ids)

/**
 * Adds what was just settled to the counts by day, hour and minute. Runs as the clerk; nobody else writes them. One statement: a
 * correction that is committed between two of them would be remembered as counted without having been.
 */
export async function countSettled(tx: Tx, county: number, entries: readonly FeedEntry[]): Promise<void> {
  const passages = idsOf(entries, 'passage')
  const tallies = idsOf(entries, 'tally')
  const corrected = [...new Set(idsOf(entries, 'passage-correction'))]
  if (passages.length + tallies.length + corrected.length === 0) return
  await tx`
    with added as materialized (
      select * from checkpoints.contributions(${county}, ${passages}, ${tallies}, ${corrected})
    ), by_minute as (${addTo(tx, 'checkpoints.count_by_minute', county, tx`date_trunc('minute', occurred_at)`)}),
    by_hour as (${addTo(tx, 'checkpoints.count_by_hour', county, tx`date_trunc('hour', occurred_at)`)}),
    remembered as (${rememberCounted(tx, county, corrected)})
    ${addTo(tx, 'checkpoints.count_by_day', county, tx`date_trunc('day', occurred_at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`)}`
}

function addTo(tx: Tx, table: string, county: number, bucket: ReturnType<Tx>) {
  return tx`
    insert into ${tx(table)} as b (county, checkpoint_id, at, division, screened, fevers, turned_back, medical, refused, vehicles)
    select ${county}::integer, checkpoint_id, ${bucket}, min(division), sum(screened), sum(fevers), sum(turned_back), sum(medical),
      sum(refused), sum(vehicles)
    from added group by 2, 3
    on conflict (county, at, checkpoint_id) do update set screened = b.screened + excluded.screened,
      fevers = b.fevers + excluded.fevers, turned_back = b.turned_back + excluded.turned_back,
      medical = b.medical + excluded.medical, refused = b.refused + excluded.refused, vehicles = b.vehicles + excluded.vehicles`
}

function rememberCounted(tx: Tx, county: number, corrected: string[]) {
  return tx`
    insert into checkpoints.counted (county, passage_id, division, screened, fevers, turned_back, medical, refused, vehicles)
    select n.county, n.id, n.division, (s.share).*
    from checkpoints.passage_now n,
      lateral (select checkpoints.share_of(n.id, n.vehicle_id, n.from_tally_id, n.decision, n.fever, n.voided) as share) s
    where n.county = ${county} and n.id = any (${corrected}::uuid[])
    on conflict (county, passage_id) do update set screened = excluded.screened, fevers = excluded.fevers,
      turned_back = excluded.turned_back, medical = excluded.medical, refused = excluded.refused, vehicles = excluded.vehicles`
}

const countColumns = (
  tx: Tx,
) => tx`sum(screened)::integer as screened, sum(fevers)::integer as fevers, sum(turned_back)::integer as "turnedBack",
  sum(medical)::integer as medical, sum(refused)::integer as refused, sum(vehicles)::integer as vehicles`

export interface CheckpointCounts extends Counts {
  checkpointId: string
}
export function countsAsOf(tx: Tx, area: string, moment: Date): Promise<CheckpointCounts[]> {
  return tx<CheckpointCounts[]>`
    select checkpoint_id as "checkpointId", ${countColumns(tx)} from checkpoints.counts_as_of(${area}, ${moment}) group by 1`
}

export function openFeversAsOf(
  tx: Tx,
  area: string,
  moment: Date,
): Promise<Array<{ checkpointId: string; open: number }>> {
  return tx<Array<{ checkpointId: string; open: number }>>`
    select checkpoint_id as "checkpointId", sum(open)::integer as open from checkpoints.open_fevers(${area}, ${moment}) group by 1`
}

/** The newest passage of each checkpoint in the area, for "silent since". One index probe a checkpoint. */
export function lastPassages(
  tx: Tx,
  checkpointIds: readonly string[],
  moment: Date,
): Promise<Array<{ checkpointId: string; at: Date }>> {
  return tx<Array<{ checkpointId: string; at: Date }>>`
    select c.id as "checkpointId", greatest(p.at, t.at) as at from unnest(${checkpointIds as string[]}::uuid[]) as c (id)
    left join lateral (select occurred_at as at from checkpoints.passage where county = (select kernel.app_county())
      and checkpoint_id = c.id and occurred_at <= ${moment} order by occurred_at desc limit 1) p on true
    left join lateral (select occurred_at as at from checkpoints.tally where county = (select kernel.app_county())
      and checkpoint_id = c.id and occurred_at <= ${moment} order by occurred_at desc limit 1) t on true
    where greatest(p.at, t.at) is not null`
}

/** Hour by hour within a span; hours in which nothing happened are left to the caller. */
export function countsByHour(
  tx: Tx,
  checkpointId: string,
  from: Date,
  till: Date,
): Promise<Array<Counts & { hour: Date }>> {
  return tx<Array<Counts & { hour: Date }>>`
    select at as hour, ${countColumns(tx)} from (
      select at, screened, fevers, turned_back, medical, refused, vehicles from checkpoints.count_by_hour
      where county = (select kernel.app_county()) and checkpoint_id = ${checkpointId} and at >= ${from} and at < ${till}
      union all
      select date_trunc('hour', w.occurred_at), w.screened, w.fevers, w.turned_back, w.medical, w.refused, w.vehicles
      from checkpoints.unsettled() w
      where w.checkpoint_id = ${checkpointId} and w.occurred_at >= ${from} and w.occurred_at < ${till}
    ) parts group by at order by at`
}

/**
 * The same for everything in an area (or one checkpoint of it), up to a minute of the last hour: an hour that is not over at that
 * moment is added up from its minutes.
 */
export function countsOfDay(
  tx: Tx,
  { area, only, from, till }: { area: string; only: string | null; from: Date; till: Date },
): Promise<Array<Counts & { hour: Date }>> {
  return tx<Array<Counts & { hour: Date }>>`
    select date_trunc('hour', at) as hour, ${countColumns(tx)} from (
      select at, checkpoint_id, division, screened, fevers, turned_back, medical, refused, vehicles from checkpoints.count_by_hour
      where county = (select kernel.app_county()) and at >= ${from} and at < date_trunc('hour', ${till}::timestamptz)
      union all
      select at, checkpoint_id, division, screened, fevers, turned_back, medical, refused, vehicles from checkpoints.count_by_minute
      where county = (select kernel.app_county()) and at >= ${from} and at >= date_trunc('hour', ${till}::timestamptz) and at < ${till}
      union all
      select w.occurred_at, w.checkpoint_id, w.division, w.screened, w.fevers, w.turned_back, w.medical, w.refused, w.vehicles
      from checkpoints.unsettled() w where w.occurred_at >= ${from} and w.occurred_at < ${till}
    ) parts
    where division >= ${area} and division < ${area} || ':' and (${only}::uuid is null or checkpoint_id = ${only}::uuid)
    group by 1 order by 1`
}
