-- Counts by day, hour and minute, kept by the clerk as facts are settled, so that a figure as of any moment adds a bounded number
-- of rows however many passages there are: whole days, then whole hours, then whole minutes, then the facts of one minute.
create table checkpoints.count_by_minute (
  county integer not null,
  checkpoint_id uuid not null,
  at timestamptz not null,
  division text collate "C" not null,
  screened bigint not null,
  fevers bigint not null,
  turned_back bigint not null,
  medical bigint not null,
  refused bigint not null,
  vehicles bigint not null,
  primary key (county, at, checkpoint_id)
);
create table checkpoints.count_by_hour (like checkpoints.count_by_minute including all);
create table checkpoints.count_by_day (like checkpoints.count_by_minute including all);
comment on column checkpoints.count_by_day.at is 'Midnight in the county''s zone (Asia/Shanghai).';
create index count_by_hour_of on checkpoints.count_by_hour (county, checkpoint_id, at);
select kernel.guard('checkpoints.count_by_minute');
select kernel.guard('checkpoints.count_by_hour');
select kernel.guard('checkpoints.count_by_day');
grant select on checkpoints.count_by_minute, checkpoints.count_by_hour, checkpoints.count_by_day to qunfang_app;
grant select, insert, update on checkpoints.count_by_minute, checkpoints.count_by_hour, checkpoints.count_by_day to qunfang_clerk;

-- What a corrected passage stands for in the counts, so that its next correction takes away exactly that.
create table checkpoints.counted (
  county integer not null,
  passage_id uuid not null,
  division text collate "C" not null,
  screened integer not null,
  fevers integer not null,
  turned_back integer not null,
  medical integer not null,
  refused integer not null,
  vehicles integer not null,
  primary key (county, passage_id)
);
select kernel.guard('checkpoints.counted');
grant select on checkpoints.counted to qunfang_app;
grant select, insert, update on checkpoints.counted to qunfang_clerk;

-- How one passage counts. Somebody who refused was not screened; somebody already in a tally is not screened a second time, nor
-- is the car. The passage whose id is the vehicle's stands for the vehicle.
create type checkpoints.share as (
  screened integer, fevers integer, turned_back integer, medical integer, refused integer, vehicles integer
);
create function checkpoints.share_of(id uuid, vehicle_id uuid, from_tally_id uuid, decision text, fever boolean, voided boolean)
  returns checkpoints.share immutable parallel safe language sql
  return case when voided then row(0, 0, 0, 0, 0, 0)::checkpoints.share else row(
    (decision <> 'refused' and from_tally_id is null)::integer,
    fever::integer,
    (decision = 'turned-back' and from_tally_id is null)::integer,
    (decision = 'medical')::integer,
    (decision = 'refused')::integer,
    (vehicle_id is not distinct from id and from_tally_id is null)::integer)::checkpoints.share end;

-- The passages as they stand today, each with its newest value field by field.
create view checkpoints.passage_now with (security_invoker = true) as
select p.county, p.id, p.division, p.checkpoint_id, p.shift_id, p.recorded_at, p.occurred_at, p.received_at, p.direction, p.person_id,
  p.vehicle_id, p.from_code, p.to_division, p.from_tally_id, p.profile,
  case when c.changes ? 'temperatureC' then (c.changes ->> 'temperatureC')::numeric else p.temperature_c end as temperature_c,
  coalesce(c.changes ->> 'site', p.site) as site,
  case when c.changes ? 'symptoms' then array(select jsonb_array_elements_text(c.changes -> 'symptoms')) else p.symptoms end as symptoms,
  coalesce(c.changes ->> 'decision', p.decision) as decision,
  case when c.changes ? 'reason' then c.changes ->> 'reason' else p.reason end as reason,
  coalesce((c.changes ->> 'fever')::boolean, p.fever) as fever,
  coalesce(c.voided, false) as voided,
  coalesce(c.corrections, 0)::integer as corrections
