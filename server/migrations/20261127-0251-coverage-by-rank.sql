-- Who stands above a village is looked up by its name, and not searched for among everybody who stands above any: with ten times the
-- villages that was a hundred times the work, and a planner that expects one row of them would join them so as well.
create or replace function report.coverage_v1(area text, moment timestamptz)
  returns table (division text, households integer, covered integer) stable language sql as $$
  with named as (
    select d.division, bit_or(case d.rank when 'county' then 1 when 'township' then 2 else 4 end) as ranks from responsibility.duty_span d
    cross join lateral (
      select s.account_id, s.person_id from responsibility.seating s
      where s.county = d.county and s.post_id = d.post_id and s.at <= moment
      order by s.at desc, s.received_at desc, s.id desc limit 1) held
    where d.county = (select kernel.app_county()) and d.rank in ('county', 'township', 'village') and d.reach = 'division'
      and d.since <= moment and (d.until is null or d.until > moment) and num_nonnulls(held.account_id, held.person_id) = 1
    group by d.division
  ), standing as materialized (select coalesce(jsonb_object_agg(n.division, n.ranks), '{}') as above from named n)
  select v.division, now.households,
    case when coalesce((s.above ->> v.division)::integer, 0) | coalesce((s.above ->> left(v.division, 9))::integer, 0)
      | coalesce((s.above ->> left(v.division, 6))::integer, 0) = 7 then now.covered else 0 end
  from standing s, places.division v
  cross join lateral (
    select of.households, of.covered from responsibility.standing_of_village of
    where of.county = v.county and of.division = v.division and of.at <= moment order by of.at desc limit 1) now
  where v.county = (select kernel.app_county()) and v.level in ('village', 'community')
    and v.division >= area and v.division < area || ':'
$$;
