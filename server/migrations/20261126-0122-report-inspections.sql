-- What was inspected in an area up to a moment, what was found, and what of it stands then.
create function report.inspections_v1(area text, moment timestamptz)
  returns table (division text, inspected bigint, led bigint, unannounced bigint, findings bigint, standing bigint, overdue bigint,
    passed bigint)
  stable language sql as $$
select coalesce(went.division, found.division), coalesce(went.inspected, 0), coalesce(went.led, 0), coalesce(went.unannounced, 0),
  coalesce(found.findings, 0), coalesce(found.standing, 0), coalesce(found.overdue, 0), coalesce(found.passed, 0)
from (
  select i.division, count(*) as inspected, count(*) filter (where i.manner = 'led') as led,
    count(*) filter (where i.manner = 'unannounced') as unannounced
  from inspections.inspection_now i
  where i.county = (select kernel.app_county()) and i.division >= area and i.division < area || ':' and i.occurred_at <= moment
  group by i.division) went
full join (
  select f.division, count(*) as findings, count(*) filter (where f.climbed is not null) as standing,
    count(*) filter (where f.overdue) as overdue, count(*) filter (where f.state = 'passed') as passed
  from inspections.findings_at(area, moment) f group by f.division) found on found.division = went.division
$$;
grant execute on function report.inspections_v1(text, timestamptz) to qunfang_app;