from checkpoints.passage p
left join lateral (
  select count(*) as corrections,
    (array_agg(said.voided order by said.received_at desc, said.id desc))[1] as voided,
    (select jsonb_object_agg(newest.key, newest.value) from (
      select distinct on (field.key) field.key, field.value
      from checkpoints.passage_correction s, jsonb_each(s.changes) field
      where s.county = p.county and s.passage_id = p.id
      order by field.key, s.received_at desc, s.id desc) newest) as changes
  from checkpoints.passage_correction said
  where said.county = p.county and said.passage_id = p.id
  having count(*) > 0
) c on true;
grant select on checkpoints.passage_now to qunfang_app, qunfang_clerk;

-- What a set of facts adds to the counts, signed: the clerk adds it to the buckets, and readers add it for what the clerk has not
-- reached yet, so both count by the same rule.
create function checkpoints.contributions(in_county integer, passages uuid[], tallies uuid[], corrected uuid[])
  returns table (checkpoint_id uuid, division text, occurred_at timestamptz, screened bigint, fevers bigint, turned_back bigint,
    medical bigint, refused bigint, vehicles bigint)
  stable language sql as $$
  select p.checkpoint_id, p.division, p.occurred_at, (s.share).screened, (s.share).fevers, (s.share).turned_back,
    (s.share).medical, (s.share).refused, (s.share).vehicles
  from checkpoints.passage p,
    lateral (select checkpoints.share_of(p.id, p.vehicle_id, p.from_tally_id, p.decision, p.fever, false) as share) s
  where p.county = in_county and p.id = any (passages)
  union all
  select t.checkpoint_id, t.division, t.occurred_at, t.screened, 0, t.turned_back, 0, 0, t.vehicles
  from checkpoints.tally t where t.county = in_county and t.id = any (tallies)
  union all
  select n.checkpoint_id, n.division, n.occurred_at,
    (s.new).screened - coalesce(c.screened, (s.old).screened), (s.new).fevers - coalesce(c.fevers, (s.old).fevers),
    (s.new).turned_back - coalesce(c.turned_back, (s.old).turned_back), (s.new).medical - coalesce(c.medical, (s.old).medical),
    (s.new).refused - coalesce(c.refused, (s.old).refused), (s.new).vehicles - coalesce(c.vehicles, (s.old).vehicles)
  from checkpoints.passage_now n
  join checkpoints.passage o on o.county = n.county and o.id = n.id
  left join checkpoints.counted c on c.county = n.county and c.passage_id = n.id,
    lateral (select
      checkpoints.share_of(n.id, n.vehicle_id, n.from_tally_id, n.decision, n.fever, n.voided) as new,
      checkpoints.share_of(o.id, o.vehicle_id, o.from_tally_id, o.decision, o.fever, false) as old) s
  where n.county = in_county and n.id = any (corrected)
$$;
grant execute on function checkpoints.contributions(integer, uuid[], uuid[], uuid[]) to qunfang_app, qunfang_clerk;

-- The minute that a moment cuts in two is counted from the facts themselves.
create index passage_clock on checkpoints.passage (county, occurred_at);
create index tally_clock on checkpoints.tally (county, occurred_at);
create function checkpoints.minute_so_far(since timestamptz, till timestamptz)
  returns table (checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint, refused bigint, vehicles bigint)
  stable language sql as $$
  select n.checkpoint_id, n.division, (s.share).screened, (s.share).fevers, (s.share).turned_back, (s.share).medical,
    (s.share).refused, (s.share).vehicles
  from checkpoints.passage_now n,
    lateral (select checkpoints.share_of(n.id, n.vehicle_id, n.from_tally_id, n.decision, n.fever, n.voided) as share) s
  where n.county = (select kernel.app_county()) and n.occurred_at >= since and n.occurred_at <= till
  union all
  select t.checkpoint_id, t.division, t.screened, 0, t.turned_back, 0, 0, t.vehicles
  from checkpoints.tally t
  where t.county = (select kernel.app_county()) and t.occurred_at >= since and t.occurred_at <= till
