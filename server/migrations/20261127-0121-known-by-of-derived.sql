-- Counts that are kept up to date know only today. These say what they were on an earlier day of knowing: the counts of checkpoints by
-- taking off what arrived since, the others from the facts themselves.

-- Facts are stored in the order of their arrival, so that a few bytes for each 128 pages find those since a moment.
create index passage_arrival on checkpoints.passage using brin (received_at);
create index tally_arrival on checkpoints.tally using brin (received_at);
create index passage_correction_arrival on checkpoints.passage_correction (county, received_at);

-- Passages as they stood for whoever knew only what had arrived by a moment.
create function checkpoints.as_known(ids uuid[], known timestamptz)
  returns table (id uuid, checkpoint_id uuid, division text, occurred_at timestamptz, share checkpoints.share)
  stable language sql as $$
  select p.id, p.checkpoint_id, p.division, p.occurred_at, checkpoints.share_of(p.id, p.vehicle_id, p.from_tally_id,
    coalesce(c.changes ->> 'decision', p.decision), coalesce((c.changes ->> 'fever')::boolean, p.fever), coalesce(c.voided, false))
  from checkpoints.passage p
  left join lateral (
    select (array_agg(said.voided order by coalesce(said.occurred_at, said.recorded_at) desc, said.id desc))[1] as voided,
      (select jsonb_object_agg(newest.key, newest.value) from (
        select distinct on (field.key) field.key, field.value
        from checkpoints.passage_correction s, jsonb_each(s.changes) field
        where s.county = p.county and s.passage_id = p.id and s.received_at <= known
        order by field.key, coalesce(s.occurred_at, s.recorded_at) desc, s.id desc) newest) as changes
    from checkpoints.passage_correction said
    where said.county = p.county and said.passage_id = p.id and said.received_at <= known
    having count(*) > 0) c on true
  where p.county = (select kernel.app_county()) and p.id = any (ids)
$$;

-- What arrived after a moment of knowing and is in the counts: late records, late tallies, and what late corrections changed.
create function checkpoints.arrived_since(area text, moment timestamptz, known timestamptz)
  returns table (checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint, refused bigint,
    vehicles bigint)
  stable language sql as $$
  with corrected as materialized (
    select coalesce(array_agg(distinct c.passage_id), '{}') as ids from checkpoints.passage_correction c
    where c.county = (select kernel.app_county()) and c.received_at > known)
  select p.checkpoint_id, p.division, sum((s.share).screened), sum((s.share).fevers), sum((s.share).turned_back), sum((s.share).medical),
    sum((s.share).refused), sum((s.share).vehicles)
  from checkpoints.passage p,
    lateral (select checkpoints.share_of(p.id, p.vehicle_id, p.from_tally_id, p.decision, p.fever, false) as share) s
  where p.county = (select kernel.app_county()) and p.received_at > known and p.occurred_at <= moment
    and p.division >= area and p.division < area || ':'
  group by p.checkpoint_id, p.division
  union all
  select t.checkpoint_id, t.division, sum(t.screened), 0, sum(t.turned_back), 0, 0, sum(t.vehicles) from checkpoints.tally t
  where t.county = (select kernel.app_county()) and t.received_at > known and t.occurred_at <= moment
    and t.division >= area and t.division < area || ':'
  group by t.checkpoint_id, t.division
  union all
  select was.checkpoint_id, was.division, ((now_.share).screened - (was.share).screened)::bigint, (now_.share).fevers - (was.share).fevers,
    (now_.share).turned_back - (was.share).turned_back, (now_.share).medical - (was.share).medical,
    (now_.share).refused - (was.share).refused, (now_.share).vehicles - (was.share).vehicles
  from checkpoints.as_known((select ids from corrected), known) was
  join checkpoints.as_known((select ids from corrected), 'infinity') now_ on now_.id = was.id
  where was.occurred_at <= moment and was.division >= area and was.division < area || ':'
$$;

create function report.checkpoint_counts_known_v1(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, screened bigint, fevers bigint, turned_back bigint, medical bigint, refused bigint, vehicles bigint)
  stable language sql as $$
  select * from checkpoints.counts_as_of(area, moment)
  union all
  select checkpoint_id, division, -screened, -fevers, -turned_back, -medical, -refused, -vehicles
  from checkpoints.arrived_since(area, moment, (select kernel.known_by()))
$$;

create function checkpoints.fevers_known(area text, moment timestamptz)
  returns table (id uuid, checkpoint_id uuid, division text) stable language sql as $$
  with hot as materialized (
    select h.id from checkpoints.hand_over h join checkpoints.passage p on p.county = h.county and p.id = h.id
    where h.county = (select kernel.app_county()) and h.opened_at <= moment and h.division >= area and h.division < area || ':'
      and p.received_at <= (select kernel.known_by()))
  select k.id, k.checkpoint_id, k.division
  from checkpoints.as_known(array(select hot.id from hot), (select kernel.known_by())) k where (k.share).fevers > 0
$$;

create function report.open_fevers_known_v1(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, open bigint) stable language sql as $$
  select f.checkpoint_id, f.division, count(*) from checkpoints.fevers_known(area, moment) f
  where not exists (
    select from checkpoints.outcome_said o
    where o.county = (select kernel.app_county()) and o.hand_over_id = f.id and o.outcome <> 'unreachable' and o.at <= moment)
  group by f.checkpoint_id, f.division
