-- Names and kinds for reports, each a version of its own.
create schema if not exists report;
grant usage on schema report to qunfang_app;

create view report.division_v1 with (security_invoker = true) as
select d.county, d.division, d.level, d.parent, n.name, d.committee, d.valid_from, d.valid_to
from places.division d
cross join lateral (
  select name from places.division_name n where n.county = d.county and n.division = d.division
  order by n.edition desc limit 1) n;

create view report.checkpoint_v1 with (security_invoker = true) as
select c.county, c.id, c.division, c.kind, c.name, c.opened_at, case when t.turn = 'closed' then t.at end as closed_at
from places.checkpoint c
left join lateral (
  select turn, at from places.checkpoint_turn t where t.county = c.county and t.checkpoint_id = c.id
  order by t.at desc, t.received_at desc limit 1) t on true;

-- The three facts of every compound as they stood on a day: empty where nobody has asked, which is not the same as no.
create function report.compounds_v1(day date)
  returns table (id uuid, division text, households integer, property_management boolean, responsible_unit boolean, guard boolean)
  stable language sql as $$
select c.id, c.division, c.households,
  bool_or(f.present) filter (where f.aspect = 'property-management'),
  bool_or(f.present) filter (where f.aspect = 'responsible-unit'),
  bool_or(f.present) filter (where f.aspect = 'guard')
from places.compound c
left join lateral (
  select distinct on (aspect) aspect, present from places.compound_fact f
  where f.county = c.county and f.compound_id = c.id and f.since <= day
  order by aspect, since desc, recorded_at desc, id desc) f on true
where c.county = (select kernel.app_county())
group by c.county, c.id, c.division, c.households
$$;

grant select on report.division_v1, report.checkpoint_v1 to qunfang_app;
grant execute on function report.compounds_v1(date) to qunfang_app;