$$;
grant execute on function checkpoints.minute_so_far(timestamptz, timestamptz) to qunfang_app;

-- What has been announced and not yet counted by the clerk.
create function checkpoints.unsettled()
  returns table (checkpoint_id uuid, division text, occurred_at timestamptz, screened bigint, fevers bigint, turned_back bigint,
    medical bigint, refused bigint, vehicles bigint)
  stable language sql as $$
  select added.* from (
    select coalesce(array_agg(one.id) filter (where f.kind = 'passage'), '{}') as passages,
      coalesce(array_agg(one.id) filter (where f.kind = 'tally'), '{}') as tallies,
      coalesce(array_agg(distinct one.id) filter (where f.kind = 'passage-correction'), '{}') as corrected
    from kernel.feed_inbox f, unnest(f.ids) as one (id)
    where f.county = (select kernel.app_county()) and f.kind in ('passage', 'tally', 'passage-correction')
  ) waiting, checkpoints.contributions((select kernel.app_county()), waiting.passages, waiting.tallies, waiting.corrected) added
$$;

-- Counts per checkpoint of everything that had happened by a moment, as known now.
create function checkpoints.counts_as_of(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint, refused bigint, vehicles bigint)
  stable language sql as $$
  with bounds as (
    select moment as till, date_trunc('minute', moment) as minute, date_trunc('hour', moment) as hour,
      date_trunc('day', moment at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as day
  ), parts as (
    select d.checkpoint_id, d.division, d.screened, d.fevers, d.turned_back, d.medical, d.refused, d.vehicles
    from checkpoints.count_by_day d where d.county = (select kernel.app_county()) and d.at < (select day from bounds)
    union all
    select h.checkpoint_id, h.division, h.screened, h.fevers, h.turned_back, h.medical, h.refused, h.vehicles
    from checkpoints.count_by_hour h where h.county = (select kernel.app_county())
      and h.at >= (select day from bounds) and h.at < (select hour from bounds)
    union all
    select m.checkpoint_id, m.division, m.screened, m.fevers, m.turned_back, m.medical, m.refused, m.vehicles
    from checkpoints.count_by_minute m where m.county = (select kernel.app_county())
      and m.at >= (select hour from bounds) and m.at < (select minute from bounds)
    union all
    select r.checkpoint_id, r.division, r.screened, r.fevers, r.turned_back, r.medical, r.refused, r.vehicles
    from checkpoints.minute_so_far((select minute from bounds), (select till from bounds)) r
    union all
    select w.checkpoint_id, w.division, w.screened, w.fevers, w.turned_back, w.medical, w.refused, w.vehicles
    from checkpoints.unsettled() w where w.occurred_at < (select minute from bounds)
  )
  select checkpoint_id, division, sum(screened)::bigint, sum(fevers)::bigint, sum(turned_back)::bigint, sum(medical)::bigint,
    sum(refused)::bigint, sum(vehicles)::bigint
  from parts where division >= area and division < area || ':'
  group by checkpoint_id, division
$$;

-- Open = no outcome of examination had been recorded by that moment; "could not be reached" is not one.
create function checkpoints.open_fevers(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, open bigint) stable language sql as $$
  select h.checkpoint_id, h.division, count(*)
  from checkpoints.hand_over h
  where h.county = (select kernel.app_county()) and h.opened_at <= moment and h.division >= area and h.division < area || ':'
    and not exists (
      select from checkpoints.hand_over_outcome o
      where o.county = h.county and o.hand_over_id = h.id and o.outcome <> 'unreachable' and o.recorded_at <= moment)
    and not exists (select from checkpoints.passage_now n where n.county = h.county and n.id = h.id and n.voided)
  group by h.checkpoint_id, h.division
$$;
grant execute on function checkpoints.unsettled(), checkpoints.counts_as_of(text, timestamptz), checkpoints.open_fevers(text, timestamptz)
  to qunfang_app;
