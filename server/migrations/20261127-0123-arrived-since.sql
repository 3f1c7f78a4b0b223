-- What arrived since is found by when it arrived and by nothing else: with both moments as conditions a planner that knows neither may
-- walk through everything that happened before.
create or replace function checkpoints.arrived_since(area text, moment timestamptz, known timestamptz)
  returns table (checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint, refused bigint,
    vehicles bigint)
  stable language sql as $$
  with corrected as materialized (
    select coalesce(array_agg(distinct c.passage_id), '{}') as ids from checkpoints.passage_correction c
    where c.county = (select kernel.app_county()) and c.received_at > known
  ), late as materialized (
    select p.id, p.checkpoint_id, p.division, p.occurred_at, p.vehicle_id, p.from_tally_id, p.decision, p.fever from checkpoints.passage p
    where p.county = (select kernel.app_county()) and p.received_at > known
  ), late_tally as materialized (
    select t.checkpoint_id, t.division, t.occurred_at, t.screened, t.turned_back, t.vehicles from checkpoints.tally t
    where t.county = (select kernel.app_county()) and t.received_at > known
  )
  select p.checkpoint_id, p.division, sum((s.share).screened), sum((s.share).fevers), sum((s.share).turned_back), sum((s.share).medical),
    sum((s.share).refused), sum((s.share).vehicles)
  from late p,
    lateral (select checkpoints.share_of(p.id, p.vehicle_id, p.from_tally_id, p.decision, p.fever, false) as share) s
  where p.occurred_at <= moment and p.division >= area and p.division < area || ':'
  group by p.checkpoint_id, p.division
  union all
  select t.checkpoint_id, t.division, sum(t.screened), 0, sum(t.turned_back), 0, 0, sum(t.vehicles) from late_tally t
  where t.occurred_at <= moment and t.division >= area and t.division < area || ':'
  group by t.checkpoint_id, t.division
  union all
  select was.checkpoint_id, was.division, ((now_.share).screened - (was.share).screened)::bigint, (now_.share).fevers - (was.share).fevers,
    (now_.share).turned_back - (was.share).turned_back, (now_.share).medical - (was.share).medical,
    (now_.share).refused - (was.share).refused, (now_.share).vehicles - (was.share).vehicles
  from checkpoints.as_known((select ids from corrected), known) was
  join checkpoints.as_known((select ids from corrected), 'infinity') now_ on now_.id = was.id
  where was.occurred_at <= moment and was.division >= area and was.division < area || ':'
$$;
