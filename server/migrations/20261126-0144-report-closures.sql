-- What has to be shut, called off or suspended at a moment, and what was found of it, by division and class.
create function report.closures_v1(area text, moment timestamptz) returns table (division text, kind text, class text, registered bigint,
  should bigint, closed bigint, breaches bigint, reopened bigint)
  stable language sql as $$
select s.division, s.kind, s.class, count(*), count(s.since), count(*) filter (where s.since is not null and s.found = 'closed'),
  count(*) filter (where s.state = 'breach'), count(*) filter (where s.state = 'reopened')
from closures.subjects_at(moment) s
where s.division >= area and s.division < area || ':'
group by s.division, s.kind, s.class
$$;
grant execute on function report.closures_v1(text, timestamptz) to qunfang_app;
