-- A course of a number asks for many moments, or for many states of knowledge, at once. What arrived since then is walked through once for
-- all of them: each late record falls between two of the moments and between two of the states.
create function checkpoints.arrived_after(area text, moments timestamptz[], knowns timestamptz[])
  returns table (nth bigint, checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint,
    refused bigint, vehicles bigint)
  stable language sql as $$
  with sorted as materialized (
    -- Of a moment itself: what happened at it counts, and what arrived at it was known. So each begins a microsecond after.
    select array(select distinct m + interval '1 microsecond' from unnest(moments) m order by 1) as moments,
      array(select distinct k + interval '1 microsecond' from unnest(knowns) k order by 1) as knowns
  ), asked as materialized (
    select a.nth, a.moment, a.known, width_bucket(a.moment, s.moments) as until, width_bucket(a.known, s.knowns) as since
    from unnest(moments, knowns) with ordinality as a (moment, known, nth), sorted s
  ), corrected as materialized (
    select coalesce(array_agg(distinct c.passage_id), '{}') as ids from checkpoints.passage_correction c
    where c.county = (select kernel.app_county()) and c.received_at > (select min(k) from unnest(knowns) k)
  ), late as materialized (
    select p.checkpoint_id, p.division, p.occurred_at, p.received_at, p.id, p.vehicle_id, p.from_tally_id, p.decision, p.fever
    from checkpoints.passage p
    where p.county = (select kernel.app_county()) and p.received_at > (select min(k) from unnest(knowns) k)
  ), late_tally as materialized (
    select t.checkpoint_id, t.division, t.occurred_at, t.received_at, t.screened, t.turned_back, t.vehicles from checkpoints.tally t
    where t.county = (select kernel.app_county()) and t.received_at > (select min(k) from unnest(knowns) k)
  ), placed as (
    select p.checkpoint_id, p.division, width_bucket(p.occurred_at, s.moments) as after, width_bucket(p.received_at, s.knowns) as known,
      sum((of.share).screened) as screened, sum((of.share).fevers) as fevers, sum((of.share).turned_back) as turned_back,
      sum((of.share).medical) as medical, sum((of.share).refused) as refused, sum((of.share).vehicles) as vehicles
    from sorted s, late p,
      lateral (select checkpoints.share_of(p.id, p.vehicle_id, p.from_tally_id, p.decision, p.fever, false) as share) of
    where p.division >= area and p.division < area || ':'
    group by 1, 2, 3, 4
    union all
    select t.checkpoint_id, t.division, width_bucket(t.occurred_at, s.moments), width_bucket(t.received_at, s.knowns),
      sum(t.screened), 0, sum(t.turned_back), 0, 0, sum(t.vehicles)
    from sorted s, late_tally t where t.division >= area and t.division < area || ':'
    group by 1, 2, 3, 4
  )
  select a.nth, p.checkpoint_id, p.division, sum(p.screened)::bigint, sum(p.fevers)::bigint, sum(p.turned_back)::bigint, sum(p.medical)::bigint,
    sum(p.refused)::bigint, sum(p.vehicles)::bigint
  from asked a join placed p on p.after <= a.until and p.known > a.since
  group by 1, 2, 3
  union all
  select a.nth, was.checkpoint_id, was.division, ((now_.share).screened - (was.share).screened)::bigint,
    (now_.share).fevers - (was.share).fevers, (now_.share).turned_back - (was.share).turned_back,
    (now_.share).medical - (was.share).medical, (now_.share).refused - (was.share).refused, (now_.share).vehicles - (was.share).vehicles
  from asked a cross join lateral checkpoints.as_known((select ids from corrected), a.known) was
  join checkpoints.as_known((select ids from corrected), 'infinity') now_ on now_.id = was.id
  where was.occurred_at <= a.moment and was.division >= area and was.division < area || ':'
$$;

create or replace function checkpoints.arrived_since(area text, moment timestamptz, known timestamptz)
  returns table (checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint, refused bigint,
    vehicles bigint)
  stable language sql as $$
  select checkpoint_id, division, screened, fevers, turned_back, medical, refused, vehicles
  from checkpoints.arrived_after(area, array[moment], array[known])
$$;

create function report.checkpoint_counts_often_v1(area text, moments timestamptz[], knowns timestamptz[])
  returns table (nth bigint, checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint,
    refused bigint, vehicles bigint)
  stable language sql as $$
  with asked as (select a.nth, a.moment from unnest(moments) with ordinality as a (moment, nth)),
  counted as materialized (
    select m.moment, c.* from (select distinct a.moment from asked a) m cross join lateral checkpoints.counts_as_of(area, m.moment) c)
  select a.nth, c.checkpoint_id, c.division, c.screened, c.fevers, c.turned_back, c.medical, c.refused, c.vehicles
  from asked a join counted c on c.moment = a.moment
  union all
  select nth, checkpoint_id, division, -screened, -fevers, -turned_back, -medical, -refused, -vehicles
  from checkpoints.arrived_after(area, moments, knowns)
$$;
revoke execute on function checkpoints.arrived_after(text, timestamptz[], timestamptz[]),
  report.checkpoint_counts_often_v1(text, timestamptz[], timestamptz[]) from public;
grant execute on function checkpoints.arrived_after(text, timestamptz[], timestamptz[]),
  report.checkpoint_counts_often_v1(text, timestamptz[], timestamptz[]) to qunfang_app;
