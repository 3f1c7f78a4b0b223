-- Every village as it stood at a moment: how many households, and for how many somebody was named at all four levels.
create function report.coverage_v1(area text, moment timestamptz)
  returns table (division text, households integer, covered integer)
  stable language sql as $$
with named as materialized (
  select distinct d.rank, d.division from responsibility.duty_span d
  cross join lateral (
    select s.account_id, s.person_id from responsibility.seating s
    where s.county = d.county and s.post_id = d.post_id and s.at <= moment
    order by s.at desc, s.received_at desc, s.id desc limit 1) held
  where d.county = (select kernel.app_county()) and d.rank in ('county', 'township', 'village') and d.reach = 'division'
    and d.since <= moment and (d.until is null or d.until > moment) and num_nonnulls(held.account_id, held.person_id) = 1
), village as (
  select v.division, now.households, now.covered,
    (select count(distinct n.rank) from named n
      where n.division in (v.division, left(v.division, 9), left(v.division, 6))) = 3 as above
  from places.division v
  cross join lateral (
    select s.households, s.covered from responsibility.standing_of_village s
    where s.county = v.county and s.division = v.division and s.at <= moment order by s.at desc limit 1) now
  where v.county = (select kernel.app_county()) and v.level in ('village', 'community')
    and v.division >= area and v.division < area || ':')
select division, households, case when above then covered else 0 end from village
$$;

-- Posts that stood at a moment, by kind, and how many of them had somebody on them.
create function report.posts_v1(area text, moment timestamptz)
  returns table (division text, kind text, posts integer, held integer)
  stable language sql as $$
select v.division, k.kind, now.posts, now.held
from places.division v
cross join (
  with recursive one as (
    (select kind from responsibility.post_now where county = (select kernel.app_county()) order by kind limit 1)
    union all
    select (select min(p.kind) from responsibility.post_now p where p.county = (select kernel.app_county()) and p.kind > one.kind)
    from one where one.kind is not null)
  select kind from one where kind is not null) k
cross join lateral (
  select s.posts, s.held from responsibility.standing_of_kind s
  where s.county = v.county and s.division = v.division and s.kind = k.kind and s.at <= moment order by s.at desc limit 1) now
where v.county = (select kernel.app_county()) and v.division >= area and v.division < area || ':'
$$;
create index post_now_kind on responsibility.post_now (county, kind);

-- Teams that stood at a moment.
create function report.teams_v1(area text, moment timestamptz)
  returns table (division text, rule text, teams bigint)
  stable language sql as $$
select t.division, t.rule, count(*) from responsibility.team t
left join responsibility.team_end e on e.county = t.county and e.team_id = t.id
where t.county = (select kernel.app_county()) and t.division >= area and t.division < area || ':'
  and t.formed_at <= moment and (e.ended_at is null or e.ended_at > moment)
group by 1, 2
$$;
grant execute on function report.coverage_v1(text, timestamptz), report.posts_v1(text, timestamptz),
  report.teams_v1(text, timestamptz) to qunfang_app;
