-- What an account of the county begins with: its places and its organisation, in the shape of every other count.
create function report.divisions_v1(area text, moment timestamptz) returns table (division text, level text, units bigint)
  stable language sql as $$
  select d.division, d.level, 1::bigint from report.division_v1 d
  where d.county = (select kernel.app_county()) and d.division >= area and d.division < area || ':'
    and (d.valid_from is null or d.valid_from <= (moment at time zone 'Asia/Shanghai')::date)
    and (d.valid_to is null or d.valid_to > (moment at time zone 'Asia/Shanghai')::date)
$$;

-- A compound of which it is not known whether anybody manages it counts as neither.
create function report.compounds_v2(area text, moment timestamptz)
  returns table (division text, compounds bigint, managed bigint, unmanaged bigint, three_no bigint)
  stable language sql as $$
  select division, count(*), count(*) filter (where property_management), count(*) filter (where not property_management),
    count(*) filter (where not property_management and not responsible_unit and not guard)
  from report.compounds_v1((moment at time zone 'Asia/Shanghai')::date)
  where division >= area and division < area || ':'
  group by division
$$;

create function report.bodies_v1(area text, moment timestamptz) returns table (division text, kind text, bodies bigint)
  stable language sql as $$
  select b.division, b.kind, count(*) from command.body b
  left join command.body_end e on e.county = b.county and e.body_id = b.id
  where b.county = (select kernel.app_county()) and b.division >= area and b.division < area || ':'
    and b.at <= moment and (e.at is null or e.at > moment)
  group by b.division, b.kind
$$;
grant execute on function report.divisions_v1(text, timestamptz), report.compounds_v2(text, timestamptz),
  report.bodies_v1(text, timestamptz) to qunfang_app;
