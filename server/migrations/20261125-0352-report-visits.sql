-- Every village with a round that was running at a moment, and how its households stood in it: in the round that was called last,
-- when several ran at once. A village that no round asks is not among them.
create function report.visits_v1(area text, moment timestamptz)
  returns table (division text, households integer, met bigint, phone bigint, notice bigint, nobody bigint, sealed bigint, refused bigint)
  stable language sql as $$
with running as materialized (
  select r.id, r.division, r.started_at from visits.round r
  left join visits.round_end e on e.county = r.county and e.round_id = r.id
  where r.county = (select kernel.app_county()) and r.started_at <= moment and (e.ended_at is null or e.ended_at > moment)
), village as materialized (
  select v.division, called.id as round_id from places.division v
  cross join lateral (
    select r.id from running r where r.division in (v.division, left(v.division, 9), left(v.division, 6))
    order by r.started_at desc, r.id limit 1) called
  where v.county = (select kernel.app_county()) and v.level in ('village', 'community')
    and v.division >= area and v.division < area || ':'
), counted as materialized (
  select asked.round_id, c.* from (select distinct village.round_id from village) asked
  cross join lateral visits.counts_as_of(asked.round_id, area, moment) c)
select v.division, coalesce(home.households, 0), coalesce(c.met, 0), coalesce(c.phone, 0), coalesce(c.notice, 0), coalesce(c.nobody, 0),
  coalesce(c.sealed, 0), coalesce(c.refused, 0)
from village v
left join lateral (
  select h.households from visits.homes_of_village h
  where h.county = (select kernel.app_county()) and h.division = v.division and h.at <= moment order by h.at desc limit 1) home on true
left join counted c on c.round_id = v.round_id and c.division = v.division
$$;
grant execute on function report.visits_v1(text, timestamptz) to qunfang_app;