$$;

create function report.fever_outcomes_known_v1(area text, moment timestamptz)
  returns table (checkpoint_id uuid, division text, outcome text, fevers bigint) stable language sql as $$
  select f.checkpoint_id, f.division, o.outcome, count(*) from checkpoints.fevers_known(area, moment) f
  join lateral (
    select said.outcome from checkpoints.outcome_said said
    where said.county = (select kernel.app_county()) and said.hand_over_id = f.id and said.at <= moment
    order by said.at desc, said.received_at desc limit 1) o on true
  group by f.checkpoint_id, f.division, o.outcome
$$;

-- From when to when each order stood by the decisions that were known: its end is the first said of it, else what was decided last.
create function isolation.spans_known()
  returns table (order_id uuid, division text, kind text, follows uuid, why text, since timestamptz, until timestamptz)
  stable language sql as $$
  select o.id, o.division, o.kind, o.follows, e.why, o.starts_at, coalesce(e.ended_at, d.ends_at, o.ends_at)
  from isolation.opening o
  left join isolation.ending e on e.county = o.county and e.order_id = o.id
  left join lateral (
    select changed.ends_at from (
      select x.ends_at, x.received_at, x.id from isolation.extension x where x.county = o.county and x.order_id = o.id
      union all
      select s.ends_at, s.received_at, s.id from isolation.shortening s where s.county = o.county and s.order_id = o.id) changed
    order by changed.received_at desc, changed.id desc limit 1) d on true
  where o.county = (select kernel.app_county())
$$;

create function report.isolated_known_v1(area text, moment timestamptz)
  returns table (division text, kind text, standing bigint) stable language sql as $$
  select s.division, s.kind, count(*) from isolation.spans_known() s
  where s.division >= area and s.division < area || ':' and s.since <= moment and s.until > moment
  group by s.division, s.kind
$$;

create function report.isolation_known_v1(area text, moment timestamptz)
  returns table (division text, kind text, opened bigint, transferred_in bigint, released bigint, transferred_out bigint)
  stable language sql as $$
  select s.division, s.kind, count(*) filter (where s.follows is null), count(*) filter (where s.follows is not null),
    count(*) filter (where s.until <= moment and s.why is distinct from 'transferred'),
    count(*) filter (where s.until <= moment and s.why = 'transferred')
  from isolation.spans_known() s
  where s.division >= area and s.division < area || ':' and s.since <= moment and s.until > s.since
  group by s.division, s.kind
$$;

-- Whoever asks from below the county sees a part of the contacts only, and is told that this cannot be said.
create function report.line_list_known_v1(area text, moment timestamptz)
  returns table (division text, category text, members bigint) stable language sql as $$
  with one as materialized (select c.code from exposures.category_now c where c.county = (select kernel.app_county()))
  select m.division, one.code, count(*) from one
  cross join lateral exposures.placed((select kernel.app_county()), one.code, null) m
  where m.since <= moment and (m.until is null or m.until > moment) and m.division >= area and m.division < area || ':'
  group by m.division, one.code
  union all
  select place.division, one.code, 0 from one cross join (
    select coalesce(d.division, area) as division
    from (select 1) once left join report.division_v1 d on d.county = (select kernel.app_county()) and d.parent = area) place
$$;

-- A leg came with its movement.
create function report.supplies_known_v1(area text, moment timestamptz)
  returns table (division text, owner text, kind text, code text, unit text, quantity bigint, stores bigint)
  stable language sql as $$
select s.division, s.owner, i.kind, i.code, i.unit, sum(l.quantity)::bigint, 0::bigint
from supplies.store s
join supplies.leg l on l.county = s.county and l.store_id = s.id and l.at <= moment
join supplies.movement m on m.county = l.county and m.id = l.movement_id
join supplies.item i on i.county = l.county and i.id = l.item_id
where s.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':'
group by s.division, s.owner, i.kind, i.code, i.unit
union all
select s.division, s.owner, '', '', '', 0, count(*) from supplies.store s
where s.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':' and s.opened_at <= moment
group by s.division, s.owner
$$;

-- Answers of lists that were destroyed since are known by when they were written down: when they arrived went with them.
create function report.comparisons_known_v1(area text, moment timestamptz) returns table (division text, verified bigint)
  stable language sql as $$
select * from report.comparisons_v1(area, least(moment, (select kernel.known_by())))
$$;

grant execute on function checkpoints.as_known(uuid[], timestamptz), checkpoints.arrived_since(text, timestamptz, timestamptz),
  checkpoints.fevers_known(text, timestamptz), isolation.spans_known(), report.checkpoint_counts_known_v1(text, timestamptz),
  report.open_fevers_known_v1(text, timestamptz), report.fever_outcomes_known_v1(text, timestamptz),
  report.isolated_known_v1(text, timestamptz), report.isolation_known_v1(text, timestamptz),
  report.line_list_known_v1(text, timestamptz), report.supplies_known_v1(text, timestamptz),
  report.comparisons_known_v1(text, timestamptz) to qunfang_app;
