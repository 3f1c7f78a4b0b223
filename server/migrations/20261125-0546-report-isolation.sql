-- Who was kept at a moment, by village and kind, as known now: an order counts from its start until its end, whoever wrote it down when.
create function report.isolated_v1(area text, moment timestamptz)
  returns table (division text, kind text, standing bigint)
  stable language sql as $$
  select s.division, s.kind, count(*) from isolation.span s
  where s.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':'
    and upper(s.during) > moment and lower(s.during) <= moment
  group by s.division, s.kind
$$;

-- Where that number comes from: opened and transferred in, less released and transferred out. What was entered wrongly never stood and
-- counts nowhere.
create function report.isolation_v1(area text, moment timestamptz)
  returns table (division text, kind text, opened bigint, transferred_in bigint, released bigint, transferred_out bigint)
  stable language sql as $$
  select s.division, s.kind, count(*) filter (where o.follows is null), count(*) filter (where o.follows is not null),
    count(*) filter (where upper(s.during) <= moment and e.why is distinct from 'transferred'),
    count(*) filter (where upper(s.during) <= moment and e.why = 'transferred')
  from isolation.span s
  join isolation.opening o on o.county = s.county and o.id = s.order_id
  left join isolation.ending e on e.county = s.county and e.order_id = s.order_id
  where s.county = (select kernel.app_county()) and s.division >= area and s.division < area || ':' and lower(s.during) <= moment
  group by s.division, s.kind
$$;
grant execute on function report.isolated_v1(text, timestamptz), report.isolation_v1(text, timestamptz) to qunfang_app;
