-- A course of a number asks for many moments, or for many states of knowledge, at once. What arrived since then is walked through once for
-- all of them: each late record falls between two of the moments and between two of the states.
create function checkpoints.arrived_after(area text, moments timestamptz[], knowns timestamptz[])
  returns table (nth bigint, checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint,
    refused bigint, vehicles bigint)
  stable language sql as $$
  with sorted as materialized (
    select array(select distinct m from unnest(moments) m order by m) as moments, array(select distinct k from unnest(knowns) k order by k) as knowns
  ), asked as materialized (
    select a.nth, a.moment, a.known, width_bucket(a.moment, s.moments) as until, width_bucket(a.known, s.knowns) as since
    from unnest(moments, knowns) with ordinality as a (moment, known, nth), sorted s
  ), corrected as materialized (
    select coalesce(array_agg(distinct c.passage_id), '{}') as ids from checkpoints.passage_correction c
    where c.county = (select kernel.app_county()) and c.received_at > (select min(k) from unnest(knowns) k)
  ), late as (
    select p.checkpoint_id, p.division, p.occurred_at, p.received_at,
      checkpoints.share_of(p.id, p.vehicle_id, p.from_tally_id, p.decision, p.fever, false) as share
    from checkpoints.passage p
    where p.county = (select kernel.app_county()) and p.received_at > (select min(k) from unnest(knowns) k)
    union all
    select t.checkpoint_id, t.division, t.occurred_at, t.received_at,
      row(t.screened, 0, t.turned_back, 0, 0, t.vehicles)::checkpoints.share
    from checkpoints.tally t
    where t.county = (select kernel.app_county()) and t.received_at > (select min(k) from unnest(knowns) k)
    -- Worked out once a record: without it each of its six parts would work it out again.
    offset 0
  ), placed as materialized (
    -- Of a moment itself: what happened at it counts, and what arrived at it was known.
    select l.checkpoint_id, l.division, width_bucket(l.occurred_at - interval '1 microsecond', s.moments) as after,
      width_bucket(l.received_at - interval '1 microsecond', s.knowns) as known, sum((l.share).screened) as screened,
      sum((l.share).fevers) as fevers, sum((l.share).turned_back) as turned_back, sum((l.share).medical) as medical,
      sum((l.share).refused) as refused, sum((l.share).vehicles) as vehicles
    from late l, sorted s where l.division >= area and l.division < area || ':' and l.occurred_at <= (select max(m) from unnest(moments) m)
    group by 1, 2, 3, 4
  )
  select a.nth, p.checkpoint_id, p.division, sum(p.screened)::bigint, sum(p.fevers)::bigint, sum(p.turned_back)::bigint, sum(p.medical)::bigint,
    sum(p.refused)::bigint, sum(p.vehicles)::bigint
  from asked a join placed p on p.after < a.until and p.known >= a.since
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
